"""What people write into a cell where there is nothing to write, and what nobody sees in it."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")
_NOTHING = re.compile(r"[\W_]*|(?:tidak|belum|tdk|blm) (?:ada|punya|tersedia|diketahui|jelas)|n/?a|nihil|kosong", re.I)
_NOT_YET = re.compile(r"(?:tidak|belum|tdk|blm)|x|0", re.I)


def says_nothing(cell: str) -> bool:
    """Whether a cell of words says that there is nothing: `-`, `n/a`, `belum ada`."""
    return bool(_NOTHING.fullmatch(" ".join(cell.split())))


def gives_nothing(cell: str) -> bool:
    """The same for a cell that should hold a number, an address or a day, where `belum` and `0` say so too."""
    return says_nothing(cell) or bool(_NOT_YET.fullmatch(cell.strip()))


def seen_of(cell: str, longest: int) -> str:
    """So much of a cell as is read, in plain letters, without marks that nobody sees."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", cell[:longest])).strip()
