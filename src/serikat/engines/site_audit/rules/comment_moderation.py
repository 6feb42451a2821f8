"""The terms say that the editors may edit or delete what breaks them.

## Why it matters
Guideline clause 3d gives the newsroom this power; said beforehand, a removal is no surprise.

## What is looked for
Where the articles read take comments: a sentence on editing, deleting or moderating in the terms for comments.

## What it cannot see
Whether the power is used, and terms that were not read.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, unclear, unless_unread, without_comments
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.user_content import power_words, user_content

_MET = Words(
    id="Ketentuan menyebut bahwa redaksi dapat menyunting atau menghapus kiriman.",
    en="The terms say that the editors may edit or delete what users post.",
)
_NOT_MET = Words(
    id="Ketentuan komentar tidak menyebut kewenangan redaksi menyunting atau menghapus kiriman.",
    en="The terms for comments do not say that the editors may edit or delete.",
)
_ELSEWHERE = Words(
    id="Komentar ditangani pihak ketiga; kewenangan redaksi tidak terbaca di situs.",
    en="A third party takes the comments; the editors' power cannot be read on the site.",
)
_NO_TERMS = Words(
    id="Situs menerima komentar tanpa ketentuan, jadi kewenangan redaksi juga tidak disebut.",
    en="The site takes comments without terms, so the editors' power is not said either.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for the sentence in the terms."""
    content = user_content(site)
    if not content.doors:
        return without_comments(site)
    power = power_words(content)
    if power:
        return met(_MET, (power,))
    if content.terms:
        return not_met(_NOT_MET, (page.quote(words) for page, words in content.terms))
    if content.is_elsewhere:
        return unclear(_ELSEWHERE, content.shown())
    return unless_unread(site, (PageKind.COMMENT_POLICY, PageKind.TERMS), not_met(_NO_TERMS, content.shown()))
