"""Small news sites on loopback for rounds: one server, an address for each site, and a log of every request."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from aiohttp.abc import AbstractResolver, ResolveResult

from serikat.engines.site_audit.findings import Audit
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.shard import ListedOutlet, ShardSettings

_PAGE = (
    "<!doctype html><html lang=id><head><title>Kabar Rekaan {host}</title></head><body><h1>Kabar Rekaan {host}</h1>"
    "<p><a href='/redaksi'>Redaksi</a></p><p>" + "Kabar dari kota Tirtamaya ditulis setiap hari oleh warga. " * 8
)
STORY = "/2026/11/20/warga-tirtamaya-menanam-bakau-di-pesisir"
_DEEDS = [
    f"{verb} {thing}" for verb in ("menanam", "merawat", "menjaga", "memanen") for thing in ("bakau", "padi", "kopi")
]
_STORY_PAGE = (
    "<!doctype html><html lang=id><head><title>Warga Tirtamaya menanam bakau</title></head><body><article>"
    "<h1>Warga Tirtamaya menanam bakau</h1><time datetime='2026-11-20T08:00:00+07:00'>20 November 2026</time><p>"
    + "".join(f"Warga kota {deed} setiap pagi di pesisir sejak musim hujan tiba. " for deed in _DEEDS)
)
QUICK = ShardSettings(
    standards=("trust-signals",),
    budget=Budget(pages=3, articles=1, interval=0.0, retries=0, request_seconds=5.0, guesses=0),
    policy=ReachPolicy(allow_private=True),
    at_once=4,
)
# Articles are asked for when the pages of identity have had their share.
WITH_STORY = replace(QUICK, budget=replace(QUICK.budget, pages=12))


@dataclass(slots=True)
class Sites:
    """The running sites: their outlets, what was asked of whom, in order, and how many requests ran at one moment."""

    outlets: tuple[ListedOutlet, ...]
    asked: list[tuple[str, str]] = field(default_factory=list)
    running: int = 0
    most_at_once: int = 0

    def visits(self) -> Counter[str]:
        """How often the front page of each site was asked for, by the outlet's key."""
        return Counter(host for host, path in list(self.asked) if path == "/")


@contextmanager
def serving_sites(count: int, pause: float = 0.0, *, with_story: bool = False, at_one: bool = False) -> Iterator[Sites]:
    """So many sites at 127.0.1.1 and on; each answer takes `pause` seconds, so that a round has a middle.

    With `with_story` all of them carry the same article. With `at_one` they have names that lead to one address, to
    whoever opens connections by `leading_to_one`.
    """
    counting = threading.Lock()

    class Site(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = self.headers["Host"]
            with counting:
                sites.asked.append((host.partition(":")[0] if at_one else host, self.path))
                sites.running += 1
                sites.most_at_once = max(sites.most_at_once, sites.running)
            time.sleep(pause)
            known = self.path in {"/", "/redaksi"} or (with_story and self.path == STORY)
            story = f"<a href='{STORY}'>Warga Tirtamaya menanam bakau di pesisir</a>" if with_story else ""
            page = _STORY_PAGE if self.path == STORY else _PAGE.format(host=host) + story
            body = page.encode() if known else b"tidak ada"
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with counting:
                sites.running -= 1
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            pass

    server = _Server(("0.0.0.0", 0), Site)
    address = _name if at_one else _address
    hosts = ((number, f"{address(number)}:{server.server_port}") for number in range(1, count + 1))
    sites = Sites(
        tuple(ListedOutlet(Outlet(f"http://{host}/", f"Kabar Rekaan {number}"), number) for number, host in hosts)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield sites
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


def _address(number: int) -> str:
    return f"127.0.{1 + number // 250}.{1 + number % 250}"


def _name(number: int) -> str:
    return f"tetangga-{number}.example"


class OneAddress(AbstractResolver):
    """Leads every name to the same address."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        flags = socket.AI_NUMERICHOST
        return [ResolveResult(hostname=host, host="127.0.0.1", port=port, family=family, proto=0, flags=flags)]

    async def close(self) -> None:
        """Nothing is open."""


def leading_to_one(policy: ReachPolicy, *, gatherings: int, places: Path | None) -> Fetcher:
    """A connection for sites that share one address."""
    return Fetcher(policy, names=OneAddress(), gatherings=gatherings, places=places)


def die_at_the_third(audit: Audit, key: str) -> None:
    """What a page does that brings its worker down; the site at 127.0.1.4 has it."""
    if key.startswith("127.0.1.4:"):
        os._exit(1)


def die_once_with_copies(marker: Path, audit: Audit, key: str) -> None:
    """Brings the worker down that is the first to judge the site at 127.0.1.3 by its copies."""
    if audit.site.copies and key.startswith("127.0.1.3:") and not marker.exists():
        marker.touch()
        os._exit(1)
