"""Audits the invented sites for real: over HTTP, by the gatherer and the rules that judge every site."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib.resources import files

from aiohttp.abc import AbstractResolver, ResolveResult

from serikat.engines.judgement.loading import Library, load_folder
from serikat.engines.site_audit.evidence.record import Gathering
from serikat.engines.site_audit.findings import Audit, judge, known_rules
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.gathering import SiteGatherer
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy
from serikat.fronts.demo.outlets import Outlet, outlets

STANDARDS = ("standar-contoh-nusantara", "pedoman-contoh-nusantara")
_AT_ONCE = 4
# The demo's own machine answers at once and minds no haste.
_BUDGET = Budget(pages=34, articles=16, interval=0.0, seconds=60.0, backoff=0.0, retries=0)

Watch = Callable[[Outlet], None]


@dataclass(frozen=True, slots=True)
class OutletAudit:
    """An outlet and what the audit of its site found."""

    outlet: Outlet
    audit: Audit


class LoopbackNames(AbstractResolver):
    """Leads the invented names, and no others, to this machine."""

    def __init__(self, host: str) -> None:
        self._host = host

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """This machine's address for a name of the demo; raises OSError for any other name."""
        if not any(host == outlet.host or host.endswith(f".{outlet.host}") for outlet in outlets()):
            raise OSError(f"no such name in the demo: {host}")
        flags = socket.AI_NUMERICHOST
        return [ResolveResult(hostname=host, host=self._host, port=port, family=family, proto=0, flags=flags)]

    async def close(self) -> None:
        """Nothing is open."""


def standards() -> Library:
    """The invented press council's editions."""
    return load_folder(files("serikat.fronts.demo") / "standards", known_rules())


def audit_all(host: str, port: int, watch: Watch) -> list[OutletAudit]:
    """The audits of all outlets, served on this host and port; `watch` is told of each outlet that is done."""
    return asyncio.run(_audit_all(host, port, watch))


async def _audit_all(host: str, port: int, watch: Watch) -> list[OutletAudit]:
    library, turns = standards(), asyncio.Semaphore(_AT_ONCE)
    async with Fetcher(ReachPolicy(allow_private=True), names=LoopbackNames(host)) as fetcher:

        async def audit_one(outlet: Outlet) -> OutletAudit:
            async with turns:
                gathering = await _gather(fetcher, f"http://{outlet.host}:{port}/")
                audit = await asyncio.to_thread(judge, gathering, library, STANDARDS)
            watch(outlet)
            return OutletAudit(outlet, audit)

        waiting: list[Awaitable[OutletAudit]] = [audit_one(outlet) for outlet in outlets()]
        return list(await asyncio.gather(*waiting))


async def _gather(fetcher: Fetcher, url: str) -> Gathering:
    return await SiteGatherer(fetcher, url, _BUDGET).gather()
