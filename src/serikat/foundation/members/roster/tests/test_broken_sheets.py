"""A corpus of sheets as secretariats keep them: each is untidy in its own way, and each gives the same two members."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from serikat.foundation.members.roster.reading import read_roster
from serikat.foundation.members.roster.tests.sheets import Rows, workbook

HEAD = ["No", "Nama Media", "Website", "Provinsi", "No HP"]
KABAR = [1, "Kabar Fiktif", "https://www.kabar-fiktif.example/", "Banten", "081234567890"]
WARTA = [2, "Warta Rekaan", "warta-rekaan.example", "Jawa Barat", "+62 857-0000-1111"]
SHEETS: dict[str, Rows] = {
    "tidy": [HEAD, KABAR, WARTA],
    "notes above": [["DAFTAR ANGGOTA"], ["Website diperbarui Mei 2026"], [], ["Sumber: formulir"], HEAD, KABAR, WARTA],
    "numbers below the headings": [HEAD, [1, 2, 3, 4, 5], KABAR, WARTA],
    "numbers in brackets": [HEAD, ["(1)", "(2)", "(3)", "(4)", "(5)"], KABAR, WARTA],
    "headings on each page": [HEAD, KABAR, [], HEAD, WARTA],
    "two rows of headings": [
        ["No", "Media", None, "Daerah", "Kontak"], [None, "Nama Media", "Website", "Provinsi", "No HP"], KABAR, WARTA,
    ],
    "three rows of headings": [
        ["Data Anggota", None, None, None, None], ["No", "Media", None, "Daerah", "Kontak"],
        [None, "Nama Media", "Website", "Provinsi", "No HP"], KABAR, WARTA,
    ],
    "subtotals and a total": [HEAD, KABAR, ["Sub Total", None, None, None, 1], WARTA, ["JUMLAH", None, None, None, 2]],
    "provinces in rows": [
        ["No", "Nama Media", "Website", "No HP"], ["BANTEN"], KABAR[:3] + KABAR[4:], ["Provinsi Jawa Barat"],
        WARTA[:3] + WARTA[4:],
    ],
    "provinces and regencies in rows": [
        ["No", "Nama Media", "Website", "No HP"], ["I. Prov. Banten"], [None, "Kota Serang"], KABAR[:3] + KABAR[4:],
        ["II. JAWA BARAT"], [1, "Kab. Bekasi"], WARTA[:3] + WARTA[4:],
    ],
    "a signature below": [HEAD, KABAR, WARTA, [], [None, None, None, None, "Kota Fiktif, 1 Mei 2026"], ["Sekretaris"]],
    "columns to the left": [[None, None, *HEAD], [None, None, *KABAR], [None, None, *WARTA]],
    "empty columns between": [
        ["No", None, "Nama Media", None, "Website", "Provinsi", "No HP"],
        [1, None, "Kabar Fiktif", None, *KABAR[2:]], [2, None, "Warta Rekaan", None, *WARTA[2:]],
    ],
    "spellings": [
        ["NO.", "NAMA  MEDIA *", "Alamat Website (wajib)", "PROPINSI", "Nomor HP/WA aktif"],
        ["1.", " Kabar  Fiktif ", "htpp://kabar-fiktif.example/index.php", "Prov. BANTEN", 81234567890],
        ["2.", "Warta\u200b Rekaan", "WWW. warta-rekaan .example", "jabar", "0857 0000 1111 (Budi)"],
    ],
    "no headings": [KABAR, WARTA],
}  # fmt: skip


@pytest.mark.parametrize("case", SHEETS)
def test_the_same_two_members_come_of_every_sheet(tmp_path: Path, case: str) -> None:
    roster = read_roster(workbook(tmp_path / "x.xlsx", {"Anggota": SHEETS[case]}))
    assert [(one.name, one.key, one.province_code, one.phones) for one in roster.outlets] == [
        ("Kabar Fiktif", "kabar-fiktif.example", "36", ("+6281234567890",)),
        ("Warta Rekaan", "warta-rekaan.example", "32", ("+6285700001111",)),
    ]
    assert [problem for problem in roster.problems if problem.is_left_out] == []


def test_a_regency_in_a_row_of_its_own_holds_until_the_next(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", {"Anggota": SHEETS["provinces and regencies in rows"]})
    assert [one.regency_code for one in read_roster(path).outlets] == ["36.73", "32.16"]


def test_days_of_every_make_stand_in_one_column(tmp_path: Path) -> None:
    days = [date(2021, 3, 25), 44257, "25/03/2021", "2 Maret 2021", "Mar-21", "02/03/2021"]
    rows: Rows = [
        ["Website", "Tgl Bergabung"],
        *([f"{at}.example", day] for at, day in zip("abcdef", days, strict=True)),
    ]
    roster = read_roster(workbook(tmp_path / "x.xlsx", {"Anggota": rows}))
    march = [one.joined.day if one.joined else None for one in roster.outlets]
    assert march == [25, 2, 25, 2, None, 2]
    assert [problem.cell for problem in roster.problems] == ["B6"]
