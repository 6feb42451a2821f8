"""What an outlet says of others in trust.txt is compared with what they say: their files are fetched, politely."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

import pytest

from serikat.engines.judgement.finding import Outcome
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.evidence.record import Gathering, Reached
from serikat.engines.site_audit.findings import rule_named
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.gathering import SiteGatherer
from serikat.engines.site_audit.gather.other_sides import MOST_OTHERS
from serikat.engines.site_audit.gather.tests.servers import (
    QUICK,
    TEST_BED,
    Answering,
    Made,
    Names,
    Reply,
    Server,
    html,
    serving,
)
from serikat.engines.site_audit.reading.site import Site

ASSOCIATION = "asosiasi-rekaan.example"
BELONGING = "belongto=http://asosiasi-rekaan.example:PORT/\n"


def plain(text: str) -> Made:
    """A text file, in which `:PORT` becomes the server's."""
    return Made(lambda path: Reply(text.encode(), kind="text/plain"))


def routes(**files: Answering) -> dict[str, Answering]:
    """A news site, and what it and the association answer for `trust.txt`."""
    return {
        "kabar.example/": Reply(html("Kabar")),
        "kabar.example/trust.txt": files["own"],
        f"{ASSOCIATION}/trust.txt": files.get("other", Reply(b"", 404)),
        **({f"{ASSOCIATION}/robots.txt": files["robots"]} if "robots" in files else {}),
    }


async def gather(
    server: Server, at: Mapping[str, str] | None = None, places: Path | None = None, count: int = 1
) -> list[Gathering]:
    names = Names({"kabar.example": "127.0.0.1", ASSOCIATION: "127.0.0.1", **(at or {})})
    async with Fetcher(TEST_BED, names=names, places=places) as fetcher:
        url = f"http://kabar.example:{server.port}/"
        return list(await asyncio.gather(*(SiteGatherer(fetcher, url, QUICK).gather() for _ in range(count))))


def reciprocity(gathering: Gathering) -> Outcome:
    return rule_named("trust_txt_reciprocity")(Site(gathering), Asked({})).outcome


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        ("member=http://kabar.example/\n", Outcome.MET),
        ("member=http://lain.example/\n", Outcome.NOT_MET),
    ],
)
async def test_the_association_s_file_answers_for_the_other_half(other: str, outcome: Outcome) -> None:
    async with serving(routes(own=plain(BELONGING), other=plain(other))) as server:
        [gathering] = await gather(server)
        assert reciprocity(gathering) is outcome
        assert [fetch for fetch in gathering.fetches if fetch.inherited] == []


async def test_an_association_without_a_file_accuses_nobody() -> None:
    async with serving(routes(own=plain(BELONGING))) as server:
        [gathering] = await gather(server)
        assert reciprocity(gathering) is Outcome.UNCLEAR
        assert f"{ASSOCIATION}/.well-known/trust.txt" in server.asked()


async def test_the_association_s_robots_txt_is_obeyed() -> None:
    closed = Reply(b"User-agent: *\nDisallow: /\n", kind="text/plain")
    async with serving(routes(own=plain(BELONGING), other=plain("member=kabar.example"), robots=closed)) as server:
        [gathering] = await gather(server)
        assert reciprocity(gathering) is Outcome.UNCLEAR
        assert f"{ASSOCIATION}/trust.txt" not in server.asked()


async def test_a_name_that_leads_inside_is_not_followed() -> None:
    async with serving(routes(own=plain(BELONGING)), at="127.0.0.1") as server:
        [gathering] = await gather(server, {ASSOCIATION: "127.0.0.200"})
        assert gathering.fetches[-1].failure is Reached.PRIVATE
        assert not [asked for asked in server.asked() if asked.startswith(ASSOCIATION)]


async def test_of_many_named_only_a_few_are_asked_those_it_belongs_to_first() -> None:
    vendors = "".join(f"vendor=http://toko-{number}.example:PORT/\n" for number in range(40))
    at = {f"toko-{number}.example": "127.0.0.1" for number in range(40)}
    async with serving(routes(own=plain(vendors + BELONGING))) as server:
        await gather(server, at)
        others = [asked for asked in server.asked() if not asked.startswith("kabar.example")]
        assert others[0] == f"{ASSOCIATION}/robots.txt"
        assert len({asked.partition("/")[0] for asked in others}) == MOST_OTHERS


async def test_the_workers_of_a_round_ask_an_association_once(tmp_path: Path) -> None:
    async with serving(routes(own=plain(BELONGING), other=plain("member=http://kabar.example/"))) as server:
        both = [*await gather(server, places=tmp_path, count=2), *await gather(server, places=tmp_path)]
        assert {reciprocity(gathering) for gathering in both} == {Outcome.MET}
        assert server.asked().count(f"{ASSOCIATION}/trust.txt") == 1
