"""Paid items carry a label that readers understand: advertorial, iklan, pariwara, sponsored.

## Why it matters
Guideline clause 6b obliges every paid item to say that it is an advertisement.

## What is looked for
Labels in the title, kicker, category or address of the articles read, and in their last lines. A bare "ADV" that stands
only in the last line is put before a person: readers meet it too late, if they understand it at all.

## What it cannot see
Paid items without any label; only the newsroom's books show those.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_applicable, unclear
from serikat.engines.site_audit.reading.site import Site

_MET = Words(
    id="Isi berbayar yang dibaca diberi label ({count} berita).", en="The paid items read are labelled ({count} items)."
)
_LATE = Words(
    id="{count} berita berbayar baru ditandai di baris terakhir; pembaca perlu tahu sejak judul.",
    en="{count} paid items are marked only in their last line; readers need to know from the title on.",
)
_NONE = Words(
    id="Tidak ada isi berlabel iklan atau advertorial di antara {count} berita yang dibaca.",
    en="Nothing labelled as advertising stands among the {count} articles read.",
)
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks where the label of each paid item stands."""
    if not site.articles:
        return unclear(_NO_ARTICLES)
    paid = [(page, article) for page, article in site.articles if article.is_advertorial]
    if not paid:
        return not_applicable(_NONE.filled(count=len(site.articles)))
    late = [(page, article) for page, article in paid if article.sources.get("is_advertorial") == "text"]
    if late:
        return unclear(_LATE.filled(count=len(late)), (page.quote(article.advertorial_label) for page, article in late))
    return met(_MET.filled(count=len(paid)), (page.quote(article.advertorial_label) for page, article in paid))
