"""Serves the invented sites by their names, and the reports beside them, from one port on this machine."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from serikat.fronts.demo.outlets import Outlet, outlets
from serikat.fronts.demo.site_pages import GUIDELINE_SUBDOMAIN, SHOP, Answer, DemoSite

# Names under `.localhost` open in a browser without any set-up; the sites themselves are called `.example`.
BROWSABLE = ".localhost"
INVENTED = ".example"
# A domain that nobody holds any more: it is not served, and its name leads nowhere.
GONE = "hilang"
_SHOP_PAGE = "<title>Toko Panci Rekaan</title><h1>Toko Panci Rekaan</h1><p>Panci dan wajan. Situs contoh, fiktif.</p>"


class PortInUseError(OSError):
    """The port that the demo was told to listen on belongs to another program."""


Sites = dict[str, list[DemoSite]]


def sites_of(served: Iterable[Outlet], now: datetime) -> Sites:
    """The outlets' sites by host; on a host that several share, the longest path that fits comes first."""
    sites: Sites = {}
    for outlet in sorted(served, key=lambda outlet: -len(outlet.path)):
        if outlet.theme != GONE:
            sites.setdefault(outlet.host, []).append(DemoSite(outlet, now))
    return sites


@contextmanager
def serving(host: str, port: int, now: datetime, reports: Path, sites: Sites | None = None) -> Iterator[int]:
    """Serves while the block runs; yields the port, which the system chooses where 0 is asked.

    `sites` are all of the federation where none are given; who holds them may change them while they are served.
    Raises PortInUseError where the port is taken.
    """
    sites = sites_of(outlets(), now) if sites is None else sites
    handler = partial(_Handler, sites=sites, directory=str(reports))
    try:
        server = _Server((host, port), handler)
    except OSError as error:
        raise PortInUseError(f"{host}:{port}") from error
    thread = threading.Thread(target=server.serve_forever, name="demo sites", daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    """A server whose visitors may hang up when they please."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of a connection that was dropped."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(SimpleHTTPRequestHandler):
    """A site where the host is one of theirs, else the folder of reports."""

    protocol_version = "HTTP/1.1"
    timeout = 30
    # Headers and body leave together: apart, each answer would wait for the other side's acknowledgement.
    wbufsize = -1

    def __init__(self, *args: object, sites: Sites, directory: str) -> None:
        self._sites = sites
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answers for the site that the request names."""
        host = self.headers.get("Host", "")
        name = host.partition(":")[0].lower().removeprefix("www.").replace(BROWSABLE, INVENTED)
        path = urlsplit(self.path).path
        sharing = self._sites.get(name.removeprefix(GUIDELINE_SUBDOMAIN), [])
        site = next((one for one in sharing if f"{path}/".startswith(f"{one.outlet.path}/")), None)
        if name == SHOP:
            self._send(Answer(200, "text/html; charset=utf-8", _SHOP_PAGE.encode()))
        elif site is None:
            super().do_GET()
        else:
            self._send(site.answer(path, host))

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        for key, value in answer.headers:
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Says nothing: the terminal belongs to the audit."""
