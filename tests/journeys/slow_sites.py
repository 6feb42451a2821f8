"""Some invented sites that answer slowly and remember who asked for their front door."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_SECONDS = 0.05
_PAGE = "<title>{host}</title><h1>{host}</h1><p><a href='/redaksi'>Redaksi</a></p><p>Pemimpin Redaksi: Sari Rekaan</p>"


@dataclass(slots=True)
class SlowSites:
    """Where they listen, and how often the front door of each was asked for."""

    port: int = 0
    visits: Counter[str] = field(default_factory=Counter)


@contextmanager
def slow_sites() -> Iterator[SlowSites]:
    """Every name is a site here."""
    sites = SlowSites()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers.get("Host", "").partition(":")[0]
            time.sleep(_SECONDS)
            if self.path == "/":
                sites.visits[host] += 1
            known = self.path in ("/", "/redaksi")
            body = _PAGE.format(host=host).encode() if known else b"tidak ada"
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    sites.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield sites
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
