"""One page of the evidence, read lazily and once, able to quote itself."""

from __future__ import annotations

from functools import cached_property

from selectolax.lexbor import LexborHTMLParser

from serikat.engines.judgement.finding import Quote
from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.decoding import decode
from serikat.engines.site_audit.reading.lines import read_lines
from serikat.engines.site_audit.reading.structure import Structure, read_structure
from serikat.engines.site_audit.reading.tangle import tangled

_QUOTE_LENGTH = 400
# Smaller pages cost a second or two at the worst.
_WORTH_CHECKING = 100_000


class Page:
    """A page as evidence: what it declares, the words on it, and quotes that carry where and when they were seen."""

    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch
        self.url = fetch.final_url
        self.purpose = fetch.purpose

    @cached_property
    def markup(self) -> str:
        """The decoded HTML."""
        return decode(self.fetch.body, self.fetch.header("content-type"))

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The parsed page, empty where its markup would stall a parser; not to be changed by readers, who share it."""
        body = self.fetch.body
        # Gathering refuses such markup; evidence and files from elsewhere may still hold it.
        if len(body) > _WORTH_CHECKING and tangled(body):
            return LexborHTMLParser("")
        return LexborHTMLParser(self.markup)

    @cached_property
    def structure(self) -> Structure:
        """Links, metas and structured data."""
        return read_structure(self.tree, self.url)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The visible words, one line a block."""
        return read_lines(self.tree)

    @cached_property
    def text(self) -> str:
        """The visible words, lines joined by newlines."""
        return "\n".join(self.lines)

    @cached_property
    def plain(self) -> str:
        """The text as the parser gives it, scripts included: for cheap searches before lines are made."""
        body = self.tree.body
        return body.text() if body is not None else ""

    def quote(self, words: str) -> Quote:
        """The words as seen on this page, cut where they would fill a page themselves."""
        seen = words if len(words) <= _QUOTE_LENGTH else words[: _QUOTE_LENGTH - 1].rstrip() + "…"
        return Quote(self.url, seen, self.fetch.fetched_at, self.fetch.sha256, self.fetch.handed_in)
