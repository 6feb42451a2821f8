"""Carries out the rounds that were asked for: one lane for whole rounds, one for what somebody waits for on a page.

A worker that dies leaves its round `running` with an old heartbeat; the next one takes it up where it stood, since
every finished outlet is on the disk and in the shard table.
"""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
from collections.abc import Callable
from datetime import date, timedelta

from django.db import close_old_connections
from django.db.models import Q
from django.utils import timezone

from serikat.foundation.findings.actions.answers import let_answers_run_out
from serikat.foundation.findings.actions.rounds import start_due_rounds
from serikat.foundation.findings.actions.tallies import Recounting
from serikat.foundation.findings.models import AuditRound, RoundKind, RoundState
from serikat.foundation.findings.round_at_work import RoundAtWork, end, judge_pages
from serikat.foundation.members.actions.control import look_at_owners

_DEAD_AFTER = timedelta(seconds=45)
_IDLE_SECONDS = 1.0
AWAITED = Q(kind__in=(RoundKind.RECHECK, RoundKind.HANDED_IN))
_log = logging.getLogger(__name__)


def work(stop: threading.Event) -> None:
    """Work until `stop` is set: whole rounds here, what is awaited and the counts of lists in lanes of their own."""
    lanes = [
        threading.Thread(target=_work_in, args=(stop, lambda: run_next(AWAITED, stop)), name="awaited", daemon=True),
        threading.Thread(target=_work_in, args=(stop, Recounting().when_due), name="counting", daemon=True),
    ]
    for lane in lanes:
        lane.start()
    upkeep = Upkeep()
    _work_in(stop, lambda: upkeep.when_due() or run_next(~AWAITED, stop))
    for lane in lanes:
        lane.join(timeout=30)


def _work_in(stop: threading.Event, step: Callable[[], bool]) -> None:
    """Take one step after another, resting where there was nothing to do."""
    while not stop.is_set():
        try:
            close_old_connections()
            if not step():
                stop.wait(_IDLE_SECONDS)
        except Exception:  # noqa: BLE001 - a fault of one round must not end the worker that all others wait for
            _log.exception("the worker met a fault and goes on")
            stop.wait(_IDLE_SECONDS * 5)


class Upkeep:
    """What a day brings: rounds whose day has come, answers that run out, domains that may have changed hands."""

    def __init__(self) -> None:
        self._kept_on: date | None = None

    def when_due(self) -> bool:
        """Do what is due; always False, so that a round may follow at once."""
        start_due_rounds(now=timezone.now())
        if self._kept_on != timezone.localdate():
            let_answers_run_out(on=timezone.localdate())
            look_at_owners(now=timezone.now())
            self._kept_on = timezone.localdate()
        return False


def run_next(which: Q, stop: threading.Event) -> bool:
    """Take the next round that waits, or whose worker died, and see it through; False where there is none."""
    audit_round = _taken(which)
    if audit_round is None:
        return False
    try:
        if audit_round.kind == RoundKind.HANDED_IN:
            judge_pages(audit_round)
        else:
            RoundAtWork(audit_round, stop).run()
    except Exception as error:  # noqa: BLE001 - said on the round's page, with a way to go on
        _log.exception("round %s stopped", audit_round.public_id)
        end(audit_round, RoundState.FAILED, f"{type(error).__name__}: {error}")
    return True


def _taken(which: Q) -> AuditRound | None:
    """The next round, now ours; two workers never get the same."""
    now = timezone.now()
    under_way = Q(state__in=(RoundState.RUNNING, RoundState.STOPPING))
    silent = Q(alive_at__lt=now - _DEAD_AFTER) | Q(alive_at=None) | Q(worker__startswith=f"{socket.gethostname()}/")
    waiting = AuditRound.objects.filter(which).filter(Q(state=RoundState.WANTED) | (under_way & silent))
    for candidate in waiting.order_by("wanted_at")[:20]:
        is_silent = candidate.alive_at is None or candidate.alive_at < now - _DEAD_AFTER
        if candidate.state != RoundState.WANTED and not is_silent and not _is_gone(candidate.worker):
            continue
        same = AuditRound.objects.filter(pk=candidate.pk, state=candidate.state, alive_at=candidate.alive_at)
        state = RoundState.STOPPING if candidate.state == RoundState.STOPPING else RoundState.RUNNING
        if same.update(state=state, alive_at=now, worker=_name(), began_at=candidate.began_at or now):
            candidate.refresh_from_db()
            return candidate
    return None


def _is_gone(worker: str) -> bool:
    """Whether a worker of this machine is known to be dead, so that nobody waits for its heart to stop."""
    host, _, rest = worker.partition("/")
    if host != socket.gethostname() or sys.platform == "win32":
        return False
    try:
        os.kill(int(rest.partition("/")[0]), 0)
    except (ProcessLookupError, ValueError):
        return True
    except PermissionError:
        return False
    return False


def _name() -> str:
    return f"{socket.gethostname()}/{os.getpid()}/{threading.get_ident()}"
