"""A withdrawn item is announced, with the reason.

## Why it matters
Guideline clause 5c: readers, and whoever quoted the item, must learn that it was withdrawn and why.

## What is looked for
Among the articles read, notices by which the newsroom withdraws an item, and words of a reason in them. Listed items
that answer with a bare 404 are put before a person.

## What it cannot see
Items that vanished from every list, and notices that were not among the articles read.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation, Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_applicable, not_met, unclear
from serikat.engines.site_audit.reading.article_text import article_texts
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.story_notes import withdrawal

_MET = Words(
    id="Pencabutan berita diumumkan dengan alasannya ({count}).",
    en="Removals are announced with their reason ({count}).",
)
_NOT_MET = Words(
    id="{count} pengumuman pencabutan berita tidak menyebut alasannya.",
    en="{count} notices of removal give no reason.",
)
_GONE = Words(
    id="{count} berita yang terdaftar hanya menjawab halaman kosong (404/410) tanpa pengumuman; bila dicabut, umumkan.",
    en="{count} listed items answer with a bare 404 or 410 and no notice; if they were removed, say so.",
)
_NONE = Words(
    id="Tidak ada pencabutan berita yang terlihat di antara berita yang dibaca.",
    en="No removal can be seen among the articles read.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for notices of removal and their reasons, then for items that are gone without one."""
    notices = [
        (page, *notice) for page, article, text in article_texts(site) if (notice := withdrawal(article.title, text))
    ]
    silent = [(page, words) for page, words, has_reason in notices if not has_reason]
    if silent:
        return not_met(_NOT_MET.filled(count=len(silent)), (page.quote(words) for page, words in silent))
    if notices:
        return met(_MET.filled(count=len(notices)), (page.quote(words) for page, words, _ in notices))
    gone = [fetch for fetch in site.gathering.fetches if fetch.purpose == "article" and fetch.status in (404, 410)]
    if gone:
        quotes = (Quote(fetch.url, f"HTTP {fetch.status}", fetch.fetched_at, fetch.sha256) for fetch in gone)
        return unclear(_GONE.filled(count=len(gone)), quotes)
    return not_applicable(_NONE)
