"""Reads the cells of one row by their fields, and notes what of them cannot be used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from serikat.engines.judgement.words import Words
from serikat.foundation.members.roster import problems
from serikat.foundation.members.roster.addresses import read_former
from serikat.foundation.members.roster.blanks import says_nothing
from serikat.foundation.members.roster.contacts import read_emails, read_phones
from serikat.foundation.members.roster.dates import DateOrder, read_date
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.headings import Column, Layout
from serikat.foundation.members.roster.listed import RosterProblem, tidy
from serikat.foundation.members.roster.listed_status import ListedStatus, read_status
from serikat.foundation.members.roster.places import Place, PlaceFault, place_of
from serikat.foundation.members.roster.sheet import Row

# One hundred and one rows of a public register hold `PT` where the name of a company belongs.
_FORM_ALONE = re.compile(r"[\W_]*(?:pt|cv|ud|firma|yayasan|koperasi|perseroan terbatas|tbk)[\W_]*", re.IGNORECASE)
_LONGEST_QUOTE = 80


class RowReading:
    """One row after the other; what is wrong in it is kept in `problems`."""

    def __init__(self, layout: Layout, order: DateOrder) -> None:
        self.problems: list[RosterProblem] = []
        self._order = order
        self._columns: dict[Field, list[Column]] = {}
        self._unknown = [column for column in layout.columns if column.field is None]
        for column in layout.columns:
            if column.field is not None:
                self._columns.setdefault(column.field, []).append(column)

    def cell(self, row: Row, field: Field) -> str:
        """The first cell of the row that holds this, as it stands."""
        return next((cell for _, cell in self._cells(row, field)), "")

    def words(self, row: Row, field: Field) -> str:
        """The same as tidy words; empty where the cell says that there is nothing."""
        cell = tidy(self.cell(row, field))
        return "" if says_nothing(cell) else cell

    def others(self, row: Row) -> tuple[tuple[str, str], ...]:
        """The cells of columns that no field is known for, with their headings."""
        held = ((column, row[column.number - 1]) for column in self._unknown if column.number <= len(row))
        return tuple((column.heading, cell) for column, cell in held if cell)

    def company(self, number: int, row: Row) -> str:
        """The company's name."""
        company = self.words(row, Field.COMPANY)
        if not _FORM_ALONE.fullmatch(company):
            return company
        self.note(number, Field.COMPANY, company, problems.LEGAL_FORM_ALONE)
        return ""

    def place(self, number: int, row: Row, section: tuple[str, str]) -> Place:
        """Where the outlet is at home; `section` is the province and regency that stood in rows of their own above."""
        province, regency = self.words(row, Field.PROVINCE), self.words(row, Field.REGENCY)
        place = place_of(province or section[0], regency or ("" if province else section[1]))
        if place.fault is not None:
            field = Field.PROVINCE if place.fault is PlaceFault.UNKNOWN_PROVINCE else Field.REGENCY
            candidates = ", ".join(place.candidates)
            said = problems.PLACES[place.fault].filled(candidates=candidates, province=place.province)
            self.note(number, field, province if field is Field.PROVINCE else regency, said)
        return place

    def phones(self, number: int, row: Row) -> tuple[str, ...]:
        """The telephone numbers of all columns that hold such."""
        found: list[str] = []
        for column, cell in self._cells(row, Field.PHONE):
            read = read_phones(cell)
            found += read.found
            if read.fault is not None:
                self._note_in(number, column, cell, problems.PHONES[read.fault])
        return tuple(dict.fromkeys(found))

    def emails(self, number: int, row: Row) -> tuple[str, ...]:
        """The e-mail addresses of all columns that hold such."""
        found: list[str] = []
        for column, cell in self._cells(row, Field.EMAIL):
            read = read_emails(cell)
            found += read.found
            if read.fault is not None:
                self._note_in(number, column, cell, problems.EMAIL)
        return tuple(dict.fromkeys(found))

    def former_domains(self, number: int, row: Row) -> tuple[str, ...]:
        """The addresses that the outlet had before, of all columns that hold such."""
        found: list[str] = []
        for column, cell in self._cells(row, Field.FORMER_DOMAINS):
            addresses, wrong = read_former(cell)
            found += addresses
            if wrong:
                self._note_in(number, column, cell, problems.FORMER.filled(words=", ".join(wrong)[:_LONGEST_QUOTE]))
        return tuple(dict.fromkeys(found))

    def joined(self, number: int, row: Row) -> date | None:
        """The day on which the company joined."""
        cell = self.cell(row, Field.JOINED)
        read = read_date(cell, self._order)
        if read.fault is not None:
            readings = " / ".join(f"{day.day}-{day.month}-{day.year}" for day in read.readings)
            self.note(number, Field.JOINED, cell, problems.DATES[read.fault].filled(readings=readings))
        return read.day

    def status(self, number: int, row: Row) -> ListedStatus | None:
        """What the list says of the standing with the Press Council."""
        cell = self.words(row, Field.STATUS)
        status = read_status(cell) if cell else None
        if cell and status is None:
            self.note(number, Field.STATUS, cell, problems.UNKNOWN_STATUS)
        return status

    def note(self, number: int, field: Field, value: str, words: Words, *, is_left_out: bool = False) -> None:
        """Keeps what is wrong in the cell of this field."""
        column = next(iter(self._columns.get(field, ())), Column(0, "", field))
        self._note_in(number, column, value, words, is_left_out=is_left_out)

    def _note_in(self, number: int, column: Column, value: str, words: Words, *, is_left_out: bool = False) -> None:
        quoted = value[:_LONGEST_QUOTE]
        self.problems.append(
            RosterProblem(number, column.letters, column.heading, quoted, words, is_left_out, column.field)
        )

    def _cells(self, row: Row, field: Field) -> Sequence[tuple[Column, str]]:
        held = [column for column in self._columns.get(field, ()) if column.number <= len(row)]
        return [(column, row[column.number - 1]) for column in held if row[column.number - 1]]
