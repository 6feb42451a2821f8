"""The running text of an article as paragraphs, read once a page and shared by the rules that read stories."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from serikat.engines.site_audit.reading.articles.article import Article
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.sketch import Sketch, sketch

_PARAGRAPHS = "p,blockquote,h2,h3,li"
# Lines that lead the reader elsewhere belong to other stories.
_ELSEWHERE = re.compile(r"^\W*(?:baca(?:\s+juga)?|simak(?:\s+juga)?|lihat\s+juga|berita\s+terkait|read\s+also)\b", re.I)
_ELSEWHERE_BEGINS = frozenset("bslrBSLR")
# Sites that set their text with line breaks alone have next to nothing in paragraphs.
_MOSTLY = 0.6
_LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The paragraphs of a story in page order, white space folded; the same as one text, and in small letters."""

    paragraphs: tuple[str, ...]
    text: str
    lowered: str

    def holding(self, words: Iterable[str]) -> Iterator[str]:
        """The paragraphs that hold one of these words (in small letters): the few worth a costly pattern."""
        seen = [word for word in words if word in self.lowered]
        lines = zip(self.paragraphs, self.lowered.split("\n"), strict=True) if seen else ()
        return (line for line, lowered in lines if any(word in lowered for word in seen))

    @property
    def ending(self) -> tuple[str, ...]:
        """The last paragraphs, where notes, sources and codes of the desk stand."""
        return self.paragraphs[-4:]


_READ: WeakKeyDictionary[Page, ArticleText] = WeakKeyDictionary()


def article_text(page: Page) -> ArticleText:
    """The story on a page, without menus, lists of other stories and scripts; empty where none stands there."""
    found = _READ.get(page)
    if found is None:
        found = _READ[page] = _read(page)
    return found


def article_texts(site: Site) -> Iterator[tuple[Page, Article, ArticleText]]:
    """The sampled articles of a site with their running text."""
    return ((page, article, article_text(page)) for page, article in site.articles)


def article_sketches(site: Site) -> tuple[tuple[str, Sketch], ...]:
    """Address and sketch of each sampled article, for comparison with other sites; stories too short are left out."""
    sketches = ((page.url, sketch(text.text)) for page, _, text in article_texts(site))
    return tuple((url, numbers) for url, numbers in sketches if numbers)


def text_of(paragraphs: tuple[str, ...]) -> ArticleText:
    """The story that these paragraphs make up."""
    whole = "\n".join(paragraphs)
    return ArticleText(paragraphs, whole[:_LONGEST], whole.lower())


def _read(page: Page) -> ArticleText:
    body = page.story
    if body is None:
        return text_of(())
    whole = body.text()[:_LONGEST]
    pieces = [node.text() for node in select(body, _PARAGRAPHS)]
    if sum(map(len, pieces)) < _MOSTLY * len(whole.strip()):
        pieces = whole.split("\n")
    folded = dict.fromkeys(" ".join(piece.split()) for piece in dict.fromkeys(pieces))
    return text_of(tuple(piece for piece in folded if piece and not _leads_elsewhere(piece)))


def _leads_elsewhere(piece: str) -> bool:
    # Nearly all begin with a letter that none of those words begins with.
    return (piece[0] in _ELSEWHERE_BEGINS or not piece[0].isalpha()) and _ELSEWHERE.match(piece) is not None
