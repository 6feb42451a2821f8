"""Published items are not taken away because somebody presses for it.

## Why it matters
Guideline clause 5a: an item stays, but for a few grounds such as the future of a child. Who was wronged has the right
of reply.

## What is looked for
Items that the site itself still lists (feed, sitemap, links) and that answer with 404 or 410.

## What it cannot see
Why an item is gone: a faulty sitemap, a changed address and a removal look alike. So this rule only ever asks.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation, Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import not_applicable, unclear
from serikat.engines.site_audit.reading.site import Site

_ASKED = Words(
    id="{count} berita yang masih terdaftar di situs tidak ditemukan lagi; tanyakan apakah dicabut dan mengapa.",
    en="{count} items that the site still lists are gone; ask whether they were removed, and why.",
)
_NONE = Words(
    id="Semua berita terdaftar yang dibuka masih ada.", en="Every listed item that was opened is still there."
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for sampled items that answered with 404 or 410."""
    gone = [fetch for fetch in site.gathering.fetches if fetch.purpose == "article" and fetch.status in (404, 410)]
    if not gone:
        return not_applicable(_NONE)
    quotes = (Quote(fetch.url, f"HTTP {fetch.status}", fetch.fetched_at, fetch.sha256) for fetch in gone)
    return unclear(_ASKED.filled(count=len(gone)), quotes)
