"""Items taken from other outlets follow the corrections made there.

## Why it matters
Guideline clause 4d: who republishes an item and does not follow its correction bears the full legal consequences.

## What is looked for
Articles that say that another outlet published them ("artikel ini telah tayang di …", "Sumber: …", "dikutip dari" an
address), quoted so that a reviewer can open the source and see whether it was corrected.

## What it cannot see
The source and its corrections, and items taken without saying so. It points at items to compare and never accuses.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import not_applicable, unclear
from serikat.engines.site_audit.reading.article_text import article_texts
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.story_notes import requoted_words

_ASKED = Words(
    id="{count} dari {all} berita yang dibaca menyebut diambil dari media lain; bandingkan dengan berita asalnya.",
    en="{count} of {all} articles read say that they were taken from another outlet; compare them with the original.",
)
_NONE = Words(
    id="Tidak ada berita yang menyebut diambil dari media lain di antara {all} yang dibaca.",
    en="None of the {all} articles read says that it was taken from another outlet.",
)
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks for the words by which items name another outlet as their origin."""
    if not site.articles:
        return unclear(_NO_ARTICLES)
    found = [page.quote(words) for page, _, text in article_texts(site) if (words := requoted_words(text))]
    if not found:
        return not_applicable(_NONE.filled(all=len(site.articles)))
    return unclear(_ASKED.filled(count=len(found), all=len(site.articles)), found)
