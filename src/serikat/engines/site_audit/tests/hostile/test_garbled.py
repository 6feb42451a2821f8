"""However garbled an answer is, its gathering ends, is judged and written down."""

from __future__ import annotations

import asyncio
import random
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.loading import shipped
from serikat.engines.site_audit.evidence.record import Gathering
from serikat.engines.site_audit.evidence.store import evidence_digest
from serikat.engines.site_audit.findings import judge, known_rules
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.gathering import SiteGatherer
from serikat.engines.site_audit.gather.tests.servers import TEST_BED, Made, Names, Reply, html, link, serving
from serikat.engines.site_audit.report.as_json import json_line
from serikat.engines.site_audit.report.html import render_html
from serikat.engines.site_audit.tests.hostile.together import BUDGET

SITES = 40
# Nothing here waits on purpose, so that a busy machine alone decides nothing.
PATIENT = replace(BUDGET, retries=0, seconds=120.0, request_seconds=60.0)
LETTERS = b"<>\"'=/ &#;abdiv \n\x00\xff\xc3\xa9%{}[]:redaksi"
HEADERS = ("Location", "Retry-After", "Content-Encoding", "Set-Cookie", "Content-Type", "X-A", "Server")
VALUES = ("gzip", "http://[", "//", "/x?", "http://a:99999/", "-1", "Sun, 99 Foo", "text/html; charset=zlib")
STATUSES = [200] * 12 + [204, 206, 301, 302, 304, 403, 404, 429, 500, 503]


class Garbler:
    """Answers at random; the same for the same seed and path, whoever else is asked when."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._random = random.Random()

    def reply(self, path: str) -> Reply:
        """A page, a list or a text file with faults put in."""
        self._random.seed(f"{self._seed} {path}")
        body = self._page() if self._random.random() < 0.7 else self._file()
        kind = self._random.choice(["text/html", "text/html", "application/xml", "text/plain", ""])
        return Reply(body, self._random.choice(STATUSES), kind, self._headers())

    def _letters(self, most: int) -> bytes:
        return bytes(self._random.choices(LETTERS, k=self._random.randrange(most)))

    def _words(self, most: int) -> str:
        return self._letters(most).replace(b"\n", b"").replace(b"\x00", b"").decode("latin-1")

    def _headers(self) -> dict[str, str]:
        chosen = [name for name in HEADERS if self._random.random() < 0.15]
        return {name: self._random.choice([self._words(30), *VALUES]) for name in chosen}

    def _page(self) -> bytes:
        story = link("/2026/10/1/warga-menanam-pohon", "Warga menanam pohon di bukit")
        declared = f'<script type="application/ld+json">{self._words(60)}</script><base href="{self._words(12)}">'
        sent = f'<meta http-equiv=refresh content="0;url={self._words(20)}">'
        parts = (link("/redaksi", "Redaksi"), link(self._words(30), "Kontak"), story, declared, sent)
        page = bytearray(html("Kabar", *parts))
        for _ in range(self._random.randrange(40)):
            at = self._random.randrange(len(page))
            page[at : at + self._random.randrange(3)] = self._letters(4)
        return bytes(page)

    def _file(self) -> bytes:
        rules = b"User-agent: *\nDisallow: " + self._letters(40) + b"\nCrawl-delay: " + self._letters(5)
        items = b"<rss>" + self._letters(300) + b"<item><link>" + self._letters(20)
        return self._random.choice([rules, items, b"<urlset>" + self._letters(300), b"\x1f\x8b" + self._letters(50)])


async def garbled(seed: int) -> list[Gathering]:
    hosts = [f"rusak-{number}.example" for number in range(SITES)]
    async with AsyncExitStack() as stack:
        fetcher = await stack.enter_async_context(Fetcher(TEST_BED, names=Names(dict.fromkeys(hosts, "127.0.0.1"))))
        gatherers = []
        for host in hosts:
            server = await stack.enter_async_context(serving({"*": Made(Garbler(f"{seed} {host}").reply)}))
            gatherers.append(SiteGatherer(fetcher, f"http://{host}:{server.port}/", PATIENT))
        return await asyncio.gather(*(gatherer.gather() for gatherer in gatherers))


@pytest.mark.parametrize("seed", [1, 2])
async def test_garbled_answers_break_no_gathering_rule_or_report(seed: int) -> None:
    library = shipped(known_rules())
    gatherings = await garbled(seed)
    assert len({gathering.reached for gathering in gatherings}) > 2
    for gathering in gatherings:
        audit = judge(gathering, library, library.ids())
        assert [found.rule for found in audit.findings if found.outcome is Outcome.FAILED_TO_RUN] == []
        assert json_line(audit)
        assert evidence_digest(gathering)
    assert "</html>" in render_html(audit)
