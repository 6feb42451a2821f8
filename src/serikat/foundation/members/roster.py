"""Reads a list of member outlets as people have it, and says row by row what stands in the way of using it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.members import roster_problems as problems
from serikat.foundation.members.roster_addresses import AddressCell, Fault, read_addresses
from serikat.foundation.members.roster_headings import Column, Field, Layout, field_of, layout_of
from serikat.foundation.members.roster_regions import Place, place_of, province_in
from serikat.foundation.members.roster_table import RosterError, Row, open_sheets

__all__ = ["Roster", "RosterError", "RosterOutlet", "RosterProblem", "read_roster"]

_TOTALS = re.compile(r"(?:sub\s*|grand\s*)?total\b.*|jumlah\b.*|rekap(?:itulasi)?\b.*", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\d{1,6}[.)]?")
_NOTHING = re.compile(r"[\W_]*|(?:tidak|belum|tdk|blm) ada|n/?a|nihil|kosong", re.IGNORECASE)
# One hundred and one rows of a public register hold `PT` where the name of a company belongs.
_FORM_ALONE = re.compile(r"[\W_]*(?:pt|cv|ud|firma|yayasan|koperasi|perseroan terbatas|tbk)[\W_]*", re.IGNORECASE)
_LONGEST_QUOTE = 80
_TAKEN = (Field.ADDRESS, Field.NAME, Field.COMPANY, Field.PROVINCE, Field.REGENCY, Field.NUMBER)


@dataclass(frozen=True, slots=True)
class RosterOutlet:
    """One outlet of a list, by the row in which it stands (1 is the first row of the sheet).

    `address` is an http or https URL. `company`, `province_code` (`36`), `province` and `regency` are empty where the
    list does not say; `cells` are the other cells of the row with their headings.
    """

    row: int
    address: str
    name: str
    company: str = ""
    province_code: str = ""
    province: str = ""
    regency: str = ""
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """What is wrong in one cell, and what to do; `is_left_out` says that because of it no outlet came of the row."""

    row: int
    column: str
    heading: str
    value: str
    words: Words
    is_left_out: bool

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it: `C12`."""
        return f"{self.column}{self.row}"


@dataclass(frozen=True, slots=True)
class Roster:
    """A list as it was read: the outlets in the order of the rows, the problems, and where all that stood.

    `header_row` is the last row of headings, 0 where the list has none; `sheet` is empty for a CSV.
    """

    outlets: tuple[RosterOutlet, ...]
    problems: tuple[RosterProblem, ...]
    columns: tuple[Column, ...]
    sheet: str
    header_row: int


def read_roster(path: Path) -> Roster:
    """The outlets of a CSV or XLSX file, whatever its headings, encoding and delimiter.

    Raises RosterError, saying what to do, where the file cannot be read as a list or holds no address of a site.
    """
    sheets = open_sheets(path)
    laid_out = [(sheet, layout) for sheet in sheets if (layout := layout_of(sheet.top())) is not None]
    if not laid_out:
        seen = sorted({cell for sheet in sheets for row in sheet.top()[:10] for cell in row if field_of(cell)})
        raise RosterError(problems.NO_COLUMN.filled(seen=", ".join(seen[:8]) or "-"))
    sheet, layout = max(laid_out, key=lambda found: found[1].score)
    reading = _Reading(layout)
    for number, row in enumerate(sheet.rows(), 1):
        if number > layout.header_row:
            reading.take(number, row)
    if not reading.outlets and not reading.problems:
        raise RosterError(problems.NOTHING_READ)
    return Roster(tuple(reading.outlets), tuple(reading.problems), layout.columns, sheet.name, layout.header_row)


class _Reading:
    """Takes row after row and keeps outlets, problems, and the sites already seen."""

    def __init__(self, layout: Layout) -> None:
        self.outlets: list[RosterOutlet] = []
        self.problems: list[RosterProblem] = []
        self._columns = layout.columns
        self._known = {field: layout.column_of(field) for field in Field}
        self._headings = tuple(column.heading for column in layout.columns)
        self._rows: dict[str, int] = {}
        self._province = ""

    def take(self, number: int, row: Row) -> None:
        """Reads one row of the body."""
        filled = {cell for cell in row if cell}
        if self._is_no_member(row, filled):
            return
        if len(filled) == 1 and province_in(next(iter(filled))) and not self._cell(row, Field.ADDRESS):
            self._province = next(iter(filled))  # a row of its own above the members of that province
            return
        cell = self._cell(row, Field.ADDRESS)
        read = read_addresses(cell)
        if read.fault is not None:
            if read.fault is not Fault.MISSING or self._cell(row, Field.NAME) or self._cell(row, Field.COMPANY):
                self._note(number, Field.ADDRESS, cell, problems.FAULTS[read.fault], is_left_out=True)
            return
        self._note_reading(number, cell, read)
        company, place = self._company(number, row), self._place(number, row)
        for address in read.addresses:
            self._keep(number, row, address, company, place)

    def _is_no_member(self, row: Row, filled: set[str]) -> bool:
        """Whether the row is empty, repeats the headings, counts the columns or sums up."""
        if not filled or all(_NUMBER.fullmatch(cell) for cell in filled):
            return True
        named = [cell for cell in filled if field_of(cell) or cell in self._headings]
        if len(named) > 1 and len(named) * 2 > len(filled) and not self._has_site(row):
            return True
        return any(_TOTALS.fullmatch(cell) for cell in row if cell) and not self._has_site(row)

    def _has_site(self, row: Row) -> bool:
        return bool(read_addresses(self._cell(row, Field.ADDRESS)).addresses)

    def _keep(self, number: int, row: Row, address: str, company: str, place: Place) -> None:
        key = Outlet(address).key
        before = self._rows.setdefault(key, number)
        if before != number or any(one.row == number and Outlet(one.address).key == key for one in self.outlets[-10:]):
            said = problems.DUPLICATE.filled(first=before, second=number, site=key)
            self._note(number, Field.ADDRESS, address, said, is_left_out=True)
            return
        name = self._cell(row, Field.NAME)
        self.outlets.append(
            RosterOutlet(
                row=number,
                address=address,
                name="" if _NOTHING.fullmatch(name) else name,
                company=company,
                province_code=place.province_code,
                province=place.province,
                regency=place.regency,
                cells=self._others(row),
            )
        )

    def _others(self, row: Row) -> tuple[tuple[str, str], ...]:
        named = ((column, row[column.number - 1]) for column in self._columns if column.number <= len(row))
        return tuple((column.heading, cell) for column, cell in named if cell and column.field not in _TAKEN)

    def _company(self, number: int, row: Row) -> str:
        company = self._cell(row, Field.COMPANY)
        if _FORM_ALONE.fullmatch(company):
            self._note(number, Field.COMPANY, company, problems.LEGAL_FORM_ALONE, is_left_out=False)
            return ""
        return "" if _NOTHING.fullmatch(company) else company

    def _place(self, number: int, row: Row) -> Place:
        province, regency = self._cell(row, Field.PROVINCE), self._cell(row, Field.REGENCY)
        said = "" if _NOTHING.fullmatch(province) else province
        place = place_of(said or self._province, "" if _NOTHING.fullmatch(regency) else regency)
        if said and not place.province_code:
            self._note(number, Field.PROVINCE, said, problems.UNKNOWN_PLACE, is_left_out=False)
        return place

    def _note_reading(self, number: int, cell: str, read: AddressCell) -> None:
        if read.is_mended:
            said = problems.MENDED.filled(address=", ".join(read.addresses))
            self._note(number, Field.ADDRESS, cell, said, is_left_out=False)
        if read.is_cut:
            self._note(
                number, Field.ADDRESS, cell, problems.ARTICLE.filled(address=read.addresses[0]), is_left_out=False
            )
        if len(read.addresses) > 1:
            said = problems.SEVERAL.filled(count=len(read.addresses), addresses=", ".join(read.addresses))
            self._note(number, Field.ADDRESS, cell, said, is_left_out=False)

    def _note(self, number: int, field: Field, value: str, words: Words, *, is_left_out: bool) -> None:
        column = self._known[field]
        letters, heading = (column.letters, column.heading) if column else ("", "")
        self.problems.append(RosterProblem(number, letters, heading, value[:_LONGEST_QUOTE], words, is_left_out))

    def _cell(self, row: Row, field: Field) -> str:
        column = self._known[field]
        return row[column.number - 1] if column and column.number <= len(row) else ""
