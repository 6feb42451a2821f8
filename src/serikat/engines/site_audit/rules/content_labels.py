"""News, opinion and what is paid for are told apart by labels that readers see.

## Why it matters
A reader who takes an opinion or an advertisement for news is misled, whoever wrote it. AMSI's tenth indicator, the
Trust Project and NewsGuard ask for the label; for paid items the guideline makes it a duty.

## What is looked for
Among the articles read, those that show themselves as opinion (the section in the address, the structured data, a note
"Penulis adalah …" under the text) or as paid, and the label in title, kicker, breadcrumb or address. A paid item that
is marked only in its last line is put before a person.

## What it cannot see
Opinion and advertising that nothing marks: only a reader, or the newsroom's books, can tell those.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_applicable, not_met, unclear
from serikat.engines.site_audit.reading.opinion_pieces import opinion_pieces
from serikat.engines.site_audit.reading.site import Site

_MET = Words(
    id="Opini ({opinions}) dan isi berbayar ({paid}) di antara berita yang dibaca diberi label.",
    en="Opinion ({opinions}) and paid items ({paid}) among the articles read are labelled.",
)
_UNLABELLED = Words(
    id="{count} tulisan yang bersifat opini tidak diberi label opini.",
    en="{count} pieces that are opinion do not carry the label.",
)
_LATE = Words(
    id="{count} berita berbayar baru ditandai di baris terakhir; pembaca perlu tahu sejak judul.",
    en="{count} paid items are marked only in their last line; readers need to know from the title on.",
)
_NONE = Words(
    id="Tidak ada opini atau isi berbayar di antara {count} berita yang dibaca.",
    en="There is no opinion and nothing paid among the {count} articles read.",
)
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks where the labels of opinion and of paid items stand."""
    if not site.articles:
        return unclear(_NO_ARTICLES)
    opinions = opinion_pieces(site)
    unlabelled = [piece for piece in opinions if not piece.label]
    if unlabelled:
        words = _UNLABELLED.filled(count=len(unlabelled))
        return not_met(words, (piece.page.quote(f"{piece.article.title} | {piece.sign}") for piece in unlabelled))
    paid = [(page, article) for page, article in site.articles if article.is_advertorial]
    late = [(page, article) for page, article in paid if article.sources.get("is_advertorial") == "text"]
    if late:
        return unclear(_LATE.filled(count=len(late)), (page.quote(article.advertorial_label) for page, article in late))
    if not opinions and not paid:
        return not_applicable(_NONE.filled(count=len(site.articles)))
    quotes = [piece.page.quote(piece.label) for piece in opinions]
    quotes += [page.quote(article.advertorial_label) for page, article in paid]
    return met(_MET.filled(opinions=len(opinions), paid=len(paid)), quotes)
