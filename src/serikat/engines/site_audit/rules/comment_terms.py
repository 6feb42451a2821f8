"""A site that takes comments publishes terms for them.

## Why it matters
Guideline clause 3a: whoever posts must be able to know what is allowed, and the newsroom needs the terms when it
removes something.

## What is looked for
Where the articles read take comments: a page of comment terms, terms of use that speak of comments, terms beside the
comment box, or a link from there that names them. The guideline's own clause 3 is a duty, not the terms.

## What it cannot see
Terms shown only while registering, and those of Facebook or Disqus, which are theirs and not the outlet's.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, unclear, unless_unread, without_comments
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.user_content import terms_link, user_content

_MET = Words(id="Ketentuan komentar dimuat di situs.", en="Terms for comments are on the site.")
_LINKED = Words(
    id="Ketentuan komentar ditautkan, tetapi halamannya tidak dibaca.",
    en="Terms for comments are linked, but the page was not read.",
)
_ELSEWHERE = Words(
    id="Komentar ditangani pihak ketiga; ketentuan milik media sendiri tidak ditemukan.",
    en="A third party takes the comments; terms of the outlet's own were not found.",
)
_NOT_MET = Words(
    id="Situs menerima komentar, tetapi ketentuannya tidak ditemukan.",
    en="The site takes comments, but no terms for them were found.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for terms where comments are taken."""
    content = user_content(site)
    if not content.doors:
        return without_comments(site)
    if content.terms:
        return met(_MET, (page.quote(words) for page, words in content.terms))
    link = terms_link(content)
    if link:
        return unclear(_LINKED, (link,))
    if content.is_elsewhere:
        return unclear(_ELSEWHERE, content.shown())
    return unless_unread(site, (PageKind.COMMENT_POLICY, PageKind.TERMS), not_met(_NOT_MET, content.shown()))
