"""One page of the evidence, read lazily and once, able to quote itself."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from serikat.engines.judgement.finding import Quote
from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.decoding import decode, is_utf8
from serikat.engines.site_audit.reading.lines import read_lines
from serikat.engines.site_audit.reading.passages import Passages
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.story_block import body_of
from serikat.engines.site_audit.reading.structure import Structure, read_structure
from serikat.engines.site_audit.reading.tangle import tangled

_QUOTE_LENGTH = 400
_LONG_PROGRAM = 10_000
# Smaller pages cost a second or two at the worst.
_WORTH_CHECKING = 100_000


class Page:
    """A page as evidence: what it declares, the words on it, and quotes that carry where and when they were seen."""

    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch
        self.url = fetch.final_url
        self.purpose = fetch.purpose
        self._programs: list[str] = []

    @cached_property
    def markup(self) -> str:
        """The decoded HTML."""
        return decode(self.fetch.body, self.fetch.header("content-type"))

    @property
    def encoded(self) -> bytes:
        """The markup as bytes, for finding plain ASCII words: many times as fast as in wide text."""
        wide = self.fetch.body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return self.markup.encode() if wide else self.fetch.body

    @cached_property
    def _parsed(self) -> LexborHTMLParser:
        """The page as parsed, empty where its markup would stall a parser."""
        body = self.fetch.body
        # Gathering refuses such markup; evidence and files from elsewhere may still hold it.
        if len(body) > _WORTH_CHECKING and tangled(body):
            return LexborHTMLParser("")
        # The parser wants UTF-8: most pages need not be decoded and encoded again for it.
        return LexborHTMLParser(body if is_utf8(body) else self.markup)

    @cached_property
    def structure(self) -> Structure:
        """Links, metas and structured data."""
        return read_structure(self._parsed, self.url)

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The parsed page without its programs and styles, which are no words of it and often the most of the page.

        Not to be changed by readers, who share it.
        """
        # The structure is that of the whole page, whoever asks first.
        _ = self.structure
        for node in self._parsed.tags("style"):
            node.decompose()
        programs = []
        for node in self._parsed.tags("script"):
            attributes = node.attributes
            if "ld+json" not in (attributes.get("type") or "").lower():
                program = attributes.get("src") or node.text()
                if len(program) < _LONG_PROGRAM:
                    programs.append(program)
                node.decompose()
        self._programs = programs
        return self._parsed

    @cached_property
    def programs(self) -> str:
        """Where the page's programs and frames are loaded from, and its own programs if short, in small letters.

        What loads a widget is short; what is long carries the page's data.
        """
        frames = [node.attrs.get("src") or "" for node in self.tree.tags("iframe")]
        return "\n".join((*self._programs, *frames)).lower()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The visible words, one line a block."""
        return read_lines(self.tree)

    @cached_property
    def text(self) -> str:
        """The visible words, lines joined by newlines."""
        return "\n".join(self.lines)

    @cached_property
    def _passages(self) -> Passages:
        return Passages(self.lines)

    def shows(self, words: Iterable[str]) -> bool:
        """Whether the visible words hold one of these, in small letters."""
        return self._passages.show(words)

    def lines_with(self, words: Iterable[str]) -> list[int]:
        """The places of the lines that hold one of these words (in small letters), the few worth a costly pattern."""
        return self._passages.places(words)

    def lines_like(self, pattern: re.Pattern[str], words: Iterable[str]) -> Iterator[str]:
        """The lines in which the pattern is found, tried where one of its words (in small letters) stands."""
        return (line for line in map(self.lines.__getitem__, self.lines_with(words)) if pattern.search(line))

    @cached_property
    def plain(self) -> str:
        """The text as the parser gives it: for cheap searches before lines are made."""
        body = self.tree.body
        return body.text() if body is not None else ""

    @cached_property
    def _lowered_plain(self) -> bytes:
        return self.plain.encode(errors="replace").lower()

    def says(self, words: Iterable[str]) -> bool:
        """The same of the plain text, before lines are made."""
        return any(word.encode() in self._lowered_plain for word in words)

    def classed(self, *marks: str) -> list[LexborNode]:
        """The elements whose classes hold one of these words (in small letters), in page order.

        A query for a part of a class is the costliest there is, so all classes are read once and searched as text.
        """
        held = [mark for mark in marks if mark in self.classes]
        classes = self.classes.split("\n") if held else []
        places = {place for mark in held for place, names in enumerate(classes) if mark in names}
        return [self._with_classes[place] for place in sorted(places)]

    @cached_property
    def classes(self) -> str:
        """The classes of all elements in small letters, a line an element."""
        return "\n".join([(node.attrs["class"] or "").replace("\n", " ") for node in self._with_classes]).lower()

    @cached_property
    def _with_classes(self) -> list[LexborNode]:
        return select(self.tree, "[class]")

    @cached_property
    def story(self) -> LexborNode | None:
        """The block that holds most of the text, found once for the article's facts and for its running text."""
        return body_of(self.tree)

    def let_go(self) -> None:
        """Give back the memory of the parsed page and keep the rest; who asks for it has it parsed again."""
        for part in ("tree", "_parsed", "story", "markup", "plain", "_with_classes"):
            self.__dict__.pop(part, None)

    def quote(self, words: str) -> Quote:
        """The words as seen on this page, cut where they would fill a page themselves."""
        seen = words if len(words) <= _QUOTE_LENGTH else words[: _QUOTE_LENGTH - 1].rstrip() + "…"
        fetch = self.fetch
        return Quote(self.url, seen, fetch.fetched_at, fetch.sha256, fetch.handed_in, fetch.inherited)
