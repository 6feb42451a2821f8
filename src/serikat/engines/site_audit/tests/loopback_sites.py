"""Small news sites on loopback for rounds: one server, an address for each site, and a log of every request."""

from __future__ import annotations

import os
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from serikat.engines.site_audit.findings import Audit
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.shard import ListedOutlet, ShardSettings

_PAGE = (
    "<!doctype html><html lang=id><head><title>Kabar Rekaan {host}</title></head><body><h1>Kabar Rekaan {host}</h1>"
    "<p><a href='/redaksi'>Redaksi</a></p><p>" + "Kabar dari kota Tirtamaya ditulis setiap hari oleh warga. " * 8
)
QUICK = ShardSettings(
    standards=("trust-signals",),
    budget=Budget(pages=3, articles=1, interval=0.0, retries=0, request_seconds=5.0, guesses=0),
    policy=ReachPolicy(allow_private=True),
    at_once=4,
)


@dataclass(slots=True)
class Sites:
    """The running sites: their outlets, and what was asked of whom, in order."""

    outlets: tuple[ListedOutlet, ...]
    asked: list[tuple[str, str]] = field(default_factory=list)

    def visits(self) -> Counter[str]:
        """How often the front page of each site was asked for, by the outlet's key."""
        return Counter(host for host, path in list(self.asked) if path == "/")


@contextmanager
def serving_sites(count: int, pause: float = 0.0) -> Iterator[Sites]:
    """So many sites at 127.0.1.1 and on; each answer takes `pause` seconds, so that a round has a middle."""

    class Site(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = self.headers["Host"]
            sites.asked.append((host, self.path))
            time.sleep(pause)
            known = self.path in {"/", "/redaksi"}
            body = _PAGE.format(host=host).encode() if known else b"tidak ada"
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("0.0.0.0", 0), Site)
    server.daemon_threads = True
    sites = Sites(tuple(_listed(number, server.server_port) for number in range(1, count + 1)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield sites
    finally:
        server.shutdown()
        server.server_close()


def _listed(number: int, port: int) -> ListedOutlet:
    address = f"127.0.{1 + number // 250}.{1 + number % 250}:{port}"
    return ListedOutlet(Outlet(f"http://{address}/", f"Kabar Rekaan {number}"), row=number)


def die_at_the_third(audit: Audit, key: str) -> None:
    """What a page does that brings its worker down; the site at 127.0.1.4 has it."""
    if key.startswith("127.0.1.4:"):
        os._exit(1)
