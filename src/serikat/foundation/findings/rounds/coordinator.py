"""Sees a round through: leases shards, has them run, notes what they came to, and gives the lost ones out again."""

from __future__ import annotations

import os
import secrets
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from serikat.engines.site_audit.comparison import compare_articles
from serikat.engines.site_audit.file_locks import LockedError, locked
from serikat.engines.site_audit.shard import ShardSettings
from serikat.engines.site_audit.shard_folder import AuditedOutlet, Manifest, finished_lines, forget_begun
from serikat.foundation.findings.rounds.executor import Executor, Progressed, Settled, ShardTask
from serikat.foundation.findings.rounds.lines import shard_path
from serikat.foundation.findings.rounds.table import RoundTable, State

LEASE_SECONDS = 60.0
_HEARTBEAT_SECONDS = 15.0
_PATIENCE_SECONDS = 0.5
_REST_AFTER_LOSS = 1.0
_COMPARING = "comparison.lock"

Watch = Callable[[AuditedOutlet], None]


class _StoppedError(Exception):
    """The comparison was told to stop."""


def take_up(table: RoundTable, round_id: str, folder: Path) -> None:
    """Ready a round that was stopped to go on: free what the dead hold, note what they finished, retry what failed."""
    table.free_leases_of(round_id, _is_dead)
    table.retry_failed(round_id)
    for number in table.shards(round_id, State.WAITING):
        # No outlet is to blame for the stop of a round.
        forget_begun(shard_path(folder, number))
        table.record(round_id, number, finished_lines(shard_path(folder, number)))


class Coordinator:
    """Works on one round until no shard of it waits or runs; several may work on one round, from several machines.

    `folder` is where the shards' folders stand. `watch` is told of each outlet once, as it is finished, and `comparing`
    when all are gathered and their articles are compared. `goes_on` is asked again and again, several times a second;
    once it says no, the round stops as if interrupted.
    """

    def __init__(
        self,
        table: RoundTable,
        round_id: str,
        folder: Path,
        settings: ShardSettings,
        executor: Executor,
        watch: Watch,
        goes_on: Callable[[], bool] = lambda: True,
        comparing: Callable[[], object] = lambda: None,
    ) -> None:
        self._table = table
        self._round = round_id
        self._folder = folder
        self._settings = settings
        self._executor = executor
        self._watch = watch
        self._goes_on = goes_on
        self._comparing = comparing
        self._owner = f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(4)}"
        self._running: set[int] = set()
        self._told = {audited.key for _, audited in table.finished(round_id)}
        self._renewed = time.monotonic()

    def run(self) -> None:
        """Run the round to its end, or until it is interrupted; what was finished by then is noted either way.

        When every outlet has been audited, their articles are compared, and those with copies are judged again.
        """
        try:
            self._run_shards()
            self._compare()
            self._run_shards()
        finally:
            try:
                self._executor.close()
            finally:
                self._leave()

    def _run_shards(self) -> None:
        while self._goes_on() and (self._submit_all() or self._running or self._others_run()):
            self._renew()
            for event in self._executor.events(_PATIENCE_SECONDS):
                if isinstance(event, Progressed):
                    self._tell(event.audited)
                else:
                    self._settle(event)

    def _compare(self) -> None:
        """Compare the articles of the round, unless another who works on it does; then wait for that one."""
        self._folder.mkdir(parents=True, exist_ok=True)
        while self._goes_on() and not self._table.is_compared(self._round):
            try:
                held = locked(self._folder / _COMPARING)
            except LockedError:
                time.sleep(_PATIENCE_SECONDS)
                continue
            with held:
                if self._table.is_compared(self._round):
                    return
                self._comparing()
                numbers = self._table.shards(self._round, State.DONE, State.FAILED)
                folders = {shard_path(self._folder, number): number for number in numbers}
                copied = self._compared_beside(folders)
                # Until this is noted, whoever takes the round up compares again and comes to the same.
                if copied is not None:
                    self._table.note_comparison(self._round, sorted(folders[folder] for folder in copied))

    def _compared_beside(self, folders: Iterable[Path]) -> set[Path] | None:
        """The shards with copies; None where the round does not go on. An interrupt ends the comparison too."""
        stopped = threading.Event()

        def breath() -> None:
            if stopped.is_set():
                raise _StoppedError

        with ThreadPoolExecutor(1, "comparison") as beside:
            comparison = beside.submit(compare_articles, folders, breath=breath)
            try:
                # Whoever watches over us has to see that we live.
                while not wait([comparison], _PATIENCE_SECONDS).done:
                    if not self._goes_on():
                        return None
            finally:
                stopped.set()
            return comparison.result()

    def _submit_all(self) -> int:
        """Fill the executor's room; how many shards went in."""
        begun = 0
        while self._executor.room() > 0:
            leased = self._table.lease(self._round, self._owner, LEASE_SECONDS)
            if leased is None:
                break
            folder = shard_path(self._folder, leased.number)
            self._running.add(leased.number)
            for audited in finished_lines(folder):
                self._tell(audited)
            self._executor.submit(ShardTask(leased.number, leased.outlets, folder, self._settings))
            begun += 1
        return begun

    def _others_run(self) -> bool:
        """Whether shards are left that rest, or that another coordinator has leased and might lose."""
        states = self._table.states(self._round)
        left = bool(states[State.WAITING] or states[State.LEASED])
        if left:
            self._table.reap(self._round)
            time.sleep(_PATIENCE_SECONDS)
        return left

    def _leave(self) -> None:
        """Note what unfinished shards have finished, and let go of them."""
        for number in self._running:
            self._table.record(self._round, number, finished_lines(shard_path(self._folder, number)))
            self._table.hand_on(self._round, number, self._owner, 0.0)

    def _renew(self) -> None:
        if time.monotonic() - self._renewed > _HEARTBEAT_SECONDS:
            self._table.renew(self._round, self._owner, LEASE_SECONDS)
            self._table.reap(self._round)
            self._renewed = time.monotonic()

    def _tell(self, audited: AuditedOutlet) -> None:
        if audited.key not in self._told:
            self._told.add(audited.key)
            self._watch(audited)

    def _settle(self, settled: Settled) -> None:
        self._running.discard(settled.number)
        if settled.manifest is None:
            if settled.busy:
                self._table.hand_on(self._round, settled.number, self._owner, _REST_AFTER_LOSS)
            else:
                self._table.give_back(self._round, settled.number, self._owner, settled.error, _REST_AFTER_LOSS)
            return
        for audited in settled.manifest.audited:
            self._tell(audited)
        self._table.complete(self._round, settled.number, settled.manifest.audited, _said(settled.manifest))


def _said(manifest: Manifest) -> str:
    return "; ".join(f"{fault.key}: {fault.error}" for fault in manifest.faults)


def _is_dead(owner: str) -> bool:
    """Whether an owner is known to be dead: it ran on this machine, and no process has its number."""
    host, _, rest = owner.partition("/")
    if host != socket.gethostname() or sys.platform == "win32":
        return False
    try:
        os.kill(int(rest.partition("/")[0]), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
