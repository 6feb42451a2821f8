"""A writer's name leads to a page about the writer.

## Why it matters
The Trust Project asks what a writer knows of the matter: a page with the person's work and
background, and a way to reach them. Readers judge by it, and so do search engines.

## What is looked for
On each article read that names a writer, a link from that name (or marked rel="author") to a page of this site.

## What it cannot see
What stands on that page; often it is only a list of articles.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_applicable, not_met, too_few, unclear
from serikat.engines.site_audit.reading.author_pages import author_link
from serikat.engines.site_audit.reading.site import Site

_FEWEST = 3
_NEARLY_ALL = 0.8

_MET = Words(
    id="{linked} dari {count} berita bernama penulis menautkan penulisnya ke halaman penulis.",
    en="{linked} of the {count} articles with a byline link the writer to a page.",
)
_SOME = Words(
    id="Baru {linked} dari {count} berita bernama penulis menautkan penulisnya ke halaman penulis.",
    en="Only {linked} of the {count} articles with a byline link the writer to a page.",
)
_NOT_MET = Words(
    id="Nama penulis di {count} berita yang dibaca tidak ditautkan ke halaman penulis.",
    en="The writers of the {count} articles read are not linked to a page about them.",
)
_TOO_FEW = Words(
    id="Hanya {count} berita bernama penulis yang dapat dibaca; belum cukup untuk menilai.",
    en="Only {count} articles with a byline could be read: too few to judge.",
)
_NO_WRITERS = Words(
    id="Tidak ada nama penulis di berita yang dibaca, jadi tidak ada yang ditautkan.",
    en="No article read names its writer, so there is nothing to link.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Counts the articles whose writer is linked."""
    named = [(page, article) for page, article in site.articles if article.writers and not article.by_outlet]
    if len(site.articles) >= _FEWEST and not named:
        return not_applicable(_NO_WRITERS)
    if not site.articles:
        return too_few(_TOO_FEW, 0)
    if len(named) < _FEWEST:
        return unclear(_TOO_FEW.filled(count=len(named)))
    links = [(page, link) for page, article in named if (link := author_link(page, article)) is not None]
    quotes = [page.quote(f"{link.text} {link.url}".strip()) for page, link in links]
    if len(links) >= _NEARLY_ALL * len(named):
        return met(_MET.filled(linked=len(links), count=len(named)), quotes)
    if links:
        return unclear(_SOME.filled(linked=len(links), count=len(named)), quotes)
    shown = (page.quote(article.byline_text or ", ".join(article.writers)) for page, article in named)
    return not_met(_NOT_MET.filled(count=len(named)), shown)
