"""CSS queries over parsed pages, put to one selector engine: making one for each page costs more than its queries."""

from __future__ import annotations

import threading

from selectolax.lexbor import LexborCSSSelector, LexborHTMLParser, LexborNode


class _Engine(threading.local):
    """The selector engine of a thread; an engine answers one query at a time."""

    def __init__(self) -> None:
        self.selector = LexborCSSSelector()  # type: ignore[no-untyped-call]


_ENGINE = _Engine()


def select(within: LexborHTMLParser | LexborNode, query: str) -> list[LexborNode]:
    """All elements that match, in page order."""
    node = within.root if isinstance(within, LexborHTMLParser) else within
    return _ENGINE.selector.find(query, node) if node is not None else []


def select_first(within: LexborHTMLParser | LexborNode, query: str) -> LexborNode | None:
    """The first element that `select` would give, without looking for the others; None where there is none."""
    node = within.root if isinstance(within, LexborHTMLParser) else within
    # The library's type declarations leave this method out.
    found = _ENGINE.selector.find_first(query, node) if node is not None else []  # type: ignore[attr-defined]
    return found[0] if found else None
