"""An assembly's record: facts only, each group with who attested it; the words here are those of the JSON format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from serikat.engines.legitimacy.record_parts import (
    Amendment,
    Attestation,
    Attested,
    Business,
    Candidate,
    Decision,
    Election,
    Envoy,
    Leadership,
    Nomination,
    OfficeHolder,
    Presidium,
    Sha256,
    Vacancy,
    fact,
)

FORMAT = "serikat-assembly-record/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly(Attested):
    """Which meeting it is."""

    id: str = fact("a short name of the assembly, its own", required=True)
    title: str = fact("the assembly as it calls itself", required=True)
    held_on: date = fact("the first day", required=True)
    organ: str | None = fact("congress, conference, assembly, …: the word that the edition's parameter `organ` uses")
    level: str | None = fact("national, province, regency: the word that the edition's parameter `level` uses")
    kind: Literal["ordinary", "extraordinary"] | None = fact("whether it is held in its turn")
    opened_at: datetime | None = fact("when the first session was opened")
    closed_at: datetime | None = fact("when it was closed")
    place: str | None = fact("where it was held")
    sitting: Literal[1, 2] | None = fact("2 where this is the second sitting after one without quorum")
    first_sitting_on: date | None = fact("the day of the sitting without quorum, where this is the second")
    postponed_to: date | None = fact("the day to which a sitting without quorum was postponed")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionInForce(Attested):
    """One edition of bylaws that is said to apply."""

    id: str = fact("the edition's id", required=True)
    applied: bool = fact("false where the assembly knew it and set it aside", default=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardDecree(Attested):
    """The decree by which a board holds office."""

    number: str | None = fact("its number")
    issued_by: str | None = fact("the level or organ that issued it")
    issued_on: date | None = fact("its date")
    since: date | None = fact("the first day of the term")
    until: date | None = fact("the last day of the term")
    signed_by: tuple[str, ...] | None = fact("the offices that signed it")
    revokes: str | None = fact("the number of the decree that it replaces")
    revoked_on: date | None = fact("the day it was revoked; leave it out where it was not")
    holders: tuple[OfficeHolder, ...] | None = fact("persons and offices named in it")
    document: Sha256 | None = fact("hash of the decree")


@dataclass(frozen=True, slots=True, kw_only=True)
class Board(Attested):
    """The outgoing board."""

    decree: BoardDecree | None = fact("the decree by which it holds office")
    extended_until: date | None = fact("the day up to which its term was extended by a decree")
    frozen_on: date | None = fact("the day it was frozen; leave it out where it was not")
    terms_served: Mapping[str, int] | None = fact(
        "person: how many terms in a row in the chair, this one included; who is not named has served none"
    )
    vacancies: tuple[Vacancy, ...] = fact("offices that fell vacant in its term; none where left out", ())


@dataclass(frozen=True, slots=True)
class Request:
    """One unit's request for an extraordinary assembly."""

    unit: str = fact("the unit that asks", required=True)
    signatory: str | None = fact("the office or person that signed")
    on: date | None = fact("its date")
    decree_until: date | None = fact("the last day of the decree of the board that signed")
    mandated: bool | None = fact("whether the unit's board decided to ask")
    document: Sha256 | None = fact("hash of the letter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Attested):
    """Who called the assembly, when and why."""

    by: str | None = fact("the organ that called it: board, higher_board, acting_board, …")
    on: date | None = fact("the day of the call")
    signed_by: tuple[str, ...] | None = fact("the offices that signed the call")
    ground: str | None = fact("the ground of an extraordinary assembly: request, vacancy, …")
    requests: tuple[Request, ...] | None = fact("the requests of units, one by one; complete where given")
    requests_counted: int | None = fact("how many requests there were, where they are not listed")
    units_total: int | None = fact("how many units there are, where they are not listed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Attested):
    """The invitation to one unit."""

    unit: str = fact("the unit invited", required=True)
    sent: date | None = fact("the day it was sent")
    received: date | None = fact("the day it was received")
    agenda: tuple[str, ...] | None = fact("kinds of business that it names")
    proof: Sha256 | None = fact("hash of the proof of delivery")


@dataclass(frozen=True, slots=True)
class Suspension:
    """A stretch of time in which a unit was suspended or frozen."""

    since: date = fact("the first day", required=True)
    until: date | None = fact("the last day, where it ended")
    document: Sha256 | None = fact("hash of the decree")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Attested):
    """A chapter or member that may have a vote."""

    id: str = fact("the unit's id, used everywhere else", required=True)
    name: str | None = fact("the unit's name; leave it out where a private annex holds it")
    standing: str | None = fact("active, or how else it stands: suspended, frozen, observer")
    since: date | None = fact("the first day as a unit with a vote")
    until: date | None = fact("the last day, where it ended")
    suspensions: tuple[Suspension, ...] = fact("suspensions and freezings", ())
    weights: Mapping[str, int] = fact("facts on which votes rest, such as members", default_factory=dict)
    dues_paid_until: date | None = fact("the last day for which dues are paid")


@dataclass(frozen=True, slots=True)
class RollEntry:
    """A unit on the roll with its votes."""

    unit: str = fact("the unit", required=True)
    votes: int = fact("its votes", default=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RollList(Attested):
    """The roll as published on a day."""

    published_on: date | None = fact("the day of publication")
    entries: tuple[RollEntry, ...] | None = fact("units with votes")
    document: Sha256 | None = fact("hash of the list")


@dataclass(frozen=True, slots=True)
class RollChange:
    """One change between the provisional and the final roll, or after it."""

    unit: str = fact("the unit", required=True)
    change: Literal["add", "strike", "votes"] = fact("what was changed", required=True)
    on: date | None = fact("the day of the change")
    votes: int | None = fact("its votes from then on")
    reason: str | None = fact("why, in words; a certificate only commits to them")
    document: Sha256 | None = fact("hash of the document that shows why")


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll(Attested):
    """Who may vote, from the provisional to the final list."""

    provisional: RollList | None = fact("the provisional list")
    objections_until: date | None = fact("the last day for objections")
    changes: tuple[RollChange, ...] = fact("every change, with reason and document; none where left out", ())
    final: RollList | None = fact("the final list")
    units_counted: int | None = fact("how many units may vote, where they are not listed")
    votes_counted: int | None = fact("how many votes there are, where they are not listed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate(Attested):
    """The letter by which a unit sends one person."""

    letter: str = fact("the letter's number", required=True)
    unit: str = fact("the unit that is spoken for", required=True)
    person: str | None = fact("the id of the person who carries it")
    issued_by: str | None = fact("the unit whose board wrote it")
    issued_on: date | None = fact("its date")
    withdrawn_at: datetime | None = fact("when it was withdrawn; leave it out where it was not")
    document: Sha256 | None = fact("hash of the letter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Attested):
    """Something that changed who was in the room, or whether the meeting ran."""

    kind: Literal["arrive", "leave", "suspend", "resume", "count"] = fact(
        "count is a roll call of which only the number is known", required=True
    )
    at: datetime | None = fact("when")
    order: int = fact("which came first of things at the same moment, small numbers first", default=0)
    unit: str | None = fact("the unit that arrived or left")
    units: int | None = fact("how many units were counted")
    votes: int | None = fact("how many votes were counted")
    needed_declared: int | None = fact("how many were said to be needed")
    of_declared: int | None = fact("of how many")


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatur(Attested):
    """The committee that composes the board."""

    members: tuple[str, ...] | None = fact("persons, the elected chair among them where so")
    elected: tuple[str, ...] | None = fact("of a half formatur: the members whom the assembly elected")
    appointed: tuple[str, ...] | None = fact("of a half formatur: the members who were appointed")
    appointed_by: str | None = fact("who appointed them: higher_board, national_board, …")
    chosen_on: date | None = fact("the day it was chosen")
    chosen_at: datetime | None = fact("when it was chosen, where the hour is known")
    finished_on: date | None = fact("the day its list was ready")
    composed: tuple[OfficeHolder, ...] | None = fact("persons and offices on its list")
    document: Sha256 | None = fact("hash of its list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(Attested):
    """The record of the proceedings, *berita acara*."""

    number: str | None = fact("their number")
    signed_by: tuple[str, ...] | None = fact("persons who signed")
    signed_on: date | None = fact("the day of signing")
    document: Sha256 | None = fact("hash of the minutes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inauguration(Attested):
    """The inauguration of the new board."""

    on: date | None = fact("the day")
    by: str | None = fact("the level or organ that inaugurated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover(Attested):
    """What the outgoing board handed to the incoming one."""

    on: date | None = fact("the day")
    items: Mapping[str, str] | None = fact("item: received or waived; anything else is not handed over")
    signed_by: tuple[str, ...] | None = fact("outgoing, incoming")
    document: Sha256 | None = fact("hash of the handover")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountability(Attested):
    """The outgoing board's report and what the assembly said of it."""

    delivered_at: datetime | None = fact("when it was delivered")
    document: Sha256 | None = fact("hash of the report")
    outcome: Literal["accepted", "accepted_with_notes", "rejected"] | None = fact("what the assembly said of it")
    decision: str | None = fact("the decision's id")
    follow_up: str | None = fact("what the assembly decided after a rejection; a certificate only commits to it")


@dataclass(frozen=True, slots=True)
class Override:
    """A fact as one position has it."""

    path: str = fact("where it stands, as a JSON pointer such as /call/ground", required=True)
    value: Any = fact("the fact in this position; null where it is not known")


@dataclass(frozen=True, slots=True)
class Position:
    """One reading of a dispute: the articles that are said to apply, and the facts where they differ."""

    name: str = fact("its name", required=True)
    sets_aside: tuple[str, ...] = fact("articles that do not apply in it, as edition#clause", ())
    applies: tuple[str, ...] | None = fact("the only articles that it turns on, as edition#clause; all where left out")
    editions: tuple[str, ...] | None = fact("the editions that apply in it, where they differ")
    facts: tuple[Override, ...] = fact("facts where they differ", ())
    attested: tuple[Attestation, ...] = fact("who holds it", ())


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record; what is left out is not known, and a list that is given is complete."""

    format: str = fact(f"`{FORMAT}`", required=True)
    assembly: Assembly = fact("which meeting it is", required=True)
    editions: tuple[EditionInForce, ...] = fact("the editions of bylaws in force", ())
    names: Mapping[str, str] = fact("ids and names; the certificate leaves them out", default_factory=dict)
    board: Board | None = fact("the outgoing board")
    call: Call | None = fact("the call")
    notices: tuple[Notice, ...] | None = fact("the invitations")
    units: tuple[Unit, ...] | None = fact("chapters or members with a vote")
    roll: Roll | None = fact("the roll")
    mandates: tuple[Mandate, ...] | None = fact("the letters of mandate")
    events: tuple[Event, ...] | None = fact("arrivals, departures, suspensions")
    envoys: tuple[Envoy, ...] | None = fact("those whom another board sent to watch over it")
    presidium: Presidium | None = fact("the chair of the assembly")
    business: tuple[Business, ...] | None = fact("the items as they were taken")
    decisions: tuple[Decision, ...] | None = fact("the decisions")
    accountability: Accountability | None = fact("the report of the outgoing board")
    nomination: Nomination | None = fact("how candidates were sought")
    candidates: tuple[Candidate, ...] | None = fact("the candidates")
    election: Election | None = fact("the election")
    formatur: Formatur | None = fact("the committee that composes the board")
    leadership: Leadership | None = fact("a collective leadership of several persons")
    results: tuple[OfficeHolder, ...] | None = fact("the new board as the assembly declared it")
    amendments: tuple[Amendment, ...] | None = fact("amendments of the bylaws")
    minutes: Minutes | None = fact("the minutes")
    decree: BoardDecree | None = fact("the decree of the new board")
    inauguration: Inauguration | None = fact("the inauguration")
    handover: Handover | None = fact("the handover")
    positions: tuple[Position, ...] = fact("rival readings", ())
    sources: tuple[str, ...] = fact("where the facts of a public case were published", ())
    raw: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False, metadata={"is_raw": True})
