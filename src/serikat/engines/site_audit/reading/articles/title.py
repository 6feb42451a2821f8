"""The headline of an article, and the element that shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from serikat.engines.site_audit.reading.articles.declared import Declared, in_common
from serikat.engines.site_audit.reading.articles.region import PIECE
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select, select_first

_ENOUGH_IN_COMMON = 0.5
_MOST_HEADLINES = 6
_LONGEST = 1000
# A title of no more words may be the site's name; a headline has as many as this at least.
_NAME_OF_SITE, _HEADLINE_WORDS = 5, 5
_MARGINS = ("aside", "nav", "footer", "a")
_BARS = " -–—|»›·•"
_FIRST_BAR = re.compile(rf"\s+[{_BARS[1:]}]\s+")
_SHORTEST_SITE = 4
TITLE_BAR = re.compile(r"\s+[-–—|»›·•]\s+(?=[^-–—|»›·•]+$)")


@dataclass(frozen=True, slots=True)
class Title:
    """The words, where they were read, and the heading on the page that shows them (None where none does)."""

    words: str
    source: str
    node: LexborNode | None


def read_title(page: Page, declared: Declared) -> Title:
    """The shown headline where the page's own declarations bear it out, else what they say without the site's name."""
    structure = page.structure
    declarations = (declared.headline, structure.meta("og:title", "twitter:title"), structure.title)
    said = [" ".join(text[:_LONGEST].split()) for text in declarations if text]
    headings = _headings(page, "h1") or _headings(page, "h2")
    shown = [(" ".join(node.text(separator=" ")[:_LONGEST].split()), node) for node in headings]
    matched = [(max((in_common(words, text) for text in said), default=0.0), words, node) for words, node in shown]
    # A site's own name in the first heading shares words with every <title>: the longest match is the headline.
    good = [item for item in matched if item[0] >= _ENOUGH_IN_COMMON and not _is_site_name(item[1], said)]
    if good:
        _, words, node = max(good, key=lambda item: min(len(item[1]), 200))
        # Another heading of the same words stands in menus; the last one stands above the text.
        node = next(other for text, other in reversed(shown) if text == words)
        return Title(_without_kicker(node, words, said), "text", node)
    if not said:
        first = shown[0] if shown and headings[0].tag == "h1" else ("", None)
        return Title(first[0], "text" if first[0] else "", first[1])
    if not declared.headline and all(len(text.split()) <= _NAME_OF_SITE for text in said):
        long = _long_heading(page)
        if long is not None:
            return long
    source = "json-ld" if declared.headline else "meta"
    first_headings = [(words, node) for words, node in shown if node.tag == "h1"]
    longest = max(first_headings, key=lambda item: len(item[0]), default=("", None))[1]
    words = declared.headline or _without_site(said[0], structure.meta("og:site_name"), page.url)
    return Title(words, source, _lower_heading(page, words) or longest)


def _lower_heading(page: Page, title: str) -> LexborNode | None:
    """The heading of a lower rank that shows just this title, as themes do that keep the first for the site."""
    nodes = select(page.tree, "h2,h3")[: 2 * _MOST_HEADLINES] if len(title.split()) >= _HEADLINE_WORDS else ()
    return next((node for node in nodes if node.text().split() == title.split() and not _in_margin(node)), None)


def _headings(page: Page, level: str) -> list[LexborNode]:
    """The first headings of a level, without logos, which only link to the front of the site."""
    return [node for node in page.tree.tags(level)[:_MOST_HEADLINES] if not _is_logo(node)]


def _is_logo(node: LexborNode) -> bool:
    link = select_first(node, "a[href]")
    if link is None or link.text().split() != node.text().split():
        return False
    return re.fullmatch(r"(?:(?:https?:)?//[^/]+)?/?(?:index\.\w+)?", link.attributes["href"] or "") is not None


def _long_heading(page: Page) -> Title | None:
    """The headline of a hand-made template that calls every page by the name of the site: its one long heading."""
    for node in select(page.tree, "h1,h2,h3")[: 2 * _MOST_HEADLINES]:
        words = " ".join(node.text(separator=" ")[:_LONGEST].split())
        if len(words.split()) >= _HEADLINE_WORDS and select_first(node, "a") is None and not _in_margin(node):
            return Title(words, "text", node)
    return None


def _in_margin(node: LexborNode) -> bool:
    above = node.parent
    while above is not None and above.tag not in _MARGINS:
        above = above.parent
    return above is not None


def _is_site_name(words: str, said: list[str]) -> bool:
    """A heading that only repeats what follows the last bar of a title, and is nowhere declared as the title itself."""
    heading = words.casefold()
    ends = (parts[-1].casefold() for text in said if len(parts := TITLE_BAR.split(text)) > 1)
    return heading in ends and not any(heading == text.casefold() for text in said)


def _without_kicker(node: LexborNode, words: str, said: list[str]) -> str:
    """The heading without the words that stand above it in an element of their own, as a declared title leaves them."""
    pieces = [" ".join(piece.split()) for piece in node.text(separator=PIECE).split(PIECE)]
    ends = {" ".join(filter(None, pieces[at:])) for at in range(1, len(pieces))}
    return next((text for text in said if len(text.split()) >= _HEADLINE_WORDS and text in ends), words)


def _without_site(text: str, site: str, url: str) -> str:
    parts = TITLE_BAR.split(text)
    if len(parts) < 2:
        return text
    suffix = _squashed(parts[-1])
    if suffix and suffix in _squashed(site + url):
        return text[: -len(parts[-1])].rstrip(_BARS)
    first = _FIRST_BAR.split(text, maxsplit=1)
    prefix = _squashed(first[0])
    is_site = len(prefix) > _SHORTEST_SITE and prefix in _squashed(site + (urlsplit(url).hostname or ""))
    return first[1] if is_site and len(first[1].split()) >= _HEADLINE_WORDS else text


def _squashed(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()
