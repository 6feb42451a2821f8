"""Finds how a page takes comments: openly, after signing in, or through a third party that knows its users."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from weakref import WeakKeyDictionary

from selectolax.lexbor import LexborNode

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select_first


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


_BLOGGER = "blogger.com/comment"
# Each widget by what loads it, or by the class of its place on the page; under a word of all these, which most lack.
_THIRD_PARTIES = {
    "disqus": ("disqus_thread", "disqus.com/embed", "disqus-comment-system"),
    "comment": ("fb-comments", "facebook.com/plugins/comments", "graphcomment"),
    "hyvor": ("hyvor-talk", "talk.hyvor.com"),
    "giscus": ("giscus.app",),
    "utteranc": ("utteranc.es",),
    "coral": ("coral-talk", "coral.createstreamembed"),
    "vuukle": ("vuukle",),
    "blogger": (_BLOGGER,),
}
_PLACES = "[id]:is(#disqus_thread,#graphcomment,#hyvor-talk-view,#coral_thread)"
_ELEMENTS = ("coral-talk", "hyvor-talk-comments")
_MUST_SIGN_IN = re.compile(
    r"(?:harus|silakan|wajib)\s+(?:masuk|login|log\s?in|daftar)\b[^.\n]{0,40}komentar|logged\s+in\s+to\s+(?:post|comment)"
    r"|(?:masuk|login)\s+untuk\s+(?:ber)?komentar",
    re.IGNORECASE,
)
_SIGN_IN_WORDS = ("masuk", "log", "daftar")
_AROUND = 120
_FORM_WORDS = ("comment", "komentar")
_BOX = "textarea, [contenteditable='true']"
_PASSWORD = "input[type='password']"  # noqa: S105 - a selector


_READ: WeakKeyDictionary[Page, Comments | None] = WeakKeyDictionary()


def read_comments(page: Page) -> Comments | None:
    """The page's way of taking comments, or None where it takes none; several rules ask, it is read once."""
    if page not in _READ:
        _READ[page] = _read_comments(page)
    return _READ[page]


def _read_comments(page: Page) -> Comments | None:
    sign_in = _sign_in(page)
    if sign_in:
        return Comments(CommentDoor.SIGN_IN, sign_in)
    for form in filter(_is_for_comments, page.tree.tags("form")):
        if select_first(form, _BOX) is not None and select_first(form, _PASSWORD) is None:
            return Comments(CommentDoor.OPEN, " ".join(form.text(separator=" ").split())[:200] or "form komentar")
    third = _third_party(page)
    return Comments(CommentDoor.THIRD_PARTY, third) if third else None


def _is_for_comments(form: LexborNode) -> bool:
    found = form.attributes
    named = f"{found.get('id') or ''} {found.get('class') or ''}".lower()
    return any(word in named for word in _FORM_WORDS) or "comments-post" in (found.get("action") or "")


def _third_party(page: Page) -> str:
    """The mark of a widget that takes comments for others, who know its users; empty where there is none."""
    loaded = f"{page.programs}\n{page.classes}"
    marks = (mark for word, marks in _THIRD_PARTIES.items() if word in loaded for mark in marks)
    mark = next((mark for mark in marks if mark in loaded), "")
    if mark:
        return mark
    place = select_first(page.tree, _PLACES)
    if place is not None:
        return place.id or ""
    if any(_BLOGGER in link.url for link in page.structure.links):
        return _BLOGGER
    return next((tag for tag in _ELEMENTS if page.tree.tags(tag)), "")


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
