"""Whether a feed (RSS, RDF or Atom) can be read by a strict reader, and what its items hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from serikat.engines.site_audit.evidence.record import Fetch

_MOST_BYTES = 2_000_000
_ITEMS = frozenset({"item", "entry"})
_ROOTS = frozenset({"rss", "feed", "RDF"})


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as a strict reader meets it.

    `items` counts its items, `untitled` those without a title or a link. `fault` says why reading it stops, with the
    line; empty where it is well-formed.
    """

    fetch: Fetch
    items: int
    untitled: int
    fault: str = ""


class _Refused(Exception):
    """The document declares what a feed has no need of."""


@dataclass(slots=True)
class _Reading:
    """What was met so far; `inside` holds the parts of the item being read."""

    depth: int = 0
    root: str = ""
    items: int = 0
    untitled: int = 0
    item_depth: int = 0
    inside: set[str] = field(default_factory=set)

    def opened(self, name: str, _: dict[str, str]) -> None:
        self.depth += 1
        local = name.rpartition(":")[2]
        if self.depth == 1:
            self.root = local
        elif local in _ITEMS and not self.item_depth:
            self.items += 1
            self.item_depth = self.depth
            self.inside.clear()
        elif self.item_depth and self.depth == self.item_depth + 1:
            self.inside.add(local)

    def closed(self, _: str) -> None:
        if self.depth == self.item_depth:
            self.untitled += not {"title", "link"} <= self.inside
            self.item_depth = 0
        self.depth -= 1


def read_feed(fetch: Fetch) -> Feed:
    """The feed in an answer, read as XML without entities or document types; never raises."""
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.opened
    parser.EndElementHandler = reading.closed
    parser.StartDoctypeDeclHandler = _refuse
    body = fetch.body[:_MOST_BYTES]
    # A note on a fetch that succeeded says that the answer was cut: its end proves nothing.
    is_whole = len(fetch.body) <= _MOST_BYTES and not fetch.failure_detail
    fault = ""
    try:
        parser.Parse(body, is_whole)
    except _Refused:
        fault = f"line {parser.CurrentLineNumber}: document type declared"
    except expat.ExpatError as broken:
        fault = f"line {broken.lineno}: {expat.ErrorString(broken.code)}"
    except (ValueError, LookupError) as broken:  # an encoding that Python does not know
        fault = str(broken)
    if not fault and reading.root not in _ROOTS:
        fault = f"<{reading.root}> is no feed"
    return Feed(fetch, reading.items, reading.untitled, fault)


def _refuse(*_: object) -> None:
    raise _Refused
