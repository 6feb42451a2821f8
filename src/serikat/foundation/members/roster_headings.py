"""Finds the row of headings in a list and what each column holds, under the many names that people give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from serikat.foundation.members.roster_addresses import looks_like_an_address
from serikat.foundation.members.roster_table import Row

_LONGEST_HEADING = 80
# A column is one of addresses where half of what stands in it are addresses.
_MOSTLY = 0.5
_NEARLY = 0.75


class Field(StrEnum):
    """What a column may hold."""

    ADDRESS = "address"
    NAME = "name"
    COMPANY = "company"
    PROVINCE = "province"
    REGENCY = "regency"
    RESPONSIBLE = "responsible"
    EDITOR = "editor"
    PHONE = "phone"
    EMAIL = "email"
    STATUS = "status"
    NUMBER = "number"


_HEADINGS = {
    Field.ADDRESS: (
        "website", "web site", "web", "situs", "situs web", "domain", "nama domain", "url", "alamat url", "laman",
        "alamat website", "alamat web", "alamat situs", "alamat situs web", "alamat laman", "alamat domain", "link",
        "link website", "link web", "link media", "link situs", "tautan", "homepage", "alamat media online",
        "website media", "nama website", "nama situs", "site", "web address", "address url",
    ),
    Field.NAME: (
        "nama media", "media", "portal", "nama portal", "portal berita", "nama portal berita", "media siber", "outlet",
        "nama media siber", "media online", "nama media online", "nama outlet", "nama anggota", "anggota", "nama",
        "media massa", "nama media massa", "name", "outlet name", "perusahaan media", "media anggota",
    ),
    Field.COMPANY: (
        "perusahaan", "nama perusahaan", "badan hukum", "nama badan hukum", "pt", "nama pt", "penerbit", "company",
        "perusahaan pers", "nama perusahaan pers", "badan usaha", "nama badan usaha", "legalitas", "pt cv",
        "pt yayasan", "badan hukum pt", "perseroan", "publisher", "legal entity",
    ),
    Field.PROVINCE: ("provinsi", "propinsi", "prov", "province", "asal provinsi", "nama provinsi", "daerah provinsi"),
    Field.REGENCY: (
        "kabupaten", "kota", "kab", "kabupaten kota", "kab kota", "kota kabupaten", "kota kab", "daerah", "wilayah",
        "domisili", "kedudukan", "city", "regency", "asal daerah", "kab dan kota",
    ),
    Field.RESPONSIBLE: ("penanggung jawab", "penanggungjawab", "pj", "nama penanggung jawab", "pimpinan", "direktur"),
    Field.EDITOR: ("pemred", "pemimpin redaksi", "pimpinan redaksi", "pimred", "nama pemred", "editor in chief"),
    Field.PHONE: (
        "no hp", "hp", "nomor hp", "telepon", "telp", "tlp", "no telepon", "no telp", "nomor telepon", "whatsapp", "wa",
        "no wa", "nomor wa", "kontak", "hp wa", "no hp wa", "phone", "no kontak", "nomor kontak",
    ),
    Field.EMAIL: ("email", "e mail", "surel", "alamat email", "alamat surel", "alamat e mail", "email redaksi"),
    Field.STATUS: ("status", "status verifikasi", "verifikasi", "status anggota", "keanggotaan", "status keanggotaan"),
    Field.NUMBER: ("no", "nomor", "no urut", "nomor urut", "num", "number", "urut"),
}  # fmt: skip
_FIELDS = {heading: field for field, headings in _HEADINGS.items() for heading in headings}
_ABOUT_A_SITE = re.compile(r"\b(?:website|web|situs|domain|url|laman)\b")
_NOT_THE_SITE = re.compile(
    r"\b(?:facebook|instagram|youtube|tiktok|twitter|medsos|sosial|status|tanggal|masa|jenis|admin|pengelola)\b"
)
_BEGINNINGS = (
    ("nama media", Field.NAME), ("nama perusahaan", Field.COMPANY), ("badan hukum", Field.COMPANY),
    ("provinsi", Field.PROVINCE), ("penanggung jawab", Field.RESPONSIBLE), ("pemimpin redaksi", Field.EDITOR),
    ("email", Field.EMAIL), ("no hp", Field.PHONE), ("status", Field.STATUS),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: its number from 1, its heading as printed, and what it holds where that is known."""

    number: int
    heading: str
    field: Field | None

    @property
    def letters(self) -> str:
        """The column as a spreadsheet names it: A, B, …, AA."""
        letters, left = "", self.number
        while left:
            left, at = divmod(left - 1, 26)
            letters = chr(65 + at) + letters
        return letters


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is laid out: the last row of headings (0 where there are none) and its columns."""

    header_row: int
    columns: tuple[Column, ...]
    score: float

    def column_of(self, field: Field) -> Column | None:
        """The first column that holds this, where one does."""
        return next((column for column in self.columns if column.field is field), None)


def field_of(heading: str) -> Field | None:
    """What a column under this heading holds, as far as the heading says."""
    said = " ".join(re.sub(r"\([^)]*\)|[^\w]|_", " ", heading.lower()).split())
    if said in _FIELDS:
        return _FIELDS[said]
    if _ABOUT_A_SITE.search(said) and not _NOT_THE_SITE.search(said):
        return Field.ADDRESS
    return next((field for beginning, field in _BEGINNINGS if said.startswith(beginning)), None)


def layout_of(top: Sequence[Row]) -> Layout | None:
    """The layout of a sheet by its first rows: the row that names most, or none where a column of sites stands bare."""
    found = [layout for at in range(len(top)) if (layout := _with_headings(top, at)) is not None]
    most = max((layout.score for layout in found), default=0)
    # The first that is nearly as good as the best: headings are repeated at the top of each printed page.
    return next((layout for layout in found if layout.score >= most * _NEARLY), None) or _bare(top)


def _with_headings(top: Sequence[Row], at: int) -> Layout | None:
    if any(len(cell) > _LONGEST_HEADING for cell in top[at]):
        return None
    fields = {field_of(cell) for cell in top[at]} - {None, Field.NUMBER}
    if not fields:
        return None
    headings, last = list(top[at]), at
    if at + 1 < len(top) and _continues(top[at], top[at + 1]):
        # `Kontak` merged over `Surel` and `No. HP`: what stands below says more.
        pairs = zip_longest(top[at], top[at + 1], fillvalue="")
        headings, last = [below or above for above, below in pairs], at + 1
    layout = _laid_out(headings, top[last + 1 :], last + 1)
    known = {column.field for column in layout.columns} - {None, Field.NUMBER}
    return Layout(layout.header_row, layout.columns, len(known)) if Field.ADDRESS in known else None


def _continues(above: Row, below: Row) -> bool:
    named = [cell for cell in below if cell]
    under = [cell for cell, head in zip_longest(below, above, fillvalue="") if cell and cell != head]
    known = sum(1 for cell in named if field_of(cell))
    return bool(under) and known >= len(named) * _MOSTLY and not any(map(looks_like_an_address, named))


def _laid_out(headings: Sequence[str], body: Sequence[Row], header_row: int) -> Layout:
    fields = [field_of(heading) for heading in headings]
    address = _address_column(fields, body)
    columns: list[Column] = []
    for at, heading in enumerate(headings):
        field = fields[at]
        if at == address:
            field = Field.ADDRESS
        elif field is Field.ADDRESS or (field is not None and field in {one.field for one in columns}):
            field = None
        columns.append(Column(at + 1, " ".join(heading.split()), field))
    return Layout(header_row, tuple(columns), 0)


def _address_column(fields: Sequence[Field | None], body: Sequence[Row]) -> int | None:
    """The column of addresses: by what stands in it, and by its heading where the contents leave it open."""
    best, best_score = None, _MOSTLY - 0.01
    for at, field in enumerate(fields):
        if field in (Field.EMAIL, Field.PHONE, Field.NUMBER, Field.COMPANY):
            continue
        score = _share_of_addresses(body, at) + (_MOSTLY if field is Field.ADDRESS else 0)
        if score > best_score:
            best, best_score = at, score
    return best


def _share_of_addresses(body: Sequence[Row], at: int) -> float:
    cells = [row[at] for row in body if at < len(row) and row[at] and not field_of(row[at])]
    return sum(map(looks_like_an_address, cells)) / len(cells) if cells else 0.0


def _bare(top: Sequence[Row]) -> Layout | None:
    """A list without headings: the column in which addresses stand, and nothing else known."""
    width = max(map(len, top), default=0)
    address = _address_column([None] * width, top)
    if address is None:
        return None
    columns = tuple(Column(at + 1, "", Field.ADDRESS if at == address else None) for at in range(width))
    return Layout(0, columns, 0)
