"""Audits the invented sites for real: over HTTP, by the gatherer and the rules that judge every site."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from aiohttp.abc import AbstractResolver, ResolveResult

from serikat.engines.judgement.loading import Library, load_folder
from serikat.engines.site_audit.evidence.record import Gathering
from serikat.engines.site_audit.findings import Audit, judge_site, known_rules
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.gathering import SiteGatherer
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy
from serikat.engines.site_audit.reading.article_text import article_texts
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.sketch import copies_of, near_duplicates, sketch
from serikat.fronts.demo.outlets import Outlet, outlets
from serikat.fronts.demo.serving import GONE
from serikat.fronts.demo.site_pages import SHOP

STANDARDS = ("standar-contoh-nusantara", "pedoman-contoh-nusantara")
_AT_ONCE = 4
# The invented outlets tell the same few stories in their own places; only what is copied whole counts as a copy.
_COPIED = 0.95
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
        held = [SHOP, *(outlet.host for outlet in outlets() if outlet.theme != GONE)]
        if not any(host == name or host.endswith(f".{name}") for name in held):
            raise OSError(f"no such name in the demo: {host}")
        flags = socket.AI_NUMERICHOST
        return [ResolveResult(hostname=host, host=self._host, port=port, family=family, proto=0, flags=flags)]

    async def close(self) -> None:
        """Nothing is open."""


def standards() -> Library:
    """The invented press council's editions."""
    return load_folder(files("serikat.fronts.demo") / "standards", known_rules())


def audit_all(members: Sequence[Outlet], host: str, port: int, watch: Watch) -> list[OutletAudit]:
    """The audits of these outlets, served on this host and port; `watch` is told of each outlet that is done."""
    return asyncio.run(_audit_all(members, host, port, watch))


async def _audit_all(members: Sequence[Outlet], host: str, port: int, watch: Watch) -> list[OutletAudit]:
    turns = asyncio.Semaphore(_AT_ONCE)
    async with Fetcher(ReachPolicy(allow_private=True), names=LoopbackNames(host)) as fetcher:

        async def gather_one(outlet: Outlet) -> Gathering:
            async with turns:
                gathering = await _gather(fetcher, f"http://{outlet.host}:{port}{outlet.path}/")
            watch(outlet)
            return gathering

        waiting: list[Awaitable[Gathering]] = [gather_one(outlet) for outlet in members]
        gathered = await asyncio.gather(*waiting)
    return _judged(members, gathered)


def _judged(members: Sequence[Outlet], gathered: Sequence[Gathering]) -> list[OutletAudit]:
    """The audits of what was gathered, each site judged with what the others' articles show of it."""
    library = standards()
    sites = [(outlet.site, Site(gathering)) for outlet, gathering in zip(members, gathered, strict=True)]
    sketches = ((name, page.url, sketch(text.text)) for name, site in sites for page, _, text in article_texts(site))
    pairs = near_duplicates(sketches, _COPIED)
    for name, site in sites:
        site.copies = copies_of(name, pairs)
    judged = (judge_site(site, library, STANDARDS) for _, site in sites)
    return [OutletAudit(outlet, audit) for outlet, audit in zip(members, judged, strict=True)]


async def _gather(fetcher: Fetcher, url: str) -> Gathering:
    return await SiteGatherer(fetcher, url, _BUDGET).gather()
