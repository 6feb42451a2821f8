"""The connection to the network that many gatherings share: guarded, paced per site, patient with passing faults."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

import aiohttp
from aiohttp.abc import AbstractResolver

from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.gather.exchange import Answer, Limits, NotAnswered, ask, unresolved
from serikat.engines.site_audit.gather.guard import Doors, GuardedResolver, guarded_connector
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy, agent_name
from serikat.engines.site_audit.gather.pacing import Pacer
from serikat.engines.site_audit.gather.shared_places import SharedPlaces
from serikat.engines.site_audit.web_addresses import host_of, port_of, site_of

_BUSY = frozenset({429, 502, 503, 504})
_LONGEST_RETRY_AFTER = 15.0
_LOOK_UP_SECONDS = 15.0
_MOST_ADDRESSES = 3
# Security policies and preload hints of real sites outgrow the library's 8 KiB.
_HEADER_BYTES = 32_768
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1"


class Opening(Protocol):
    """Whatever makes a connection to the network: `Fetcher` itself, or a test bed's function with names of its own."""

    def __call__(self, policy: ReachPolicy, *, gatherings: int, places: Path | None) -> Fetcher:
        """A fetcher for so many gatherings at once, whose places at hosts all workers share in that folder."""


class Fetcher:
    """Opens connections for any number of gatherings; used as an async context manager.

    `at_once` is how many sites of one IP address are asked, and gathered, at a time; `gatherings` how many run in all,
    which bounds memory: the rest wait before they begin, where they hold nothing. `memory` is how many bytes of answers
    they may hold together; beyond it, those that hold more than their share are cut off. `places` is a folder that all
    workers of a round see: with it sites and addresses are asked so few at a time by all of them together. `names`
    stands in for the name resolver in tests; what it answers is guarded all the same.
    """

    def __init__(
        self,
        policy: ReachPolicy,
        *,
        names: AbstractResolver | None = None,
        agent: str = "",
        connections: int = 512,
        at_once: int = 4,
        gatherings: int = 64,
        memory: int = 1_000_000_000,
        places: Path | None = None,
    ) -> None:
        self.policy = policy
        self.agent = agent or agent_name()
        self._names = names
        self._connections = connections
        self._at_once = at_once
        self._gatherings = gatherings
        self._memory = memory
        self._held: dict[str, int] = {}
        self._pacer = Pacer()
        self.places = places
        self._shared = SharedPlaces(places) if places else None
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._doors = Doors(GuardedResolver(self.policy, self._names))
        self._session = aiohttp.ClientSession(
            connector=guarded_connector(self.policy, self._doors, self._connections),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.agent, "Accept": _ACCEPT, "Accept-Language": "id,en;q=0.5"},
            auto_decompress=False,
            trust_env=False,
            max_line_size=_HEADER_BYTES,
            max_field_size=_HEADER_BYTES,
        )
        # The library would ask again at once, without the rest that a site is owed; `answer` asks again itself.
        self._session._retry_connection = False  # noqa: SLF001
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
        if self._shared is not None:
            self._shared.close()

    async def answer(self, url: str, limits: Limits, budget: Budget, *, interval: float, retries: int) -> Answer:
        """The answer to one address, asked again after passing faults; redirects are the caller's to follow.

        `limits.seconds` covers each try alone. Raises NotAnswered where the last try brought nothing.
        """
        attempt = 0
        while True:
            last = attempt >= retries
            wait = _backoff(url, attempt, budget.backoff)
            try:
                answer = await self._paced(url, limits, interval, budget.interval)
            except NotAnswered as fault:
                # A second wait for a server that hangs tells no more than the first two.
                hangs = fault.reached is Reached.TIMEOUT and attempt > 0
                if not fault.passing or hangs or (last and not (fault.dropped and attempt == 0)):
                    raise
            else:
                if last or answer.status not in _BUSY:
                    return answer
                asked = _asked_to_wait(answer, wait)
                if asked is None:
                    return answer
                wait = asked
            await asyncio.sleep(wait)
            attempt += 1

    @asynccontextmanager
    async def reception(self, url: str) -> AsyncIterator[None]:
        """Wait until the site may be gathered: no other gathering of it runs, and few at its IP address.

        A gathering that has begun then hardly waits for others, and its seconds are its own.
        """
        async with self._pacer.turn(f"gathering {site_of(url)}", 0.0):
            try:
                address = (await self._addresses(url))[0]
            except NotAnswered:
                address = site_of(url)
            # The address first: who waits for a crowded one must not hold up those who go elsewhere.
            async with (
                self.turn(f"gatherings at {address}", 0.0, self._at_once),
                self._pacer.turn("all gatherings", 0.0, self._gatherings),
            ):
                self._held[site_of(url)] = 0
                try:
                    yield
                finally:
                    del self._held[site_of(url)]

    def hold(self, site: str, size: int) -> None:
        """Count bytes that the gathering of a site keeps in memory until it is over."""
        if site in self._held:
            self._held[site] += size

    def holds_too_much(self, site: str) -> bool:
        """Whether memory is short and this site's gathering takes more than its share of it."""
        share = self._memory // self._gatherings
        return self._held.get(site, 0) > share and sum(self._held.values()) > self._memory

    async def _paced(self, url: str, limits: Limits, interval: float, rest: float) -> Answer:
        """One answer in the site's turn and the address's, from the first address of the host that takes us in.

        `rest` is the pause that a place at the address takes; what one site asks for must not slow its neighbours.
        """
        if self._session is None:
            raise RuntimeError("a Fetcher is used inside `async with`")
        async with self.turn(f"site {site_of(url)}", interval):
            addresses = await self._addresses(url)
            for address in addresses:
                async with self.turn(f"address {address}", rest, self._at_once):
                    self._doors.choose(host_of(url), port_of(url), address)
                    try:
                        return await ask(self._session, url, limits)
                    except NotAnswered as fault:
                        if not fault.unconnected or address == addresses[-1]:
                            raise
        raise NotAnswered(Reached.DNS, "the name has no address")

    @asynccontextmanager
    async def turn(self, what: str, rest: float, at_once: int = 1) -> AsyncIterator[None]:
        """A place that this process gives in the order of asking, and that no other process has meanwhile."""
        async with self._pacer.turn(what, rest, at_once):
            if self._shared is None:
                yield
                return
            async with self._shared.place(what, rest, at_once):
                yield

    async def _addresses(self, url: str) -> tuple[str, ...]:
        try:
            async with asyncio.timeout(_LOOK_UP_SECONDS):
                return (await self._doors.addresses(host_of(url), port_of(url)))[:_MOST_ADDRESSES]
        except OSError as exc:
            raise unresolved(exc) from exc


def _backoff(url: str, attempt: int, first: float) -> float:
    """Doubling pauses with a spread that differs by address, so that not all ask a busy server at one moment."""
    spread = zlib.crc32(f"{url} {attempt}".encode()) / 2**32
    return float(first * 2**attempt * (0.75 + 0.5 * spread))


def _asked_to_wait(answer: Answer, otherwise: float) -> float | None:
    """The pause that Retry-After asks for, None where it is longer than a gathering waits."""
    asked = answer.header("retry-after").strip()
    if not asked:
        return otherwise
    if asked.isdecimal():
        seconds = float(asked[:9])
    else:
        try:
            seconds = (parsedate_to_datetime(asked) - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError):
            return otherwise
    return max(seconds, otherwise) if seconds <= _LONGEST_RETRY_AFTER else None
