"""The copy holds the sheet as it was, says what is wrong beside each row, and marks the cell."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from serikat.foundation.members.roster.annotating import annotated
from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.members.roster.tests.sheets import Rows, workbook

ROWS: Rows = [
    ["DAFTAR FIKTIF"],
    ["No", "Media", "Website", "No HP", "Bergabung", "Iuran"],
    [1, "=1+1", "kabar-fiktif.example", 8.12e10, date(2021, 3, 2), 150000.5],
    [2, "Warta", "facebook.com/warta", "0812", "31/02/2021", True],
]


def copied(path: Path, language: str = "id") -> list[list[object]]:
    made = annotated(path, read_roster(path), language="en" if language == "en" else "id")
    return [list(row) for row in CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()]


def part(made: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return archive.read(name).decode()


def test_values_and_order_stay_and_a_column_says_what_is_wrong(tmp_path: Path) -> None:
    rows = copied(workbook(tmp_path / "x.xlsx", {"Anggota": ROWS}))
    assert rows[1] == ["No", "Media", "Website", "No HP", "Bergabung", "Iuran", "Masalah"]
    assert rows[2][1:6] == ["=1+1", "kabar-fiktif.example", 8.12e10, date(2021, 3, 2), 150000.5]
    assert rows[2][6] == ""
    assert str(rows[3][6]).startswith("Baris ini belum dipakai.\nWebsite: Ini halaman media sosial")


def test_each_problem_cell_is_marked_and_has_a_comment(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", {"Anggota": ROWS})
    made = annotated(path, read_roster(path))
    assert re.findall(r'<comment ref="(\w+)"', part(made, "xl/comments1.xml")) == ["C4"]
    assert "media sosial" in part(made, "xl/comments1.xml")
    assert "FFE9B8" in part(made, "xl/styles.xml")
    assert "<f>" not in part(made, "xl/worksheets/sheet1.xml")


def test_a_row_that_is_used_names_every_cell_that_is_not(tmp_path: Path) -> None:
    rows: Rows = [ROWS[1], [1, "Kabar", "kabar.example", "0812", "31/02/2021", ""]]
    path = workbook(tmp_path / "x.xlsx", {"Anggota": rows})
    made = annotated(path, read_roster(path))
    assert re.findall(r'<comment ref="(\w+)"', part(made, "xl/comments1.xml")) == ["D2", "E2"]
    assert "belum dipakai" not in str(copied(path)[1][6])


def test_the_copy_speaks_english_on_request(tmp_path: Path) -> None:
    rows = copied(workbook(tmp_path / "x.xlsx", {"Anggota": ROWS}), "en")
    assert rows[1][6] == "Problem"
    assert "This row is not used yet." in str(rows[3][6])


def test_a_copy_of_a_copy_has_one_column_of_problems(tmp_path: Path) -> None:
    first = tmp_path / "satu.xlsx"
    first.write_bytes(annotated(workbook(tmp_path / "x.xlsx", {"A": ROWS}), read_roster(tmp_path / "x.xlsx")))
    assert copied(first) == copied(tmp_path / "x.xlsx")


def test_widths_are_kept(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "x.xlsx") as book:
        sheet = book.add_worksheet("Anggota")
        sheet.set_column(1, 1, 47)
        sheet.write_column(0, 1, ["Website", "kabar.example"])
    made = annotated(tmp_path / "x.xlsx", read_roster(tmp_path / "x.xlsx"))
    assert re.search(r'<col min="2" max="2" width="47', part(made, "xl/worksheets/sheet1.xml"))


def test_a_csv_becomes_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("Nama;Website\nKabar;tidak ada\n")
    assert copied(tmp_path / "x.csv")[1][2] == (
        "Baris ini belum dipakai.\nWebsite: Alamat situs belum diisi. Tulis alamatnya, misalnya https://kabar.example."
    )
