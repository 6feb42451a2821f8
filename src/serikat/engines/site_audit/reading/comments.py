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


_THIRD_PARTIES = (
    "disqus_thread",
    "disqus.com/embed",
    "fb-comments",
    "facebook.com/plugins/comments",
    "hyvor-talk",
    "giscus.app",
    "utteranc.es",
    "coral-talk",
    "vuukle",
    "graphcomment",
    "blogger.com/comment",
    "comment-iframe",
)
_MUST_SIGN_IN = re.compile(
    r"(?:harus|silakan|wajib)\s+(?:masuk|login|log\s?in|daftar)[^.\n]{0,40}komentar|logged\s+in\s+to\s+(?:post|comment)"
    r"|(?:masuk|login)\s+untuk\s+(?:ber)?komentar",
    re.IGNORECASE,
)
_AROUND = 120
_FORMS = (
    "form#commentform,form[action*='comments-post'],form[id*='comment' i],form[class*='comment' i],"
    "form[id*='komentar' i],form[class*='komentar' i]"
)
_BOX = "textarea, [contenteditable='true']"
_PASSWORD = "input[type='password']"  # noqa: S105 - a selector


def read_comments(page: Page) -> Comments | None:
    """The page's way of taking comments, or None where it takes none."""
    markup = page.markup
    if "omment" not in markup and "omentar" not in markup and "disqus" not in markup:
        return None
    sign_in = _sign_in(page)
    if sign_in:
        return Comments(CommentDoor.SIGN_IN, sign_in)
    for form in page.tree.css(_FORMS):
        if form.css_first(_BOX) is not None and form.css_first(_PASSWORD) is None:
            return Comments(CommentDoor.OPEN, " ".join(form.text(separator=" ").split())[:200] or "form komentar")
    third = next((name for name in _THIRD_PARTIES if name in markup), "")
    return Comments(CommentDoor.THIRD_PARTY, third) if third else None


def _sign_in(page: Page) -> str:
    """The words that send a reader to sign in first, looked for only near the words for comments."""
    text = page.plain
    at = text.find("oment")
    while at >= 0:
        found = _MUST_SIGN_IN.search(text, max(0, at - _AROUND), at + _AROUND)
        if found:
            return " ".join(found[0].split())
        at = text.find("oment", at + _AROUND)
    return ""
