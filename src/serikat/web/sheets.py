"""Sheets that people open in Excel: CSV in UTF-8, no cell of which a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

# Programs for Chinese and Japanese calculate after the wide signs too.
FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
Cell = str | int


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The rows as CSV, one after another; the first begins with the mark by which Excel knows UTF-8."""
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(headings)
    for row in rows:
        yield writer.writerow([as_text(cell) if isinstance(cell, str) else cell for cell in row])


def as_text(cell: str) -> str:
    """The cell with a mark in front where a spreadsheet would calculate it."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(FORMULA_BEGINS) else cell
