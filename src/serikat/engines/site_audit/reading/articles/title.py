"""The headline of an article, and the element that shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from serikat.engines.site_audit.reading.articles.declared import Declared, in_common
from serikat.engines.site_audit.reading.page import Page

_ENOUGH_IN_COMMON = 0.5
_MOST_HEADLINES = 6
_LONGEST = 1000
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
    headings = page.tree.css("h1")[:_MOST_HEADLINES] or page.tree.css("h2")[:_MOST_HEADLINES]
    shown = [(" ".join(node.text(separator=" ")[:_LONGEST].split()), node) for node in headings]
    matched = [(max((in_common(words, text) for text in said), default=0.0), words, node) for words, node in shown]
    # A site's own name in the first heading shares words with every <title>: the longest match is the headline.
    good = [item for item in matched if item[0] >= _ENOUGH_IN_COMMON and not _is_site_name(item[1], structure.title)]
    if good:
        _, words, node = max(good, key=lambda item: min(len(item[1]), 200))
        # Another heading of the same words stands in menus; the last one stands above the text.
        node = next(other for text, other in reversed(shown) if text == words)
        return Title(words, "text", node)
    if not said:
        first = shown[0] if shown and headings[0].tag == "h1" else ("", None)
        return Title(first[0], "text" if first[0] else "", first[1])
    source = "json-ld" if declared.headline else "meta"
    first_headings = [(words, node) for words, node in shown if node.tag == "h1"]
    longest = max(first_headings, key=lambda item: len(item[0]), default=("", None))[1]
    return Title(declared.headline or _without_site(said[0], structure.meta("og:site_name"), page.url), source, longest)


def _is_site_name(words: str, title: str) -> bool:
    """A heading that only repeats what follows the last bar of the title, where something stands before it."""
    parts = TITLE_BAR.split(title)
    return len(parts) > 1 and words.casefold() == parts[-1].casefold()


def _without_site(text: str, site: str, url: str) -> str:
    parts = TITLE_BAR.split(text)
    if len(parts) < 2:
        return text
    suffix = re.sub(r"\W", "", parts[-1]).casefold()
    known = re.sub(r"\W", "", site + url).casefold()
    return text[: -len(parts[-1])].rstrip(" -–—|»›·•") if suffix and suffix in known else text
