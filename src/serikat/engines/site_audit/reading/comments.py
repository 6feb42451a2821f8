"""Finds how a page takes comments: openly, after signing in, or through a third party that knows its users."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from serikat.engines.site_audit.reading.page import Page


class CommentDoor(StrEnum):
    """How a reader gets to comment."""

    OPEN = "open"
    SIGN_IN = "sign_in"
    THIRD_PARTY = "third_party"


@dataclass(frozen=True, slots=True)
class Comments:
    """The comment form of a page: how it opens and the words that show it."""

    door: CommentDoor
    text: str


_HINT = re.compile(r"comment|komentar|disqus|utterances|giscus|must-log-in", re.IGNORECASE)
_THIRD_PARTY = re.compile(
    r"disqus_thread|disqus\.com/embed|fb-comments|facebook\.com/plugins/comments|hyvor-talk|giscus\.app|utteranc\.es"
    r"|coral-?talk|vuukle|graphcomment|blogger\.com/comment|comment-iframe",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(
    r"must-log-in|(?:anda\s+)?(?:harus|silakan|wajib)\s+(?:masuk|login|log\s?in|daftar)[^.<]{0,40}"
    r"(?:komentar|berkomentar)|logged\s+in\s+to\s+(?:post|comment)|(?:masuk|login)\s+untuk\s+(?:ber)?komentar",
    re.IGNORECASE,
)
_FORMS = "form#commentform, form[action*='comments-post'], form[id*='comment' i], form[class*='comment' i], form[class*='komentar' i], form[id*='komentar' i]"
_BOX = "textarea, [contenteditable='true']"
_PASSWORD = "input[type='password']"


def read_comments(page: Page) -> Comments | None:
    """The page's way of taking comments, or None where it takes none."""
    markup = page.markup
    if not _HINT.search(markup):
        return None
    sign_in = _SIGN_IN.search(markup)
    if sign_in:
        return Comments(CommentDoor.SIGN_IN, " ".join(re.sub(r"<[^>]*>", " ", sign_in[0]).split()))
    for form in page.tree.css(_FORMS):
        if form.css_first(_BOX) is not None and form.css_first(_PASSWORD) is None:
            return Comments(CommentDoor.OPEN, " ".join(form.text(separator=" ").split())[:200] or "form komentar")
    third = _THIRD_PARTY.search(markup)
    return Comments(CommentDoor.THIRD_PARTY, third[0]) if third else None
