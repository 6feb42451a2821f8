"""What waits for an officer, how the chapter stands, and what comes next where nothing has begun yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Func, IntegerField, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.safestring import SafeString

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.models import AuditRound, OutletState, Question, QuestionCause, RoundState
from serikat.foundation.findings.queries.rounds import UNDER_WAY, whole_rounds
from serikat.foundation.findings.queries.tallies import Tally, inside, outlets_within, standing_of
from serikat.foundation.findings.standards import clause_of
from serikat.foundation.members.models import Control, ImportState, RosterImport
from serikat.foundation.members.queries import controls_lost_within
from serikat.foundation.people.models import Message, Person
from serikat.foundation.people.models.messages import OF_PLANS
from serikat.fronts.secretariat.sent_plans import waiting_messages
from serikat.web import writing
from serikat.web.charts.bars import Bar, bars
from serikat.web.language import current

_SHOWN = 6
STEPS = (
    Words("Unggah daftar anggota", "Upload the member list"),
    Words("Periksa situs mereka", "Audit their sites"),
    Words("Kirim rencana", "Send the plans"),
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Counts of what waits for a person, what became of the plans, and when the last list came in."""

    questions: int
    overdue: int
    pages: int
    ready: int
    outlets: int
    sent: int
    opened: int
    last_list: datetime | None


@dataclass(frozen=True, slots=True)
class OfficerHome:
    """The page of an officer; lists hold a few each, the first of what their own pages hold whole."""

    whole: Tally
    waiting: Waiting
    urgent: Sequence[OutletState]
    worse: Sequence[OutletState]
    under_way: Sequence[AuditRound]
    failed: AuditRound | None
    lost: Sequence[Control]

    @property
    def step(self) -> int:
        """Which of the three steps comes next: 1 where the list is empty, 2 before the first audit, 3 after it."""
        return 1 if not self.whole.outlets else 2 if not self.whole.audited else 3

    @property
    def is_quiet(self) -> bool:
        """Whether nothing waits."""
        counts = (self.waiting.questions, self.waiting.pages, self.waiting.ready, self.whole.never_audited)
        return not any((*counts, self.urgent, self.worse, self.failed, self.lost))


def officer_home(person: Person, chapters: Sequence[Chapter]) -> OfficerHome:
    """What stands on the page: five queries while the worker's counts are fresh."""
    held = list(chapters)
    marked = OutletState.objects.filter(inside(held, "outlet__chapter__path"), outlet__removed_at=None)
    signed = list(
        marked.filter(Q(is_urgent=True) | Q(is_worse=True)).select_related("outlet").order_by("-changed_at")[:50]
    )
    rounds = list(whole_rounds(held)[:_SHOWN])
    waiting = _waiting(person, held, timezone.localdate())
    return OfficerHome(
        whole=standing_of(held, waiting.outlets).whole,
        waiting=waiting,
        urgent=[each for each in signed if each.is_urgent][:_SHOWN],
        worse=[each for each in signed if each.is_worse and not each.is_urgent][:_SHOWN],
        under_way=[each for each in rounds if each.state in UNDER_WAY],
        failed=rounds[0] if rounds and rounds[0].state == RoundState.FAILED else None,
        lost=list(controls_lost_within(held)[:_SHOWN]),
    )


def missing_chart(whole: Tally) -> SafeString | None:
    """The clauses that most outlets miss; None where none is missing."""
    known = [(clause_of(standard, clause), n) for standard, clause, n in whole.most_missed(6)]
    rows = [Bar(found[1].title, n, "not_met") for found, n in known if found]
    if not rows:
        return None
    finding = Words("Paling sering kurang: {title}, di {n} media", "Most often missing: {title}, at {n} outlets")
    titled = finding.filled(
        title=rows[0].label.in_language(current()) if isinstance(rows[0].label, Words) else rows[0].label,
        n=writing.number(rows[0].value, current()),
    )
    return bars(titled, rows, heading=Words("Butir", "Clause"), counted=Words("Media", "Outlets"))


def _waiting(person: Person, held: list[Chapter], today: date) -> Waiting:
    """All counts in one query, beside the person's own row."""
    asked = Question.objects.filter(inside(held, "outlet__chapter__path"), closed_at=None, outlet__removed_at=None)
    questions = asked.exclude(cause=QuestionCause.HANDED_IN)
    plans = Message.objects.filter(inside(held, "chapter__path"), subject_kind="outlet", kind__in=OF_PLANS)
    lists = RosterImport.objects.filter(inside(held, "chapter__path"), state=ImportState.CONFIRMED)
    [counts] = Person.objects.filter(pk=person.pk).values(
        questions=_how_many(questions),
        overdue=_how_many(questions.filter(due__lte=today)),
        pages=_how_many(asked.filter(cause=QuestionCause.HANDED_IN)),
        ready=_how_many(waiting_messages(person)),
        outlets=_how_many(outlets_within(held)),
        sent=_how_many(plans.exclude(sent_at=None), "subject_id"),
        opened=_how_many(plans.exclude(opened_at=None), "subject_id"),
        last_list=Subquery(lists.order_by("-confirmed_at").values("confirmed_at")[:1]),
    )
    return Waiting(**counts)


def _how_many(rows: QuerySet[Any], different: str = "") -> Subquery:
    """How many there are, or how many `different` ones, as part of another query."""
    template = "COUNT(DISTINCT %(expressions)s)" if different else "COUNT(%(expressions)s)"
    counted = Func(F(different or "pk"), template=template)
    return Subquery(rows.order_by().select_related(None).annotate(_n=counted).values("_n"), output_field=IntegerField())
