"""Days as lists give them: real dates, Excel's day numbers, `02/03/2021`, `2 Maret 2021`; never a guess between two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from serikat.foundation.members.roster.blanks import gives_nothing

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.+-]+Z?)?")
_SERIAL = re.compile(r"([2-6]\d{4})(?:[.,]\d+)?")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})(?:\s+\d{1,2}[:.]\d{2}.*)?")
_NAMED = re.compile(r"(?:\w+,\s*)?(\d{1,2})\s*[-/. ]?\s*([a-z]{3,10})\.?\s*[-/., ]?\s*(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([a-z]{3,10})\.?\s+(\d{1,2}),?\s+(\d{4})")
_NO_DAY = re.compile(r"([a-z]{3,10}|\d{1,2})\.?\s*[-/. ']?\s*(\d{4}|\d{2})")
_YEAR = re.compile(r"(19|20)\d{2}")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january", "februari feb peb pebruari february", "maret mar mrt march", "april apr",
            "mei may", "juni jun june", "juli jul july", "agustus agu agt ags agust aug august",
            "september sep sept", "oktober okt oct october", "november nov nop nopember", "desember des dec december",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
# Day 0 of the calendar that Excel counts in, its leap day of 1900 that never was included.
_EXCEL_BEGAN = date(1899, 12, 30)
_CENTURY_TURNS = 69
_FIRST_YEAR = 1900
_LAST_YEAR = 2199


class DateOrder(StrEnum):
    """How a column writes days, as its unmistakable cells show."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    UNKNOWN = "unknown"
    # Excel with American settings turned `03/04/2021` into 4 March and left `13/04/2021` as text.
    TURNED = "turned"


class DateFault(StrEnum):
    """What keeps a cell from giving a day."""

    TWO_WAYS = "two_ways"
    TURNED = "turned"
    NO_DAY = "no_day"
    IMPOSSIBLE = "impossible"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class DateCell:
    """The day that a cell gives, or why it gives none; `readings` are the days that it could mean."""

    day: date | None = None
    fault: DateFault | None = None
    readings: tuple[date, ...] = ()


def order_of(cells: Iterable[str]) -> DateOrder:
    """Whether a column writes the day or the month first, by the cells that can be read in one way only."""
    day_first = month_first = False
    real: list[int] = []
    for cell in cells:
        if "T" in cell and _ISO.fullmatch(cell):
            real.append(int(cell[8:10]))
        elif found := _NUMBERS.fullmatch(cell.strip()):
            day_first |= int(found[1]) > 12 >= int(found[2])
            month_first |= int(found[2]) > 12 >= int(found[1])
    if day_first and not month_first:
        return DateOrder.TURNED if real and max(real) <= 12 else DateOrder.DAY_FIRST
    return DateOrder.MONTH_FIRST if month_first and not day_first else DateOrder.UNKNOWN


def read_date(cell: str, order: DateOrder = DateOrder.UNKNOWN) -> DateCell:
    """The day in a cell; where two days could be meant and the column does not tell which, none."""
    typed = " ".join(cell.strip().lstrip("'").casefold().split())
    if gives_nothing(typed):
        return DateCell()
    if found := _ISO.fullmatch(typed.upper()):
        return _real(found, is_excel="T" in typed.upper(), order=order)
    if found := _SERIAL.fullmatch(typed):
        return DateCell(_EXCEL_BEGAN + timedelta(days=int(found[1])))
    if found := _NUMBERS.fullmatch(typed):
        return _numbered(int(found[1]), int(found[2]), _year(found[3]), order)
    if (found := _NAMED.fullmatch(typed)) and found[2] in _MONTHS:
        return _day(_year(found[3]), _MONTHS[found[2]], int(found[1]))
    if (found := _MONTH_FIRST.fullmatch(typed)) and found[1] in _MONTHS:
        return _day(_year(found[3]), _MONTHS[found[1]], int(found[2]))
    if _YEAR.fullmatch(typed) or ((found := _NO_DAY.fullmatch(typed)) and (found[1] in _MONTHS or found[1].isdigit())):
        return DateCell(fault=DateFault.NO_DAY)
    return DateCell(fault=DateFault.UNREADABLE)


def looks_like_a_date(cell: str) -> bool:
    """Whether a cell holds a day or plainly tries to."""
    if _SERIAL.fullmatch(cell) or cell.isdigit():
        return False  # a number alone may be anything
    read = read_date(cell)
    return read.day is not None or read.fault in (DateFault.TWO_WAYS, DateFault.NO_DAY)


def _real(found: re.Match[str], *, is_excel: bool, order: DateOrder) -> DateCell:
    year, month, day = (int(part) for part in found.groups())
    if is_excel and order is DateOrder.TURNED and day != month:
        readings = tuple(filter(None, (_made(year, month, day), _made(year, day, month))))
        return DateCell(fault=DateFault.TURNED, readings=readings)
    return _day(year, month, day)


def _numbered(first: int, second: int, year: int, order: DateOrder) -> DateCell:
    day_first, month_first = _made(year, second, first), _made(year, first, second)
    if day_first == month_first or (day_first and month_first is None):
        return DateCell(day_first) if day_first else DateCell(fault=DateFault.IMPOSSIBLE)
    if day_first is None:
        return DateCell(month_first)
    if order in (DateOrder.DAY_FIRST, DateOrder.TURNED):
        return DateCell(day_first)
    if order is DateOrder.MONTH_FIRST:
        return DateCell(month_first)
    readings = tuple(day for day in (day_first, month_first) if day)
    return DateCell(fault=DateFault.TWO_WAYS, readings=readings)


def _day(year: int, month: int, day: int) -> DateCell:
    made = _made(year, month, day)
    return DateCell(made) if made else DateCell(fault=DateFault.IMPOSSIBLE)


def _made(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return datetime(year, month, day).date()  # noqa: DTZ001
    except ValueError:
        return None


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < _CENTURY_TURNS else 1900)
