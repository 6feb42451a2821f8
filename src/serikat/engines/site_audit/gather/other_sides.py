"""Fetches the trust.txt of the organisations that an outlet names in its own: the other half of what it says."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from serikat import RELEASE
from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.evidence.store import read_evidence, write_evidence
from serikat.engines.site_audit.evidence.warc import EvidenceError
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.limits import Budget
from serikat.engines.site_audit.gather.visit import BudgetSpent, Clock, Visit, stamp
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.reading.decoding import decode
from serikat.engines.site_audit.reading.text_files import host_in
from serikat.engines.site_audit.reading.trust_txt import read_trust_txt
from serikat.engines.site_audit.web_addresses import normalised, origin_of

MOST_OTHERS = 5
# Whom one belongs to says more than whom one buys from, and an association's own file names hundreds of members.
_TELLING = ("belongto", "controlledby", "control", "customer", "vendor", "member")
_SECONDS = 20.0
_FRESH = timedelta(days=1)
_PLACES = ("trust.txt", ".well-known/trust.txt")


def others_named(trust_txt: Fetch) -> Iterator[str]:
    """The origins of the organisations with which an outlet's trust.txt states a relation, the most telling first."""
    relations = read_trust_txt(decode(trust_txt.body, trust_txt.header("content-type"))).relations
    seen: set[str] = set()
    for entry in sorted(relations, key=lambda entry: _TELLING.index(entry.name)):
        address = normalised(entry.value if "://" in entry.value else f"https://{entry.value}")
        host = host_in(address)
        if host and host not in seen:
            seen.add(host)
            yield origin_of(address)


async def trust_txt_of(origin: str, fetcher: Fetcher, budget: Budget, clock: Clock) -> tuple[Fetch, ...]:
    """What another organisation answers when asked for its trust.txt; its robots.txt is obeyed as any site's.

    Where workers share a folder, an organisation is asked once a day by all of them together. Raises TimeoutError
    where it, or the worker that asks it, takes too long.
    """
    async with asyncio.timeout(_SECONDS):
        if fetcher.places is None:
            return await _asked(origin, fetcher, budget, clock)
        host = host_in(origin)
        kept = fetcher.places / "others" / host
        async with fetcher.turn(f"trust.txt of {host}", 0.0):
            fresh = _fresh(kept, clock())
            if fresh is not None:
                return fresh
            fetches = await _asked(origin, fetcher, budget, clock)
            _keep(origin, fetches, kept, fetcher, stamp(clock()))
            return fetches


def _fresh(folder: Path, now: datetime) -> tuple[Fetch, ...] | None:
    try:
        kept = read_evidence(folder)
    except EvidenceError:
        return None
    return kept.fetches if now - datetime.fromisoformat(kept.gathered_at) < _FRESH else None


def _keep(origin: str, fetches: tuple[Fetch, ...], folder: Path, fetcher: Fetcher, at: str) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    write_evidence(Gathering(origin, at, RELEASE, fetcher.agent, Reached.READ, "", fetches), folder, replace=True)


async def _asked(origin: str, fetcher: Fetcher, budget: Budget, clock: Clock) -> tuple[Fetch, ...]:
    visit = Visit(fetcher, Outlet(origin), replace(budget, retries=0, seconds=_SECONDS), clock)
    visit.begin()
    try:
        for place in _PLACES:
            fetch = await visit.ask(f"{origin}/{place}", "trust_txt")
            if fetch.failure is not Reached.HTTP_ERROR:
                break
    except BudgetSpent:
        pass
    return tuple(fetch for fetch in visit.fetches if fetch.purpose == "trust_txt")
