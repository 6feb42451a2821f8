"""Articles name who wrote them.

## Why it matters
Readers and other newsrooms judge an item by its writer; Google News, the Trust Project and JTI ask for it. No press law
obliges an outlet to it, so this is a recommendation.

## What is looked for
A writer's name on each article read: in the credit line, beside the headline or in the structured data, with the editor
kept apart. The outlet's own name, "admin" and "redaksi" are no writer.

## What it cannot see
Whether that person wrote it, and names shown only by JavaScript.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, too_few
from serikat.engines.site_audit.reading.site import Site

_FEWEST = 3
_NEARLY_ALL = 0.8

_MET = Words(
    id="{named} dari {count} berita yang dibaca menyebut penulisnya.",
    en="{named} of the {count} articles read name their writer.",
)
_NOT_MET = Words(
    id="{missing} dari {count} berita yang dibaca tidak menyebut nama penulis.",
    en="{missing} of the {count} articles read name no writer.",
)
_TOO_FEW = Words(
    id="Hanya {count} berita yang dapat dibaca; belum cukup untuk menilai nama penulis.",
    en="Only {count} articles could be read: too few to judge bylines.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Counts the articles read that name a writer."""
    count = len(site.articles)
    if count < _FEWEST:
        return too_few(_TOO_FEW, count)
    named = [(page, article) for page, article in site.articles if article.writers and not article.by_outlet]
    if len(named) >= _NEARLY_ALL * count:
        quotes = (page.quote(article.byline_text or ", ".join(article.writers)) for page, article in named)
        return met(_MET.filled(named=len(named), count=count), quotes)
    missing = [page for page, article in site.articles if not article.writers or article.by_outlet]
    quotes = (page.quote(page.structure.h1 or page.structure.title) for page in missing)
    return not_met(_NOT_MET.filled(missing=len(missing), count=count), quotes)
