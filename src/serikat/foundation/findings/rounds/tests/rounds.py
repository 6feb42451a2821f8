"""A round for tests: laid down in a folder of its own, run beside the test, and asked what came of it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from serikat.engines.site_audit.shard import ListedOutlet, ShardSettings
from serikat.engines.site_audit.shard_folder import AuditedOutlet
from serikat.engines.site_audit.tests.loopback_sites import QUICK
from serikat.foundation.findings.rounds.coordinator import Coordinator
from serikat.foundation.findings.rounds.database import sqlite_url
from serikat.foundation.findings.rounds.executor import Executor
from serikat.foundation.findings.rounds.lines import write_lines
from serikat.foundation.findings.rounds.sharding import shards_of
from serikat.foundation.findings.rounds.table import RoundFacts, RoundTable, State

NAME = "putaran"
_PATIENCE_SECONDS = 60.0


@dataclass(slots=True)
class Round:
    """A round in `folder`; `told` are the keys of outlets in the order in which they were finished."""

    folder: Path
    told: list[str] = field(default_factory=list)
    failures: list[BaseException] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The address of its table."""
        return sqlite_url(self.folder / "round.sqlite3")

    def lay_down(self, outlets: Sequence[ListedOutlet], size: int) -> None:
        """Deal the outlets into shards of that size."""
        with RoundTable(self.url) as table:
            table.lay_down(RoundFacts(NAME, "0" * 64, {}), shards_of(outlets, size))

    def run(
        self,
        executor: Executor,
        settings: ShardSettings = QUICK,
        *,
        stop_after: int = 10_000,
        stop_before_comparing: bool = False,
        stop_comparing: bool = False,
    ) -> None:
        """Run it to its end, or press Ctrl-C after so many outlets, before their articles are compared or meanwhile."""
        compares = False

        def told(audited: AuditedOutlet) -> None:
            self.told.append(audited.key)
            if len(self.told) == stop_after:
                raise KeyboardInterrupt

        def comparing() -> None:
            nonlocal compares
            compares = True
            if stop_before_comparing:
                raise KeyboardInterrupt

        def goes_on() -> bool:
            if stop_comparing and compares:
                raise KeyboardInterrupt
            return True

        with RoundTable(self.url) as table:
            evidence = self.folder / "evidence"
            Coordinator(table, NAME, evidence, settings, executor, told, goes_on, comparing=comparing).run()

    def start(self, executor: Executor) -> threading.Thread:
        """Run it beside the test; what it raises is kept in `failures`."""

        def run() -> None:
            try:
                self.run(executor)
            except BaseException as error:  # noqa: BLE001 - told to the test's own thread
                self.failures.append(error)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        return thread

    def states(self) -> dict[State, int]:
        """How many shards stand where."""
        with RoundTable(self.url) as table:
            return dict(table.states(NAME))

    def errors(self) -> list[tuple[int, str]]:
        """The failed shards and why."""
        with RoundTable(self.url) as table:
            return table.errors(NAME)

    def keys(self) -> list[str]:
        """The outlets of the lines, in the order of the roster."""
        lines = self.folder / "audits.jsonl"
        with RoundTable(self.url) as table:
            write_lines(table, NAME, self.folder / "evidence", lines)
        return [json.loads(line)["outlet"] for line in lines.read_bytes().splitlines()]


def until(happened: Callable[[], object], what: str) -> None:
    """Wait until it happened."""
    ends = time.monotonic() + _PATIENCE_SECONDS
    while not happened():
        if time.monotonic() > ends:
            raise TimeoutError(what)
        time.sleep(0.02)
