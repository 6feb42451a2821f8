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
from serikat.engines.site_audit.observations import met, not_met, without_comments
from serikat.engines.site_audit.reading.comments import CommentDoor
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.user_content import user_content

_OPEN = Words(
    id="Kolom komentar terbuka tanpa masuk akun, di {count} halaman.",
    en="Comments are open without signing in, on {count} pages.",
)
_MET = Words(id="Komentar hanya untuk pembaca yang masuk akun.", en="Only readers who sign in can comment.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks at the comment forms of the articles read."""
    doors = user_content(site).doors
    if not doors:
        return without_comments(site)
    open_ones = [(page, comments) for page, comments in doors if comments.door is CommentDoor.OPEN]
    if open_ones:
        return not_met(_OPEN.filled(count=len(open_ones)), (page.quote(found.text) for page, found in open_ones))
    return met(_MET, (page.quote(found.text) for page, found in doors))
