"""Finds the row of headings in a list, and proposes what each column holds by its heading and by what stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from serikat.foundation.members.roster.addresses import looks_like_an_address
from serikat.foundation.members.roster.contents import KNOWN_BY_CONTENT, shares
from serikat.foundation.members.roster.fields import TITLES, Field, field_of
from serikat.foundation.members.roster.sheet import Row

_LONGEST_HEADING = 80
_SAMPLES = 3
_LONGEST_SAMPLE = 60
_MOST_HEADING_ROWS = 3
# A column is one of addresses where half of what stands in it are addresses.
_MOSTLY = 0.5
_NEARLY = 0.75
# What is known by content alone has to stand in most cells, and speaks against a heading only where that finds nothing.
_ENOUGH = 0.6
_HARDLY = 0.2
_PLAINLY = 0.8
_BY_HEADING = 0.8
_BY_BOTH = 0.95
_AGAINST_CONTENT = 0.4
_BY_CONTENT = 0.7
_BY_PLACE = 0.3
# A telephone and a WhatsApp number, an editor's and an office's e-mail: all of them are kept.
_REPEATABLE = (Field.PHONE, Field.EMAIL, Field.FORMER_DOMAINS)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: its number from 1, its heading as printed, and what it holds where that is known.

    `confidence` says from 0 to 1 how sure the proposal is; `samples` are a few of its cells.
    """

    number: int
    heading: str
    field: Field | None
    confidence: float = 0.0
    samples: tuple[str, ...] = ()

    @property
    def letters(self) -> str:
        """The column as a spreadsheet names it: A, B, …, AA."""
        letters, left = "", self.number
        while left:
            left, at = divmod(left - 1, 26)
            letters = chr(65 + at) + letters
        return letters


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is laid out: the last row of headings (0 where there are none) and its columns."""

    header_row: int
    columns: tuple[Column, ...]
    score: float

    def column_of(self, field: Field) -> Column | None:
        """The first column that holds this, where one does."""
        return next((column for column in self.columns if column.field is field), None)

    def corrected(self, mapping: Mapping[str, Field | None]) -> Layout:
        """The layout as a person corrected it, by the columns' letters; a field given to one is taken from others."""
        given = {field for field in mapping.values() if field not in (None, *_REPEATABLE)}
        columns = []
        for column in self.columns:
            if column.letters in mapping:
                column = replace(column, field=mapping[column.letters], confidence=1.0)
            elif column.field in given:
                column = replace(column, field=None, confidence=0.0)
            columns.append(column)
        return Layout(self.header_row, tuple(columns), self.score)


def layout_of(top: Sequence[Row]) -> Layout | None:
    """The layout of a sheet by its first rows: the row that names most, or none where a column of sites stands bare.

    None where no column of addresses can be found.
    """
    layout = _best(top) or _bare(top)
    return layout if layout is not None and layout.column_of(Field.ADDRESS) else None


def likely_layout(top: Sequence[Row]) -> Layout:
    """The layout of a sheet for a person to correct: as `layout_of`, or what is known without a column of addresses."""
    return layout_of(top) or _best(top, needs_address=False) or _laid_out([""] * max(map(len, top), default=0), top, 0)


def _best(top: Sequence[Row], *, needs_address: bool = True) -> Layout | None:
    found = [layout for at in range(len(top)) if (layout := _with_headings(top, at, needs_address)) is not None]
    most = max((layout.score for layout in found), default=0)
    # The first that is nearly as good as the best: headings are repeated at the top of each printed page.
    return next((layout for layout in found if layout.score >= most * _NEARLY), None)


def _with_headings(top: Sequence[Row], at: int, needs_address: bool) -> Layout | None:
    if any(len(cell) > _LONGEST_HEADING for cell in top[at]):
        return None
    if not {field_of(cell) for cell in top[at]} - {None, Field.NUMBER}:
        return None
    headings, last = list(top[at]), at
    while last + 1 < min(len(top), at + _MOST_HEADING_ROWS) and _continues(headings, top[last + 1]):
        headings, last = _under(headings, top[last + 1]), last + 1
    layout = _laid_out(headings, top[last + 1 :], last + 1)
    if needs_address and layout.column_of(Field.ADDRESS) is None:
        return None
    # A note above the list says `Website` as well, but not over a column that holds any.
    named = [
        one for one in layout.columns if one.field is not None and field_of(one.heading) not in (None, Field.NUMBER)
    ]
    return replace(layout, score=len(named))


def _continues(above: Sequence[str], below: Row) -> bool:
    named = [cell for cell in below if cell]
    under = [cell for cell, head in zip_longest(below, above, fillvalue="") if cell and cell != head]
    known = sum(1 for cell in named if field_of(cell))
    return bool(under) and known >= len(named) * _MOSTLY and not any(map(looks_like_an_address, named))


def _under(above: Sequence[str], below: Row) -> list[str]:
    """`Kontak` merged over `Surel` and `No. HP`: what stands below says more, but `Nama` needs the one above it."""
    headings, over = [], ""
    for head, cell in zip_longest(above, below, fillvalue=""):
        over = head or (over if cell else "")
        whole = f"{cell} {over}"
        is_part = field_of(cell) in (Field.NAME, Field.NUMBER) and cell != over and field_of(whole) is not None
        headings.append(whole if is_part else cell or head)
    return headings


def _laid_out(headings: Sequence[str], body: Sequence[Row], header_row: int) -> Layout:
    # Lines of a text may be longer than that of their headings.
    headings = [*headings, *[""] * (max(map(len, body), default=0) - len(headings))]
    cells = [[row[at] for row in body if at < len(row) and row[at]] for at in range(len(headings))]
    named = [field_of(heading) for heading in headings]
    address = _address_column(named, cells)
    # In the list that came from here a cell that looks like something else is still what its heading says.
    is_ours = {title.id for title in TITLES.values()} <= set(headings)
    proposed: list[tuple[Field | None, float]] = []
    for at, heading in enumerate(headings):
        if at == address:
            proposed.append((Field.ADDRESS, _BY_BOTH if named[at] is Field.ADDRESS else _BY_CONTENT))
        else:
            field = None if named[at] is Field.ADDRESS else named[at]
            content = {} if is_ours else shares(cells[at])
            proposed.append(_proposed(field, content, has_heading=bool(heading)))
    _keep_one_of_each(proposed)
    columns = tuple(
        Column(at + 1, " ".join(heading.split()), *proposed[at], samples=_samples(cells[at]))
        for at, heading in enumerate(headings)
    )
    return Layout(header_row, columns, 0)


def _proposed(named: Field | None, content: Mapping[Field, float], *, has_heading: bool) -> tuple[Field | None, float]:
    likely, share = max(content.items(), key=lambda one: one[1], default=(None, 0.0))
    if named is not None:
        if named not in KNOWN_BY_CONTENT or not content:
            return named, _BY_HEADING
        if content[named] >= _MOSTLY:
            return named, _BY_BOTH
        if content[named] > _HARDLY:
            return named, _BY_HEADING
        # Numbers under `Surel`, or the other way round: the cells are plainer than their heading.
        is_plain = likely in _REPEATABLE and share >= _PLAINLY
        return (likely, _BY_CONTENT * share) if is_plain else (named, _AGAINST_CONTENT)
    # Days under a heading of another kind are those of a deed or a birth.
    if likely is None or share < _ENOUGH or (likely is Field.JOINED and has_heading):
        return None, 0.0
    return likely, _BY_CONTENT * share


def _keep_one_of_each(proposed: list[tuple[Field | None, float]]) -> None:
    """Leaves a field to the column that is surest of it, the first among equals."""
    best: dict[Field, int] = {}
    for at, (field, confidence) in enumerate(proposed):
        if field is None or field in _REPEATABLE:
            continue
        other = best.setdefault(field, at)
        if other != at:
            loser = other if confidence > proposed[other][1] else at
            best[field] = at if loser == other else other
            proposed[loser] = (None, 0.0)


def _samples(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell[:_LONGEST_SAMPLE] for cell in list(dict.fromkeys(cells))[:_SAMPLES])


def _address_column(fields: Sequence[Field | None], cells: Sequence[Sequence[str]]) -> int | None:
    """The column of addresses: by what stands in it, and by its heading where the contents leave it open."""
    best, best_score = None, _MOSTLY - 0.01
    for at, field in enumerate(fields):
        if field in (Field.EMAIL, Field.PHONE, Field.NUMBER, Field.COMPANY, Field.FORMER_DOMAINS):
            continue
        score = _share_of_addresses(cells[at]) + (_MOSTLY if field is Field.ADDRESS else 0)
        if score > best_score:
            best, best_score = at, score
    return best


def _share_of_addresses(cells: Sequence[str]) -> float:
    counted = [cell for cell in cells if not field_of(cell)]
    return sum(map(looks_like_an_address, counted)) / len(counted) if counted else 0.0


def _bare(top: Sequence[Row]) -> Layout | None:
    """A list without headings: the column in which addresses stand, what its cells tell, and words as names."""
    layout = _laid_out([""] * max(map(len, top), default=0), top, 0)
    if layout.column_of(Field.ADDRESS) is None or layout.column_of(Field.NAME) is not None:
        return layout
    for at, column in enumerate(layout.columns):
        cells = [row[at] for row in top if at < len(row) and row[at]]
        wordy = [cell for cell in cells if sum(map(str.isalpha, cell)) * 2 > len(cell)]
        if column.field is None and len(wordy) > len(cells) * _MOSTLY and len(set(cells)) > len(cells) * _MOSTLY:
            named = replace(column, field=Field.NAME, confidence=_BY_PLACE)
            return Layout(0, (*layout.columns[:at], named, *layout.columns[at + 1 :]), 0)
    return layout
