"""The structural pass over one page: links resolved, metas, structured data. It runs on every page, so it stays cheap."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

_MAX_LINKS = 5000
_MAX_JSON_LD = 1_000_000
# A JSON-LD graph nests a few levels; anything deeper is an accident or an attack.
_MAX_DEPTH = 12


class Link(NamedTuple):
    """An anchor: where it leads (absolute), the words on it, its `rel`."""

    url: str
    text: str
    rel: str


@dataclass(frozen=True, slots=True)
class Structure:
    """What a page declares of itself. `metas` maps a lower-case name or property to its values in page order."""

    title: str
    h1: str
    language: str
    links: tuple[Link, ...]
    metas: dict[str, list[str]]
    relations: tuple[tuple[str, str, str], ...]
    json_ld: tuple[dict[str, Any], ...]

    def meta(self, *names: str) -> str:
        """The first non-empty value among the named metas, or an empty string."""
        for name in names:
            for value in self.metas.get(name, ()):
                if value:
                    return value
        return ""

    def relation(self, rel: str) -> str:
        """The address of the first `<link>` with that rel, or an empty string."""
        return next((href for name, href, _ in self.relations if name == rel), "")


def read_structure(tree: LexborHTMLParser, url: str) -> Structure:
    """One pass over the parsed page; `url` is where it was read, for resolving what it links to."""
    base = url
    head_base = tree.css_first("base[href]")
    if head_base is not None:
        base = urljoin(url, head_base.attributes["href"] or "")
    metas: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        _add_meta(node.attributes, metas)
    title = tree.css_first("title")
    h1 = tree.css_first("h1")
    root = tree.root
    language = (root.attributes.get("lang") or "") if root is not None else ""
    return Structure(
        title=_words(title),
        h1=_words(h1),
        language=language.lower(),
        links=tuple(_links(tree, base)),
        metas=metas,
        relations=tuple(_relations(tree, base)),
        json_ld=tuple(
            thing for node in tree.css("script[type='application/ld+json']") for thing in things_in(node.text())
        ),
    )


def _add_meta(found: dict[str, str | None], metas: dict[str, list[str]]) -> None:
    name = found.get("property") or found.get("name") or found.get("itemprop") or found.get("http-equiv")
    content = found.get("content")
    if name and content is not None:
        metas.setdefault(name.strip().lower(), []).append(content.strip())


def _relations(tree: LexborHTMLParser, base: str) -> Iterator[tuple[str, str, str]]:
    for node in tree.css("link[rel][href]"):
        found = node.attributes
        yield (found["rel"] or "").lower(), resolve(base, found["href"] or ""), found.get("type") or ""


def _links(tree: LexborHTMLParser, base: str) -> Iterator[Link]:
    directory = _directory(base)
    for node in tree.css("a[href]")[:_MAX_LINKS]:
        found = node.attributes
        href = found["href"] or ""
        address = _resolved(base if href.startswith("?") else directory, href)
        if address:
            yield Link(address, " ".join(node.text().split()), found.get("rel") or "")


def _words(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node is not None else ""


def resolve(base: str, href: str) -> str:
    """The absolute http(s) address of a link without its fragment; empty for scripts, mail and what is malformed."""
    return _resolved(base if href.startswith("?") else _directory(base), href)


@lru_cache(maxsize=4096)
def _directory(base: str) -> str:
    """The base up to its last slash: the pages of one folder then share what `_resolved` remembers."""
    parts = urlsplit(base)
    return f"{parts.scheme}://{parts.netloc}{parts.path[: parts.path.rfind('/') + 1] or '/'}"


@lru_cache(maxsize=65536)
def _resolved(base: str, href: str) -> str:
    href = href.strip()
    if not href or href[0] == "#":
        return ""
    if href[:11].lower().startswith(("mailto:", "tel:", "javascript:", "data:", "whatsapp:")):
        return ""
    try:
        address = urljoin(base, href)
        if not address.lower().startswith(("http://", "https://")) or not urlsplit(address).hostname:
            return ""
    except ValueError:  # an unclosed [ in the host, for example
        return ""
    return address.partition("#")[0].replace(" ", "%20")


def things_in(block: str) -> list[dict[str, Any]]:
    """The typed objects of one JSON-LD block, graphs and nested objects flattened, in document order.

    Control characters and a stray comment or trailing comma are what small sites get wrong; the rest is left unread.
    """
    if len(block) > _MAX_JSON_LD:
        return []
    text = block.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        document = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    _collect(document, found, 0)
    return found


def _collect(value: Any, found: list[dict[str, Any]], depth: int) -> None:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, dict):
        if "@type" in value:
            found.append(value)
        for inner in value.values():
            if isinstance(inner, dict | list):
                _collect(inner, found, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            _collect(inner, found, depth + 1)
