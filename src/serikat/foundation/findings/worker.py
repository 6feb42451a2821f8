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
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.db import close_old_connections
from django.db.models import Q
from django.utils import timezone

from serikat.foundation.findings.actions.answers import let_answers_run_out
from serikat.foundation.findings.actions.rounds import start_due_rounds
from serikat.foundation.findings.actions.tallies import Recounting
from serikat.foundation.findings.models import AuditRound, RoundKind, RoundState
from serikat.foundation.findings.round_at_work import RoundAtWork, end, judge_pages
from serikat.foundation.members.actions.control import look_at_owners, look_at_wanted
from serikat.foundation.members.roster_import.erasing import erase_old_lists

_DEAD_AFTER = timedelta(seconds=45)
_IDLE_SECONDS = 1.0
AWAITED = Q(kind__in=(RoundKind.RECHECK, RoundKind.HANDED_IN))
_log = logging.getLogger(__name__)


def work(stop: threading.Event) -> None:
    """Work until `stop` is set: whole rounds here; what is awaited, control of sites, counts and upkeep in lanes."""
    steps = {
        "awaited": lambda: run_next(AWAITED, stop),
        "control": lambda: look_at_wanted(now=timezone.now()),
        "counting": Recounting().when_due,
        "upkeep": Upkeep().when_due,
    }
    lanes = [
        threading.Thread(target=_work_in, args=(stop, step), name=name, daemon=True) for name, step in steps.items()
    ]
    for lane in lanes:
        lane.start()
    _work_in(stop, lambda: run_next(~AWAITED, stop))
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


_DAILY: Mapping[str, Callable[[], object]] = {
    "answers that run out": lambda: let_answers_run_out(on=timezone.localdate()),
    "lists kept long enough": lambda: erase_old_lists(now=timezone.now()),
    "sessions that ended": SessionStore.clear_expired,
    "domains that may have changed hands": lambda: look_at_owners(now=timezone.now()),
}


class Upkeep:
    """What a day brings: rounds whose day has come, and the daily duties."""

    def __init__(self) -> None:
        self._kept_on: date | None = None

    def when_due(self) -> bool:
        """Do what is due; always False, since nothing of it follows at once."""
        start_due_rounds(now=timezone.now())
        today = timezone.localdate()
        if self._kept_on != today:
            self._kept_on = today
            for name, duty in _DAILY.items():
                _tried(name, duty)
        return False


def _tried(name: str, duty: Callable[[], object]) -> None:
    """Do it; a fault waits for the next day and holds up nothing else."""
    try:
        duty()
    except Exception:  # noqa: BLE001 - whatever it is, the other duties are still due
        _log.exception("upkeep of %s met a fault; it is tried again tomorrow", name)


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
