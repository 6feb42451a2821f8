"""Serves the invented sites by their names, and the reports beside them, from one port on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from serikat.fronts.demo.outlets import outlets
from serikat.fronts.demo.site_pages import GUIDELINE_SUBDOMAIN, Answer, DemoSite

# Names under `.localhost` open in a browser without any set-up; the sites themselves are called `.example`.
BROWSABLE = ".localhost"
INVENTED = ".example"


class PortInUseError(OSError):
    """The port that the demo was told to listen on belongs to another program."""


@contextmanager
def serving(host: str, port: int, now: datetime, reports: Path) -> Iterator[int]:
    """Serves while the block runs; yields the port, which the system chooses where 0 is asked.

    Raises PortInUseError where the port is taken.
    """
    sites = {outlet.host: DemoSite(outlet, now) for outlet in outlets()}
    handler = partial(_Handler, sites=sites, directory=str(reports))
    try:
        server = ThreadingHTTPServer((host, port), handler)
    except OSError as error:
        raise PortInUseError(f"{host}:{port}") from error
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, name="demo sites", daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(SimpleHTTPRequestHandler):
    """A site where the host is one of theirs, else the folder of reports."""

    protocol_version = "HTTP/1.1"
    timeout = 30

    def __init__(self, *args: object, sites: dict[str, DemoSite], directory: str) -> None:
        self._sites = sites
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answers for the site that the request names."""
        host = self.headers.get("Host", "")
        name = host.partition(":")[0].lower().removeprefix("www.").replace(BROWSABLE, INVENTED)
        site = self._sites.get(name.removeprefix(GUIDELINE_SUBDOMAIN))
        if site is None:
            super().do_GET()
            return
        self._send(site.answer(urlsplit(self.path).path, host))

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
