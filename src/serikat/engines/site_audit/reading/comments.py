"""Finds how a page takes comments: openly, after signing in, or through a third party that knows its users."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from weakref import WeakKeyDictionary

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select, select_first


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


# By a word that each of their marks holds, since most pages hold none of these.
_THIRD_PARTIES = {
    b"disqus": (b"disqus_thread", b"disqus.com/embed"),
    b"comment": (
        b"fb-comments",
        b"facebook.com/plugins/comments",
        b"graphcomment",
        b"blogger.com/comment",
        b"comment-iframe",
    ),
    b"hyvor-talk": (b"hyvor-talk",),
    b"giscus.app": (b"giscus.app",),
    b"utteranc.es": (b"utteranc.es",),
    b"coral-talk": (b"coral-talk",),
    b"vuukle": (b"vuukle",),
}
_MUST_SIGN_IN = re.compile(
    r"(?:harus|silakan|wajib)\s+(?:masuk|login|log\s?in|daftar)\b[^.\n]{0,40}komentar|logged\s+in\s+to\s+(?:post|comment)"
    r"|(?:masuk|login)\s+untuk\s+(?:ber)?komentar",
    re.IGNORECASE,
)
_SIGN_IN_WORDS = ("masuk", "log", "daftar")
_AROUND = 120
_FORMS = (
    "form:is(#commentform,[action*='comments-post'],[id*='comment' i],[class*='comment' i],"
    "[id*='komentar' i],[class*='komentar' i])"
)
_BOX = "textarea, [contenteditable='true']"
_PASSWORD = "input[type='password']"  # noqa: S105 - a selector


_READ: WeakKeyDictionary[Page, Comments | None] = WeakKeyDictionary()


def read_comments(page: Page) -> Comments | None:
    """The page's way of taking comments, or None where it takes none; several rules ask, it is read once."""
    if page not in _READ:
        _READ[page] = _read_comments(page)
    return _READ[page]


def _read_comments(page: Page) -> Comments | None:
    markup = page.lowered
    if b"comment" not in markup and b"komentar" not in markup and b"disqus" not in markup:
        return None
    sign_in = _sign_in(page)
    if sign_in:
        return Comments(CommentDoor.SIGN_IN, sign_in)
    for form in select(page.tree, _FORMS):
        if select_first(form, _BOX) is not None and select_first(form, _PASSWORD) is None:
            return Comments(CommentDoor.OPEN, " ".join(form.text(separator=" ").split())[:200] or "form komentar")
    marks = (mark for word, marks in _THIRD_PARTIES.items() if word in markup for mark in marks)
    third = next((mark for mark in marks if mark in markup), b"")
    return Comments(CommentDoor.THIRD_PARTY, third.decode()) if third else None


def _sign_in(page: Page) -> str:
    """The words that send a reader to sign in first, looked for only near the words for comments."""
    text = page.plain
    at = text.find("oment")
    while at >= 0:
        near = text[max(0, at - _AROUND) : at + _AROUND]
        found = _MUST_SIGN_IN.search(near) if any(word in near.lower() for word in _SIGN_IN_WORDS) else None
        if found:
            return " ".join(found[0].split())
        at = text.find("oment", at + _AROUND)
    return ""
