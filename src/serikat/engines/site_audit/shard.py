"""A shard: some outlets gathered and judged together, into JSON lines and evidence; once stopped, it goes on there."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from serikat import RELEASE
from serikat.engines.judgement.loading import Library, shipped
from serikat.engines.proof.canonical import canonical_json
from serikat.engines.site_audit.evidence.copies import read_copies
from serikat.engines.site_audit.evidence.record import Gathering
from serikat.engines.site_audit.evidence.register import RegisterEntry, with_register
from serikat.engines.site_audit.evidence.store import read_evidence, write_evidence
from serikat.engines.site_audit.findings import Audit, judge_site, known_rules
from serikat.engines.site_audit.gather.fetcher import Fetcher, Opening
from serikat.engines.site_audit.gather.gathering import SiteGatherer
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.reading.article_text import article_sketches
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.report.as_json import audit_record
from serikat.engines.site_audit.shard_folder import AuditedOutlet, Fault, Manifest, ShardFolder

Watch = Callable[[AuditedOutlet], None]

# An outlet that was under way each of so many times when a worker died is left out, and before that tried alone.
_ALONE, _LEFT_OUT = 2, 3
_NOT_IN_FILE_NAMES = re.compile(r"[^a-z0-9.-]+")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class ListedOutlet:
    """An outlet of a round, the row of the roster in which it stands, and what was seen of it in the register."""

    outlet: Outlet
    row: int = 0
    register: RegisterEntry | None = None


@cache
def shipped_editions() -> Library:
    """The standards that Serikat ships."""
    return shipped(known_rules())


@dataclass(frozen=True, slots=True)
class ShardSettings:
    """How a shard is audited; the same for every shard of a round, and sent to other machines with it.

    `at_once` is the most outlets gathered at one moment. `places` is a folder that all workers of the round see, by
    which they share the places at sites and addresses; without it each keeps to the limits for itself. `opening` makes
    the connection to the network, so that a test bed may name its own; `editions` gives the standards to judge by;
    `showing` is given each audit with its outlet's key before the outlet is finished, to write a page of it. All three
    must be functions that another process can import.
    """

    standards: tuple[str, ...]
    budget: Budget = field(default_factory=Budget)
    policy: ReachPolicy = field(default_factory=ReachPolicy)
    at_once: int = 48
    places: Path | None = None
    opening: Opening = Fetcher
    editions: Callable[[], Library] = shipped_editions
    showing: Callable[[Audit, str], object] | None = None


def run_shard(
    outlets: Sequence[ListedOutlet], folder: Path, settings: ShardSettings, watch: Watch | None = None
) -> Manifest:
    """Audit the outlets into `folder`; outlets that it already holds finished are skipped.

    One beside whose evidence a comparison has noted copies since it was judged is judged again, without the network.
    Writes one JSON line an outlet (`audits.jsonl`), the sketches of its articles (`sketches.jsonl`), a folder of
    evidence an outlet, and `manifest.json`. Calls `watch` with each outlet whose line is on the disk. Raises
    ShardBusyError where another worker holds the folder, OSError where it cannot be written. What one outlet raises
    becomes a fault of the manifest and stops no other.
    """
    return asyncio.run(_audited(outlets, folder, settings, watch))


async def _audited(
    outlets: Sequence[ListedOutlet], folder: Path, settings: ShardSettings, watch: Watch | None
) -> Manifest:
    with ShardFolder(folder) as held, ThreadPoolExecutor(1, "judge") as desk:
        async with _opened(settings) as fetcher:
            shard = _Shard(held, folder, settings, fetcher, desk, watch)
            await shard.audit([each for each in outlets if each.outlet.key not in held.finished])
            await shard.judge_again([each for each in outlets if each.outlet.key in held.outdated])
        asked = {each.outlet.key for each in outlets}
        audited = [each for key, each in held.finished.items() if key in asked]
        tally = held.tally(each.key for each in audited)
        return held.close_with(
            Manifest(
                release=RELEASE,
                standards=settings.standards,
                audited=tuple(sorted(audited, key=lambda each: (each.row, each.key))),
                faults=tuple(shard.faults),
                reached=dict(sorted(tally.reached.items())),
                outcomes=dict(sorted(tally.outcomes.items())),
                first_gathered_at=min(tally.moments, default=""),
                last_gathered_at=max(tally.moments, default=""),
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
        """Audit them all, those of one registrable domain one after another: together they would only wait in line.

        All domains wait at the fetcher's door at once, so that a crowded address keeps none of the others out.
        """
        begun = self._held.begun()
        lanes: dict[str, list[ListedOutlet]] = {}
        alone: list[ListedOutlet] = []
        for listed in outlets:
            times = begun[listed.outlet.key]
            if times >= _LEFT_OUT:
                self._leave_out(listed, times)
            elif times >= _ALONE:
                alone.append(listed)
            else:
                lanes.setdefault(listed.outlet.pacing_key, []).append(listed)
        async with asyncio.TaskGroup() as group:
            # Long lanes first, so that none is left over at the end.
            for lane in sorted(lanes.values(), key=len, reverse=True):
                group.create_task(self._drain(lane))
        await self._drain(alone)

    async def judge_again(self, outlets: Iterable[ListedOutlet]) -> None:
        """Judge stored evidence with the copies that were noted beside it."""
        begun = self._held.begun()
        for listed in outlets:
            if begun[listed.outlet.key] >= _LEFT_OUT:
                self._leave_out(listed, begun[listed.outlet.key])
            else:
                await self._guarded(listed, self._judged_again(listed))

    def _leave_out(self, listed: ListedOutlet, times: int) -> None:
        self.faults.append(Fault(listed.outlet.key, f"was under way {times} times when a worker died"))

    async def _drain(self, lane: Iterable[ListedOutlet]) -> None:
        for listed in lane:
            await self._guarded(listed, self._gathered(listed))

    async def _gathered(self, listed: ListedOutlet) -> AuditedOutlet:
        # Held until the outlet is settled, so that no more gatherings than the fetcher's wait for the desk in memory.
        async with self._fetcher.reception(listed.outlet.url):
            self._held.begin(listed.outlet.key)
            gathering = await SiteGatherer(self._fetcher, listed.outlet, self._settings.budget).read()
            return await asyncio.get_running_loop().run_in_executor(self._desk, self._settle, listed, gathering)

    async def _judged_again(self, listed: ListedOutlet) -> AuditedOutlet:
        self._held.begin(listed.outlet.key)
        return await asyncio.get_running_loop().run_in_executor(self._desk, self._settle_again, listed)

    async def _guarded(self, listed: ListedOutlet, auditing: Awaitable[AuditedOutlet]) -> None:
        try:
            audited = await auditing
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
        gathering = with_register(gathering, listed.register)
        write_evidence(gathering, self._folder / evidence_name(listed.outlet.key), replace=True)
        site = Site(gathering)
        audit = judge_site(site, self._settings.editions(), self._settings.standards)
        self._held.keep_sketches(listed.outlet.key, article_sketches(site))
        return self._finish(listed, audit)

    def _settle_again(self, listed: ListedOutlet) -> AuditedOutlet:
        folder = self._folder / evidence_name(listed.outlet.key)
        site = Site(read_evidence(folder), read_copies(folder))
        return self._finish(listed, judge_site(site, self._settings.editions(), self._settings.standards))

    def _finish(self, listed: ListedOutlet, audit: Audit) -> AuditedOutlet:
        if self._settings.showing is not None:
            self._settings.showing(audit, listed.outlet.key)
        record: dict[str, Any] = {
            **audit_record(audit),
            "outlet": listed.outlet.key,
            "name": listed.outlet.name,
            "roster_row": listed.row,
            "evidence": f"{self._folder.name}/{evidence_name(listed.outlet.key)}",
        }
        return self._held.finish(listed.row, record, canonical_json(record) + b"\n")


def _opened(settings: ShardSettings) -> Fetcher:
    return settings.opening(settings.policy, gatherings=settings.at_once, places=settings.places)


def evidence_name(key: str) -> str:
    """The name of an outlet's folder: its key as far as file names can say it, with a hash where they cannot."""
    name = _NOT_IN_FILE_NAMES.sub("-", key.lower()).strip("-.")[:_LONGEST_NAME]
    return name if name == key else f"{name}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
