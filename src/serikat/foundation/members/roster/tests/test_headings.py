"""Columns are proposed by heading and by content, say how surely, and can be corrected."""

from __future__ import annotations

from pathlib import Path

import pytest

from serikat.foundation.members.roster.fields import TITLES, Field, field_of
from serikat.foundation.members.roster.headings import Column
from serikat.foundation.members.roster.reading import proposed_sheets, read_roster
from serikat.foundation.members.roster.sheet import RosterError
from serikat.foundation.members.roster.tests.sheets import Rows, workbook

UNNAMED: Rows = [
    ["kabar-fiktif.example", "Kabar Fiktif", "PT Kabar Fiktif", "0812 3456 7890", "a@kabar.example", "Banten"],
    ["warta-rekaan.example", "Warta Rekaan", "CV Warta", "0812 3456 7891", "b@warta.example", "Jabar"],
]


def proposed(folder: Path, rows: Rows) -> tuple[Column, ...]:
    [sheet] = proposed_sheets(workbook(folder / "x.xlsx", {"Data": rows}))
    return sheet.columns


def fields(folder: Path, rows: Rows) -> list[Field | None]:
    return [column.field for column in proposed(folder, rows)]


@pytest.mark.parametrize("field", Field)
def test_every_title_that_is_written_is_known_when_read(field: Field) -> None:
    assert (field_of(TITLES[field].id), field_of(TITLES[field].en)) == (field, field)


def test_columns_without_headings_are_known_by_content(tmp_path: Path) -> None:
    assert fields(tmp_path, UNNAMED) == [
        Field.ADDRESS, Field.NAME, Field.COMPANY, Field.PHONE, Field.EMAIL, Field.PROVINCE,
    ]  # fmt: skip


def test_heading_and_content_together_are_surest(tmp_path: Path) -> None:
    both, heading, content = (
        proposed(tmp_path, [["Website", head], ["kabar.example", cell]])[1]
        for head, cell in (("No. HP", "081234567890"), ("No. HP", ""), ("Kolom Fiktif", "081234567890"))
    )
    assert both.field is heading.field is content.field is Field.PHONE
    assert both.confidence > heading.confidence > content.confidence > 0
    assert content.samples == ("081234567890",)


def test_headings_that_were_swapped_give_way_to_their_content(tmp_path: Path) -> None:
    rows: Rows = [["Website", "Surel", "No. HP"], ["kabar.example", "081234567890", "a@kabar.example"]]
    assert fields(tmp_path, rows)[1:] == [Field.PHONE, Field.EMAIL]


def test_days_of_a_deed_are_not_the_day_of_joining(tmp_path: Path) -> None:
    rows: Rows = [["Website", "Tanggal Akta", "Tgl Bergabung"], ["kabar.example", "2 Maret 2019", "3 Maret 2021"]]
    assert fields(tmp_path, rows)[1:] == [None, Field.JOINED]


def test_a_status_of_membership_is_not_that_of_the_press_council(tmp_path: Path) -> None:
    of_members: Rows = [["Website", "Status"], ["kabar.example", "Aktif"]]
    of_council: Rows = [["Website", "Status"], ["kabar.example", "Terverifikasi faktual"]]
    assert fields(tmp_path, of_members)[1] is None
    assert fields(tmp_path, of_council)[1] is Field.STATUS


def test_a_name_below_a_merged_heading_belongs_to_it(tmp_path: Path) -> None:
    rows: Rows = [
        ["No", "Media", "Website", "Penanggung Jawab", None, "Pemimpin Redaksi", None],
        [None, None, None, "Nama", "HP", "Nama", "HP"],
        [1, "Kabar Fiktif", "kabar.example", "Rani Fiktif", "081234567890", "Budi Rekaan", "081234567891"],
    ]  # fmt: skip
    [one] = read_roster(workbook(tmp_path / "x.xlsx", {"Data": rows})).outlets
    assert (one.responsible_person, one.editor_in_chief, one.name) == ("Rani Fiktif", "Budi Rekaan", "Kabar Fiktif")
    assert one.phones == ("+6281234567890", "+6281234567891")


def test_a_person_corrects_what_was_proposed(tmp_path: Path) -> None:
    rows = [["Media", "Website", "Website Baru", "Ket"], ["Kabar", "lama.example", "baru.example", "Rani Fiktif"]]
    path = workbook(tmp_path / "x.xlsx", {"Data": rows})
    roster = read_roster(path, {"C": Field.ADDRESS, "D": Field.RESPONSIBLE_PERSON})
    [one] = roster.outlets
    assert (one.address, one.responsible_person, one.notes) == ("https://baru.example/", "Rani Fiktif", "")
    assert [column.field for column in roster.columns][1:3] == [None, Field.ADDRESS]


def test_a_column_can_be_left_out(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", {"Data": [["Media", "Website"], ["Kabar", "kabar.example"]]})
    [one] = read_roster(path, {"A": None}).outlets
    assert (one.name, one.cells) == ("", (("Media", "Kabar"),))
    with pytest.raises(RosterError, match="Belum ada kolom"):
        read_roster(path, {"B": None})


def test_every_sheet_is_proposed_and_the_likeliest_marked(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Rekap": [["Provinsi", "Jumlah"], ["Banten", 2]], "Anggota": UNNAMED}
    path = workbook(tmp_path / "x.xlsx", sheets)
    assert [(one.name, one.is_likeliest) for one in proposed_sheets(path)] == [("Rekap", False), ("Anggota", True)]
    assert read_roster(path).sheet == "Anggota"


def test_a_sheet_is_chosen_by_its_name(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Lama": [["Website"], ["lama.example"]], "Baru": UNNAMED}
    path = workbook(tmp_path / "x.xlsx", sheets)
    assert [one.address for one in read_roster(path, sheet="Lama").outlets] == ["https://lama.example/"]
    with pytest.raises(RosterError, match="tidak memiliki lembar bernama Rekaan"):
        read_roster(path, sheet="Rekaan")


def test_a_sheet_without_addresses_is_shown_so_that_a_person_can_choose(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", {"Data": [["Nama Media", "Kolom X"], ["Kabar", "-"], ["Warta", "w.example"]]})
    assert [column.heading for column in proposed_sheets(path)[0].columns] == ["Nama Media", "Kolom X"]
    assert len(read_roster(path, {"B": Field.ADDRESS}).outlets) == 1
