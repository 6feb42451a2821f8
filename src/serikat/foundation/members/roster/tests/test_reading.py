"""Lists of members as people keep them come in row by row, and what stands in the way is named with its cell."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from serikat.foundation.members.roster.fields import Field, field_of
from serikat.foundation.members.roster.listed import Roster, RosterOutlet
from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.members.roster.tests.sheets import Rows, workbook

REGISTER = Path(__file__).parent / "data" / "register-2022-cyber-media.csv"
MESSY: Rows = [
    ["DAFTAR ANGGOTA SERIKAT REKAAN"],
    ["Keadaan Mei 2026, disusun sekretariat (fiktif)"],
    [],
    ["No", "Media", "Badan Hukum", "Alamat", None, "Kontak", None, "Provinsi"],
    [None, None, None, "Alamat Website", "Kantor", "Surel", "No. HP", None],
    [1, 2, 3, 4, 5, 6, 7, 8],
    [1, "Kabar Fiktif", "PT Fiktif", "htpp://kabar-fiktif.example", "Rekaan", "a@kabar.example", 81, "Prov. Banten"],
    [2, "Warta Rekaan", "PT", "www.warta-rekaan.example/", "-", "-", "-", "Banten"],
    [],
    ["No", "Media", "Badan Hukum", "Alamat", None, "Kontak", None, "Provinsi"],
    [3, "Tanpa Situs Rekaan", "PT Tanpa Situs Rekaan", "tidak ada", "", "", "", "Kepri"],
    [4, "Warta Lagi Rekaan", "CV Rekaan", "http://warta-rekaan.example", "", "", "", "Rekaania"],
    [5, "Dua Fiktif", "Yayasan Dua Fiktif", "satu-fiktif.example, dua-fiktif.example", "", "", "", "DKI"],
    ["Jumlah", 5],
    [None, None, None, None, None, "Kota Fiktif, 1 Mei 2026"],
]  # fmt: skip


@pytest.fixture(scope="module")
def messy(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    path = tmp_path_factory.mktemp("roster") / "anggota.xlsx"
    return read_roster(workbook(path, {"Rekap": [["Rekap"], ["Banten", 2]], "Anggota": MESSY}))


def test_the_public_register_is_read_whole() -> None:
    roster = read_roster(REGISTER)
    assert len(roster.outlets) == 894
    assert sum(1 for one in roster.outlets if not one.company) == 101
    assert [one.row for one in roster.outlets if not one.province_code] == [471]
    assert Counter(one.province for one in roster.outlets)["Daerah Khusus Ibukota Jakarta"] == 91
    assert {problem.heading for problem in roster.problems} == {"badan_hukum"}


@pytest.mark.parametrize(
    "heading",
    ["Domain Lama", "Situs lama", "Website (lama)", "domain_sebelumnya", "Bekas domain", "Former domains", "Old site"],
)
@pytest.mark.parametrize("between", [" ", ", ", ";", "\n"])
def test_former_domains_are_read_and_what_is_none_is_named(tmp_path: Path, heading: str, between: str) -> None:
    cell = between.join(("kabar-lama.example", "http://www.kabar-tua.example", "kabarlama", "facebook.com/kabar"))
    rows: Rows = [["Media", heading, "Website"], ["Kabar", cell, "kabar.example"], ["Warta", "-", "warta.example"]]
    roster = read_roster(workbook(tmp_path / "x.xlsx", {"Data": rows}))
    kabar, warta = roster.outlets
    assert kabar.address == "https://kabar.example/"
    assert kabar.former_domains == ("https://kabar-lama.example/", "http://www.kabar-tua.example/")
    assert warta.former_domains == ()
    [problem] = roster.problems
    assert (problem.cell, problem.is_left_out) == ("B2", False)
    assert "kabarlama, facebook.com/kabar" in problem.words.en


def test_how_long_a_domain_stands_is_no_former_domain() -> None:
    assert field_of("Lama domain aktif") is not Field.FORMER_DOMAINS


def test_title_rows_numbers_repeated_headings_and_totals_are_no_members(messy: Roster) -> None:
    assert (messy.sheet, messy.header_row) == ("Anggota", 5)
    assert [(one.row, one.name, one.address) for one in messy.outlets] == [
        (7, "Kabar Fiktif", "http://kabar-fiktif.example/"),
        (8, "Warta Rekaan", "https://www.warta-rekaan.example/"),
        (13, "Dua Fiktif", "https://satu-fiktif.example/"),
        (13, "Dua Fiktif", "https://dua-fiktif.example/"),
    ]


def test_provinces_come_with_their_code_however_spelt(messy: Roster) -> None:
    assert [one.province_code for one in messy.outlets] == ["36", "36", "31", "31"]


def test_other_cells_are_kept_with_their_headings(messy: Roster) -> None:
    assert messy.outlets[0].cells == (("Kantor", "Rekaan"),)
    assert messy.outlets[0].emails == ("a@kabar.example",)


def test_every_problem_names_its_cell_and_the_next_step(messy: Roster) -> None:
    assert [(problem.cell, problem.is_left_out) for problem in messy.problems] == [
        ("D7", False), ("G7", False), ("C8", False), ("D11", True), ("D12", True), ("D13", False),
    ]  # fmt: skip


def test_a_site_named_twice_is_said_with_both_rows(messy: Roster) -> None:
    [twice] = [problem for problem in messy.problems if problem.row == 12 and problem.is_left_out]
    assert "Baris 8 dan baris 12" in twice.words.id
    assert "warta-rekaan.example" in twice.words.id


def test_a_legal_form_alone_is_missing_and_no_name(messy: Roster) -> None:
    assert messy.outlets[1].company == ""
    [problem] = [problem for problem in messy.problems if problem.cell == "C8"]
    assert "nama lengkap perusahaan" in problem.words.id


def test_a_province_merged_down_its_rows_holds_for_all_of_them(tmp_path: Path) -> None:
    sites = ["a-fiktif.example", "b-fiktif.example", "c-fiktif.example"]
    rows: Rows = [["Provinsi", "Website"], ["Banten", sites[0]], [None, sites[1]], [None, sites[2]]]
    roster = read_roster(workbook(tmp_path / "x.xlsx", {"Data": rows}, merged=["A2:A3"]))
    assert [one.province for one in roster.outlets] == ["Banten", "Banten", ""]


def test_a_province_in_a_row_of_its_own_holds_for_the_rows_below(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Nama,Website\nI. PROVINSI BANTEN,\nA,a-fiktif.example\nProv. Jawa Barat,\nB,b-fiktif.example\n")
    assert [one.province_code for one in read_roster(path).outlets] == ["36", "32"]


def test_a_regency_tells_its_province(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Website,Kab/Kota\na.example,Kota Serang\nb.example,Kab. Serang\nc.example,Serang\n")
    found = [(one.province, one.regency) for one in read_roster(path).outlets]
    assert found == [("Banten", "Kota Serang"), ("Banten", "Kabupaten Serang"), ("", "Serang")]


def test_a_bare_list_of_addresses_needs_no_heading(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("kabar-fiktif.example\nhttps://warta-rekaan.example\n")
    roster = read_roster(path)
    assert (roster.header_row, [one.row for one in roster.outlets]) == (0, [1, 2])


@pytest.mark.parametrize("heading", ["Media", "Portal", "Link", "Alamat", "Nama Website", "Tautan berita"])
def test_a_column_of_addresses_is_known_by_what_stands_in_it(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"No,{heading},PT\n1,kabar-fiktif.example,PT Kabar Fiktif\n2,-,PT Warta Rekaan\n")
    roster = read_roster(path)
    assert [one.address for one in roster.outlets] == ["https://kabar-fiktif.example/"]
    assert [problem.cell for problem in roster.problems] == ["B3"]


def test_headings_are_known_under_many_names() -> None:
    known = {
        "NAMA MEDIA": Field.NAME, "Alamat Website (wajib diisi)": Field.ADDRESS, "Kabupaten/Kota": Field.REGENCY,
        "Nama Perusahaan (PT)": Field.COMPANY, "No. HP": Field.PHONE, "Pemred": Field.EDITOR_IN_CHIEF,
        "e-mail": Field.EMAIL,
        "Link Facebook": None, "Status Website": None, "Alamat Situs Web": Field.ADDRESS,
    }  # fmt: skip
    assert {heading: field_of(heading) for heading in known} == known


def test_a_formula_in_a_csv_is_words_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('Nama,Website\n"=CMD()","=HYPERLINK(""https://kabar-fiktif.example"")"\n')
    roster = read_roster(path)
    assert (roster.outlets, [problem.cell for problem in roster.problems]) == ((), ["B2"])


NAMES = st.from_regex(r"[a-z]{3,9}-(?:fiktif|rekaan)", fullmatch=True)


@settings(max_examples=25, deadline=None)
@given(hosts=st.lists(NAMES, min_size=1, max_size=8, unique=True), as_workbook=st.booleans())
def test_a_written_roster_reads_back(
    tmp_path_factory: pytest.TempPathFactory, hosts: list[str], as_workbook: bool
) -> None:
    rows = [["Nama Media", "Perusahaan", "Website", "Provinsi", "Catatan"]]
    rows += [[f"Media {name}", f"PT {name}", f"https://{name}.example/", "Banten", "=1+1"] for name in hosts]
    folder = tmp_path_factory.getbasetemp()
    if as_workbook:
        path = workbook(folder / "tulis.xlsx", {"Anggota": rows})
    else:
        made = io.StringIO()
        csv.writer(made, delimiter=";").writerows(rows)
        path = folder / "tulis.csv"
        path.write_text(made.getvalue(), encoding="utf-8")
    assert list(read_roster(path).outlets) == [
        RosterOutlet(number, f"https://{name}.example/", f"Media {name}", f"PT {name}", "36", "Banten", notes="=1+1")
        for number, name in enumerate(hosts, 2)
    ]
