"""Whom and what the journal speaks of: by room, kind and id, never by a key, so that any room may be meant."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

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

    name: str
    address: str = ""


Describe = Callable[[str], Named | None]
DescribeMany = Callable[[Collection[str]], Mapping[str, Named]]
# From the paths of chapters to the ids of the subjects that belong to them or to those below.
IdsWithin = Callable[[Collection[str]], Iterable[str]]
_describers: dict[tuple[str, str], Describe] = {}
_many_describers: dict[tuple[str, str], DescribeMany] = {}
_within: dict[tuple[str, str], IdsWithin] = {}
_deeds: dict[str, Words] = {}


def can_name(room: str, kind: str, describe: Describe, many: DescribeMany | None = None) -> None:
    """A room says, when its app starts, how its subjects of a kind are called; `many` names a list in one query."""
    _describers[room, kind] = describe
    if many:
        _many_describers[room, kind] = many


def named(subject: Subject) -> Named:
    """How a subject is called; its id where nobody knows it any more."""
    describe = _describers.get((subject.room, subject.kind))
    return (describe(subject.id) if describe else None) or Named(subject.id)


def named_all(subjects: Iterable[Subject]) -> dict[Subject, Named]:
    """How each of several subjects is called, asked by kind."""
    kinds: dict[tuple[str, str], set[str]] = {}
    for subject in subjects:
        kinds.setdefault((subject.room, subject.kind), set()).add(subject.id)
    found: dict[Subject, Named] = {}
    for (room, kind), ids in kinds.items():
        many = _many_describers.get((room, kind))
        known = many(ids) if many else {}
        for each in ids:
            subject = Subject(room, kind, each)
            found[subject] = known.get(each) or (Named(each) if many else named(subject))
    return found


def belongs_to_chapters(room: str, kind: str, ids_within: IdsWithin) -> None:
    """A room says, when its app starts, which of its subjects belong to which chapters, whose officers see them."""
    _within[room, kind] = ids_within


def ids_within(paths: Collection[str]) -> dict[tuple[str, str], Iterable[str]]:
    """For each kind of subject that belongs to chapters, the ids of those within the chapters at these paths."""
    return {kind: ids(paths) for kind, ids in _within.items()}


def words_for(deeds: dict[str, Words]) -> None:
    """A room says, when its app starts, what its deeds are called."""
    _deeds.update(deeds)


def known_deeds() -> dict[str, Words]:
    """Every deed that has a name, for a list to choose from."""
    return dict(_deeds)


def deed_in_words(deed: str) -> Words:
    """What a deed is called on screen."""
    return _deeds.get(deed, Words(deed, deed))
