"""Whom and what the journal speaks of: by room, kind and id, never by a key, so that any room may be meant."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Func, QuerySet, TextField, UUIDField

from serikat.engines.judgement.words import Words


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing of one room, `members`, `outlet`, with its public id."""

    room: str
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did a deed: a `person` by public id, or a part of the `system` by name, `schedule` for instance."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Named:
    """A subject as people call it, and the page that shows it; empty where there is none."""

    name: Words | str
    address: str = ""


Describe = Callable[[Collection[str]], Mapping[str, Named]]
# From the paths of chapters to the subjects that belong to them or to those below, of a model with a `public_id`.
Within = Callable[[Collection[str]], QuerySet[Any]]
_describers: dict[tuple[str, str], Describe] = {}
_within: dict[tuple[str, str], Within] = {}
_deeds: dict[str, Words] = {}


def can_name(room: str, kind: str, describe: Describe) -> None:
    """A room says, when its app starts, how its subjects of a kind are called: many by their ids, in one query."""
    _describers[room, kind] = describe


def named(subject: Subject) -> Named:
    """How a subject is called; its id where nobody knows it any more."""
    return named_all([subject])[subject]


def named_all(subjects: Iterable[Subject]) -> dict[Subject, Named]:
    """How each of several subjects is called, asked by kind."""
    kinds: dict[tuple[str, str], set[str]] = {}
    for subject in subjects:
        kinds.setdefault((subject.room, subject.kind), set()).add(subject.id)
    found: dict[Subject, Named] = {}
    for (room, kind), ids in kinds.items():
        describe = _describers.get((room, kind))
        known = describe(ids) if describe else {}
        found |= {Subject(room, kind, each): known.get(each) or Named(each) for each in ids}
    return found


def belongs_to_chapters(room: str, kind: str, within: Within) -> None:
    """A room says, when its app starts, which of its subjects belong to which chapters, whose officers see them."""
    _within[room, kind] = within


def ids_within(paths: Collection[str]) -> dict[tuple[str, str], QuerySet[Any, Any]]:
    """For each kind of subject that belongs to chapters, a query for the ids of those within these chapters."""
    return {
        kind: within(paths).order_by().values(as_written=_AsWritten("public_id")) for kind, within in _within.items()
    }


class _AsWritten(Func):
    """A UUID as entries hold it, `8-4-4-4-12`: within the database, since a chapter may have very many subjects."""

    output_field = TextField()
    template = "(%(expressions)s)::text"
    parts = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """SQLite keeps the 32 digits alone."""
        template = "||'-'||".join(f"substr(%(expressions)s, {at}, {length})" for at, length in self.parts)
        return self.as_sql(compiler, connection, template=f"({template})", **context)


class AsId(Func):
    """A public id as other tables hold it, from one as entries and messages write it: within the database."""

    output_field = UUIDField()
    template = "(%(expressions)s)::uuid"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """SQLite keeps the 32 digits alone."""
        return self.as_sql(compiler, connection, template="replace(%(expressions)s, '-', '')", **context)


def words_for(deeds: dict[str, Words]) -> None:
    """A room says, when its app starts, what its deeds are called."""
    _deeds.update(deeds)


def known_deeds() -> dict[str, Words]:
    """Every deed that has a name, for a list to choose from."""
    return dict(_deeds)


def deed_in_words(deed: str) -> Words:
    """What a deed is called on screen."""
    return _deeds.get(deed, Words(deed, deed))
