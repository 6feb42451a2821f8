"""One round as a worker carries it out, from the shard table to the outlets' pages."""

from __future__ import annotations

import json
import threading
import time
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.hosts_file import opened_with
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy
from serikat.engines.site_audit.shard import ListedOutlet, ShardSettings, evidence_name
from serikat.engines.site_audit.shard_folder import LINES, AuditedOutlet
from serikat.foundation.findings.actions.recording import record_audit, resummed
from serikat.foundation.findings.models import AuditRound, OutletState, RoundKind, RoundState, Target
from serikat.foundation.findings.page_evidence import judged_alone, judged_by_pages, judged_with_pages
from serikat.foundation.findings.recheck import recheck_budget
from serikat.foundation.findings.rounds.coordinator import Coordinator, take_up
from serikat.foundation.findings.rounds.executors import executor_for
from serikat.foundation.findings.rounds.lines import shard_path
from serikat.foundation.findings.rounds.sharding import shard_size, shards_of
from serikat.foundation.findings.rounds.table import RoundFacts, RoundTable
from serikat.foundation.findings.standards import library
from serikat.foundation.journal.actions import record
from serikat.foundation.journal.subjects import Actor
from serikat.foundation.members.models import MemberOutlet

_BEAT_SECONDS = 2.0
_WORKER = Actor("system", "worker")


class RoundAtWork:
    """One round, until it is done, somebody stops it, or the worker is asked to leave."""

    def __init__(self, audit_round: AuditRound, stop: threading.Event) -> None:
        self._round = audit_round
        self._id = str(audit_round.public_id)
        self._stop = stop
        self._folder = Path(settings.AUDIT_FOLDER) / self._id
        targets = Target.objects.filter(round=audit_round)
        self._outlets: dict[str, MemberOutlet] = {}
        outlets = targets.select_related("outlet").prefetch_related("outlet__former_domains")
        for target in outlets.iterator(chunk_size=2_000):
            self._outlets[target.outlet.key] = target.outlet
        recorded = targets.exclude(line_sha256="").values_list("outlet__key", "line_sha256")
        self._recorded_lines = dict(recorded.iterator())
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
        hosts = settings.AUDIT_HOSTS_FILE
        is_recheck = self._round.kind == RoundKind.RECHECK
        return ShardSettings(
            editions=library,
            standards=tuple(self._round.standards),
            budget=recheck_budget(self._round.clauses) if is_recheck else Budget(interval=settings.AUDIT_INTERVAL),
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
        """Put one finished outlet into the books, unless this very line stands there."""
        shard = self._shards.get(audited.key)
        outlet = self._outlets.get(audited.key)
        if shard is None or outlet is None or self._recorded_lines.get(audited.key) == audited.sha256:
            return
        with (shard_path(self._folder, shard) / LINES).open("rb") as lines:
            lines.seek(audited.offset)
            line = json.loads(lines.read(audited.length))
        said, evidence = judged_with_pages(outlet, line, f"{self._id}/{line['evidence']}")
        record_audit(audit_round=self._round, outlet=outlet, record=said, evidence=evidence, line_sha256=audited.sha256)
        self._recorded_lines[audited.key] = audited.sha256
        # Thousands of lines may wait here, and a worker that is silent counts as dead.
        self._goes_on()

    def _record_finished(self, table: RoundTable) -> None:
        """What a worker finished before it died, and lines that the end of the round judged anew."""
        for _, audited in table.finished(self._id):
            self._recorded(audited)

    def _settle(self, table: RoundTable) -> None:
        """Say how the round ended; a worker that was asked to leave gives the round back."""
        left = table.unfinished(self._id)
        is_cut_off = bool(left) or not table.is_over(self._id)
        if is_cut_off and self._stop.is_set() and self._given_back():
            return
        self._is_wanted &= AuditRound.objects.filter(pk=self._round.pk, state=RoundState.RUNNING).exists()
        if is_cut_off and not self._is_wanted:
            end(self._round, RoundState.CANCELLED, "")
        elif left:
            said = "; ".join(error for _, error in table.errors(self._id)) or left[0][1]
            end(self._round, RoundState.FAILED, said)
        else:
            end(self._round, RoundState.FINISHED, "")

    def _given_back(self) -> bool:
        """Leave the round to the next worker, unless somebody asked in the meantime that it stop."""
        running = AuditRound.objects.filter(pk=self._round.pk, state=RoundState.RUNNING)
        return bool(running.update(state=RoundState.WANTED, alive_at=None, worker=""))


def judge_pages(audit_round: AuditRound) -> None:
    """Judge the latest audit of the round's outlets anew with the pages handed in; no network."""
    for target in Target.objects.filter(round=audit_round, reached="").select_related("outlet"):
        state = OutletState.objects.select_related("latest__round").filter(outlet=target.outlet).first()
        own = f"{audit_round.public_id}/{evidence_name(target.outlet.key)}"
        judged = (
            judged_by_pages(target.outlet, state.latest)
            if state
            else judged_alone(target.outlet, audit_round.standards, own)
        )
        if judged is None:
            Target.objects.filter(pk=target.pk).update(reached="partial", done_at=timezone.now())
            continue
        said, evidence = judged
        record_audit(audit_round=audit_round, outlet=target.outlet, record=resummed(said), evidence=evidence)
    end(audit_round, RoundState.FINISHED, "")


@transaction.atomic
def end(audit_round: AuditRound, state: RoundState, error: str) -> None:
    """Write down how a round ended."""
    AuditRound.objects.filter(pk=audit_round.pk).update(
        state=state, ended_at=timezone.now(), alive_at=None, worker="", error=error[:2_000]
    )
    done = Target.objects.filter(round=audit_round).exclude(reached="").count()
    record(f"findings.round_{state}", about=audit_round.subject, by=_WORKER, outlets=done)
