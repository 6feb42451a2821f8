"""Carries out the rounds that were asked for: one lane for whole rounds, one for rechecks, which nobody waits behind.

A worker that dies leaves its round `running` with an old heartbeat; the next one takes it up where it stood, since
every finished outlet is on the disk and in the shard table.
"""

from __future__ import annotations

import json
import logging
import os
import socket
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections
from django.db.models import Q
from django.utils import timezone

from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.hosts_file import opened_with
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy
from serikat.engines.site_audit.shard import ListedOutlet, ShardSettings
from serikat.engines.site_audit.shard_folder import LINES, AuditedOutlet
from serikat.foundation.findings.actions.recording import record_audit
from serikat.foundation.findings.actions.rounds import start_due_rounds
from serikat.foundation.findings.models import AuditRound, RoundKind, RoundState, Target
from serikat.foundation.findings.rounds.coordinator import Coordinator, take_up
from serikat.foundation.findings.rounds.executors import executor_for
from serikat.foundation.findings.rounds.lines import shard_path
from serikat.foundation.findings.rounds.sharding import shard_size, shards_of
from serikat.foundation.findings.rounds.table import RoundFacts, RoundTable
from serikat.foundation.findings.standards import library
from serikat.foundation.journal.actions import record
from serikat.foundation.journal.subjects import Actor
from serikat.foundation.members.models import MemberOutlet

_DEAD_AFTER = timedelta(seconds=45)
_BEAT_SECONDS = 5.0
_IDLE_SECONDS = 1.0
# A member waits for a recheck in front of a telephone.
_RECHECK = {"seconds": 50.0, "articles": 8, "pages": 24}
_WORKER = Actor("system", "worker")
_log = logging.getLogger(__name__)


def work(stop: threading.Event) -> None:
    """Work until `stop` is set: rechecks in a lane of their own, rounds and what is due here."""
    lane = threading.Thread(target=_work_in, args=(stop, Q(kind=RoundKind.RECHECK), lambda: None), daemon=True)
    lane.start()
    _work_in(stop, ~Q(kind=RoundKind.RECHECK), lambda: start_due_rounds(now=timezone.now()))
    lane.join(timeout=30)


def _work_in(stop: threading.Event, which: Q, before: Callable[[], object]) -> None:
    while not stop.is_set():
        try:
            close_old_connections()
            before()
            if not run_next(which, stop):
                stop.wait(_IDLE_SECONDS)
        except Exception:  # noqa: BLE001 - a fault of one round must not end the worker that all others wait for
            _log.exception("the worker met a fault and goes on")
            stop.wait(_IDLE_SECONDS * 5)


def run_next(which: Q, stop: threading.Event) -> bool:
    """Take the next round that waits, or whose worker died, and see it through; False where there is none."""
    audit_round = _taken(which)
    if audit_round is None:
        return False
    try:
        _RoundAtWork(audit_round, stop).run()
    except Exception as error:  # noqa: BLE001 - said on the round's page, with a way to go on
        _log.exception("round %s stopped", audit_round.public_id)
        said = f"{type(error).__name__}: {error}"
        _end(audit_round, RoundState.FAILED, said)
    return True


def _taken(which: Q) -> AuditRound | None:
    """The next round, now ours; two workers never get the same."""
    now = timezone.now()
    lost = Q(state__in=(RoundState.RUNNING, RoundState.STOPPING), alive_at__lt=now - _DEAD_AFTER)
    waiting = AuditRound.objects.filter(which).filter(Q(state=RoundState.WANTED) | lost).order_by("wanted_at")
    for candidate in waiting[:5]:
        same = AuditRound.objects.filter(pk=candidate.pk, state=candidate.state, alive_at=candidate.alive_at)
        state = RoundState.STOPPING if candidate.state == RoundState.STOPPING else RoundState.RUNNING
        if same.update(state=state, alive_at=now, worker=_name(), began_at=candidate.began_at or now):
            candidate.refresh_from_db()
            return candidate
    return None


class _RoundAtWork:
    """One round, from the shard table to the outlets' pages."""

    def __init__(self, audit_round: AuditRound, stop: threading.Event) -> None:
        self._round = audit_round
        self._id = str(audit_round.public_id)
        self._stop = stop
        self._folder = Path(settings.AUDIT_FOLDER) / self._id
        targets = Target.objects.filter(round=audit_round).select_related("outlet")
        self._outlets: dict[str, MemberOutlet] = {}
        for target in targets.prefetch_related("outlet__former_domains").iterator(chunk_size=2_000):
            self._outlets[target.outlet.key] = target.outlet
        self._done = set(targets.exclude(reached="").values_list("outlet__key", flat=True))
        self._shards: dict[str, int] = {}
        self._beat = time.monotonic()
        self._is_wanted = audit_round.state != RoundState.STOPPING

    def run(self) -> None:
        """Lay the shards down or take them up, run them, and record what comes."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with RoundTable(settings.AUDIT_DATABASE) as table:
            if table.facts(self._id) is None:
                self._lay_down(table)
            else:
                take_up(table, self._id, self._folder)
            self._shards = table.shard_of_outlets(self._id)
            self._record_finished(table)
            if self._is_wanted:
                executor = executor_for(1 if self._round.kind == RoundKind.RECHECK else settings.AUDIT_WORKERS)
                Coordinator(
                    table, self._id, self._folder, self._settings(), executor, self._recorded, self._goes_on
                ).run()
                self._record_finished(table)
            self._settle(table)

    def _lay_down(self, table: RoundTable) -> None:
        listed = [ListedOutlet(outlet.as_audited, row) for row, outlet in enumerate(self._outlets.values(), 1)]
        facts = RoundFacts(self._id, "", {"standards": self._round.standards})
        table.lay_down(facts, shards_of(listed, shard_size(len(listed), settings.AUDIT_WORKERS)))

    def _settings(self) -> ShardSettings:
        recheck = _RECHECK if self._round.kind == RoundKind.RECHECK else {}
        hosts = settings.AUDIT_HOSTS_FILE
        return ShardSettings(
            editions=library,
            standards=tuple(self._round.standards),
            budget=Budget(interval=settings.AUDIT_INTERVAL, **recheck),  # type: ignore[arg-type]
            policy=ReachPolicy(allow_private=settings.AUDIT_ALLOW_PRIVATE),
            # One for all rounds: a recheck may run beside a round.
            places=Path(settings.AUDIT_FOLDER).absolute() / "places",
            opening=partial(opened_with, Path(hosts)) if hosts else Fetcher,
        )

    def _goes_on(self) -> bool:
        """The heartbeat, and whether somebody stopped the round or the worker."""
        if time.monotonic() - self._beat > _BEAT_SECONDS:
            self._beat = time.monotonic()
            AuditRound.objects.filter(pk=self._round.pk).update(alive_at=timezone.now())
            state = AuditRound.objects.values_list("state", flat=True).get(pk=self._round.pk)
            self._is_wanted = state == RoundState.RUNNING
        return self._is_wanted and not self._stop.is_set()

    def _recorded(self, audited: AuditedOutlet) -> None:
        """Put one finished outlet into the books."""
        shard = self._shards.get(audited.key)
        outlet = self._outlets.get(audited.key)
        if shard is None or outlet is None:
            return
        with (shard_path(self._folder, shard) / LINES).open("rb") as lines:
            lines.seek(audited.offset)
            line = json.loads(lines.read(audited.length))
        evidence = f"{self._id}/{line['evidence']}"
        record_audit(audit_round=self._round, outlet=outlet, record=line, evidence=evidence)
        self._done.add(audited.key)

    def _record_finished(self, table: RoundTable) -> None:
        """What a worker finished before it died, and lines that the end of the round judged anew."""
        for _, audited in table.finished(self._id):
            self._recorded(audited)

    def _settle(self, table: RoundTable) -> None:
        """Say how the round ended; a worker that was asked to leave gives the round back."""
        left = table.unfinished(self._id)
        if left and self._stop.is_set() and self._is_wanted:
            AuditRound.objects.filter(pk=self._round.pk).update(state=RoundState.WANTED, alive_at=None, worker="")
        elif left and not self._is_wanted:
            _end(self._round, RoundState.CANCELLED, "")
        elif left:
            said = "; ".join(error for _, error in table.errors(self._id)) or left[0][1]
            _end(self._round, RoundState.FAILED, said)
        else:
            _end(self._round, RoundState.FINISHED, "")


def _end(audit_round: AuditRound, state: RoundState, error: str) -> None:
    AuditRound.objects.filter(pk=audit_round.pk).update(
        state=state, ended_at=timezone.now(), alive_at=None, worker="", error=error[:2_000]
    )
    if state == RoundState.FINISHED:
        done = Target.objects.filter(round=audit_round).exclude(reached="").count()
        record("findings.round_finished", about=audit_round.subject, by=_WORKER, outlets=done)


def _name() -> str:
    return f"{socket.gethostname()}/{os.getpid()}/{threading.get_ident()}"
