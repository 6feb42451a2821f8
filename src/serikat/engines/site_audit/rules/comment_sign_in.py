"""Readers register and sign in before they comment.

## Why it matters
Guideline clause 3b obliges outlets with user-generated content to ask for registration and log-in first, so that
whoever posts can be answered for.

## What is looked for
Comment forms on the articles read. A form that anyone can send with a name and an e-mail address is open; Facebook,
Disqus and the like know their users.

## What it cannot see
Forms that only JavaScript draws, and forums on other addresses.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_applicable, not_met, unclear
from serikat.engines.site_audit.reading.comments import CommentDoor, read_comments
from serikat.engines.site_audit.reading.site import Site

_OPEN = Words(
    id="Kolom komentar terbuka tanpa masuk akun, di {count} halaman.",
    en="Comments are open without signing in, on {count} pages.",
)
_MET = Words(id="Komentar hanya untuk pembaca yang masuk akun.", en="Only readers who sign in can comment.")
_NONE = Words(id="Tidak ada kolom komentar pada berita yang dibaca.", en="The articles read take no comments.")
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks at the comment forms of the articles read."""
    if not site.articles:
        return unclear(_NO_ARTICLES)
    seen = [(page, comments) for page, _ in site.articles if (comments := read_comments(page))]
    open_ones = [(page, comments) for page, comments in seen if comments.door is CommentDoor.OPEN]
    if open_ones:
        return not_met(_OPEN.filled(count=len(open_ones)), (page.quote(found.text) for page, found in open_ones))
    if seen:
        return met(_MET, (page.quote(found.text) for page, found in seen))
    return not_applicable(_NONE)
