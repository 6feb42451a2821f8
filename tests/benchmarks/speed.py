"""How fast pages are read and sites are judged, beside a bare lexbor parse and trafilatura on the same pages."""

from __future__ import annotations

import gc
import gzip
import hashlib
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import trafilatura
from selectolax.lexbor import LexborHTMLParser

from serikat.engines.judgement.loading import Library, shipped
from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.evidence.store import read_evidence, write_evidence
from serikat.engines.site_audit.findings import judge, known_rules
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.tests.real_pages import gathered, realdata
from tests.benchmarks.invented_pages import invented_pages

ROUNDS = 7
SITE_PAGES = 30
STANDARDS = [
    "pedoman-media-siber-2012",
    "standar-perusahaan-pers-2019",
    "uu-pers-1999",
    "trust-signals",
    "uu-pdp-2022",
]
MOMENT = "2026-11-01T03:00:00+00:00"


def report() -> None:
    """Prints both tables."""
    pages, what = _pages()
    print(
        f"Pages: {len(pages)} {what}, {sum(len(page.body) for page in pages) / len(pages) / 1000:.0f} kB on average\n"
    )
    _structure(pages)
    _judging()


def _structure(pages: Sequence[Fetch]) -> None:
    sample = pages[:: max(1, len(pages) // 60)]
    bare = lambda: [LexborHTMLParser(page.body) for page in pages]  # noqa: E731
    structural = lambda: [Page(page).structure for page in pages]  # noqa: E731
    few = lambda: [Page(page).structure for page in sample]  # noqa: E731
    peer = lambda: [  # noqa: E731
        trafilatura.extract(page.body, fast=True, with_metadata=False, output_format="txt") for page in sample
    ]
    ratio, bare_time, own_time = _paired(structural, bare, ROUNDS)
    peers, _, peer_time = _paired(peer, few, 3)
    print("Structural pass (links resolved, metas, structured data), CPU a page")
    print(f"  bare lexbor parse         {bare_time / len(pages) * 1e3:7.3f} ms")
    print(f"  structural pass           {own_time / len(pages) * 1e3:7.3f} ms   {ratio:5.2f} × the bare parse")
    print(f"  trafilatura, fast         {peer_time / len(sample) * 1e3:7.3f} ms   {peers:5.1f} × the structural pass\n")


def _judging() -> None:
    library = shipped(known_rules())
    print(f"Judging a site against {len(STANDARDS)} standards, CPU a site; aim at {SITE_PAGES} pages 4 × either way")
    heads = ("parse", "reading", "judged from disk", "judged ÷ (parse + reading)", "(judged - reading) ÷ parse")
    print(f"  {'':18}pages  kB a page" + "".join(f"{head:>{len(head) + 3}}" for head in heads))
    for name, gathering in [*_real_gatherings(), *_publishers(), _invented_gathering()]:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "evidence"
            write_evidence(gathering, place)
            rounds = _judged(gathering, place, library)
        parse, read, whole = (statistics.median(times) for times in zip(*rounds, strict=True))
        together = statistics.median(whole / (parse + read) for parse, read, whole in rounds)
        apart = statistics.median((whole - read) / parse for parse, read, whole in rounds)
        times = f"{parse * 1e3:5.1f} ms{read * 1e3:7.1f} ms{whole * 1e3:16.1f} ms"
        sizes = [len(fetch.body) for fetch in _pages_of(gathering)]
        weight = f"{len(sizes):5}{statistics.mean(sizes) / 1000:11.0f}"
        print(f"  {name:18}{weight}{times}{together:27.1f} ×{apart:27.1f} ×")


def _judged(gathering: Gathering, place: Path, library: Library) -> list[tuple[float, float, float]]:
    """Seconds of the bare parse, of reading the evidence, and of judging from disk, round by round."""
    bodies = [fetch.body for fetch in _pages_of(gathering)]
    parse = lambda: [LexborHTMLParser(body) for body in bodies]  # noqa: E731
    read = lambda: read_evidence(place)  # noqa: E731
    whole = lambda: judge(read_evidence(place), library, STANDARDS)  # noqa: E731
    _timed(whole)
    remembering = _remembering()
    rounds = []
    for _ in range(ROUNDS):
        # What the round before remembered of this very site would flatter the next one.
        for memory in remembering:
            memory.cache_clear()
        rounds.append((_timed(parse), _timed(read), _timed(whole)))
    return rounds


def _pages_of(gathering: Gathering) -> list[Fetch]:
    """What is parsed: the pages that answered, without robots.txt, sitemaps and the like."""
    return [
        fetch for fetch in gathering.fetches if fetch.purpose in ("home", "page", "article") and fetch.failure is None
    ]


def _remembering() -> list[Any]:
    """Our functions that remember what they said of words; tables, which belong to no site, are left out."""
    kind = type(lru_cache(maxsize=1)(repr))
    found = [each for each in gc.get_objects() if isinstance(each, kind) and each.__module__.startswith("serikat.")]
    return [each for each in found if each.cache_parameters()["maxsize"] is not None]


def _paired(work: Callable[[], object], base: Callable[[], object], rounds: int) -> tuple[float, float, float]:
    """The median ratio of work to base over interleaved rounds, and the median seconds of base and of work."""
    work(), base()
    pairs = [(_timed(base), _timed(work)) for _ in range(rounds)]
    ratio = statistics.median(done / bare for bare, done in pairs)
    return ratio, statistics.median(bare for bare, _ in pairs), statistics.median(done for _, done in pairs)


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _fetch(url: str, body: bytes, purpose: str = "page") -> Fetch:
    return Fetch(url, url, purpose, 200, (("content-type", "text/html"),), body, MOMENT, _hash(body))


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _pages() -> tuple[list[Fetch], str]:
    files = sorted(realdata().rglob("*.html*"))
    if not files:
        return [_fetch(url, body) for url, body, _ in invented_pages(200)], "invented pages"
    bodies = [_body(file) for file in files]
    urls = (f"https://{file.parent.name}.example/{file.name}" for file in files)
    return [_fetch(url, body) for url, body in zip(urls, bodies, strict=True)], "real pages"


def _real_gatherings() -> list[tuple[str, Gathering]]:
    """The real sites, served on this machine and gathered as an audit gathers them: of one it is thirty pages."""
    return [(folder.name, gathered(folder)) for folder in sorted((realdata() / "sites").glob("*/"))]


def _publishers() -> list[tuple[str, Gathering]]:
    """Thirty pages of real publishers as one site of articles: heavy pages, whatever their owners have in common."""
    files = sorted((realdata() / "publishers").rglob("*.html.gz"))[:SITE_PAGES]
    base = "https://penerbit.example/"
    purposes = ["home", *["article"] * SITE_PAGES]
    fetches = (
        _fetch(f"{base}{at}-{file.name}", _body(file), purpose)
        for at, (file, purpose) in enumerate(zip(files, purposes, strict=False))
    )
    gathering = Gathering(base, MOMENT, "0", "bench", Reached.READ, "", tuple(fetches))
    return [("publishers", gathering)] if len(files) == SITE_PAGES else []


def _body(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()


def _invented_gathering() -> tuple[str, Gathering]:
    pages = invented_pages(SITE_PAGES)
    fetches = tuple(_fetch(url, body, purpose) for url, body, purpose in pages)
    return "invented", Gathering(fetches[0].url, MOMENT, "0", "bench", Reached.READ, "", fetches)
