"""A list beside what is known: every row says what would become of it, and nothing is erased by an empty cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from serikat.foundation.members.roster.comparing import Change, RowChange, compared
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.known import KnownOutlet
from serikat.foundation.members.roster.listed_status import ListedStatus
from serikat.foundation.members.roster.reading import read_roster

HEADINGS = "Nama Media,Website,PT,Provinsi,Kab/Kota,No HP,Surel,Pemred,Tgl Bergabung,Status Verifikasi\n"
KABAR = KnownOutlet(
    key="k1", address="https://kabar-fiktif.example/", name="Kabar Fiktif", company="PT Kabar Fiktif",
    province_code="36", regency_code="36.73", phones=("+6281234567890",), emails=("a@kabar.example",),
    editor_in_chief="Rani Fiktif", joined=date(2021, 3, 2), status=ListedStatus.FACTUAL,
    former_addresses=("https://kabar-lama.example/",),
)  # fmt: skip


def changes(
    folder: Path, *lines: str, known: tuple[KnownOutlet, ...] = (KABAR,), decisions: dict[str, str] | None = None
) -> tuple[RowChange, ...]:
    path = folder / "x.csv"
    path.write_text(HEADINGS + "\n".join(lines) + "\n", encoding="utf-8")
    return compared(read_roster(path), known, decisions)


def only(folder: Path, line: str, **known: object) -> RowChange:
    [change] = changes(folder, line, known=(replace(KABAR, **known),))  # type: ignore[arg-type]
    return change


def test_a_new_site_is_created(tmp_path: Path) -> None:
    [change] = changes(tmp_path, "Warta Rekaan,warta-rekaan.example")
    assert (change.row, change.change, change.known) == (2, Change.CREATED, "")


@pytest.mark.parametrize(
    "line",
    [
        "Kabar Fiktif,http://www.kabar-fiktif.example/",
        ",kabar-fiktif.example,,,,,,,,",
        'Kabar  Fiktif,kabar-fiktif.example,"Kabar Fiktif, PT.",BANTEN,Serang (Kota),62812-34567890,A@KABAR.example',
        "-,kabar-fiktif.example,PT,tidak ada,Serang,8.12E+10,salah,,02/03/2021,entah",
    ],
)  # fmt: skip
def test_other_spellings_empty_and_unreadable_cells_change_nothing(tmp_path: Path, line: str) -> None:
    change = only(tmp_path, line)
    assert (change.change, change.fields, change.known) == (Change.UNCHANGED, (), "k1")


def test_a_changed_row_says_each_field_from_and_to(tmp_path: Path) -> None:
    change = only(
        tmp_path,
        "Kabar Baru,kabar-fiktif.example,CV Kabar Fiktif,Jawa Barat,Kota Bekasi,0812 0000 1111,b@kabar.example,Budi,"
        "4 Maret 2021,Belum",
    )
    assert change.change is Change.CHANGED
    assert [(one.field, one.before, one.after) for one in change.fields] == [
        (Field.NAME, "Kabar Fiktif", "Kabar Baru"),
        (Field.COMPANY, "PT Kabar Fiktif", "CV Kabar Fiktif"),
        (Field.PROVINCE, "Banten", "Jawa Barat"),
        (Field.REGENCY, "Kota Serang", "Kota Bekasi"),
        (Field.EDITOR_IN_CHIEF, "Rani Fiktif", "Budi"),
        (Field.PHONE, "+6281234567890", "+6281200001111"),
        (Field.EMAIL, "a@kabar.example", "b@kabar.example"),
        (Field.JOINED, "2021-03-02", "2021-03-04"),
        (Field.STATUS, "Terverifikasi faktual", "Belum"),
    ]


def test_what_was_empty_is_filled(tmp_path: Path) -> None:
    change = only(tmp_path, "Kabar Fiktif,kabar-fiktif.example,PT Kabar Fiktif,Banten", company="", province_code="", regency_code="")  # fmt: skip  # noqa: E501
    assert [(one.field, one.before) for one in change.fields] == [(Field.COMPANY, ""), (Field.PROVINCE, "")]


def test_an_outlet_is_known_by_a_former_address(tmp_path: Path) -> None:
    assert only(tmp_path, "Kabar Fiktif,kabar-lama.example").change is Change.UNCHANGED


@pytest.mark.parametrize("cell", ["kabar-lama.example", "-", "www.kabar-fiktif.example", "bukan alamat"])
def test_former_domains_that_say_nothing_new_change_nothing(tmp_path: Path, cell: str) -> None:
    assert with_former(tmp_path, f"kabar-fiktif.example,{cell}").change is Change.UNCHANGED


def test_a_former_domain_that_only_the_list_knows_is_added(tmp_path: Path) -> None:
    [field] = with_former(tmp_path, "kabar-fiktif.example,kabar-tua.example").fields
    assert field.field is Field.FORMER_DOMAINS
    assert field.after == "https://kabar-lama.example/, https://kabar-tua.example/"


def test_an_outlet_whose_site_the_list_calls_former_has_moved(tmp_path: Path) -> None:
    change = with_former(tmp_path, "kabar-baru.example,kabar-fiktif.example")
    assert (change.change, change.known) == (Change.CHANGED, "k1")
    assert [one.field for one in change.fields] == [Field.ADDRESS]


def with_former(folder: Path, line: str) -> RowChange:
    path = folder / "lama.csv"
    path.write_text(f"Website,Domain Lama\n{line}\n", encoding="utf-8")
    [change] = compared(read_roster(path), (KABAR,))
    return change


def test_former_and_present_address_in_two_rows_are_one_outlet(tmp_path: Path) -> None:
    former, present = changes(tmp_path, "Kabar Fiktif,kabar-lama.example", "Kabar Fiktif,kabar-fiktif.example")
    assert (former.change, present.change) == (Change.REFUSED, Change.UNCHANGED)
    assert "Baris 3 dan baris 2" in former.problems[-1].words.id


def test_the_same_name_and_company_at_a_new_site_is_asked_about(tmp_path: Path) -> None:
    change = only(tmp_path, "KABAR FIKTIF,kabar-baru.example,PT. Kabar Fiktif")
    assert (change.change, change.known) == (Change.ASKED, "k1")
    assert change.question
    assert "kabar-fiktif.example" in change.question.id


@pytest.mark.parametrize(
    "line", ["Kabar Fiktif,kabar-baru.example,PT Lain Fiktif", "Lain,kabar-baru.example,PT Kabar Fiktif"]
)
def test_another_company_or_another_name_is_another_outlet(tmp_path: Path, line: str) -> None:
    assert only(tmp_path, line).change is Change.CREATED


def test_an_answer_decides_what_was_asked(tmp_path: Path) -> None:
    line = "Kabar Fiktif,kabar-baru.example,PT Kabar Fiktif"
    [moved] = changes(tmp_path, line, decisions={"kabar-baru.example": "k1"})
    assert [(one.field, one.after) for one in moved.fields] == [(Field.ADDRESS, "https://kabar-baru.example/")]
    [other] = changes(tmp_path, line, decisions={"kabar-baru.example": ""})
    assert other.change is Change.CREATED


def test_an_outlet_that_the_list_names_at_its_site_has_not_moved(tmp_path: Path) -> None:
    first, second = changes(tmp_path, "Kabar Fiktif,kabar-fiktif.example", "Kabar Fiktif,kabar-kedua.example")
    assert (first.change, second.change) == (Change.UNCHANGED, Change.CREATED)


def test_a_row_that_cannot_be_used_is_refused_with_its_reason(tmp_path: Path) -> None:
    first, refused, twice = changes(tmp_path, "A,a.example", "B,belum ada", "C,www.a.example")
    assert (first.change, refused.change, twice.change) == (Change.CREATED, Change.REFUSED, Change.REFUSED)
    assert (refused.row, refused.listed, [one.cell for one in refused.problems]) == (3, None, ["B3"])
    assert "Baris 2 dan baris 4" in twice.problems[0].words.id


def test_a_regency_of_the_province_that_was_left_does_not_stay(tmp_path: Path) -> None:
    change = only(tmp_path, "Kabar Fiktif,kabar-fiktif.example,,Jawa Barat")
    assert [(one.field, one.after) for one in change.fields] == [(Field.PROVINCE, "Jawa Barat"), (Field.REGENCY, "")]


def test_a_member_number_in_two_rows_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Website,No Anggota\na.example,36.001\nb.example,36.001\n")
    roster = read_roster(path)
    assert [(problem.cell, problem.is_left_out) for problem in roster.problems] == [("B3", False)]
