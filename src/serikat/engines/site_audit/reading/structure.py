"""The structural pass over one page: links resolved, metas, structured data; cheap, since it runs on every page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import orjson
from selectolax.lexbor import LexborHTMLParser, LexborNode

from serikat.engines.site_audit.reading.queries import select

_MOST_LINKS = 5000
_LONGEST_ADDRESS = 2000
_LONGEST_JSON_LD = 1_000_000
# What resolving leaves as it is, what only wants the folder before it, and what only wants the host: nearly all links.
_WHOLE = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:/[\w%~+,@:!$&'()*=./-]*)?(?:\?[\w%~+,@:!$&'()*=./-]+)?", re.ASCII
)
_BESIDE = re.compile(
    r"(?:[\w%~+,@!$&'()*=-]+/)*[\w%~+,@!$&'()*=-]+(?:\.[\w%-]+)?(?:\?[\w%~+,@:!$&'()*=./-]+)?", re.ASCII
)
_ROOTED = re.compile(
    r"/(?:[\w%~+,@:!$&'()*=-][\w%~+,@:!$&'()*=/-]*(?:\.[\w%-]+)?)?(?:\?[\w%~+,@:!$&'()*=./-]+)?", re.ASCII
)
# A JSON-LD graph nests a few levels; anything deeper is an accident or an attack.
_DEEPEST = 12


class Link(NamedTuple):
    """An anchor: where it leads (absolute), the words on it, its `rel`."""

    url: str
    raw_text: str
    rel: str

    @property
    def text(self) -> str:
        """The words on the link, white space folded; folded when asked, since most links are never asked."""
        return " ".join(self.raw_text.split())


@dataclass(frozen=True, slots=True)
class Structure:
    """What a page declares of itself.

    `url` is the address that its links are relative to, `metas` maps a lower-case name or property to its values in
    page order, `declared_relations` holds rel, href as written and type of each `<link>`, `json_ld` the typed objects.
    """

    url: str
    title: str
    h1: str
    language: str
    links: tuple[Link, ...]
    metas: dict[str, list[str]]
    declared_relations: tuple[tuple[str, str, str], ...]
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
        return next((resolve(self.url, href) for name, href, _ in self.declared_relations if name == rel), "")

    @property
    def relations(self) -> tuple[tuple[str, str, str], ...]:
        """Rel, absolute address and type of each `<link>`; resolved when asked, since few pages are asked."""
        return tuple((rel, resolve(self.url, href), kind) for rel, href, kind in self.declared_relations)


def read_structure(tree: LexborHTMLParser, url: str) -> Structure:
    """One pass over the parsed page; `url` is where it was read, for resolving what it links to."""
    base, title, relations = _head(tree, url)
    metas: dict[str, list[str]] = {}
    links: list[Link] = []
    things: list[dict[str, Any]] = []
    directory = _directory(base)
    host = _host_of(directory)
    for node in tree.tags("a"):
        found = node.attributes
        href = found.get("href")
        if href is None:
            continue
        # Links of one folder or host share what is remembered of them.
        begins = href[:1]
        near = host if begins == "/" else base if begins == "?" else directory
        # What is remembered must stay small: a data: address can be a megabyte.
        address = _resolved(near, href) if len(href) <= _LONGEST_ADDRESS else ""
        if address and len(links) < _MOST_LINKS:
            links.append(Link(address, node.text_lexbor() or "", found.get("rel") or ""))
    for node in tree.tags("meta"):
        _add_meta(node.attributes, metas)
    for node in select(tree, "script[type='application/ld+json']"):
        things.extend(things_in(node.text()))
    h1 = next(filter(None, map(_lines_as_words, tree.tags("h1"))), "")
    root = tree.root
    language = (root.attributes.get("lang") or "") if root is not None else ""
    return Structure(
        url=base,
        title=title,
        h1=h1,
        language=language.lower(),
        links=tuple(links),
        metas=metas,
        declared_relations=tuple(relations),
        json_ld=tuple(things),
    )


def _head(tree: LexborHTMLParser, url: str) -> tuple[str, str, list[tuple[str, str, str]]]:
    """The address that links resolve against, the title, and the `<link>` elements as they stand."""
    head = tree.head
    if head is None:
        return url, "", []
    relations = []
    base = title = ""
    for node in select(head, "title,link[rel][href],base[href]"):
        tag = node.tag
        if tag == "link":
            found = node.attributes
            relations.append(((found["rel"] or "").lower(), found["href"] or "", found.get("type") or ""))
        elif tag == "title":
            title = title or _words(node)
        else:
            base = base or resolve(url, node.attributes["href"] or "")
    return base or url, title, relations


def _add_meta(found: dict[str, str | None], metas: dict[str, list[str]]) -> None:
    name = found.get("property") or found.get("name") or found.get("itemprop") or found.get("http-equiv")
    content = found.get("content")
    if name and content is not None:
        metas.setdefault(name.strip().lower(), []).append(content.strip())


def _words(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node is not None else ""


def _lines_as_words(node: LexborNode) -> str:
    """The words of a heading, whose lines a browser sets apart; a name in two colours stays one word."""
    first = node.first_child
    # Most headings are one text.
    has_lines = first is not None and first.next is not None and bool(select(node, "br"))
    return " ".join(node.text(separator=" ").split()) if has_lines else _words(node)


def resolve(base: str, href: str) -> str:
    """The absolute http(s) address of a link without its fragment; empty for scripts, mail and what is malformed."""
    if len(href) > _LONGEST_ADDRESS:
        return ""
    return _resolved(base if href.startswith("?") else _directory(base), href)


def _host_of(directory: str) -> str:
    """The address of a folder up to its path."""
    return directory[: directory.find("/", directory.find("//") + 2) + 1]


@lru_cache(maxsize=4096)
def _directory(base: str) -> str:
    """The base up to its last slash."""
    parts = urlsplit(base)
    return f"{parts.scheme}://{parts.netloc}{parts.path[: parts.path.rfind('/') + 1] or '/'}"


@lru_cache(maxsize=4096)
def _is_plain(base: str) -> bool:
    """Whether an address is a folder of the web, without the dots and doubled slashes that resolving takes away."""
    origin = _origin(base)
    path = base.removeprefix(origin)
    return bool(origin) and "//" not in path and path.endswith("/") and _ROOTED.fullmatch(path) is not None


@lru_cache(maxsize=4096)
def _origin(base: str) -> str:
    """Scheme and host of an address of the web; empty for any other."""
    parts = urlsplit(base)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.hostname else ""


@lru_cache(maxsize=65536)
def _resolved(base: str, href: str) -> str:
    if _WHOLE.fullmatch(href):
        return href
    origin = _origin(base) if _ROOTED.fullmatch(href) else ""
    if origin:
        return origin + href
    if _BESIDE.fullmatch(href) and _is_plain(base):
        return base + href
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
    if len(block) > _LONGEST_JSON_LD:
        return []
    text = block.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        document = orjson.loads(text)
    except orjson.JSONDecodeError:
        # The standard library is slower and forgives raw line breaks inside strings, a common fault.
        try:
            document = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            return []
    found: list[dict[str, Any]] = []
    _collect(document, found, 0)
    return found


def _collect(value: Any, found: list[dict[str, Any]], depth: int) -> None:
    if depth > _DEEPEST:
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
