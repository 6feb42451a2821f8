"""The invented federation's list of members as secretariats keep theirs: a sheet with all that comes with one."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

from serikat.engines.site_audit.outlet import Outlet as AuditedOutlet
from serikat.foundation.members.roster.listed import Roster
from serikat.fronts.demo.outlets import FEDERATION, Outlet, outlets

ROSTER = "daftar-anggota.xlsx"
_TITLES = (
    f"DAFTAR ANGGOTA {FEDERATION.id.upper()}",
    "Disalin dari formulir pendaftaran; kolom yang kosong menyusul",
    "",
)
_HEADINGS = (
    "No", "Nama Media", "PT / Badan Hukum", "Alamat", "", "Provinsi", "Kab/Kota", "Penanggung Jawab", "No. WA",
)  # fmt: skip
_BELOW = ("", "", "", "Website", "Kantor", "", "", "", "")
# How people write an address, a province, a regency and a number.
_SPELLINGS = ("{}", "https://www.{}/", "http://{}", "htpp://{}", "www.{}", "https ://{}/", "{}/beranda")
_PROVINCES = ("Maluku", "Prov. Maluku", "MALUKU", "Provinsi Maluku")
_REGENCIES = (("Kabupaten", "Kab."), ("Kabupaten", "KAB"), ("Kabupaten", "Kabupaten"), ("Kota ", ""))
_NUMBERS = ("0812-5550-2{:02}", "+62 812 5550 2{:02}", "62812 55502{:02}", "08125550-2{:02}")
_HEADINGS_AGAIN = 24
# So many members gave no number yet.
_WITHOUT_NUMBER = 9


def write_roster(path: Path) -> None:
    """Writes the list to an XLSX file, with title rows, merged headings, misspellings, a duplicate and a total."""
    rows = [*((title,) for title in _TITLES), _HEADINGS, _BELOW, tuple(map(str, range(1, len(_HEADINGS) + 1)))]
    members = [_row(number, outlet) for number, outlet in enumerate(outlets(), 1)]
    members.insert(_HEADINGS_AGAIN, _HEADINGS)
    members += [
        ("", "Surya Jala Rekaan", "PT Surya Jala Rekaan", "belum ada", "", "Maluku", "Kota Ambon", "Uci Fiktif"),
        ("", "Kabar Medsos Fiktif", "PT", "https://facebook.com/kabarmedsosfiktif", "", "Maluku", "Kab. Buru"),
        ("", outlets()[0].name, outlets()[0].company, f"HTTP://{outlets()[0].site.upper()}", "", "", ""),
        ("JUMLAH", str(len(outlets()) + 3)),
    ]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Anggota")
        bold = book.add_format({"bold": True})
        for at, row in enumerate([*rows, *members]):
            for column, cell in enumerate(row):
                sheet.write_string(at, column, cell, bold if at < len(rows) else None)
        sheet.merge_range(len(_TITLES), 3, len(_TITLES), 4, _HEADINGS[3], bold)
        sheet.set_column(1, 4, 34)


def members_of(roster: Roster) -> list[Outlet]:
    """The invented outlets that a list names, in its order; raises KeyError for an address outside the demo."""
    held = {AuditedOutlet(f"http://{outlet.site}/").key: outlet for outlet in outlets()}
    return [held[AuditedOutlet(listed.address).key] for listed in roster.outlets]


def _row(number: int, outlet: Outlet) -> tuple[str, ...]:
    address = _SPELLINGS[number % len(_SPELLINGS)].format(outlet.site)
    # The front door of a shared host is not that of the outlet.
    address = outlet.site if outlet.path else address
    province = _PROVINCES[number % len(_PROVINCES)]
    regency = outlet.regency.replace(*_REGENCIES[number % len(_REGENCIES)])
    company = outlet.company or "PT"
    return (
        str(number), outlet.name, company, address, outlet.address, province, regency, outlet.editor,
        _phone(number, outlet),
    )  # fmt: skip


def _phone(number: int, outlet: Outlet) -> str:
    """One number for all outlets of a company; some have none."""
    first = next(at for at, one in enumerate(outlets(), 1) if one is outlet or one.company == outlet.company != "")
    return "" if number % _WITHOUT_NUMBER == 0 else _NUMBERS[number % len(_NUMBERS)].format(first)
