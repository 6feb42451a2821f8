"""Small sites for tests: a home page and the files beside it."""

from __future__ import annotations

import hashlib

from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.reading.site import Site

HOME = "https://warta-contoh.example/"
NOW = "2026-11-01T03:00:00+00:00"


def fetch_of(url: str, purpose: str, body: bytes = b"", status: int = 200, failure: Reached | None = None) -> Fetch:
    """One answered or failed fetch."""
    detail = f"HTTP {status}" if failure else ""
    return Fetch(url, url, purpose, status, (), body, NOW, hashlib.sha256(body).hexdigest(), failure, detail)


def site_of(*fetches: Fetch, home: bytes = b"<title>Warta Contoh</title><h1>Warta Contoh</h1>") -> Site:
    """The site that answered with these files."""
    pages = (fetch_of(HOME, "home", home), *fetches)
    return Site(Gathering(HOME, NOW, "0", "test", Reached.READ, "", pages))
