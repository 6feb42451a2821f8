"""Many sites on one IP address are asked a few at a time, and no address waits for another."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from itertools import groupby

import pytest

from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.gather.exchange import Limits
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.gathering import SiteGatherer, gather_site
from serikat.engines.site_audit.gather.limits import Budget
from serikat.engines.site_audit.gather.pacing import Pacer
from serikat.engines.site_audit.gather.tests.servers import QUICK, TEST_BED, Names, Reply, Server, html, serving

LITTLE = replace(QUICK, pages=2, articles=0, guesses=0)
DOMAINS = [f"kabar-{number}.example" for number in range(12)]


async def gather_all(server: Server, *, at_once: int = 4, budget: Budget = LITTLE) -> list[Reached]:
    names = Names(dict.fromkeys(DOMAINS, "127.0.0.1"))
    async with Fetcher(TEST_BED, names=names, at_once=at_once) as fetcher:
        urls = [f"http://{domain}:{server.port}/" for domain in DOMAINS]
        done = await asyncio.gather(*(SiteGatherer(fetcher, url, budget).gather() for url in urls))
    return [gathering.reached for gathering in done]


@pytest.mark.parametrize("at_once", [1, 4])
async def test_hosts_of_one_address_are_asked_a_few_at_a_time(at_once: int) -> None:
    async with serving({"/": Reply(html("Kabar"))}) as server:
        assert await gather_all(server, at_once=at_once) == [Reached.READ] * len(DOMAINS)
        assert server.most_at_once() == at_once


async def test_single_requests_are_asked_a_few_at_a_time_too() -> None:
    names = Names(dict.fromkeys(DOMAINS, "127.0.0.1"))
    async with serving({"/": Reply(html("Kabar"))}) as server, Fetcher(TEST_BED, names=names) as fetcher:
        limits = Limits(seconds=5.0, bytes=10_000)
        urls = [f"http://{domain}:{server.port}/" for domain in DOMAINS]
        await asyncio.gather(*(fetcher.answer(url, limits, LITTLE, interval=0.0, retries=0) for url in urls))
        assert server.most_at_once() == 4


async def test_outlets_of_one_group_are_gathered_one_after_the_other() -> None:
    hosts = [f"kota-{number}.grup-contoh.example" for number in range(3)]
    names = Names(dict.fromkeys([*hosts, "grup-contoh.example"], "127.0.0.1"))
    async with serving({"/": Reply(html("Kabar"))}) as server, Fetcher(TEST_BED, names=names) as fetcher:
        urls = [f"http://{host}:{server.port}/" for host in hosts]
        await asyncio.gather(*(SiteGatherer(fetcher, url, LITTLE).gather() for url in urls))
        assert server.most_at_once() == 1
        assert [host for host, _ in groupby(address.partition("/")[0] for address in server.asked())] == hosts


async def test_each_site_of_an_address_is_finished_before_more_are_begun() -> None:
    async with serving({"/": Reply(html("Kabar"))}) as server:
        await gather_all(server)
        hosts = [address.partition("/")[0] for address in server.asked()]
        last_of_first_four = max(place for place, host in enumerate(hosts) if host in hosts[:4])
        assert len(set(hosts[: last_of_first_four + 1])) <= 8


async def test_every_place_at_an_address_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    pacer = Pacer()
    for _ in range(6):
        async with pacer.turn("address 192.0.2.1", 60.0, 4):
            pass
    assert len(slept) == 2


async def test_a_place_is_given_back_when_who_waits_for_it_gives_up() -> None:
    pacer = Pacer()
    async with pacer.turn("address 192.0.2.1", 0.0):
        waiting = asyncio.create_task(pacer.turn("address 192.0.2.1", 0.0).__aenter__())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    async with asyncio.timeout(5), pacer.turn("address 192.0.2.1", 0.0):
        pass


async def test_a_crowded_address_whose_hosts_hang_holds_up_no_other() -> None:
    async def hang(writer: asyncio.StreamWriter) -> None:
        while not writer.is_closing():
            await asyncio.sleep(0.05)
            writer.write(b"")

    done: list[str] = []
    async with serving({"/robots.txt": hang}, at="127.0.0.2") as dead, serving({"/": Reply(html("Kabar"))}) as alive:
        silent = [f"diam-{number}.example" for number in range(4)]
        names = Names({**dict.fromkeys(silent, "127.0.0.2"), "kabar.example": "127.0.0.1"})
        async with Fetcher(TEST_BED, names=names, at_once=2, gatherings=3) as fetcher:

            async def gather(url: str) -> None:
                await SiteGatherer(fetcher, url, replace(LITTLE, request_seconds=1.0, retries=0)).gather()
                done.append(url)

            urls = [*(f"http://{host}:{dead.port}/" for host in silent), f"http://kabar.example:{alive.port}/"]
            await asyncio.gather(*map(gather, urls))
    assert done[0] == urls[-1]
    assert len(done) == 5


async def test_the_next_address_of_a_host_is_tried_where_the_first_is_closed() -> None:
    async with serving({"/": Reply(html("Kabar"))}) as server:
        names = Names({"kabar.example": ("127.0.0.9", "127.0.0.1")})
        gathering = await gather_site(f"http://kabar.example:{server.port}/", LITTLE, policy=TEST_BED, names=names)
        assert gathering.reached is Reached.READ


async def test_a_host_with_one_private_address_among_its_own_is_refused() -> None:
    async with serving({"/": Reply(html("Kabar"))}) as server:
        names = Names({"kabar.example": ("127.0.0.1", "127.0.0.200")})
        gathering = await gather_site(f"http://kabar.example:{server.port}/", LITTLE, policy=TEST_BED, names=names)
        assert gathering.reached is Reached.PRIVATE
        assert server.connections == 0
