"""News and advertising are kept apart at a glance.

## Why it matters
Guideline clause 6a. Paid cooperation with governments and firms pays many small newsrooms; readers must see it, and so
must the auditors of the government that pays.

## What is looked for
Articles that carry the mark of a press office or a release and no label of paid content; paid items whose label
stands only in their last lines, or whose links to the advertiser are not marked as sponsored.

## What it cannot see
Whether a release was paid for, and how a page looks. Many releases are printed for free, so this rule only ever asks.
"""

from __future__ import annotations

import re

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import not_applicable, unclear
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.releases import release_marks
from serikat.engines.site_audit.reading.site import Site

_MARKED = frozenset(("sponsored", "nofollow"))
_SOCIAL = re.compile(
    r"//(?:[\w-]+\.)*(?:facebook|instagram|twitter|x|tiktok|youtube|whatsapp|t|wa|google)\.(?:com|me|net)\b"
)

_ASKED = Words(
    id="{releases} berita bertanda rilis atau humas tanpa label, {late} isi berbayar berlabel di akhir saja, {links} "
    "dengan tautan pemasang tanpa tanda. Tanyakan mana yang dibayar.",
    en="{releases} items bear the mark of a release or press office and no label, {late} paid items are labelled only "
    "at their end, {links} link the advertiser unmarked. Ask which were paid for.",
)
_NONE = Words(
    id="Tidak ada tanda isi berbayar yang tercampur dengan berita di antara {count} berita yang dibaca.",
    en="No sign of paid content mixed with news among the {count} articles read.",
)
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks for unlabelled releases and for paid items that readers may take for news."""
    if not site.articles:
        return unclear(_NO_ARTICLES)
    paid = [(page, article) for page, article in site.articles if article.is_advertorial]
    late = [page.quote(item.advertorial_label) for page, item in paid if item.sources.get("is_advertorial") == "text"]
    links = [page.quote(words) for page, _ in paid if (words := _unmarked_link(page, site.domain))]
    releases = [page.quote(mark) for page, article, mark in release_marks(site) if not article.is_advertorial]
    if not (releases or late or links):
        return not_applicable(_NONE.filled(count=len(site.articles)))
    return unclear(_ASKED.filled(releases=len(releases), late=len(late), links=len(links)), (*releases, *late, *links))


def _unmarked_link(page: Page, own: str) -> str:
    """The words of a link in the paragraphs that leads to another site without being marked as paid."""
    for node in select(page.tree, "p a[href^='http']"):
        href, words = node.attributes.get("href") or "", " ".join(node.text().split())
        marked = _MARKED & set((node.attributes.get("rel") or "").lower().split())
        if words and own not in href and not marked and not _SOCIAL.search(href):
            return words
    return ""
