"""Whom and what the journal speaks of: by room, kind and id, never by a key, so that any room may be meant."""

from __future__ import annotations

from collections.abc import Callable
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
_describers: dict[tuple[str, str], Describe] = {}
_deeds: dict[str, Words] = {}


def can_name(room: str, kind: str, describe: Describe) -> None:
    """A room says, when its app starts, how its subjects of a kind are called."""
    _describers[room, kind] = describe


def named(subject: Subject) -> Named:
    """How a subject is called; its id where nobody knows it any more."""
    describe = _describers.get((subject.room, subject.kind))
    return (describe(subject.id) if describe else None) or Named(subject.id)


def words_for(deeds: dict[str, Words]) -> None:
    """A room says, when its app starts, what its deeds are called."""
    _deeds.update(deeds)


def deed_in_words(deed: str) -> Words:
    """What a deed is called on screen."""
    return _deeds.get(deed, Words(deed, deed))
