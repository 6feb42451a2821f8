"""Every kind of file that lists come in is read, whatever it is called."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from serikat.foundation.members.roster.annotating import annotated
from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.members.roster.tests.other_kinds import old_workbook, open_document
from serikat.foundation.members.roster.tests.sheets import Rows, workbook

ROWS: Rows = [
    ["Nama Media", "Website", "No HP"],
    ["Kabar Négeri", "kabar.example", 81234567890],
    [None, None, None],
    ["Warta Rekaan", "warta.example", "0812 0000 1111"],
]
PAGE = """<html><body><p>Ekspor</p><table><tr><th colspan=3>DAFTAR</th></tr>
<tr><th>Nama Media</th><th>Website</th><th>No HP</th><th>Provinsi</th></tr>
<tr><td>Kabar Négeri</td><td>kabar.example</td><td>081234567890</td><td rowspan="2">Banten</td></tr>
<tr><td>Warta Rekaan</td><td><b>warta</b>.example</td><td>0812 0000 1111</td></tr></table></body></html>"""


def made(kind: str, path: Path) -> Path:
    writers = {
        "xlsx": lambda: workbook(path, {"Data": ROWS}),
        "xls": lambda: old_workbook(path, ROWS),
        "ods": lambda: open_document(path, ROWS),
    }
    return writers[kind]()


@pytest.mark.parametrize("name", ["daftar", "daftar.csv", "daftar.pdf"])
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_workbook_of_any_kind_is_known_by_its_content(tmp_path: Path, kind: str, name: str) -> None:
    roster = read_roster(made(kind, tmp_path / f"x.{kind}").rename(tmp_path / name))
    assert [(one.row, one.name, one.phones) for one in roster.outlets] == [
        (2, "Kabar Négeri", ("+6281234567890",)), (4, "Warta Rekaan", ("+6281200001111",)),
    ]  # fmt: skip
    assert roster.sheet == "Data"


def test_a_web_page_called_xls_is_read_as_its_table(tmp_path: Path) -> None:
    path = tmp_path / "ekspor.xls"
    path.write_text(PAGE, encoding="utf-8")
    roster = read_roster(path)
    assert [(one.row, one.name, one.province_code, one.phones) for one in roster.outlets] == [
        (3, "Kabar Négeri", "36", ("+6281234567890",)), (4, "Warta Rekaan", "36", ("+6281200001111",)),
    ]  # fmt: skip


def test_rows_that_the_sheet_hides_are_read_and_named(tmp_path: Path) -> None:
    roster = read_roster(workbook(tmp_path / "x.xlsx", {"Data": ROWS}, hidden=[3, 4]))
    assert ([one.row for one in roster.outlets], roster.hidden_rows) == ([2, 4], (4,))


def test_macros_are_passed_over(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsm", {"Data": ROWS})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + b"\0" * 5000)
    roster = read_roster(path)
    assert len(roster.outlets) == 2
    (tmp_path / "salinan.xlsx").write_bytes(annotated(path, roster))
    assert not [name for name in zipfile.ZipFile(tmp_path / "salinan.xlsx").namelist() if "vba" in name]
