"""A standard as data: one edition of a rule text, its clauses and the ways in which each can be answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from serikat.engines.judgement.words import Words

ParameterValue = int | float | str | tuple[int | float | str, ...]


class Level(StrEnum):
    """How binding a clause is."""

    MANDATORY = "mandatory"
    RECOMMENDED = "recommended"


class WayKind(StrEnum):
    """Who or what can answer a clause."""

    RULE = "rule"
    DOCUMENT = "document"
    VISIT = "visit"
    PERSON = "person"


class Confidence(StrEnum):
    """How well a wording is known: regulation read (P), official quoted (O), press or guide (T), unconfirmed (U)."""

    REGULATION = "P"
    OFFICIAL = "O"
    THIRD_PARTY = "T"
    UNCONFIRMED = "U"


@dataclass(frozen=True, slots=True)
class Way:
    """One way of answering a clause.

    `rule` is the slug of the rule by which a machine looks; empty where that rule is not written yet. A `flag` may
    only raise a question (`unclear`) or set the clause aside (`not_applicable`). `what` names what is looked for:
    the document, the thing to see on a visit, whom to ask.
    """

    kind: WayKind
    what: Words
    rule: str = ""
    flag: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value of a clause that moves with time: in force from `since` up to and including `until`, with its source."""

    name: str
    value: ParameterValue
    source: str
    confidence: Confidence
    unit: str = ""
    since: date | None = None
    until: date | None = None
    disputed: bool = False
    note: Words | None = None

    def holds_on(self, day: date) -> bool:
        """Whether this value was in force on the day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Clause:
    """One obligation of a standard, in our wording, with its source.

    `weight` (1 to 5) says how much the clause decides a subject's standing; `effort` (1 to 5) what it costs to meet it:
    1 an hour, 2 a day or two, 3 a week or two, 4 weeks and money, 5 months or payroll. `unlocks` names clauses that
    become easier or possible once this one is met; `stage` when it is asked; `applies_to` the kinds of subject;
    `urgent` that what is open is told before everything else.
    """

    id: str
    number: str
    title: Words
    wording: Words
    level: Level
    confidence: Confidence
    sources: tuple[str, ...]
    ways: tuple[Way, ...]
    weight: int
    effort: int
    stage: str
    applies_to: tuple[str, ...]
    remedy: Words
    example: Words | None = None
    unlocks: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    urgent: bool = False

    @property
    def rule(self) -> Way | None:
        """The way by which a machine looks, where its rule is written."""
        return next((way for way in self.ways if way.kind is WayKind.RULE and way.rule), None)

    def parameters_on(self, day: date) -> dict[str, list[Parameter]]:
        """The values in force on the day, by name; several where sources disagree."""
        held: dict[str, list[Parameter]] = {}
        for parameter in self.parameters:
            if parameter.holds_on(day):
                held.setdefault(parameter.name, []).append(parameter)
        return held


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact about a standard was read: a key used by clauses, what it is, and its address where one is known."""

    key: str
    what: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Standard:
    """One dated edition of a rule text; an amended text is a new edition, never an edit of this one.

    `fingerprints` holds, by clause number of the rule text, the hashed five-word shingles of its official wording,
    so that the text can be recognised without being carried. `outranks` names editions that give way to this one where
    both speak of the same thing.
    """

    id: str
    title: Words
    regulation: str
    issuer: str
    voluntary: bool
    text_url: str
    in_force_from: date
    in_force_until: date | None
    clauses: tuple[Clause, ...]
    sources: tuple[Source, ...]
    note: Words | None = None
    fingerprints: Mapping[str, frozenset[int]] = field(default_factory=dict)
    outranks: tuple[str, ...] = ()

    def clause(self, clause_id: str) -> Clause:
        """The clause with this id; raises KeyError where the edition has none."""
        for clause in self.clauses:
            if clause.id == clause_id:
                return clause
        raise KeyError(clause_id)
