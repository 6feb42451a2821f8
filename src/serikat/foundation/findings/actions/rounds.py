"""Rounds: asked for, stopped, resumed, put on a schedule. A worker carries them out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import topmost
from serikat.foundation.findings.access import (
    can_have_rechecked,
    can_set_schedule,
    can_start_round,
    can_steer_round,
)
from serikat.foundation.findings.actions.recording import hold
from serikat.foundation.findings.models import AuditRound, ClauseState, RoundKind, RoundState, Schedule
from serikat.foundation.findings.queries.open_clauses import open_clauses_of
from serikat.foundation.findings.standards import binding_ids
from serikat.foundation.journal.actions import record
from serikat.foundation.journal.subjects import Actor
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person
from serikat.web.permission import Refused, RefusedError, require

_UNDER_WAY = (RoundState.WANTED, RoundState.RUNNING)
NO_OUTLETS = Words(
    "Tidak ada media dalam pilihan ini, jadi tidak ada yang dapat diperiksa.",
    "This selection holds no outlet, so there is nothing to audit.",
)
NOTHING_OPEN = Words(
    "Semua butir media ini sudah terpenuhi, jadi tidak ada yang perlu diperiksa lagi.",
    "All clauses of this outlet are met, so there is nothing to check again.",
)
_ENDED = Words("Pemeriksaan ini sudah selesai.", "This round has ended.")
_NOT_STOPPED = Words(
    "Pemeriksaan ini masih berjalan; hentikan dahulu bila ingin memulainya lagi.",
    "This round is still running; stop it first to start it anew.",
)


@transaction.atomic
def start_round(
    *, chapter: Chapter, outlets: Iterable[MemberOutlet], by: Person, selection: str = "", standards: Iterable[str] = ()
) -> AuditRound:
    """Ask for a round over these outlets of the chapter and those below. Raises RefusedError where there are none."""
    require(can_start_round(by, chapter))
    chosen = _asked_for(outlets).filter(chapter__path__startswith=chapter.path)
    if not chosen.exists():
        raise RefusedError(Refused(NO_OUTLETS))
    return _laid_down(chapter, RoundKind.SELECTION, chosen, by, selection, list(standards))


@transaction.atomic
def start_rounds(
    *, chapters: Iterable[Chapter], outlets: Iterable[MemberOutlet], by: Person, selection: str = ""
) -> list[AuditRound]:
    """A round in each of the chapters that holds some of these outlets; a round stands in one chapter alone."""
    chosen = _asked_for(outlets)
    held = [each for each in topmost(chapters) if chosen.filter(chapter__path__startswith=each.path).exists()]
    if not held:
        raise RefusedError(Refused(NO_OUTLETS))
    return [start_round(chapter=each, outlets=chosen, by=by, selection=selection) for each in held]


@transaction.atomic
def start_recheck(*, outlet: MemberOutlet, clauses: Iterable[str], by: Person) -> AuditRound:
    """Ask that an outlet be looked at again for these clauses, or for all that are open where none is named.

    A recheck that already waits or runs is given back. Where nothing is open, whoever may start a round gets one over
    the whole site, since a recheck reads too little of it to stand for an audit. Raises RefusedError.
    """
    require(can_have_rechecked(by, outlet))
    hold(outlet)
    known = set(ClauseState.objects.filter(outlet=outlet).values_list("clause", flat=True))
    wanted = known.intersection(clauses) or set(open_clauses_of(outlet))
    waiting = AuditRound.objects.filter(kind=RoundKind.RECHECK, state__in=_UNDER_WAY, targets__outlet=outlet).first()
    if waiting is not None:
        if waiting.state == RoundState.WANTED:
            waiting.clauses = sorted({*waiting.clauses, *wanted})
            waiting.save(update_fields=["clauses"])
        return waiting
    if known and not wanted:
        if not can_start_round(by, outlet.chapter):
            raise RefusedError(Refused(NOTHING_OPEN))
        return start_round(chapter=outlet.chapter, outlets=[outlet], by=by)
    return _laid_down(outlet.chapter, RoundKind.RECHECK, _asked_for([outlet]), by, "", [], sorted(wanted))


def lay_down_hand_in(*, outlet: MemberOutlet, by: Person) -> AuditRound:
    """Ask that the outlet's latest audit be judged anew with the pages handed in; within the caller's transaction."""
    waiting = AuditRound.objects.filter(kind=RoundKind.HANDED_IN, state=RoundState.WANTED, targets__outlet=outlet)
    return waiting.first() or _laid_down(outlet.chapter, RoundKind.HANDED_IN, _asked_for([outlet]), by, "", [])


@transaction.atomic
def stop_round(*, audit_round: AuditRound, by: Person) -> None:
    """Stop at the next outlet; what is finished stays. Raises RefusedError where it has ended."""
    require(can_steer_round(by, audit_round))
    stopped = AuditRound.objects.filter(pk=audit_round.pk, state=RoundState.WANTED).update(
        state=RoundState.CANCELLED, ended_at=timezone.now()
    ) or AuditRound.objects.filter(pk=audit_round.pk, state=RoundState.RUNNING).update(state=RoundState.STOPPING)
    if not stopped:
        raise RefusedError(Refused(_ENDED))
    record("findings.round_stopped", about=audit_round.subject, by=by.actor)


@transaction.atomic
def resume_round(*, audit_round: AuditRound, by: Person) -> None:
    """Go on with a stopped round; what is finished is not done again. Raises RefusedError where it was not stopped."""
    require(can_steer_round(by, audit_round))
    stopped = AuditRound.objects.filter(pk=audit_round.pk, state__in=(RoundState.CANCELLED, RoundState.FAILED))
    if not stopped.update(state=RoundState.WANTED, ended_at=None, error=""):
        raise RefusedError(Refused(_NOT_STOPPED))
    record("findings.round_resumed", about=audit_round.subject, by=by.actor)


@transaction.atomic
def set_schedule(*, chapter: Chapter, every_days: int, is_on: bool, by: Person) -> Schedule:
    """Have the chapter's outlets audited anew every so many days, first in so many days from now."""
    require(can_set_schedule(by, chapter))
    schedule, _ = Schedule.objects.update_or_create(
        chapter=chapter,
        defaults={
            "every_days": every_days,
            "next_at": timezone.now() + timedelta(days=every_days),
            "set_by": by,
            "is_on": is_on,
        },
    )
    record("findings.schedule_set", about=chapter.subject, by=by.actor, every_days=every_days, on=is_on)
    return schedule


def start_due_rounds(*, now: datetime) -> list[AuditRound]:
    """Start the rounds whose day has come; a chapter still in a scheduled round waits for its end."""
    due = Schedule.objects.filter(is_on=True, next_at__lte=now)
    # Asked every second, and nearly always in vain: only what is due is worth a lock.
    return _started(due, now) if due.exists() else []


@transaction.atomic
def _started(due: QuerySet[Schedule], now: datetime) -> list[AuditRound]:
    begun = []
    for schedule in due.select_for_update(of=("self",)).select_related("chapter"):
        schedule.next_at = now + timedelta(days=schedule.every_days)
        schedule.save(update_fields=["next_at"])
        open_rounds = AuditRound.objects.filter(chapter=schedule.chapter, kind=RoundKind.SCHEDULED)
        outlets = MemberOutlet.objects.filter(chapter__path__startswith=schedule.chapter.path, removed_at=None)
        if outlets.exists() and not open_rounds.filter(state__in=_UNDER_WAY).exists():
            begun.append(_laid_down(schedule.chapter, RoundKind.SCHEDULED, outlets, None, "", []))
    return begun


def _asked_for(outlets: Iterable[MemberOutlet]) -> QuerySet[MemberOutlet]:
    """The outlets as a question to the database, so that many are not fetched for nothing."""
    return outlets if isinstance(outlets, QuerySet) else MemberOutlet.objects.filter(pk__in=[one.pk for one in outlets])


def _laid_down(
    chapter: Chapter,
    kind: RoundKind,
    outlets: QuerySet[MemberOutlet],
    by: Person | None,
    selection: str,
    standards: list[str],
    clauses: list[str] | None = None,
) -> AuditRound:
    audit_round = AuditRound.objects.create(
        chapter=chapter,
        kind=kind,
        standards=standards or binding_ids(),
        clauses=clauses or [],
        selection=selection[:300],
        started_by=by,
    )
    held = _aim(audit_round, outlets)
    actor = by.actor if by else Actor("system", "schedule")
    record("findings.round_wanted", about=audit_round.subject, by=actor, kind=str(kind), outlets=held)
    return audit_round


def _aim(audit_round: AuditRound, outlets: QuerySet[MemberOutlet]) -> int:
    """A target for each outlet, and how many; made by the database alone, since somebody waits for the page."""
    asked, values = outlets.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO findings_target (round_id, outlet_id, reached, error, line_sha256) "  # noqa: S608
            f"SELECT %s, chosen.*, '', '', '' FROM ({asked}) AS chosen",
            [audit_round.pk, *values],
        )
        return int(cursor.rowcount)
