"""Photographs and texts of others are used with respect for their rights.

## Why it matters
Guideline clause 7; unlicensed photographs are among the commonest complaints to the Press Council.

## What is looked for
Articles with a picture and no credit, or a credit that names nobody ("Ist", "internet"); and, where the round compared
sites, articles that stand nearly word for word on another one, with that address.

## What it cannot see
Permission, and who wrote first: a shared release makes two copies and no thief. So this rule only ever asks.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import not_applicable, unclear
from serikat.engines.site_audit.reading.article_text import article_texts
from serikat.engines.site_audit.reading.photo_credits import Credit, photo_credit
from serikat.engines.site_audit.reading.site import Site

_HALF = 0.5

_ASKED = Words(
    id="{copied} dari {count} berita nyaris sama dengan situs lain; {uncredited} memuat gambar tanpa nama pemiliknya. "
    "Tanyakan asal dan izinnya.",
    en="{copied} of {count} articles stand nearly word for word on another site; {uncredited} show a picture without "
    "its owner's name. Ask where they come from and by what permission.",
)
_NONE = Words(
    id="Dari {count} berita yang dibaca, {uncredited} memuat gambar tanpa nama pemiliknya; tidak ada yang perlu "
    "ditanyakan.",
    en="Of {count} articles read, {uncredited} show a picture without its owner's name; nothing to ask.",
)
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Counts known copies and pictures without an owner."""
    count = len(site.articles)
    if not count:
        return unclear(_NO_ARTICLES)
    copied = {copy.url: copy for copy in site.copies or ()}
    quotes = [
        page.quote(f"{article.title} ≈ {copied[page.url].other_url} ({copied[page.url].similarity:.0%})")
        for page, article in site.articles
        if page.url in copied
    ]
    credits = [(page, *photo_credit(page, text)) for page, _, text in article_texts(site)]
    bare = [(page, words) for page, credit, words in credits if credit in (Credit.MISSING, Credit.NOBODY)]
    if not quotes and len(bare) < max(1, _HALF * count):
        return not_applicable(_NONE.filled(count=count, uncredited=len(bare)))
    quotes += [page.quote(words or page.structure.h1 or page.structure.title) for page, words in bare]
    return unclear(_ASKED.filled(count=count, copied=len(copied), uncredited=len(bare)), quotes)
