"""A shard: some outlets gathered and judged together, into JSON lines and evidence; once stopped, it goes on there."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from serikat import RELEASE
from serikat.engines.judgement.loading import Library, shipped
from serikat.engines.proof.canonical import canonical_json
from serikat.engines.site_audit.evidence.record import Gathering
from serikat.engines.site_audit.evidence.store import write_evidence
from serikat.engines.site_audit.findings import Audit, judge, known_rules
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.gathering import SiteGatherer
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.report.as_json import audit_record
from serikat.engines.site_audit.shard_folder import AuditedOutlet, Fault, Manifest, ShardFolder

Watch = Callable[[AuditedOutlet], None]

# An outlet that was under way each of so many times when a worker died is left out, and before that tried alone.
_ALONE, _LEFT_OUT = 2, 3
_NOT_IN_FILE_NAMES = re.compile(r"[^a-z0-9.-]+")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class ListedOutlet:
    """An outlet of a round, and the row of the roster in which it stands."""

    outlet: Outlet
    row: int = 0


@dataclass(frozen=True, slots=True)
class ShardSettings:
    """How a shard is audited; the same for every shard of a round, and sent to other machines with it.

    `at_once` is the most outlets gathered at one moment. `opening` makes the connection to the network, so that a test
    bed may name its own; `showing` is given each audit with its outlet's key before the outlet is finished, to write a
    page of it; `editions` gives the standards to judge by. All must be functions that another process can import.
    """

    standards: tuple[str, ...]
    budget: Budget = field(default_factory=Budget)
    policy: ReachPolicy = field(default_factory=ReachPolicy)
    at_once: int = 48
    opening: Callable[[ReachPolicy], Fetcher] = Fetcher
    showing: Callable[[Audit, str], object] | None = None
    editions: Callable[[], Library] | None = None


def run_shard(
    outlets: Sequence[ListedOutlet], folder: Path, settings: ShardSettings, watch: Watch | None = None
) -> Manifest:
    """Audit the outlets into `folder`; outlets that it already holds finished are skipped.

    Writes one JSON line an outlet (`audits.jsonl`), a folder of evidence an outlet, and `manifest.json`. Calls `watch`
    with each outlet whose line is on the disk. Raises ShardBusyError where another worker holds the folder, OSError
    where it cannot be written. What one outlet raises becomes a fault of the manifest and stops no other.
    """
    return asyncio.run(_audited(outlets, folder, settings, watch))


async def _audited(
    outlets: Sequence[ListedOutlet], folder: Path, settings: ShardSettings, watch: Watch | None
) -> Manifest:
    with ShardFolder(folder) as held, ThreadPoolExecutor(1, "judge") as desk:
        async with settings.opening(settings.policy) as fetcher:
            shard = _Shard(held, folder, settings, fetcher, desk, watch)
            await shard.audit([each for each in outlets if each.outlet.key not in held.finished])
        asked = {each.outlet.key for each in outlets}
        audited = [each for key, each in held.finished.items() if key in asked]
        return held.close_with(
            Manifest(
                release=RELEASE,
                standards=settings.standards,
                audited=tuple(sorted(audited, key=lambda each: (each.row, each.key))),
                faults=tuple(shard.faults),
                reached=dict(sorted(held.tally.reached.items())),
                outcomes=dict(sorted(held.tally.outcomes.items())),
                first_gathered_at=min(held.tally.moments, default=""),
                last_gathered_at=max(held.tally.moments, default=""),
            )
        )


class _Shard:
    """Gathers on the event loop and judges at one desk beside it, so that no long page keeps other answers waiting."""

    def __init__(
        self,
        held: ShardFolder,
        folder: Path,
        settings: ShardSettings,
        fetcher: Fetcher,
        desk: ThreadPoolExecutor,
        watch: Watch | None,
    ) -> None:
        self.faults: list[Fault] = []
        self._held = held
        self._folder = folder
        self._settings = settings
        self._fetcher = fetcher
        self._desk = desk
        self._watch = watch

    async def audit(self, outlets: Iterable[ListedOutlet]) -> None:
        """Audit them all, those of one registrable domain one after another: together they would only wait in line."""
        begun = self._held.begun()
        lanes: dict[str, list[ListedOutlet]] = {}
        alone: list[ListedOutlet] = []
        for listed in outlets:
            times = begun[listed.outlet.key]
            if times >= _LEFT_OUT:
                self.faults.append(Fault(listed.outlet.key, f"was under way {times} times when a worker died"))
            elif times >= _ALONE:
                alone.append(listed)
            else:
                lanes.setdefault(listed.outlet.pacing_key, []).append(listed)
        # Long lanes first, so that none is left over at the end.
        waiting = deque(sorted(lanes.values(), key=len, reverse=True))
        async with asyncio.TaskGroup() as group:
            for _ in range(min(self._settings.at_once, len(waiting))):
                group.create_task(self._drain(waiting))
        await self._drain(deque([alone]))

    async def _drain(self, lanes: deque[list[ListedOutlet]]) -> None:
        while lanes:
            for listed in lanes.popleft():
                await self._audit(listed)

    async def _audit(self, listed: ListedOutlet) -> None:
        self._held.begin(listed.outlet.key)
        try:
            gathering = await SiteGatherer(self._fetcher, listed.outlet, self._settings.budget).gather()
            loop = asyncio.get_running_loop()
            audited = await loop.run_in_executor(self._desk, self._settle, listed, gathering)
        except OSError:
            # A full disk or a folder that went away concerns every outlet.
            raise
        except Exception as error:  # noqa: BLE001 - one outlet must not stop the round for the others
            self.faults.append(Fault(listed.outlet.key, f"{type(error).__name__}: {error}"[:300]))
            return
        if self._watch is not None:
            self._watch(audited)

    def _settle(self, listed: ListedOutlet, gathering: Gathering) -> AuditedOutlet:
        """Keep the evidence, judge it, and finish the outlet with its line."""
        name = evidence_name(listed.outlet.key)
        write_evidence(gathering, self._folder / name, replace=True)
        library = (self._settings.editions or _library)()
        audit = judge(gathering, library, self._settings.standards)
        if self._settings.showing is not None:
            self._settings.showing(audit, listed.outlet.key)
        record: dict[str, Any] = {
            **audit_record(audit),
            "outlet": listed.outlet.key,
            "name": listed.outlet.name,
            "roster_row": listed.row,
            "evidence": f"{self._folder.name}/{name}",
        }
        return self._held.finish(listed.row, record, canonical_json(record) + b"\n")


def evidence_name(key: str) -> str:
    """The name of an outlet's folder: its key as far as file names can say it, with a hash where they cannot."""
    name = _NOT_IN_FILE_NAMES.sub("-", key.lower()).strip("-.")[:_LONGEST_NAME]
    return name if name == key else f"{name}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


@cache
def _library() -> Library:
    return shipped(known_rules())
