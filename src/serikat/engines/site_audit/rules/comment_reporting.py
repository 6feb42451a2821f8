"""Readers can report a comment that breaks the terms.

## Why it matters
Guideline clause 3e asks for a way to complain that is easily reached; the 2 x 24 hours of clause 3 run from the report.

## What is looked for
Where the articles read take comments: a link or words for reporting on the same page, or in the terms for comments.

## What it cannot see
Buttons that JavaScript draws, and those inside the boxes of Facebook or Disqus: then it stays unclear.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, unclear, without_comments
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.user_content import report_words, user_content

_MET = Words(id="Ada sarana melaporkan komentar.", en="There is a way to report a comment.")
_ELSEWHERE = Words(
    id="Komentar ditangani pihak ketiga; tombol lapornya tidak terlihat dari halaman yang dibaca.",
    en="A third party takes the comments; its report button cannot be seen on the pages read.",
)
_NOT_MET = Words(
    id="Situs menerima komentar, tetapi cara melaporkannya tidak ditemukan.",
    en="The site takes comments, but no way to report them was found.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for a way to report near the comments and in the terms."""
    content = user_content(site)
    if not content.doors:
        return without_comments(site)
    report = report_words(content)
    if report:
        return met(_MET, (report,))
    if content.is_elsewhere:
        return unclear(_ELSEWHERE, content.shown())
    return not_met(_NOT_MET, content.shown())
