"""Which language the page at hand speaks: Indonesian, unless the reader chose English with the switch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import cast

from django.utils import translation
from django.utils.functional import lazystr

from serikat.engines.judgement.words import Language, Words

COOKIE = "language"
LANGUAGES: tuple[Language, ...] = ("id", "en")

_spoken: ContextVar[Language] = ContextVar("language", default="id")


def current() -> Language:
    """The language of the page being made; Indonesian outside of a request."""
    return _spoken.get()


def chosen(cookie: str | None) -> Language:
    """The language that a cookie asks for; what the browser prefers is never asked."""
    return "en" if cookie == "en" else "id"


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Within this, pages and Django's own sentences are in the language."""
    token = _spoken.set(language)
    try:
        with translation.override(language):
            yield
    finally:
        _spoken.reset(token)


def said(words: Words) -> str:
    """The sentence in the language of the page at hand."""
    return words.in_language(current())


class _Late:
    """A sentence whose language is chosen when it is shown."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __str__(self) -> str:
        return said(self._words)


def said_later(in_indonesian: str, in_english: str) -> str:
    """A sentence for labels, hints and errors of forms, which are written long before the page's language is known."""
    return cast(str, lazystr(_Late(Words(in_indonesian, in_english))))
