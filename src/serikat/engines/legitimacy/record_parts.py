"""The parts of a record that speak of candidates, votes and decisions, and how a fact describes itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field
from datetime import date, datetime
from typing import Any, Literal, NewType

Sha256 = NewType("Sha256", str)


def fact(
    says: str, default: Any = None, *, required: bool = False, default_factory: Callable[[], Any] | None = None
) -> Any:
    """One field of a record with the words that the documentation and the JSON Schema say of it."""
    if default_factory is not None:
        return field(default_factory=default_factory, metadata={"says": says})
    return field(default=MISSING if required else default, metadata={"says": says})


@dataclass(frozen=True, slots=True)
class Attestation:
    """Who says so, and by which document."""

    by: str = fact("who attests", required=True)
    document: Sha256 | None = fact("hash of the document (SHA-256)")
    on: date | None = fact("the day")
    title: str | None = fact("what the document is")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attested:
    """Any group of facts of which it is known who says so."""

    attested: tuple[Attestation, ...] = fact("who attests this group", ())


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A person in an office."""

    person: str = fact("the id of the person", required=True)
    office: str = fact("the office", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy(Attested):
    """An office of the outgoing board that fell vacant before its term was over."""

    office: str = fact("the office", required=True)
    person: str | None = fact("the id of the person who left it")
    since: date | None = fact("the day from which it was vacant")
    cause: str | None = fact("why: resigned, died, dismissed, inactive, …")
    heard: bool | None = fact("whether the person was heard before somebody else took the office")
    filled: bool | None = fact("whether somebody else took the office")
    filled_on: date | None = fact("the day on which it was decided who takes it")
    filled_by: str | None = fact("who decided: plenary, board, higher_board, assembly, …")
    method: str | None = fact("how: mufakat, vote, …")
    successor: str | None = fact("the id of the person who took it")
    document: Sha256 | None = fact("hash of that decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class Envoy(Attested):
    """One whom another board sent to watch over the assembly; an envoy has no vote as such."""

    person: str = fact("the id of the person", required=True)
    sent_by: str | None = fact("who sent the envoy: national_board, higher_board, …")
    attended: bool | None = fact("whether the envoy was there")
    document: Sha256 | None = fact("hash of the letter of assignment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Presidium(Attested):
    """Those who chair the assembly."""

    members: tuple[str, ...] | None = fact("persons")
    temporary: tuple[str, ...] | None = fact("persons who chaired until the presidium was chosen")
    chosen_by: str | None = fact("who chose them: assembly, board, …")
    decision: str | None = fact("the decision's id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Business(Attested):
    """One item as it was taken."""

    kind: str = fact(
        "roll_call, standing_orders, presidium, accountability, discharge, election, closing, …", required=True
    )
    started_at: datetime | None = fact("when it began")
    ended_at: datetime | None = fact("when it ended")
    presided_by: tuple[str, ...] | None = fact("persons who chaired it")


@dataclass(frozen=True, slots=True)
class Votes:
    """The count of one ballot: totals only, never who voted what."""

    in_favour: int | None = fact("votes in favour")
    against: int | None = fact("votes against")
    abstained: int | None = fact("abstentions")
    invalid: int | None = fact("invalid ballots")
    cast: int | None = fact("all votes cast")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Attested):
    """One decision of the assembly."""

    id: str = fact("its id", required=True)
    at: datetime | None = fact("when it was taken")
    order: int = fact("which came first of things at the same moment", default=0)
    number: str | None = fact("its number, where it has one")
    kind: str | None = fact(
        "agenda, standing_orders, presidium, accountability, discharge, method, programme, amendment, …"
    )
    method: str | None = fact("vote, mufakat or acclamation")
    secret: bool | None = fact("whether the ballot was secret")
    votes: Votes | None = fact("the count")
    objections: int | None = fact("how many objected, where it was not voted on")
    declared: Literal["adopted", "rejected"] | None = fact("as the chair declared")


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of the bylaws that the assembly decided."""

    decision: str = fact("the decision's id", required=True)
    circulated_on: date | None = fact("the day its text was sent to the units")
    document: Sha256 | None = fact("hash of the text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination(Attested):
    """How candidates were sought."""

    opened_on: date | None = fact("the first day of registration")
    closed_on: date | None = fact("the last day of registration")
    committee: tuple[str, ...] | None = fact("persons who examined the candidates")


@dataclass(frozen=True, slots=True)
class CandidateFact:
    """Whether a candidate has what the bylaws ask, and who looked."""

    holds: bool | None = fact("whether the candidate has it")
    document: Sha256 | None = fact("hash of the document that shows it")
    verified_by: str | None = fact("who looked")


@dataclass(frozen=True, slots=True)
class Support:
    """One letter of support."""

    by: str = fact("the unit or member that supports", required=True)
    on: date | None = fact("its date")
    document: Sha256 | None = fact("hash of the letter")


@dataclass(frozen=True, slots=True)
class Exemption:
    """A candidate was let through although something was lacking."""

    by: str | None = fact("who granted it")
    of: tuple[str, ...] = fact("what was lacking", ())
    on: date | None = fact("the day")
    under: str | None = fact("the article relied on, as edition#clause")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Attested):
    """A candidate and what is known of the candidate."""

    person: str = fact("the id of the person", required=True)
    registered_on: date | None = fact("the day of registration")
    facts: Mapping[str, CandidateFact] = fact("what the bylaws ask: whether it is there", default_factory=dict)
    supports: tuple[Support, ...] | None = fact("letters of support")
    exemption: Exemption | None = fact("an exception that was granted")
    withdrew: bool = fact("whether the candidate withdrew before the election", default=False)


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a ballot on persons."""

    at: datetime | None = fact("when")
    order: int = fact("which came first of things at the same moment", default=0)
    votes: Mapping[str, int] = fact("person: votes", default_factory=dict)
    abstained: int | None = fact("abstentions")
    invalid: int | None = fact("invalid ballots")
    cast: int | None = fact("all votes cast")
    secret: bool | None = fact("whether it was written and secret")
    needed_declared: int | None = fact("how many votes were said to be needed")
    choices: int = fact("how many persons one ballot may name", default=1)


@dataclass(frozen=True, slots=True)
class Statement:
    """A written or recorded statement that a candidate or unit agrees, or objects."""

    by: str = fact("the candidate or unit", required=True)
    says: Literal["agree", "object"] = fact("whether it agrees or objects", required=True)
    document: Sha256 | None = fact("hash of the statement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Election(Attested):
    """How the chair or leadership was chosen."""

    method: str | None = fact("vote, mufakat, acclamation, formatur, half_formatur or leadership")
    decision: str | None = fact("the id of the decision on the method")
    at: datetime | None = fact("when it was decided")
    order: int = fact("which came first of things at the same moment", default=0)
    seats: int = fact("how many were to be elected", default=1)
    rounds: tuple[Round, ...] = fact("the rounds of a ballot", ())
    statements: tuple[Statement, ...] | None = fact("statements of agreement or objection")
    objections_asked: bool | None = fact("whether the chair asked for objections")
    objections: int | None = fact("how many objected")
    tie_broken_by: str | None = fact("lot, revote, senior, …")
    tie_document: Sha256 | None = fact("hash of the record of how the tie was broken")
    elected: tuple[str, ...] | None = fact("persons declared elected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leadership(Attested):
    """A collective leadership, which shares out its offices itself."""

    members: tuple[str, ...] | None = fact("persons")
    chosen_among_themselves: bool | None = fact("whether they shared out the offices themselves")
    offices: tuple[OfficeHolder, ...] | None = fact("who took which office")
