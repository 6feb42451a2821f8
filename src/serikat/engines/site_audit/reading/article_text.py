"""The running text of an article as paragraphs, shared by the rules that read stories."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from weakref import WeakKeyDictionary

from serikat.engines.site_audit.reading.articles.article import Article
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.passages import Passages
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
    """The paragraphs of a story in page order, white space folded, and the same as one text.

    `passages` holds these paragraphs and those of the site's other stories, which are searched together.
    """

    paragraphs: tuple[str, ...]
    text: str
    passages: Passages = field(compare=False)

    def holds(self, words: tuple[str, ...]) -> bool:
        """Whether the story holds one of these words (in small letters)."""
        return not self.passages.holding(words).isdisjoint(self.paragraphs)

    def holding(self, words: tuple[str, ...]) -> list[str]:
        """The paragraphs that hold one of these words (in small letters): the few worth a costly pattern."""
        held = self.passages.holding(words)
        return [paragraph for paragraph in self.paragraphs if paragraph in held] if held else []

    @property
    def ending(self) -> tuple[str, ...]:
        """The last paragraphs, where notes, sources and codes of the desk stand."""
        return self.paragraphs[-4:]


_READ: WeakKeyDictionary[Site, tuple[tuple[Page, Article, ArticleText], ...]] = WeakKeyDictionary()


def article_texts(site: Site) -> tuple[tuple[Page, Article, ArticleText], ...]:
    """The sampled articles of a site with their running text, read once."""
    found = _READ.get(site)
    if found is None:
        stories = [(page, article, _paragraphs(page)) for page, article in site.articles]
        passages = Passages(dict.fromkeys(paragraph for _, _, paragraphs in stories for paragraph in paragraphs))
        found = tuple((page, article, _text_of(paragraphs, passages)) for page, article, paragraphs in stories)
        _READ[site] = found
    return found


def article_text(page: Page) -> ArticleText:
    """The story on a page, without menus, lists of other stories and scripts; empty where none stands there."""
    return text_of(_paragraphs(page))


def article_sketches(site: Site) -> tuple[tuple[str, Sketch], ...]:
    """Address and sketch of each sampled article, for comparison with other sites; stories too short are left out."""
    sketches = ((page.url, sketch(text.text)) for page, _, text in article_texts(site))
    return tuple((url, numbers) for url, numbers in sketches if numbers)


def text_of(paragraphs: tuple[str, ...]) -> ArticleText:
    """The story that these paragraphs make up."""
    return _text_of(paragraphs, Passages(paragraphs))


def _text_of(paragraphs: tuple[str, ...], passages: Passages) -> ArticleText:
    return ArticleText(paragraphs, "\n".join(paragraphs)[:_LONGEST], passages)


def _paragraphs(page: Page) -> tuple[str, ...]:
    body = page.story
    if body is None:
        return ()
    whole = body.text()[:_LONGEST]
    pieces = [node.text() for node in select(body, _PARAGRAPHS)]
    if sum(map(len, pieces)) < _MOSTLY * len(whole.strip()):
        pieces = whole.split("\n")
    return tuple(filter(None, dict.fromkeys(map(_paragraph, dict.fromkeys(pieces)))))


# The same teasers stand under many stories of a site.
@lru_cache(maxsize=4096)
def _paragraph(piece: str) -> str:
    """The piece with its white space folded; empty where it leads the reader elsewhere."""
    folded = " ".join(piece.split())
    return "" if folded and _leads_elsewhere(folded) else folded


def _leads_elsewhere(piece: str) -> bool:
    # Nearly all begin with a letter that none of those words begins with.
    return (piece[0] in _ELSEWHERE_BEGINS or not piece[0].isalpha()) and _ELSEWHERE.match(piece) is not None
