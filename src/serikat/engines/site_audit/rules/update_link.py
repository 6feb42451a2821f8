"""An update links the first item that it completes.

## Why it matters
Guideline clause 2d: after an unverified item the result of the checks runs as an update with a link, so that readers
of the one find the other.

## What is looked for
Articles that say of themselves that they update or complete an earlier item, and in their text a link to another page
of the site. A headline that only begins with "Update" is news, not this.

## What it cannot see
Updates that do not say so, and updates that were not among the articles read.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_applicable, not_met, unclear
from serikat.engines.site_audit.reading.article_text import article_texts
from serikat.engines.site_audit.reading.correction_notices import links_to_articles
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.story_notes import update_note

_MET = Words(
    id="Berita pemutakhiran yang dibaca ({count}) bertaut ke berita di situs ini.",
    en="The updates read ({count}) link an item on this site.",
)
_NOT_MET = Words(
    id="{count} berita menyebut diri pemutakhiran tanpa tautan ke berita awalnya.",
    en="{count} items call themselves updates without a link to the first item.",
)
_NONE = Words(
    id="Tidak ada berita pemutakhiran di antara {count} berita yang dibaca.",
    en="There is no update among the {count} articles read.",
)
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks for links in the text of items that call themselves updates."""
    if not site.articles:
        return unclear(_NO_ARTICLES)
    updates = [
        (page, note) for page, article, text in article_texts(site) if (note := update_note(article.title, text))
    ]
    unlinked = [(page, note) for page, note in updates if not links_to_articles(site, page)]
    if unlinked:
        return not_met(_NOT_MET.filled(count=len(unlinked)), (page.quote(note) for page, note in unlinked))
    if updates:
        return met(_MET.filled(count=len(updates)), (page.quote(note) for page, note in updates))
    return not_applicable(_NONE.filled(count=len(site.articles)))
