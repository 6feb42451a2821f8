"""A correction, retraction or right of reply links the item that it concerns.

## Why it matters
Guideline clause 4b: without the link a reader of the correction cannot tell what was wrong, and a reader of the wrong
item never learns of it.

## What is looked for
Among the articles read, those whose title begins with Ralat, Koreksi, Hak Jawab or Klarifikasi, and in their text a
link to another page of the site.

## What it cannot see
Corrections that were not among the articles read, and corrections made silently.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_applicable, not_met, unclear
from serikat.engines.site_audit.reading.correction_notices import correction_notices, links_to_articles
from serikat.engines.site_audit.reading.site import Site

_MET = Words(
    id="Ralat, koreksi atau hak jawab yang dibaca ditautkan ke beritanya ({count}).",
    en="The corrections or replies read link the item concerned ({count}).",
)
_NOT_MET = Words(
    id="{missing} dari {count} ralat, koreksi atau hak jawab tidak menautkan berita yang dimaksud.",
    en="{missing} of {count} corrections or replies do not link the item concerned.",
)
_NONE = Words(
    id="Tidak ada ralat, koreksi atau hak jawab di antara berita yang dibaca.",
    en="There is no correction or reply among the articles read.",
)
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks for links in the text of correction notices."""
    if not site.articles:
        return unclear(_NO_ARTICLES)
    notices = correction_notices(site)
    if not notices:
        return not_applicable(_NONE)
    missing = [(page, article) for page, article in notices if not links_to_articles(site, page)]
    if missing:
        words = _NOT_MET.filled(missing=len(missing), count=len(notices))
        return not_met(words, (page.quote(article.title) for page, article in missing))
    return met(_MET.filled(count=len(notices)), (page.quote(article.title) for page, article in notices))
