"""Writes the sheets that the tests read: workbooks as people make them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

Rows = Sequence[Sequence[object]]


def workbook(path: Path, sheets: Mapping[str, Rows], *, merged: Sequence[str] = ()) -> Path:
    """A workbook of these sheets; each of `merged` (such as `C3:C5`) joins cells of the first sheet, value kept."""
    with xlsxwriter.Workbook(path, {"strings_to_urls": False, "strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write(at, column, cell)
        first = book.worksheets()[0]
        rows = next(iter(sheets.values()))
        for area in merged:
            top, column = int(area.split(":")[0][1:]) - 1, ord(area[0]) - 65
            first.merge_range(area, rows[top][column])
    return path
