"""Honest sites alone, then among hostile ones and a thousand neighbours; as a program it prints what came of it."""

from __future__ import annotations

import asyncio
import hashlib
import json
import resource
import sys
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from serikat.engines.judgement.loading import Library, shipped
from serikat.engines.site_audit.evidence.record import Gathering
from serikat.engines.site_audit.findings import judge, known_rules
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.gathering import SiteGatherer
from serikat.engines.site_audit.gather.limits import Budget
from serikat.engines.site_audit.gather.tests.servers import (
    TEST_BED,
    Answering,
    Names,
    Reply,
    Server,
    html,
    link,
    serving,
)
from serikat.engines.site_audit.report.as_json import json_line
from serikat.engines.site_audit.report.html import render_html
from serikat.engines.site_audit.tests.hostile import certificates
from serikat.engines.site_audit.tests.hostile.answers import HOSTILE, ROBOTS

BUDGET = Budget(
    pages=12, articles=4, bytes=4_000_000, page_bytes=1_000_000, seconds=8.0, request_seconds=1.5,
    interval=0.0, retries=1, backoff=0.01, longest_delay=0.01, guesses=3,
)  # fmt: skip
# On a busy machine all have time enough, but for those that are meant to run out of it.
HANGING = frozenset({"tetes-isi", "tetes-kepala", "diam", "berhenti"})
PATIENT = replace(BUDGET, seconds=300.0, request_seconds=60.0)
SMALL = replace(PATIENT, pages=1, articles=0, guesses=0, sitemaps=1)
STANDARDS = ("pedoman-media-siber-2012", "standar-perusahaan-pers-2019", "uu-pers-1999")
HONEST, NEIGHBOURS = 6, 1000
SHARED = "127.0.0.100"


def clock() -> datetime:
    """One moment for all evidence, so that equal pages give equal findings."""
    return datetime(2026, 11, 1, 3, tzinfo=UTC)


@dataclass(slots=True)
class Bed:
    """The running servers, and where each site is found."""

    urls: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str | list[str] | tuple[str, ...]] = field(default_factory=dict)
    neighbours: Server = field(default_factory=Server)
    inside: Server = field(default_factory=Server)


def honest_routes(number: int) -> dict[str, Answering]:
    """A small news site with what an audit asks for; no two are alike."""
    stories = [f"/2026/10/{day}/warga-kota-{number}-menanam-pohon" for day in range(20, 24)]
    links = "".join(link(story, "Warga kota bersama menanam pohon") for story in stories)
    address = f"<p>Alamat: Jl. Melati No. {number}, Kota Contoh</p>"
    masthead = f"<p>Pemimpin Redaksi: Wulan Tirtasari {'I' * number}</p>{address}"
    return {
        "/": Reply(html(f"Warta {number}", links, link("/redaksi", "Redaksi"), link("/kontak", "Kontak"))),
        "/redaksi": Reply(html("Redaksi", masthead)),
        "/kontak": Reply(html("Kontak", "<p>redaksi@warta.example</p>")),
        **{story: Reply(html("Warga menanam pohon", "<p>Penulis: Bima Kartasari</p>")) for story in stories},
    }


async def open_bed(stack: AsyncExitStack, folder: Path) -> Bed:
    """Start every server; honest sites share an address with the neighbours, hostile ones have one each."""
    bed = Bed()

    async def place(name: str, routes: dict[str, Answering], at: str, **options: object) -> Server:
        server = await stack.enter_async_context(serving(routes, at=at, **options))  # type: ignore[arg-type]
        scheme = "https" if "tls" in options else "http"
        bed.urls[name] = f"{scheme}://{name}.example:{server.port}/"
        bed.addresses[f"{name}.example"] = at
        return server

    for number in range(HONEST):
        await place(f"warta-{number}", honest_routes(number), SHARED)
    for number, (name, answering) in enumerate(HOSTILE.items()):
        await place(name, {"*": answering, "/robots.txt": Reply(status=404)}, f"127.0.0.{2 + number}")
    for number, (name, answering) in enumerate(ROBOTS.items()):
        await place(name, {"/": Reply(html("Kabar")), "/robots.txt": answering}, f"127.0.0.{60 + number}")
    for number, (name, tls) in enumerate(_contexts(folder).items()):
        await place(name, {"/": Reply(html("Kabar"))}, f"127.0.0.{70 + number}", tls=tls)
    bed.inside = await place("di-balik", {"/": Reply(html("Rahasia"))}, "127.0.0.200")
    onward = Reply(status=302, headers={"Location": f"http://berpindah.example:{bed.inside.port}/"})
    await place("berpindah", {"/": onward}, "127.0.0.80")
    # A name that is public when it is first asked for and private from then on.
    bed.addresses["berpindah.example"] = ["127.0.0.80", "127.0.0.200"]
    del bed.urls["di-balik"]
    bed.neighbours = await place("tetangga", {"/": Reply(html("Kabar"))}, SHARED)
    return bed


def _contexts(folder: Path) -> dict[str, object]:
    return {
        "sah": certificates.signed(folder, "sah.example"),
        "kedaluwarsa": certificates.signed(folder, "kedaluwarsa.example", days=-1),
        "nama-lain": certificates.signed(folder, "bukan-ini.example"),
        "sendiri": certificates.self_signed(folder, "sendiri.example"),
    }


async def gather_all(bed: Bed, names: list[str], fetcher: Fetcher) -> dict[str, Gathering]:
    """The gatherings of these sites, at once."""
    budgets = {name: BUDGET if name in HANGING else PATIENT for name in names}
    gatherers = [SiteGatherer(fetcher, bed.urls[name], budgets[name], clock=clock) for name in names]
    done = await asyncio.gather(*(gatherer.gather() for gatherer in gatherers))
    return dict(zip(names, done, strict=True))


async def neighbours(bed: Bed, fetcher: Fetcher) -> dict[str, int]:
    """A thousand sites on one address: how many came to each end."""
    port = bed.neighbours.port
    urls = [f"http://tetangga-{number}.example:{port}/" for number in range(NEIGHBOURS)]
    counts: dict[str, int] = {}

    async def one(url: str) -> None:
        gathering = await SiteGatherer(fetcher, url, SMALL, clock=clock).gather()
        counts[gathering.reached] = counts.get(gathering.reached, 0) + 1

    await asyncio.gather(*map(one, urls))
    return counts


async def run(folder: Path) -> dict[str, object]:
    """All of it; what the test compares, as plain values."""
    library = shipped(known_rules())
    async with AsyncExitStack() as stack:
        bed = await open_bed(stack, folder)
        honest = [name for name in bed.urls if name.startswith("warta-")]
        hostile = [name for name in bed.urls if name not in honest and name != "tetangga"]
        many = {f"tetangga-{number}.example": SHARED for number in range(NEIGHBOURS)}
        async with Fetcher(TEST_BED, names=Names({**bed.addresses, **many})) as fetcher:
            alone = await gather_all(bed, honest, fetcher)
        before = _peak_megabytes()
        async with Fetcher(TEST_BED, names=Names({**bed.addresses, **many})) as fetcher:
            among, enemies, counts = await asyncio.gather(
                gather_all(bed, honest, fetcher),
                gather_all(bed, hostile, fetcher),
                neighbours(bed, fetcher),
            )
    judged = {name: judge(gathering, library, STANDARDS) for name, gathering in enemies.items()}
    return {
        "alone": {name: _digest(gathering, library) for name, gathering in alone.items()},
        "among": {name: _digest(gathering, library) for name, gathering in among.items()},
        "hostile": {name: (each.reached, each.reached_detail) for name, each in enemies.items()},
        "bodies": max(sum(len(fetch.body) for fetch in each.fetches) for each in enemies.values()),
        "pages": {name: sum(fetch.purpose in ("home", "page", "article", "probe") for fetch in each.fetches)
                  for name, each in enemies.items()},
        "failed": sorted({f.rule for audit in judged.values() for f in audit.findings if f.outcome == "failed_to_run"}),
        "report": render_html(judged["laporan"]),
        "neighbours": counts,
        "inside": bed.inside.connections,
        "neighbours_at_once": bed.neighbours.most_at_once(),
        "megabytes": {"before": before, "after": _peak_megabytes()},
    }  # fmt: skip


def _digest(gathering: Gathering, library: Library) -> str:
    return hashlib.sha256(json_line(judge(gathering, library, STANDARDS))).hexdigest()


def _peak_megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    json.dump(asyncio.run(run(Path(sys.argv[1]))), sys.stdout)
