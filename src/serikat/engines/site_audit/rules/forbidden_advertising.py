"""No advertising for alcohol or drugs, none that shows smoking, none against a religion.

## Why it matters
UU 40/1999 Article 13; a breach can cost a fine of up to Rp500 million (Article 18). Automatic networks and injected
links bring such advertisements unseen, gambling above all.

## What is looked for
On the home page and the articles read: pictures that link to other sites, links marked as sponsored and links in slots
that the page calls advertising, whose text or address names tobacco, alcohol, drugs or gambling.

## What it cannot see
Advertisements that JavaScript fills in, what a picture shows, and what degrades a religion. It points at places and
never accuses.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import not_applicable, unclear
from serikat.engines.site_audit.reading.advertisements import forbidden_advertisements
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

_MOST_PAGES = 6

_ASKED = Words(
    id="Iklan di situs menyebut rokok, minuman keras, narkotika, atau judi; lihat dan nilai.",
    en="Advertising on the site names tobacco, alcohol, drugs or gambling; look and judge.",
)
_NONE = Words(
    id="Tidak ada iklan yang menyebut rokok, minuman keras, narkotika, atau judi di halaman yang dibaca.",
    en="No advertising that names tobacco, alcohol, drugs or gambling stands on the pages read.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks at the advertisements of the home page and of some articles."""
    pages = site.of_kind(PageKind.HOME, PageKind.ARTICLE)[:_MOST_PAGES]
    once = {words: page for page in reversed(pages) for words in forbidden_advertisements(page)}
    quotes = [page.quote(words) for words, page in once.items()]
    return unclear(_ASKED, quotes) if quotes else not_applicable(_NONE)
