"""The site's wishes are kept: robots.txt, one request at a time, a rest between, and no pressing of a busy server."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.gathering import SiteGatherer, gather_site
from serikat.engines.site_audit.gather.limits import AGENT_URL_SETTING, agent_name
from serikat.engines.site_audit.gather.pacing import Pacer
from serikat.engines.site_audit.gather.tests.servers import (
    QUICK,
    TEST_BED,
    Names,
    Reply,
    Server,
    fetched,
    gathered,
    html,
    link,
    serving,
)

HOME = Reply(html("Kabar", link("/redaksi", "Redaksi"), link("/kontak", "Kontak")))
ROUTES = {"/": HOME, "/redaksi": Reply(html("Redaksi")), "/kontak": Reply(html("Kontak"))}


def robots(*lines: str) -> Reply:
    return Reply("\n".join(lines).encode(), kind="text/plain")


def never_overlapped(server: Server) -> bool:
    return all(what == ("start", "end")[place % 2] for place, (what, _) in enumerate(server.log))


async def test_robots_is_asked_first_and_a_closed_site_is_not_read() -> None:
    async with serving({**ROUTES, "/robots.txt": robots("User-agent: *", "Disallow: /")}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.ROBOTS
        assert server.paths() == ["/robots.txt"]


async def test_a_rule_for_our_agent_by_name_wins() -> None:
    rules = robots("User-agent: *", "Disallow: /", "", "User-agent: SerikatAudit", "Disallow: /kontak")
    async with serving({**ROUTES, "/robots.txt": rules}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.READ
        assert fetched(gathering, "/kontak").failure is Reached.ROBOTS
        assert "/kontak" not in server.paths()


async def test_a_redirect_to_a_closed_page_is_not_followed() -> None:
    routes = {**ROUTES, "/redaksi": Reply(status=302, headers={"Location": "/tertutup"})}
    async with serving({**routes, "/robots.txt": robots("User-agent: *", "Disallow: /tertutup")}) as server:
        assert fetched(await gathered(server), "/redaksi").failure is Reached.ROBOTS
        assert "/tertutup" not in server.paths()


async def test_a_server_error_for_robots_closes_the_site_and_says_so() -> None:
    async with serving({**ROUTES, "/robots.txt": Reply(status=500)}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.HTTP_ERROR
        assert "robots.txt" in gathering.reached_detail
        assert "/" not in server.paths()


async def test_robots_of_a_subdomain_holds_for_the_subdomain() -> None:
    async with serving({"dalam.kabar.example/robots.txt": robots("User-agent: *", "Disallow: /")}) as server:
        inside = f"http://dalam.kabar.example:{server.port}/pedoman"
        async with serving({"/": Reply(html("Kabar", link(inside, "Pedoman Media Siber")))}) as front:
            names = Names({"kabar.example": "127.0.0.1", "dalam.kabar.example": "127.0.0.1"})
            url = f"http://kabar.example:{front.port}/"
            gathering = await gather_site(url, QUICK, policy=TEST_BED, names=names)
        assert fetched(gathering, "/pedoman").failure is Reached.ROBOTS


async def test_requests_to_one_site_never_overlap() -> None:
    async with serving(ROUTES) as server:
        await gathered(server)
        assert len(server.log) > 10
        assert never_overlapped(server)


async def test_two_gatherings_of_one_site_still_ask_one_at_a_time() -> None:
    async with serving(ROUTES) as server, Fetcher(TEST_BED) as fetcher:
        await asyncio.gather(*(SiteGatherer(fetcher, server.url, QUICK).gather() for _ in range(3)))
        assert never_overlapped(server)


async def test_the_rest_between_requests_is_the_longer_of_ours_and_the_sites(monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[float] = []
    turn = Pacer.turn

    def noted(self: Pacer, what: str, interval: float, at_once: int = 1) -> object:
        if what.startswith("site 127.0.0.1:"):
            rests.append(interval)
        return turn(self, what, 0, at_once)

    monkeypatch.setattr(Pacer, "turn", noted)
    async with serving({**ROUTES, "/robots.txt": robots("User-agent: *", "Crawl-delay: 7")}) as server:
        await gathered(server, budget=replace(QUICK, interval=1.0, longest_delay=5.0))
    assert rests[:2] == [1.0, 5.0]
    assert set(rests[1:]) == {5.0}


async def test_a_turn_comes_only_after_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    pacer = Pacer()
    for _ in range(3):
        async with pacer.turn("kabar.example", 60.0):
            pass
    async with pacer.turn("lain.example", 60.0):
        pass
    assert len(slept) == 2
    assert all(50 < seconds <= 60 for seconds in slept)


async def test_a_busy_server_is_asked_again_later() -> None:
    async with serving({**ROUTES, "/": [Reply(status=503), Reply(status=429), HOME]}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.READ
        assert server.paths().count("/") == 3


async def test_a_long_retry_after_is_taken_at_its_word() -> None:
    async with serving({**ROUTES, "/": Reply(status=429, headers={"Retry-After": "3600"})}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.BLOCKED
        assert server.paths().count("/") == 1


async def test_a_server_that_forbids_what_it_does_not_have_is_read_to_the_end() -> None:
    absent = [
        "/sitemap.xml",
        "/feed",
        "/pedoman-media-siber",
        "/hak-jawab",
        "/kode-etik",
        "/tentang-kami",
        "/privacy-policy",
    ]
    async with serving({**ROUTES, **dict.fromkeys(absent, Reply(status=403))}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.READ
        assert "/ads.txt" in server.paths()


async def test_missing_pages_are_not_asked_twice() -> None:
    async with serving({**ROUTES, "/redaksi": Reply(status=404)}) as server:
        await gathered(server)
        assert server.paths().count("/redaksi") == 1


def test_the_agent_says_who_and_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(AGENT_URL_SETTING, "https://asosiasi.example/audit")
    assert agent_name().startswith("SerikatAudit/")
    assert "(+https://asosiasi.example/audit; audit of press standards" in agent_name()


def test_a_setting_that_is_no_header_text_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(AGENT_URL_SETTING, "https://asosiasi.example/\r\nX: y")
    assert "\n" not in agent_name()
    assert "X: y" not in agent_name()
