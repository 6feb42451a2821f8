"""One sheet of a list: its rows as they were saved and as people read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from serikat.engines.judgement.words import Words
from serikat.foundation.members.roster.bounds import LONGEST_CELL

_PEEK = 60

Row = tuple[str, ...]
Value = str | int | float | bool | date | datetime | None


class RosterError(ValueError):
    """The file as a whole cannot be read as a list; `words` says what happened and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(f"{words.id} / {words.en}")
        self.words = words


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a list; `values` starts again at the first row, which people call row 1, each time it is called.

    A value merged over several rows stands in each of them. `hidden_rows` count from 1, the columns of `widths`
    (in characters, as spreadsheets measure them) from 0; both are empty where the kind of file does not say.
    """

    name: str
    values: Callable[[], Iterator[tuple[Value, ...]]]
    is_visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    widths: tuple[tuple[int, float], ...] = ()

    def rows(self) -> Iterator[Row]:
        """The rows as people read them."""
        return (tuple(map(as_read, row)) for row in self.values())

    def top(self) -> list[Row]:
        """The first rows, enough to find the headings and to see what stands below them."""
        return list(islice(self.rows(), _PEEK))


def as_read(value: Value) -> str:
    """A cell as people read it: whole numbers without a decimal point, dates as ISO 8601."""
    if isinstance(value, str):
        return value[:LONGEST_CELL].strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
