"""Writes the sheets that the tests read: workbooks as people make them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

Rows = Sequence[Sequence[object]]


def workbook(path: Path, sheets: Mapping[str, Rows], *, merged: Sequence[str] = (), hidden: Sequence[int] = ()) -> Path:
    """A workbook of these sheets; each of `merged` (such as `C3:C5`) joins cells of the first sheet, value kept.

    `hidden` are rows of the first sheet, counted from 1, that it does not show.
    """
    with xlsxwriter.Workbook(path, {"strings_to_urls": False, "strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write(at, column, cell, day if isinstance(cell, date) else None)
        first = book.worksheets()[0]
        for number in hidden:
            first.set_row(number - 1, None, None, {"hidden": True})
        rows = next(iter(sheets.values()))
        for area in merged:
            top, column = int(area.split(":")[0][1:]) - 1, ord(area[0]) - 65
            first.merge_range(area, rows[top][column])
    return path
