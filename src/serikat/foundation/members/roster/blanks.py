"""What people write into a cell where there is nothing to write."""

from __future__ import annotations

import re

_NOTHING = re.compile(r"[\W_]*|(?:tidak|belum|tdk|blm) (?:ada|punya|tersedia|diketahui|jelas)|n/?a|nihil|kosong", re.I)
_NOT_YET = re.compile(r"(?:tidak|belum|tdk|blm)|x|0", re.I)


def says_nothing(cell: str) -> bool:
    """Whether a cell of words says that there is nothing: `-`, `n/a`, `belum ada`."""
    return bool(_NOTHING.fullmatch(" ".join(cell.split())))


def gives_nothing(cell: str) -> bool:
    """The same for a cell that should hold a number, an address or a day, where `belum` and `0` say so too."""
    return says_nothing(cell) or bool(_NOT_YET.fullmatch(cell.strip()))
