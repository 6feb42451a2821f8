"""A correction, retraction or right of reply shows when it was published.

## Why it matters
Guideline clause 4c asks for the time on each, so that readers can tell which version they read.

## What is looked for
Among the articles read, those whose title begins with Ralat, Koreksi, Hak Jawab or Klarifikasi, and the date on them.

## What it cannot see
Corrections that were not among the articles read.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_applicable, not_met, unclear
from serikat.engines.site_audit.reading.correction_notices import correction_notices
from serikat.engines.site_audit.reading.site import Site

_MET = Words(
    id="Ralat, koreksi atau hak jawab yang dibaca mencantumkan waktu ({count}).",
    en="The corrections or replies read show their time ({count}).",
)
_NOT_MET = Words(
    id="{missing} dari {count} ralat, koreksi atau hak jawab tidak mencantumkan waktu.",
    en="{missing} of {count} corrections or replies show no time.",
)
_NONE = Words(
    id="Tidak ada ralat, koreksi atau hak jawab di antara berita yang dibaca.",
    en="There is no correction or reply among the articles read.",
)
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks for the publishing time of correction notices."""
    if not site.articles:
        return unclear(_NO_ARTICLES)
    notices = correction_notices(site)
    if not notices:
        return not_applicable(_NONE)
    missing = [(page, article) for page, article in notices if article.published_at is None]
    if missing:
        words = _NOT_MET.filled(missing=len(missing), count=len(notices))
        return not_met(words, (page.quote(article.title) for page, article in missing))
    seen = ((page, article.date_text or str(article.published_at)) for page, article in notices)
    return met(_MET.filled(count=len(notices)), (page.quote(words) for page, words in seen))
