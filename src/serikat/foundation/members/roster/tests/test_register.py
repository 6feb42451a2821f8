"""What was seen in the register comes in with its day, and what could accuse wrongly is left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from serikat.engines.site_audit.evidence.register import RegisterEntry
from serikat.foundation.members.roster.register import Register, read_register
from serikat.foundation.members.roster.sheet import RosterError
from serikat.foundation.members.roster.tests.sheets import workbook

TODAY = date(2026, 11, 22)


def read(tmp_path: Path, *rows: str, heading: str = "Website;Status;Tanggal dilihat") -> Register:
    sheet = tmp_path / "pengamatan.csv"
    sheet.write_text("\n".join([heading, *rows]), encoding="utf-8")
    return read_register(sheet, TODAY)


@pytest.mark.parametrize("day", ["2026-11-20", "20/11/2026", "20-11-2026", "20 November 2026", "20 nov 2026"])
def test_the_day_is_read_as_people_write_it(tmp_path: Path, day: str) -> None:
    register = read(tmp_path, f"https://www.kabar.example/;Terverifikasi Faktual;{day}")
    assert register.entries == {"kabar.example": RegisterEntry("Terverifikasi Faktual", date(2026, 11, 20))}


def test_a_workbook_with_true_dates_is_read(tmp_path: Path) -> None:
    rows = [["Nama Media", "Situs", "Status", "Tgl diamati"], ["Kabar", "kabar.example", "Administratif", "2026-11-01"]]
    register = read_register(workbook(tmp_path / "pengamatan.xlsx", {"Dewan Pers": rows}), TODAY)
    assert register.entries == {"kabar.example": RegisterEntry("Administratif", date(2026, 11, 1))}


@pytest.mark.parametrize("said", ["tidak terdaftar", "Belum tercantum", "tidak ada"])
def test_an_outlet_that_is_not_listed_has_no_status(tmp_path: Path, said: str) -> None:
    assert read(tmp_path, f"kabar.example;{said};2026-11-20").entries["kabar.example"].status == ""


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("kabar.example;;2026-11-20", "B2"),
        ("kabar.example;-;2026-11-20", "B2"),
        ("kabar.example;Terverifikasi;", "C2"),
        ("kabar.example;Terverifikasi;kemarin", "C2"),
        ("kabar.example;Terverifikasi;31/02/2026", "C2"),
        ("kabar.example;Terverifikasi;2026-11-23", "C2"),
    ],
)
def test_a_row_without_status_or_day_says_nothing_of_the_outlet(tmp_path: Path, row: str, cell: str) -> None:
    register = read(tmp_path, row)
    assert register.entries == {}
    assert [(problem.cell, problem.is_left_out) for problem in register.problems] == [(cell, True)]


@pytest.mark.parametrize("heading", ["Website;Status", "Website;Tanggal dilihat"])
def test_a_list_without_the_columns_says_which_are_needed(tmp_path: Path, heading: str) -> None:
    with pytest.raises(RosterError, match="Tanggal dilihat"):
        read(tmp_path, "kabar.example;2026-11-20", heading=heading)
