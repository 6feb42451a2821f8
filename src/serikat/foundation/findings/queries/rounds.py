"""Questions about rounds: which a person may see, how far one has come, how long it still takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.evidence.remedies import explain, how_to_fix
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import within
from serikat.foundation.findings.models import AuditRound, RoundKind, RoundState, Schedule, Target
from serikat.foundation.findings.reading import reached_of
from serikat.foundation.findings.standards import READ
from serikat.foundation.members.queries import outlets_represented_by
from serikat.foundation.people.models import Person
from serikat.foundation.people.queries import chapters_of

UNDER_WAY = (RoundState.WANTED, RoundState.RUNNING, RoundState.STOPPING)
_WHOLE = (RoundKind.SELECTION, RoundKind.SCHEDULED)
# The rate is that of the last minutes: what a round did before a pause says nothing of now.
_RECENTLY = timedelta(minutes=3)
_SECONDS_AN_OUTLET = 1.2
_SECONDS_AT_LEAST = 60.0


@dataclass(frozen=True, slots=True)
class Unread:
    """One way of not being read within a round: how many outlets, what it means, how to mend it."""

    reached: str
    count: int
    explained: Words
    fix: Words


@dataclass(frozen=True, slots=True)
class RoundProgress:
    """How far a round has come; `rate` is outlets a second, `left` seconds, each 0 where nobody can say."""

    done: int
    total: int
    rate: float
    left: float
    unread: tuple[Unread, ...]

    @property
    def failures(self) -> list[tuple[Words, int]]:
        """As `<c-progress>` draws them."""
        return [(each.explained, each.count) for each in self.unread]

    @property
    def read(self) -> int:
        """How many outlets could be read."""
        return self.done - sum(each.count for each in self.unread)


def rounds_seen_by(person: Person) -> QuerySet[AuditRound]:
    """The rounds of the person's chapters and those below, and what was looked at again of outlets they represent."""
    own = within(chapters_of(person), "chapter__path")
    small = Q(kind__in=(RoundKind.RECHECK, RoundKind.HANDED_IN))
    mine = Target.objects.filter(outlet__in=outlets_represented_by(person).order_by()).values("round")
    return AuditRound.objects.filter(own | (small & Q(pk__in=mine)))


def whole_rounds(chapters: Sequence[Chapter]) -> QuerySet[AuditRound]:
    """The rounds over many outlets of the chapters and those below, the newest first, each with how far it is."""
    rounds = AuditRound.objects.filter(within(list(chapters), "chapter__path"), kind__in=_WHOLE)
    return rounds.select_related("chapter", "started_by").order_by("-wanted_at", "-pk")


def progress_of(audit_round: AuditRound) -> RoundProgress:
    """How far the round has come; two queries."""
    counted = dict(Target.objects.filter(round=audit_round).values_list("reached").annotate(n=Count("pk")))
    total = sum(counted.values())
    done = total - counted.pop("", 0)
    rate = _rate(audit_round) if audit_round.state == RoundState.RUNNING else 0.0
    unread = (_unread(word, n) for word, n in counted.items() if word not in READ)
    return RoundProgress(
        done=done,
        total=total,
        rate=round(rate, 1) if rate >= 1 else round(rate, 2),
        left=(total - done) / rate if rate else 0.0,
        unread=tuple(sorted(unread, key=lambda each: -each.count)),
    )


def done_of(rounds: Sequence[AuditRound]) -> dict[int, tuple[int, int]]:
    """For each round, outlets done and outlets in all; one query."""
    targets = Target.objects.filter(round__in=rounds).values_list("round")
    counted = targets.annotate(all=Count("pk"), done=Count("pk", filter=~Q(reached="")))
    return {pk: (done, total) for pk, total, done in counted}


def seconds_for(outlets: int) -> float:
    """About how long a round over so many outlets takes, by the last one that ended."""
    last = (
        AuditRound.objects
        .filter(kind__in=_WHOLE, state=RoundState.FINISHED)
        .exclude(began_at=None)
        .annotate(n=Count("targets"))
        .order_by("-ended_at")
        .first()
    )
    each = _SECONDS_AN_OUTLET
    if last is not None and last.began_at and last.ended_at and last.n:
        each = (last.ended_at - last.began_at).total_seconds() / last.n
    return max(_SECONDS_AT_LEAST, each * outlets)


def schedules_of(chapters: Sequence[Chapter]) -> list[Schedule]:
    """The schedules of the chapters and of those below."""
    held = Schedule.objects.filter(within(list(chapters), "chapter__path"))
    return list(held.select_related("chapter", "set_by").order_by("chapter__depth", "chapter__name")[:100])


def _rate(audit_round: AuditRound) -> float:
    """Outlets a second over the last minutes."""
    now = timezone.now()
    since: datetime = max(now - _RECENTLY, audit_round.began_at or now)
    done = Target.objects.filter(round=audit_round, done_at__gte=since).count()
    seconds = (now - since).total_seconds()
    return done / seconds if done and seconds > 1 else 0.0


def _unread(word: str, count: int) -> Unread:
    reached = reached_of(word)
    return Unread(word, count, explain(reached), how_to_fix(reached))
