"""A file made to do harm is refused with a sentence, and neither fills the memory nor stops the reader."""

from __future__ import annotations

import io
import re
import resource
import zipfile
from pathlib import Path

import pytest

from serikat.foundation.members.roster.reading import proposed_sheets, read_roster
from serikat.foundation.members.roster.sheet import RosterError
from serikat.foundation.members.roster.tests.other_kinds import compound, old_workbook, open_document
from serikat.foundation.members.roster.tests.sheets import Rows, workbook

LIST: Rows = [["Nama Media", "Website"], ["Kabar", "kabar.example"]]
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 50 + '"><!ENTITY c "' + "&b;" * 50 + '">]>'


def refusal(path: Path) -> str:
    with pytest.raises(RosterError) as refused:
        proposed_sheets(path)
    return refused.value.words.id


def altered(path: Path, part: str, pattern: str, instead: str) -> Path:
    """The workbook with words of one part replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, re.sub(pattern, instead, data.decode(), count=1).encode() if name == part else data)
    path.write_bytes(made.getvalue())
    return path


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"")
    assert "kosong" in refusal(tmp_path / "x.xlsx")
    (tmp_path / "x.csv").write_bytes(b"\r\n \r\n")
    assert "kosong" in refusal(tmp_path / "x.csv")


def test_a_locked_workbook_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(compound("EncryptedPackage", b"\7" * 5000))
    assert "sandi" in refusal(tmp_path / "x.xlsx")
    assert "sandi" in refusal(old_workbook(tmp_path / "x.xls", LIST, has_password=True))


def test_entities_are_not_unfolded(tmp_path: Path) -> None:
    path = altered(workbook(tmp_path / "x.xlsx", {"Data": LIST}), "xl/sharedStrings.xml", r"<sst", f"{LAUGHS}<sst")
    path = altered(path, "xl/sharedStrings.xml", "<t>Kabar</t>", "<t>&c;</t>")
    try:
        read = [one.name for one in read_roster(path).outlets]
    except RosterError:
        read = []
    assert [name for name in read if "ha" in name] == []


def test_one_long_word_in_every_cell_does_not_fill_the_memory(tmp_path: Path) -> None:
    rows: Rows = [*LIST, *([["Kata"] * 200] * 2000)]
    long = f"<t>{'x' * 100_000}</t>"
    path = altered(workbook(tmp_path / "x.xlsx", {"Data": rows}), "xl/sharedStrings.xml", "<t>Kata</t>", long)
    assert path.stat().st_size < 2**20
    assert "terlalu besar" in refusal(path)


def test_two_far_cells_do_not_make_a_giant_of_a_sheet(tmp_path: Path) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    path = altered(workbook(tmp_path / "x.xlsx", {"Data": LIST}), sheet, 'r="B1"', 'r="IV1"')
    assert "terlalu besar" in refusal(altered(path, sheet, 'r="A2"', 'r="A199999"'))


@pytest.mark.parametrize("repeated", [300_000, 1_000_000])
def test_rows_that_are_said_to_repeat_do_not_fill_the_memory(tmp_path: Path, repeated: int) -> None:
    assert "terlalu besar" in refusal(open_document(tmp_path / "x.ods", [["x"] * 250], repeated=repeated))


def test_a_page_of_merged_cells_without_end_is_refused(tmp_path: Path) -> None:
    cells = "".join(f'<td rowspan="200000">{"x" * 50}</td>' for _ in range(250))
    (tmp_path / "x.xls").write_text(f"<table><tr>{cells}</tr>{'<tr></tr>' * 190_000}</table>")
    assert "terlalu besar" in refusal(tmp_path / "x.xls")


def test_a_page_of_tables_within_tables_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.xls").write_text("<html>" + "<table><tr><td>x" * 20_000)
    assert "terlalu besar" in refusal(tmp_path / "x.xls")


def test_the_reader_itself_takes_no_part_in_what_is_refused(tmp_path: Path) -> None:
    path = open_document(tmp_path / "x.ods", [["x"] * 250], repeated=300_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refusal(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


@pytest.mark.parametrize("size", [10, 50, 5000])
def test_a_cut_workbook_is_broken(tmp_path: Path, size: int) -> None:
    whole = workbook(tmp_path / "utuh.xlsx", {"Data": LIST}).read_bytes()
    (tmp_path / "x.xlsx").write_bytes(whole[: min(size, len(whole) - 100)])
    assert "rusak" in refusal(tmp_path / "x.xlsx")
