"""Whether the photographs of an article say whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from serikat.engines.site_audit.reading.article_text import ArticleText
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select_first

# For small letters, which are several times as quick to match as letters of either case; the first letters rule most
# words out before all of them are tried.
_CREDIT = re.compile(
    r"(?=[fpdgikc])\b(?:foto|photo|fotografer|dok(?:umentasi|umen)?|gambar|ilustrasi|kredit|courtesy|image|pict?|credit)\b"
    r"\s*(?:[:/.=]|oleh|by|istimewa)|[(©]\s*(?:foto|photo|dok|ist|©)"
    r"|(?=[agrsfup])\b(?:antara\s+foto|getty|reuters|afp\b|shutterstock|freepik|unsplash|pexels)"
    r"|tangkapan\s+layar|screenshot"
)
# "Ist" says that the owner is not told.
_NOBODY = re.compile(
    r"(?:foto|photo|dok|gambar)\w*\s*[:/.]?\s*\(?\s*"
    r"(?:ist\b|istimewa|internet|google|net\b|medsos|whatsapp|wa\b)|\(\s*ist\s*\)"
)
# Without one of these a line speaks of no picture; looking for them is far cheaper than the patterns.
_HINTS = (
    "foto", "photo", "dok", "gambar", "ilustrasi", "redit", "courtesy", "image", "pic", "(ist", "( ist", "©", "getty",
    "reuters", "afp", "shutterstock", "freepik", "unsplash", "pexels", "tangkapan", "screenshot",
)  # fmt: skip
_CAPTION_CLASSES = ("caption", "credit", "copyright")
_PICTURES = "figure img, article img, .entry-content img, [itemprop=articleBody] img, .post-body img, .content img"


class Credit(StrEnum):
    """What an article says of the owner of its photograph."""

    NO_PICTURE = "no_picture"
    NAMED = "named"
    NOBODY = "nobody"
    MISSING = "missing"


def photo_credit(page: Page, text: ArticleText) -> tuple[Credit, str]:
    """Whether the article's picture has a credit, in its caption or in the story, and the words of it."""
    for words in _places(page, text):
        lowered = words.lower()
        nobody = _NOBODY.search(lowered)
        if nobody:
            return Credit.NOBODY, words[slice(*nobody.span())]
        credit = _CREDIT.search(lowered)
        if credit:
            return Credit.NAMED, words[slice(*credit.span())]
    if page.structure.meta("og:image", "twitter:image") or select_first(page.tree, _PICTURES) is not None:
        return Credit.MISSING, ""
    return Credit.NO_PICTURE, ""


def _places(page: Page, text: ArticleText) -> Iterator[str]:
    """Lines that may speak of a picture: the story's, then captions, looked for only where the story names nobody."""
    yield from text.holding(_HINTS)
    for node in (*page.tree.tags("figcaption"), *page.classed(*_CAPTION_CLASSES)):
        words = " ".join(node.text().split())
        lowered = words.lower()
        if any(map(lowered.__contains__, _HINTS)):
            yield words
