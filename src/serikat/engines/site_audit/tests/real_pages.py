"""Where the real pages to measure against lie; they are their publishers' and never part of this project."""

from __future__ import annotations

import asyncio
import functools
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from serikat.engines.site_audit.evidence.record import Gathering
from serikat.engines.site_audit.gather.gathering import gather_site
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy

_BESIDE_THE_PROJECT = Path(__file__).parents[5].parent / "shared" / "realdata"


def realdata() -> Path:
    """The folder named by SERIKAT_REALDATA, else the one beside the project; it may not exist."""
    return Path(os.environ.get("SERIKAT_REALDATA") or _BESIDE_THE_PROJECT)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the standard library's
        """Says nothing: the test's output is the test's."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder over HTTP on a free loopback port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def gathered(folder: Path) -> Gathering:
    """The evidence of the site in that folder, as an audit gathers it."""
    with served(folder) as url:
        return asyncio.run(gather_site(url, Budget(interval=0), policy=ReachPolicy(allow_private=True)))
