"""Sums up what is known of a subject against one standard, keeping the unknown apart from the unmet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from serikat.engines.judgement.finding import Finding, Outcome
from serikat.engines.judgement.standard import Standard, WayKind


@dataclass(frozen=True, slots=True)
class Answer:
    """What settles a clause for a subject: a person's word, by which way, on what evidence, from when until when.

    Answers are never overwritten: a later one stands beside the earlier. An officer's overrule of a finding is an
    Answer with the way `person`.
    """

    subject: str
    standard: str
    clause: str
    way: WayKind
    outcome: Outcome
    by: str
    evidence: tuple[str, ...]
    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the answer is in force on the day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many clauses of an edition stand where; `unanswered` are those that nobody and nothing has looked at."""

    standard: str
    met: int
    not_met: int
    unclear: int
    not_applicable: int
    failed_to_run: int
    unanswered: int


def verdict_of(standard: Standard, findings: Iterable[Finding], answers: Iterable[Answer], on: date) -> Verdict:
    """The state of every clause of the edition on a day: the newest answer in force, else the finding."""
    states: dict[str, Outcome] = {found.clause: found.outcome for found in findings if found.standard == standard.id}
    for answer in sorted(answers, key=lambda answer: answer.since):
        if answer.standard == standard.id and answer.holds_on(on):
            states[answer.clause] = answer.outcome
    counts = Counter(states[clause.id] for clause in standard.clauses if clause.id in states)
    return Verdict(
        standard=standard.id,
        met=counts[Outcome.MET],
        not_met=counts[Outcome.NOT_MET],
        unclear=counts[Outcome.UNCLEAR],
        not_applicable=counts[Outcome.NOT_APPLICABLE],
        failed_to_run=counts[Outcome.FAILED_TO_RUN],
        unanswered=len(standard.clauses) - sum(counts.values()),
    )


def differing(findings: Iterable[Finding], answers: Iterable[Answer], on: date) -> list[tuple[Finding, Answer]]:
    """The findings that say otherwise than an answer in force: a person should look at each of them again."""
    held = {(answer.standard, answer.clause, answer.subject): answer for answer in answers if answer.holds_on(on)}
    pairs = ((found, held.get((found.standard, found.clause, found.subject))) for found in findings)
    decided = (Outcome.MET, Outcome.NOT_MET)
    return [
        (found, answer)
        for found, answer in pairs
        if answer is not None and found.outcome in decided and answer.outcome is not found.outcome
    ]
