"""Files of every make are opened as tables, and what is no list or too much of one is refused with the next step."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.members.roster.sheet import RosterError
from serikat.foundation.members.roster.tests.sheets import workbook

LIST = "Nama Media;Website\nKabar Fiktif, Négeri;kabar-fiktif.example\n"


def written(folder: Path, data: bytes, name: str = "daftar.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(folder: Path, data: bytes) -> str:
    with pytest.raises(RosterError) as refused:
        read_roster(written(folder, data))
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_encoding_of_excel_is_read(tmp_path: Path, encoding: str) -> None:
    roster = read_roster(written(tmp_path, LIST.encode(encoding)))
    assert [(one.name, one.address) for one in roster.outlets] == [
        ("Kabar Fiktif, Négeri", "https://kabar-fiktif.example/")
    ]


def test_lines_in_different_encodings_are_each_read_in_their_own(tmp_path: Path) -> None:
    lines = [b"Media,Website", "Kabar Négeri,kabar.example".encode(), "Warta Négeri,warta.example".encode("cp1252")]
    roster = read_roster(written(tmp_path, b"\n".join(lines)))
    assert [one.name for one in roster.outlets] == ["Kabar Négeri", "Warta Négeri"]


def test_a_quotation_mark_that_is_not_closed_is_named_with_its_row(tmp_path: Path) -> None:
    said = refusal(tmp_path, f'Media,Website\n"Kabar,{"x" * 200_000}'.encode())
    assert "tanda kutip" in said
    assert "baris 2" in said


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_every_delimiter_is_found(tmp_path: Path, mark: str) -> None:
    lines = [mark.join(["Portal", "Situs", "Provinsi"]), mark.join(["Kabar", "https://kabar.example/", "Banten"])]
    roster = read_roster(written(tmp_path, "\r\n".join(lines).encode()))
    assert [(one.address, one.province_code) for one in roster.outlets] == [("https://kabar.example/", "36")]


def test_the_delimiter_that_excel_declares_counts_as_a_row(tmp_path: Path) -> None:
    roster = read_roster(written(tmp_path, f"sep=;\r\n{LIST}".encode()))
    assert (roster.header_row, roster.outlets[0].row) == (2, 3)


def test_a_workbook_is_known_by_its_content(tmp_path: Path) -> None:
    path = workbook(tmp_path / "daftar.xlsx", {"Data": [["Website"], ["kabar.example"]]})
    assert read_roster(path.rename(tmp_path / "daftar.csv")).sheet == "Data"


def test_what_is_no_list_is_refused(tmp_path: Path) -> None:
    assert "bukan daftar" in refusal(tmp_path, b"\x89PNG\0\0\0")
    assert "rusak" in refusal(tmp_path, b"PK\x03\x04" + b"\0" * 40)
    assert "kolom alamat situs" in refusal(tmp_path, b"Nama,Provinsi\nKabar,Banten\n")
    assert "tidak dapat dibuka" in refusal_of_missing(tmp_path)


def refusal_of_missing(folder: Path) -> str:
    with pytest.raises(RosterError) as refused:
        read_roster(folder / "tidak-ada.csv")
    return str(refused.value)


def test_more_rows_than_any_country_has_outlets_are_refused(tmp_path: Path) -> None:
    assert "200000 baris" in refusal(tmp_path, b"Website\na.example\n" + b"\n" * 200_000)


def altered(path: Path, pattern: str, instead: str) -> bytes:
    """The workbook with words of its first sheet replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                data = re.sub(pattern, instead, data.decode()).encode()
            new.writestr(name, data)
    return made.getvalue()


def test_one_far_cell_does_not_make_a_giant_of_a_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path / "daftar.xlsx", {"Data": [["Website"], ["kabar.example"]]})
    assert "200000 baris" in refusal(tmp_path, altered(path, 'r="A2"', 'r="A1048576"'))
    assert "256 kolom" in refusal(tmp_path, altered(path, 'r="A2"', 'r="XFD2"'))


def test_an_archive_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/bom.xml", "w") as bomb:
        for _ in range(520):
            bomb.write(b"\0" * 2**20)
    assert len(made.getvalue()) < 2**20
    assert "terlalu besar" in refusal(tmp_path, made.getvalue())


@settings(deadline=None)
@given(data=st.binary(max_size=400), head=st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"Website\n", b"a;b\n"]))
def test_arbitrary_bytes_raise_nothing_but_a_roster_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes
) -> None:
    with suppress(RosterError):
        read_roster(written(tmp_path_factory.getbasetemp(), head + data, "apa-saja"))


@settings(max_examples=30, deadline=None)
@given(at=st.integers(0, 5000), byte=st.integers(0, 255))
def test_a_damaged_workbook_raises_nothing_but_a_roster_error(
    tmp_path_factory: pytest.TempPathFactory, at: int, byte: int
) -> None:
    folder = tmp_path_factory.getbasetemp()
    whole = folder / "utuh.xlsx"
    if not whole.exists():
        workbook(whole, {"Data": [["Nama Media", "Website"], [None, "kabar.example"]]}, merged=["A1:A2"])
    data = bytearray(whole.read_bytes())
    data[at % len(data)] = byte
    with suppress(RosterError):
        read_roster(written(folder, bytes(data), "rusak.xlsx"))
