"""How large a list may be, and why a file is not read."""

from __future__ import annotations

from enum import StrEnum

MOST_ROWS = 200_000
MOST_COLUMNS = 256
# A sheet is held as a full grid: one cell far right and one far below make it as large as their product.
MOST_CELLS = 6_000_000
# A full sheet of 200,000 rows unpacks to about 300 MB; what claims more was made to fill memory.
MOST_UNPACKED = 512 * 2**20
MOST_WRITTEN = 128 * 2**20
LONGEST_CELL = 2000


class Refusal(StrEnum):
    """Why a workbook was not read."""

    TOO_BIG = "too_big"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_WIDE = "too_wide"
    PASSWORD = "password"  # noqa: S105
    BROKEN = "broken"
    NO_TABLE = "no_table"


class RefusedError(Exception):
    """The workbook is not read; the argument is a Refusal."""
