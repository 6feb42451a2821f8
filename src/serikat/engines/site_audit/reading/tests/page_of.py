"""Pages for tests, made of a few lines of markup."""

from __future__ import annotations

from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.page import Page


def page_of(body: str, url: str = "https://suaranusa.example/redaksi") -> Page:
    """The page with this markup at that address."""
    return Page(Fetch(url, url, "page", 200, (), body.encode(), "2026-01-02T03:04:05+00:00", "0" * 64))
