"""What waits for an officer, how the chapter stands, and what comes next where nothing has begun yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.safestring import SafeString

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import within
from serikat.foundation.findings.models import AuditRound, OutletState, Question, QuestionCause, RoundState
from serikat.foundation.findings.queries.rounds import UNDER_WAY, whole_rounds
from serikat.foundation.findings.queries.tallies import Tally, standing_of
from serikat.foundation.findings.standards import clause_of
from serikat.foundation.members.models import Control, ImportState, RosterImport
from serikat.foundation.members.queries import controls_lost_within
from serikat.foundation.people.models import Person
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
    """Counts of what waits for a person."""

    questions: int
    overdue: int
    pages: int
    messages: int


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
    last_import: RosterImport | None

    @property
    def step(self) -> int:
        """Which of the three steps comes next: 1 where the list is empty, 2 before the first audit, 3 after it."""
        return 1 if not self.whole.outlets else 2 if not self.whole.audited else 3

    @property
    def is_quiet(self) -> bool:
        """Whether nothing waits."""
        counts = (self.waiting.questions, self.waiting.pages, self.waiting.messages, self.whole.never_audited)
        return not any((*counts, self.urgent, self.worse, self.failed, self.lost))


def officer_home(person: Person, chapters: Sequence[Chapter]) -> OfficerHome:
    """What stands on the page: six queries, and two for the counts while they are fresh (six where they are not)."""
    held = list(chapters)
    marked = OutletState.objects.filter(within(held, "outlet__chapter__path"), outlet__removed_at=None)
    signed = list(
        marked.filter(Q(is_urgent=True) | Q(is_worse=True)).select_related("outlet").order_by("-changed_at")[:50]
    )
    rounds = list(whole_rounds(held)[:_SHOWN])
    imports = RosterImport.objects.filter(within(held, "chapter__path"), state=ImportState.CONFIRMED)
    return OfficerHome(
        whole=standing_of(held).whole,
        waiting=_waiting(person, held, timezone.localdate()),
        urgent=[each for each in signed if each.is_urgent][:_SHOWN],
        worse=[each for each in signed if each.is_worse and not each.is_urgent][:_SHOWN],
        under_way=[each for each in rounds if each.state in UNDER_WAY],
        failed=rounds[0] if rounds and rounds[0].state == RoundState.FAILED else None,
        lost=list(controls_lost_within(held)[:_SHOWN]),
        last_import=imports.select_related("uploaded_by").order_by("-uploaded_at").first(),
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
    pages = Q(cause=QuestionCause.HANDED_IN)
    asked = Question.objects.filter(within(held, "outlet__chapter__path"), closed_at=None, outlet__removed_at=None)
    counts = asked.aggregate(
        questions=Count("pk", filter=~pages), overdue=Count("pk", filter=~pages & Q(due__lte=today)),
        pages=Count("pk", filter=pages),
    )  # fmt: skip
    return Waiting(**counts, messages=waiting_messages(person).count())
