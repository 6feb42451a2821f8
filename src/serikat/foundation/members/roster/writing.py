"""Writes the list of members that goes out, in the columns that come in: reading it back changes nothing."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date

from xlsxwriter import Workbook

from serikat.foundation.members.roster.fields import TITLES, Field
from serikat.foundation.members.roster.known import KnownOutlet
from serikat.foundation.members.roster.listed_status import STATUS_WORDS
from serikat.foundation.members.roster.places import region_coded
from serikat.foundation.members.roster.workbook_writing import AS_WRITTEN, CellWriter

_SHEET = "Anggota"
_WIDTHS = {Field.NUMBER: 5, Field.ADDRESS: 34, Field.COMPANY: 34, Field.NAME: 28, Field.NOTES: 40}
_WIDTH = 22
_BETWEEN = " / "
_TEXT = {"num_format": "@", "valign": "top"}


def write_roster(outlets: Iterable[KnownOutlet]) -> bytes:
    """An XLSX of these outlets, one a row, under Indonesian headings, in the columns that `read_roster` knows."""
    made = io.BytesIO()
    with Workbook(made, AS_WRITTEN) as book:
        sheet = book.add_worksheet(_SHEET)
        writer = CellWriter(book, sheet)
        for column, (field, title) in enumerate(TITLES.items()):
            writer.write(0, column, title.id, is_heading=True)
            sheet.set_column(column, column, _WIDTHS.get(field, _WIDTH))
        last = 0
        for last, outlet in enumerate(outlets, 1):
            for column, value in enumerate(_row(last, outlet)):
                if isinstance(value, str) and value:
                    writer.write_words(last, column, value, _TEXT)
                elif value:
                    writer.write(last, column, value)
        sheet.freeze_panes(1, 3)
        sheet.autofilter(0, 0, last, len(TITLES) - 1)
        status = list(TITLES).index(Field.STATUS)
        choices = {"validate": "list", "source": [words.id for words in STATUS_WORDS.values()], "show_error": False}
        sheet.data_validation(1, status, last + 500, status, choices)
    return made.getvalue()


def _row(number: int, outlet: KnownOutlet) -> tuple[str | int | date | None, ...]:
    values: dict[Field, str | int | date | None] = {
        Field.NUMBER: number,
        Field.MEMBER_NUMBER: outlet.member_number,
        Field.NAME: outlet.name,
        Field.ADDRESS: outlet.address,
        Field.FORMER_DOMAINS: ", ".join(outlet.former_addresses),
        Field.COMPANY: outlet.company,
        Field.PROVINCE: _region(outlet.province_code or outlet.regency_code.partition(".")[0]),
        Field.REGENCY: _region(outlet.regency_code),
        Field.RESPONSIBLE_PERSON: outlet.responsible_person,
        Field.EDITOR_IN_CHIEF: outlet.editor_in_chief,
        Field.PHONE: _BETWEEN.join(outlet.phones),
        Field.EMAIL: ", ".join(outlet.emails),
        Field.JOINED: outlet.joined,
        Field.STATUS: STATUS_WORDS[outlet.status].id if outlet.status else "",
        Field.CERTIFICATE: outlet.certificate,
        Field.NOTES: outlet.notes,
    }
    return tuple(values[field] for field in TITLES)


def _region(code: str) -> str:
    region = region_coded(code)
    return region.name if region else ""
