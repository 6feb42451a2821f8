"""Writes cells into a workbook that comes out: never a formula, never a link, marked where a person has to look."""

from __future__ import annotations

import math
from datetime import date, datetime, time
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from serikat.foundation.members.roster.sheet import Value
from serikat.web.sheets import FORMULA_BEGINS

AS_WRITTEN = {"strings_to_urls": False, "strings_to_formulas": False, "strings_to_numbers": False, "in_memory": True}
# Excel reads the leap day of 1900 that never was; earlier days are written as words.
_FIRST_DAY = date(1900, 3, 1)
_LONGEST = 32_767
_AMBER = "#FFE9B8"


class CellWriter:
    """Writes one sheet cell by cell; formats are made once each."""

    def __init__(self, book: Workbook, sheet: Worksheet) -> None:
        self._book = book
        self._sheet = sheet
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def write(self, row: int, column: int, value: Value, *, is_marked: bool = False, is_heading: bool = False) -> None:
        """Writes a value as what it is; words that look like a formula stay words, also when they are edited."""
        look: dict[str, Any] = {"valign": "top"}
        if is_marked:
            look |= {"bg_color": _AMBER}
        if is_heading:
            look |= {"bold": True, "text_wrap": True, "bottom": 1}
        if isinstance(value, date) and date(value.year, value.month, value.day) >= _FIRST_DAY:
            moment = value if isinstance(value, datetime) else datetime.combine(value, time())
            self._sheet.write_datetime(row, column, moment, self.format(look | {"num_format": "d mmm yyyy"}))
        elif isinstance(value, bool):
            self._sheet.write_boolean(row, column, value, self.format(look))
        elif isinstance(value, int | float) and math.isfinite(value):
            self._sheet.write_number(row, column, value, self.format(look))
        elif value is None or value == "":
            self._sheet.write_blank(row, column, None, self.format(look))
        else:
            self.write_words(row, column, str(value), look)

    def write_words(self, row: int, column: int, words: str, look: dict[str, Any]) -> None:
        """Writes words that Excel is to leave as they are: no number, no day, no formula is made of them."""
        quoted = {"quote_prefix": True} if words.startswith(FORMULA_BEGINS) else {}
        self._sheet.write_string(row, column, words[:_LONGEST], self.format(look | quoted))

    def format(self, look: dict[str, Any]) -> Format:
        """The format of this look."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]
