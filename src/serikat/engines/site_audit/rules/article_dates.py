"""Articles show when they were published.

## Why it matters
Old news passed on as new misleads; Google News asks for a clear date, and corrections make no sense without one. No
press law obliges an outlet to it, so this is a recommendation.

## What is looked for
A publishing date on each article read, in the structured data, a time element or the visible text.

## What it cannot see
Whether the date is true, and dates filled in by JavaScript.
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
    id="{dated} dari {count} berita yang dibaca mencantumkan waktu terbit.",
    en="{dated} of the {count} articles read show when they were published.",
)
_NOT_MET = Words(
    id="{missing} dari {count} berita yang dibaca tidak mencantumkan waktu terbit yang dapat dibaca tanpa JavaScript.",
    en="{missing} of the {count} articles read show no publishing time that can be read without JavaScript.",
)
_TOO_FEW = Words(
    id="Hanya {count} berita yang dapat dibaca; belum cukup untuk menilai waktu terbit.",
    en="Only {count} articles could be read: too few to judge their dates.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Counts the articles read that show a publishing date."""
    count = len(site.articles)
    if count < _FEWEST:
        return too_few(_TOO_FEW, count)
    dated = [(page, article) for page, article in site.articles if article.published_at]
    if len(dated) >= _NEARLY_ALL * count:
        quotes = (page.quote(article.date_text or str(article.published_at)) for page, article in dated)
        return met(_MET.filled(dated=len(dated), count=count), quotes)
    missing = [page for page, article in site.articles if not article.published_at]
    quotes = (page.quote(page.structure.h1 or page.structure.title) for page in missing)
    return not_met(_NOT_MET.filled(missing=len(missing), count=count), quotes)
