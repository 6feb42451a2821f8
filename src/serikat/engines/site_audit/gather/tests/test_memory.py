"""Gatherings hold what was sent, within bounds, and no parsed page, which is ten times as large."""

from __future__ import annotations

import asyncio
import gc
from dataclasses import replace

from serikat.engines.site_audit.evidence.record import Gathering, Reached
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.gathering import SiteGatherer
from serikat.engines.site_audit.gather.tests.servers import (
    QUICK,
    TEST_BED,
    Made,
    Names,
    Reply,
    gathered,
    html,
    link,
    serving,
)
from serikat.engines.site_audit.reading.page import Page

# A busy machine alone decides nothing.
PATIENT = replace(QUICK, seconds=300.0, request_seconds=60.0)
STORIES = [f"/2026/10/{day}/warga-menanam-pohon-di-bukit" for day in range(1, 7)]


def parsed_pages() -> int:
    return sum("tree" in each.__dict__ for each in gc.get_objects() if type(each) is Page)


async def test_no_parsed_page_is_held_while_a_request_is_under_way() -> None:
    gc.collect()
    before, held = parsed_pages(), []
    stories = [link(story, "Warga menanam pohon di bukit Tirtamaya") for story in STORIES]

    def reply(path: str) -> Reply:
        held.append((path, parsed_pages() - before))
        is_there = path in ("/", "/redaksi", "/berita/", *STORIES)
        page = html("Kabar", link("/redaksi", "Redaksi"), link("/berita/", "Berita"), *stories)
        return Reply(page, 200 if is_there else 404)

    async with serving({"*": Made(reply)}) as server:
        gathering = await gathered(server, budget=replace(PATIENT, articles=4))
    assert {fetch.purpose for fetch in gathering.fetches} >= {"home", "page", "article", "probe"}
    assert [each for each in held if each[1]] == []


async def both_gathered(memory: int) -> tuple[Gathering, Gathering]:
    """A site of large pages and one of small pages, at once."""
    large = html("Kabar", link("/redaksi", "Redaksi"), link("/kontak", "Kontak"), f"<p>{'kabar ' * 50_000}</p>")
    small = html("Warta", link("/redaksi", "Redaksi"), link("/kontak", "Kontak"))
    names = Names({"besar.example": "127.0.0.1", "kecil.example": "127.0.0.2"})
    async with (
        serving({"*": Reply(large), "/robots.txt": Reply(status=404)}) as of_large,
        serving({"*": Reply(small), "/robots.txt": Reply(status=404)}, at="127.0.0.2") as of_small,
        Fetcher(TEST_BED, names=names, gatherings=4, memory=memory) as fetcher,
    ):
        urls = (f"http://besar.example:{of_large.port}/", f"http://kecil.example:{of_small.port}/")
        one, other = await asyncio.gather(*(SiteGatherer(fetcher, url, PATIENT).gather() for url in urls))
    return one, other


async def test_where_memory_is_short_the_site_that_holds_most_of_it_is_cut_off() -> None:
    large, small = await both_gathered(500_000)
    assert (large.reached, small.reached) == (Reached.PARTIAL, Reached.READ)
    assert "memory was short" in large.reached_detail


async def test_where_memory_is_not_short_nobody_is_cut_off() -> None:
    assert {each.reached for each in await both_gathered(50_000_000)} == {Reached.READ}
