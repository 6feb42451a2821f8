"""What the columns of a list hold, as somebody says on the command line: `--column "Nama Media=name"`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from serikat.engines.judgement.words import Words
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.headings import Column
from serikat.foundation.members.roster.listed import ListedSheet, tidy
from serikat.foundation.members.roster.reading import proposed_sheets

_NO_FIELD = Words(
    "--column {said}: tulis JUDUL=ISI; ISI salah satu dari {fields}, atau kosong untuk melewati kolom itu.",
    "--column {said}: write HEADING=FIELD; FIELD is one of {fields}, or nothing to pass over that column.",
)
_NO_HEADING = Words(
    "--column {said}: tidak ada kolom dengan judul atau huruf itu. Yang ada: {headings}.",
    "--column {said}: no column has that heading or letter. There are: {headings}.",
)


class BadColumnError(Exception):
    """A `--column` that means nothing in this list, with what to write instead."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def columns_named(file: Path, said: Sequence[str], sheet: str | None) -> dict[str, Field | None]:
    """By the letters of their columns, the fields that were named. Raises BadColumnError, RosterError."""
    if not said:
        return {}
    sheets = proposed_sheets(file)
    listed = next((each for each in sheets if each.name == sheet), None) or next(
        each for each in sheets if each.is_likeliest
    )
    return dict(_named(each, listed) for each in said)


def _named(said: str, listed: ListedSheet) -> tuple[str, Field | None]:
    heading, mark, field = said.rpartition("=")
    field = field.strip().lower()
    if not mark or (field and field not in set(Field)):
        raise BadColumnError(_NO_FIELD.filled(said=said, fields=", ".join(Field)))
    column = _column(tidy(heading).casefold(), listed.columns)
    if column is None:
        headings = ", ".join(f"{each.letters} {each.heading}".strip() for each in listed.columns)
        raise BadColumnError(_NO_HEADING.filled(said=said, headings=headings))
    return column.letters, Field(field) if field else None


def _column(called: str, columns: Sequence[Column]) -> Column | None:
    """The column with this heading, else the one with this letter."""
    by_heading = (each for each in columns if called and tidy(each.heading).casefold() == called)
    by_letter = (each for each in columns if each.letters.casefold() == called)
    return next(by_heading, None) or next(by_letter, None)
