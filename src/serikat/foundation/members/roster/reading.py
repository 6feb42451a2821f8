"""Reads a list of member outlets as people have it, and says row by row what stands in the way of using it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.members.roster import problems
from serikat.foundation.members.roster.addresses import AddressCell, Fault, read_addresses
from serikat.foundation.members.roster.dates import DateOrder, order_of
from serikat.foundation.members.roster.fields import Field, field_of
from serikat.foundation.members.roster.headings import Layout, layout_of, likely_layout
from serikat.foundation.members.roster.listed import ListedSheet, Roster, RosterOutlet
from serikat.foundation.members.roster.places import is_section, province_in
from serikat.foundation.members.roster.row_reading import RowReading
from serikat.foundation.members.roster.sheet import RosterError, Row, Sheet
from serikat.foundation.members.roster.sheets import open_sheets

_TOTALS = re.compile(r"(?:sub\s*|grand\s*)?total\b.*|jumlah\b.*|rekap(?:itulasi)?\b.*", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\d{1,6}[.)]?")


def read_roster(path: Path, mapping: Mapping[str, Field | None] | None = None, sheet: str | None = None) -> Roster:
    """The outlets of a list, whatever its kind, headings, encoding and delimiter.

    `mapping` corrects what columns hold, by their letters (`{"C": Field.ADDRESS, "D": None}`), and `sheet` names the
    sheet to read; without them the likeliest is taken. Raises RosterError, saying what to do, where the file cannot
    be read as a list or holds no address of a site.
    """
    sheets = open_sheets(path)
    if sheet is None and not mapping:
        chosen, layout = _likeliest(sheets)
    else:
        chosen = _named(sheets, sheet)
        layout = likely_layout(chosen.top()).corrected(mapping or {})
        if layout.column_of(Field.ADDRESS) is None:
            raise RosterError(problems.NO_ADDRESS_CHOSEN)
    reading = _Reading(layout, _order(chosen, layout))
    for number, row in enumerate(chosen.rows(), 1):
        if number > layout.header_row:
            reading.take(number, row)
    found, wrong = tuple(reading.outlets), tuple(reading.row_reading.problems)
    if not found and not wrong:
        raise RosterError(problems.NOTHING_READ)
    hidden = tuple(sorted({one.row for one in found} & chosen.hidden_rows))
    return Roster(found, wrong, layout.columns, chosen.name, layout.header_row, hidden)


def proposed_sheets(path: Path) -> tuple[ListedSheet, ...]:
    """Each sheet with what its columns seem to hold, how surely, and a few of their cells; the likeliest is marked.

    Raises RosterError where the file cannot be opened. A sheet without a column of addresses is shown as well: a
    person may know which column that is.
    """
    sheets = open_sheets(path)
    laid_out = [(sheet, likely_layout(sheet.top())) for sheet in sheets]
    best = max(range(len(laid_out)), key=lambda at: _worth(laid_out[at][1]), default=0)
    return tuple(
        ListedSheet(sheet.name, sheet.is_visible, layout.header_row, layout.columns, at == best)
        for at, (sheet, layout) in enumerate(laid_out)
    )


def _likeliest(sheets: Sequence[Sheet]) -> tuple[Sheet, Layout]:
    laid_out = [(sheet, layout) for sheet in sheets if (layout := layout_of(sheet.top())) is not None]
    if not laid_out:
        seen = sorted({cell for sheet in sheets for row in sheet.top()[:10] for cell in row if field_of(cell)})
        raise RosterError(problems.NO_COLUMN.filled(seen=", ".join(seen[:8]) or "-"))
    return max(laid_out, key=lambda found: _worth(found[1]))


def _worth(layout: Layout) -> tuple[bool, float]:
    return layout.column_of(Field.ADDRESS) is not None, layout.score


def _named(sheets: Sequence[Sheet], name: str | None) -> Sheet:
    if name is None:
        return max(sheets, key=lambda sheet: _worth(likely_layout(sheet.top())))
    for sheet in sheets:
        if sheet.name == name:
            return sheet
    raise RosterError(problems.NO_SUCH_SHEET.filled(sheet=name))


def _order(sheet: Sheet, layout: Layout) -> DateOrder:
    column = layout.column_of(Field.JOINED)
    if column is None:
        return DateOrder.UNKNOWN
    return order_of(row[column.number - 1] for row in sheet.rows() if column.number <= len(row))


class _Reading:
    """Takes row after row and keeps the outlets, the sites already seen, and the part of the list that it is in."""

    def __init__(self, layout: Layout, order: DateOrder) -> None:
        self.outlets: list[RosterOutlet] = []
        self.row_reading = RowReading(layout, order)
        self._headings = tuple(column.heading for column in layout.columns)
        self._rows: dict[str, int] = {}
        self._member_numbers: dict[str, int] = {}
        self._section = ("", "")

    def take(self, number: int, row: Row) -> None:
        """Reads one row of the body."""
        filled = {cell for cell in row if cell}
        if self._is_no_member(row, filled) or self._begins_section(row, filled):
            return
        cell = self.row_reading.cell(row, Field.ADDRESS)
        read = read_addresses(cell)
        if read.fault is not None:
            is_member = any(self.row_reading.cell(row, field) for field in (Field.NAME, Field.COMPANY))
            if read.fault is not Fault.MISSING or is_member:
                self.row_reading.note(number, Field.ADDRESS, cell, problems.FAULTS[read.fault], is_left_out=True)
            return
        self._note_reading(number, cell, read)
        self._keep(number, row, read.addresses)

    def _is_no_member(self, row: Row, filled: set[str]) -> bool:
        """Whether the row is empty, repeats the headings, counts the columns or sums up."""
        if not filled or all(_NUMBER.fullmatch(cell) for cell in filled):
            return True
        named = [cell for cell in filled if field_of(cell) or cell in self._headings]
        if len(named) > 1 and len(named) * 2 > len(filled) and not self._has_site(row):
            return True
        return any(_TOTALS.fullmatch(cell) for cell in row if cell) and not self._has_site(row)

    def _has_site(self, row: Row) -> bool:
        return bool(read_addresses(self.row_reading.cell(row, Field.ADDRESS)).addresses)

    def _begins_section(self, row: Row, filled: set[str]) -> bool:
        """Whether the row names, alone or with a number, the province or regency of the members below it."""
        words = [cell for cell in filled if not _NUMBER.fullmatch(cell)]
        if len(words) != 1 or self._has_site(row):
            return False
        if is_section(words[0]):
            self._section = (self._section[0], words[0])
        elif len(filled) == 1 and province_in(words[0]):
            self._section = (words[0], "")
        else:
            return False
        return True

    def _keep(self, number: int, row: Row, addresses: Sequence[str]) -> None:
        fresh = [address for address in addresses if self._is_fresh(number, address)]
        if not fresh:
            return
        first = self._listed(number, row, fresh[0])
        self.outlets += [replace(first, address=address) for address in fresh]

    def _is_fresh(self, number: int, address: str) -> bool:
        key = Outlet(address).key
        if key not in self._rows:
            self._rows[key] = number
            return True
        if self._rows[key] != number:
            said = problems.DUPLICATE.filled(first=self._rows[key], second=number, site=key)
            self.row_reading.note(number, Field.ADDRESS, address, said, is_left_out=True)
        return False

    def _listed(self, number: int, row: Row, address: str) -> RosterOutlet:
        read = self.row_reading
        place = read.place(number, row, self._section)
        return RosterOutlet(
            row=number,
            address=address,
            name=read.words(row, Field.NAME),
            former_domains=read.former_domains(number, row),
            company=read.company(number, row),
            province_code=place.province_code,
            province=place.province,
            regency_code=place.regency_code,
            regency=place.regency,
            responsible_person=read.words(row, Field.RESPONSIBLE_PERSON),
            editor_in_chief=read.words(row, Field.EDITOR_IN_CHIEF),
            phones=read.phones(number, row),
            emails=read.emails(number, row),
            member_number=self._member_number(number, row),
            joined=read.joined(number, row),
            status=read.status(number, row),
            certificate=read.words(row, Field.CERTIFICATE),
            notes=read.words(row, Field.NOTES),
            cells=read.others(row),
        )

    def _member_number(self, number: int, row: Row) -> str:
        member_number = self.row_reading.words(row, Field.MEMBER_NUMBER)
        before = self._member_numbers.setdefault(member_number, number) if member_number else number
        if before != number:
            said = problems.DUPLICATE_NUMBER.filled(first=before)
            self.row_reading.note(number, Field.MEMBER_NUMBER, member_number, said)
        return member_number

    def _note_reading(self, number: int, cell: str, read: AddressCell) -> None:
        listed = ", ".join(read.addresses)
        if read.is_mended:
            self.row_reading.note(number, Field.ADDRESS, cell, problems.MENDED.filled(address=listed))
        if read.is_foreign:
            self.row_reading.note(number, Field.ADDRESS, cell, problems.FOREIGN.filled(address=listed))
        if read.is_cut:
            said = problems.ARTICLE.filled(address=read.addresses[0])
            self.row_reading.note(number, Field.ADDRESS, cell, said)
        if len(read.addresses) > 1:
            said = problems.SEVERAL.filled(count=len(read.addresses), addresses=listed)
            self.row_reading.note(number, Field.ADDRESS, cell, said)
