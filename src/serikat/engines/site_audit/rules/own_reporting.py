"""Own reporting outweighs press releases and other outlets' texts.

## Why it matters
The Press Council's expert (2026) and its visits look for reporting of one's own. Copied releases are a reason why
outlets were sent back.

## What is looked for
Among the articles read: how many name a writer, how many carry the mark of a release (a code such as "(rls)" or
"(Humas …)" in the last lines, a press office as writer), and, where the round compared sites, how many stand nearly
word for word on another one. A question is asked where releases and copies, or items without a writer, are half or
more.

## What it cannot see
Releases without a mark, and reporting that was done but not signed. All of it is a proxy, so this rule only ever asks.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import not_applicable, too_few, unclear
from serikat.engines.site_audit.reading.releases import release_marks
from serikat.engines.site_audit.reading.site import Site

_FEWEST = 3
_HALF = 0.5

_ASKED = Words(
    id="Dari {count} berita yang dibaca: {named} menyebut penulis, {releases} bertanda rilis, {copied} nyaris sama "
    "dengan situs lain. Nilai apakah liputan sendiri lebih banyak.",
    en="Of {count} articles read, {named} name a writer, {releases} are marked as releases and {copied} stand nearly "
    "word for word on other sites. Judge whether own reporting outweighs them.",
)
_NO_SIGN = Words(
    id="Dari {count} berita yang dibaca, {named} menyebut penulis dan {releases} bertanda rilis; tidak ada yang perlu "
    "ditanyakan dari tanda itu.",
    en="Of {count} articles read, {named} name a writer and {releases} are marked as releases; these signs raise no "
    "question.",
)
_TOO_FEW = Words(
    id="Hanya {count} berita yang dapat dibaca; belum cukup untuk menilai liputan sendiri.",
    en="Only {count} articles could be read: too few to judge own reporting.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Counts writers, marks of releases and known copies."""
    count = len(site.articles)
    if count < _FEWEST:
        return too_few(_TOO_FEW, count)
    named = sum(1 for _, article in site.articles if article.writers and not article.by_outlet)
    marks = [(page, mark) for page, _, mark in release_marks(site)]
    copied = {copy.url: copy for copy in site.copies or ()}
    borrowed = {page.url for page, _ in marks} | copied.keys()
    if len(borrowed) < _HALF * count and named >= _HALF * count:
        return not_applicable(_NO_SIGN.filled(count=count, named=named, releases=len(marks)))
    quotes = [page.quote(mark) for page, mark in marks]
    quotes += [page.quote(copied[page.url].other_url) for page, _ in site.articles if page.url in copied]
    unsigned = [page for page, article in site.articles if not article.writers or article.by_outlet]
    quotes += [page.quote(page.structure.h1 or page.structure.title) for page in unsigned]
    words = _ASKED.filled(count=count, named=named, releases=len(marks), copied=len(copied))
    return unclear(words, dict.fromkeys(quotes))
