"""All that the page of one outlet says: where it stands, what is to do, what was seen, and who said what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from serikat.engines.judgement.finding import Finding, Outcome, Quote
from serikat.engines.judgement.plan import Horizon, Plan, Step
from serikat.engines.judgement.standard import Clause, Standard, Way, WayKind
from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.models import (
    ClauseAnswer,
    HandedInPage,
    OutletAudit,
    OutletState,
    Question,
)
from serikat.foundation.findings.queries.answers import answers_in_force
from serikat.foundation.findings.queries.comparison import Comparison, compared
from serikat.foundation.findings.reading import Answers, findings_of, moment_of, plan_with, standards_of
from serikat.foundation.findings.standards import is_pressing
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Message, Role, RoleKind

_QUOTES_SHOWN, _QUOTES_KEPT = 2, 10
_HISTORY, _MESSAGES = 24, 30
_OPEN = (Outcome.NOT_MET, Outcome.UNCLEAR, Outcome.FAILED_TO_RUN)


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quote as the page shows it; `origin` as `<c-quote>` knows it."""

    quote: Quote
    seen_at: datetime | None
    origin: str


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that the page speaks of: clauses that one look answers alike, what was seen, what people said.

    `outcome` is the machine's, `standing` what counts: a person's answer in force before it.
    """

    number: int
    step: Step
    outcome: Outcome
    standing: Outcome
    reasons: tuple[Words, ...]
    quotes: tuple[ShownQuote, ...]
    answers: tuple[ClauseAnswer, ...]
    is_worse: bool

    @property
    def clause(self) -> Clause:
        """The clause that speaks for it."""
        return self.step.clause

    @property
    def standard(self) -> Standard:
        """The standard of that clause."""
        return self.step.clauses[0][0]

    @property
    def is_seen(self) -> bool:
        """Whether a page or a person tells so."""
        return bool(self.answers) or any(each.quote.sha256 for each in self.quotes)

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"{self.standard.id}-{self.clause.id}"

    @property
    def example(self) -> Words | None:
        """Text to adapt, where a clause has one."""
        return next((clause.example for _, clause in self.step.clauses if clause.example), None)

    @property
    def first_quotes(self) -> tuple[ShownQuote, ...]:
        """Enough to be believed."""
        return self.quotes[:_QUOTES_SHOWN]

    @property
    def more_quotes(self) -> tuple[ShownQuote, ...]:
        """The rest, folded away."""
        return self.quotes[_QUOTES_SHOWN:]


@dataclass(frozen=True)
class Seen:
    """One audit, with what people answered, in the order in which it is read."""

    audit: OutletAudit
    previous: OutletAudit | None
    answers: Answers
    accepted_pages: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def record(self) -> dict[str, Any]:
        """The audit JSON."""
        return self.audit.record

    @cached_property
    def standards(self) -> list[Standard]:
        """The editions that it was judged by."""
        return standards_of(self.record)

    @cached_property
    def findings(self) -> dict[tuple[str, str], Finding]:
        """What the machine found of each clause."""
        return {(each.standard, each.clause): each for each in findings_of(self.record)}

    @cached_property
    def plan(self) -> Plan:
        """What is to do, in order."""
        return plan_with(self.standards, self.findings.values(), self.answers)

    @cached_property
    def change(self) -> Comparison:
        """What moved since the audit before."""
        return compared(self.previous.record, self.record) if self.previous else Comparison()

    @cached_property
    def matters(self) -> list[Matter]:
        """What is missing, what is unclear, what is settled, numbered in the order of the plan."""
        fallen = {(each.standard.id, each.clause.id) for each in self.change.worse}
        steps = (*self.plan.steps, *self.plan.questions, *self.plan.settled)
        return [self._matter(number, step, fallen) for number, step in enumerate(steps, 1)]

    def matter_of(self, standard: str, clause: str) -> Matter | None:
        """The matter that speaks of a clause; None where the audit did not look at it."""
        asked = (standard, clause)
        return next((each for each in self.matters if asked in [(s.id, c.id) for s, c in each.step.clauses]), None)

    @property
    def urgent(self) -> list[Matter]:
        """What those who run the site should look at before anything else."""
        reached = self.audit.reached
        return [
            each
            for each in self.matters
            if any(
                is_pressing(standard.id, clause.id, each.standing, reached, is_seen=each.is_seen)
                for standard, clause in each.step.clauses
            )
        ]

    @property
    def horizons(self) -> list[tuple[Horizon, list[Matter]]]:
        """What is missing, by when it can be done."""
        missing = self.matters[: len(self.plan.steps)]
        grouped = [(horizon, [each for each in missing if each.step.horizon is horizon]) for horizon in Horizon]
        return [(horizon, matters) for horizon, matters in grouped if matters]

    @property
    def questions(self) -> list[Matter]:
        """What is unclear."""
        first = len(self.plan.steps)
        return self.matters[first : first + len(self.plan.questions)]

    @property
    def by_standard(self) -> list[tuple[Standard, list[Matter], list[Matter]]]:
        """Each standard with what is open under it, and what is settled."""
        return [
            (
                standard,
                [each for each in self.matters if each.standard is standard and each.standing in _OPEN],
                [each for each in self.matters if each.standard is standard and each.standing not in _OPEN],
            )
            for standard in self.standards
        ]

    @property
    def counts(self) -> list[tuple[Standard, dict[str, int]]]:
        """For each standard, how many clauses stand how."""
        counted = []
        for standard in self.standards:
            counts: dict[str, int] = {}
            for clause in standard.clauses:
                answer = self.answers.get((standard.id, clause.id))
                found = self.findings.get((standard.id, clause.id))
                word = answer.outcome if answer else found.outcome.value if found else "unanswered"
                counts[word] = counts.get(word, 0) + 1
            counted.append((standard, counts))
        return counted

    @property
    def by_hand(self) -> list[tuple[WayKind, list[tuple[Standard, Clause, Way]]]]:
        """What no machine looked at, by who or what can answer it."""
        groups: dict[WayKind, list[tuple[Standard, Clause, Way]]] = {}
        for standard, clause in self.plan.unanswered:
            if (standard.id, clause.id) not in self.answers:
                way = next((way for way in clause.ways if way.kind is not WayKind.RULE), clause.ways[0])
                groups.setdefault(way.kind, []).append((standard, clause, way))
        return [(kind, groups[kind]) for kind in WayKind if kind in groups]

    def _matter(self, number: int, step: Step, fallen: set[tuple[str, str]]) -> Matter:
        keys = [(standard.id, clause.id) for standard, clause in step.clauses]
        seen = [self.findings[key] for key in keys]
        return Matter(
            number=number,
            step=step,
            outcome=seen[0].outcome,
            standing=step.findings[0].outcome,
            reasons=tuple(dict.fromkeys(found.reason for found in seen)),
            quotes=tuple(self._quotes(seen)),
            answers=tuple({each.pk: each for key in keys if (each := self.answers.get(key))}.values()),
            is_worse=any(key in fallen for key in keys),
        )

    def _quotes(self, findings: Iterable[Finding]) -> list[ShownQuote]:
        once = {(quote.text, quote.url): quote for found in findings for quote in found.quotes}
        return [
            ShownQuote(quote, moment_of(quote.seen_at), self._origin(quote))
            for quote in list(once.values())[:_QUOTES_KEPT]
        ]

    def _origin(self, quote: Quote) -> str:
        if quote.handed_in:
            return "seen" if quote.sha256 in self.accepted_pages else "handed"
        return "parent" if quote.inherited else ""


@dataclass(frozen=True, slots=True)
class OutletPage:
    """One outlet with all that is known of it; `seen` is None before its first audit."""

    outlet: MemberOutlet
    state: OutletState | None
    seen: Seen | None
    history: Sequence[OutletAudit]
    answers: Sequence[ClauseAnswer]
    questions: Sequence[Question]
    pages: Sequence[HandedInPage]
    messages: Sequence[Message]
    helpers: Sequence[Role]

    @property
    def sent(self) -> int:
        """How many of the messages left."""
        return sum(each.sent_at is not None for each in self.messages)

    @property
    def opened(self) -> int:
        """How many of them were opened."""
        return sum(each.opened_at is not None for each in self.messages)


def outlet_page(outlet: MemberOutlet) -> OutletPage:
    """The page of an outlet, by its latest audit."""
    state = OutletState.objects.select_related("latest", "previous").filter(outlet=outlet).first()
    pages = latest_pages_of(outlet)
    seen = seen_by_latest(outlet, state, pages)
    about = outlet.subject
    messages = Message.objects.filter(subject_room=about.room, subject_kind=about.kind, subject_id=about.id)
    return OutletPage(
        outlet=outlet,
        state=state,
        seen=seen,
        history=list(audits_of(outlet)[:_HISTORY]),
        answers=list(ClauseAnswer.objects.filter(outlet=outlet).select_related("by").order_by("-recorded_at")[:50]),
        questions=list(
            Question.objects.filter(outlet=outlet, closed_at=None).select_related("taken_by").order_by("due")[:100]
        ),
        pages=pages,
        messages=list(messages.select_related("to", "prepared_by").order_by("-prepared_at")[:_MESSAGES]),
        helpers=helpers_of(outlet.chapter),
    )


def latest_pages_of(outlet: MemberOutlet) -> list[HandedInPage]:
    """The pages that were handed in, the newest first."""
    pages = HandedInPage.objects.filter(outlet=outlet).select_related("handed_in_by", "seen_by")
    return list(pages.order_by("-handed_in_at")[:30])


def seen_by_latest(
    outlet: MemberOutlet, state: OutletState | None, pages: Iterable[HandedInPage] | None = None
) -> Seen | None:
    """The latest audit with the answers in force; None before the first."""
    if state is None:
        return None
    known = HandedInPage.objects.filter(outlet=outlet, is_accepted=True) if pages is None else pages
    accepted = frozenset(page.sha256 for page in known if page.is_accepted)
    return Seen(state.latest, state.previous, answers_in_force(outlet), accepted)


def audits_of(outlet: MemberOutlet) -> QuerySet[OutletAudit]:
    """The outlet's audits, the newest first, without their records."""
    return (
        OutletAudit.objects
        .filter(outlet=outlet)
        .select_related("round")
        .defer("compressed")
        .order_by("-gathered_at", "-pk")
    )


def helpers_of(chapter: Chapter) -> list[Role]:
    """The officers and verifiers nearest to a chapter: its own, else those of the chapter above that has any."""
    paths = [chapter.path[:length] for length in range(Chapter.steplen, len(chapter.path) + 1, Chapter.steplen)]
    held = Role.objects.on(timezone.localdate()).filter(chapter__path__in=paths, kind__in=list(RoleKind))
    roles = list(held.select_related("person", "chapter").order_by("-chapter__depth", "kind", "person__name")[:12])
    return [role for role in roles if role.chapter.depth == roles[0].chapter.depth]
