"""The JSON-LD object that describes the article itself, among those of the site, its lists and its related pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.structure import Structure, things_in

_WORD = re.compile(r"\w+")
_ENOUGH_IN_COMMON, _TOO_FEW = 0.5, 2
_LONGEST_TEXT = 1000
_PAGE_TYPES = frozenset(("WebPage", "ItemPage"))
_OTHER_TYPES = _PAGE_TYPES | {"Review", "CriticReview", "Recipe", "PodcastEpisode"}
_STRAY_COMMA = re.compile(r",\s{0,200}([}\]])")
_CDATA = re.compile(r"(?://|/\*)?\s?(?:<!\[CDATA\[|\]\]>)\s?(?:\*/)?")
# What can still be told from a block that is not valid JSON: the first of each of these.
_BROKEN_FIELD = re.compile(r'"(datePublished|headline)"\s*:\s*"((?:[^"\\]|\\.){4,300})"')
_BROKEN_AUTHOR = re.compile(r'"author"\s*:\s*[\[{\s]*[^\]}]{0,200}?"name"\s*:\s*"((?:[^"\\]|\\.){2,120})"')


@dataclass(frozen=True, slots=True)
class Declared:
    """What structured data says of the article: raw values, none of them judged yet."""

    types: frozenset[str] = frozenset()
    headline: str = ""
    published: str = ""
    created: str = ""
    authors: tuple[tuple[str, str], ...] = ()
    editors: tuple[str, ...] = ()
    publisher: str = ""
    section: str = ""


def read_declared(page: Page) -> Declared:
    """The article as its JSON-LD declares it; `authors` are pairs of name and address or `@id`, in order.

    A page may describe itself twice: a field that the better description lacks is taken from the other.
    """
    things = page.structure.json_ld
    if not things and b"ld+json" not in page.fetch.body:
        return Declared()
    own = _own_things(things, page)
    if not any(map(_is_article, own)):
        things = (*things, *_unread_blocks(page))
        own = _own_things(things, page)
    is_read = not own and any(map(_is_article, things))
    if not is_read and not any(thing.get("datePublished") for thing in own):
        salvaged = _salvaged(page)
        if salvaged.published or not own:
            return salvaged
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and "name" in thing}
    people = {
        key: next(filter(None, (tuple(_people(thing.get(key), by_id)) for thing in own)), ())
        for key in ("author", "creator", "editor", "publisher")
    }
    articles = [thing for thing in own if _is_article(thing)] or own
    texts = {key: _first(articles, key) for key in ("headline", "name", "articleSection")}
    return Declared(
        types=frozenset().union(*map(_types, articles)),
        headline=texts["headline"] or texts["name"],
        published=_first(own, "datePublished"),
        created=_first(articles, "dateCreated", "uploadDate"),
        authors=people["author"] or people["creator"],
        editors=tuple(name for name, _ in people["editor"]),
        publisher=next((name for name, _ in people["publisher"]), ""),
        section=texts["articleSection"],
    )


def _first(things: list[dict[str, Any]], *keys: str) -> str:
    return next(filter(None, (_text(thing.get(key)) for key in keys for thing in things)), "")


def in_common(one: str, other: str) -> float:
    """The share of the shorter text's words that the other holds too, 0 to 1; one or two words must be the whole."""
    left, right = _words_of(one), _words_of(other)
    shorter = min(len(left), len(right))
    if shorter <= _TOO_FEW:
        return float(left == right and shorter > 0)
    return len(left & right) / shorter


# One page compares the same few titles with one another.
@lru_cache(maxsize=256)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _types(thing: dict[str, Any]) -> frozenset[str]:
    found = thing.get("@type")
    names = found if isinstance(found, list) else [found]
    return frozenset(str(name).rpartition("/")[2] for name in names)


def _is_article(thing: dict[str, Any]) -> bool:
    return any(name.endswith(("Article", "Posting", "Report")) for name in _types(thing) if name != "JobPosting")


def _own_things(things: tuple[dict[str, Any], ...], page: Page) -> list[dict[str, Any]]:
    """The objects that describe this page: articles first, then the page and the media that it is about."""
    titles, addresses = _titles(page.structure), _addresses(page)
    articles = [thing for thing in things if _is_article(thing)]
    own = [thing for thing in articles if any(_evidence(thing, titles, addresses))]
    # A single object on a page belongs to it whatever its words; of several, one must show that it is this page.
    if not own and len(articles) == 1 and not _is_listed(articles[0], things):
        own = articles
    own.sort(key=lambda thing: _fit(thing, titles, addresses), reverse=True)
    others = [thing for thing in things if _types(thing) & _OTHER_TYPES and _describes(thing, titles, addresses)]
    return own + others


def _is_listed(article: dict[str, Any], things: tuple[dict[str, Any], ...]) -> bool:
    """Whether an article stands in a list of others, as of what is most read."""
    entries = [entry for thing in things for entry in _listed(thing.get("itemListElement"))]
    return any(article is entry or article is entry.get("item") for entry in entries)


def _listed(value: Any) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _describes(thing: dict[str, Any], titles: list[str], addresses: set[str]) -> bool:
    headline, address = _evidence(thing, titles, addresses)
    return address or (headline and not _types(thing) & _PAGE_TYPES) or not any(_own_addresses(thing))


def _fit(thing: dict[str, Any], titles: list[str], addresses: set[str]) -> tuple[bool, bool, int]:
    headline, address = _evidence(thing, titles, addresses)
    told = sum(bool(thing.get(key)) for key in ("author", "datePublished", "headline"))
    return address, headline, told


def _evidence(thing: dict[str, Any], titles: list[str], addresses: set[str]) -> tuple[bool, bool]:
    headline = _text(thing.get("headline") or thing.get("name"))
    same = bool(headline) and any(in_common(headline, title) >= _ENOUGH_IN_COMMON for title in titles)
    return same, bool(addresses & set(map(_path, _own_addresses(thing))))


def _own_addresses(thing: dict[str, Any]) -> Iterator[str]:
    for key in ("url", "@id", "mainEntityOfPage"):
        value = thing.get(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str):
            yield value


def _addresses(page: Page) -> set[str]:
    found = {_path(page.url), _path(page.structure.relation("canonical")), _path(page.structure.meta("og:url"))}
    return found - {"", "/"}


def _path(address: str) -> str:
    """What tells one page of a site from another; without it, `/?p=49` would be the home page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    return f"{path}?{parts.query}" if parts.query and (not path or path.endswith(".php")) else path


def _titles(structure: Structure) -> list[str]:
    return [title for title in (structure.h1, structure.meta("og:title"), structure.title) if title]


def _people(value: Any, by_id: dict[str, dict[str, Any]], depth: int = 0) -> Iterator[tuple[str, str]]:
    """Names with the address of their profile, from the many shapes in which sites write an author."""
    if isinstance(value, str):
        yield value, ""
    elif isinstance(value, list) and depth < 4:
        for inner in value:
            yield from _people(inner, by_id, depth + 1)
    elif isinstance(value, dict):
        name = value.get("name") or " ".join(
            filter(None, (_text(value.get("givenName")), _text(value.get("familyName"))))
        )
        known = by_id.get(value.get("@id") or "") if not name else None
        if known is not None and depth < 4:
            yield from _people({**known, "@id": ""}, by_id, depth + 1)
        elif isinstance(name, list) and depth < 4:
            yield from ((inner, address) for inner, address in _people(name, by_id, depth + 1))
        elif isinstance(name, str) and name:
            yield name, _text(value.get("url")) or _text(value.get("@id"))
        elif "@list" in value:
            yield from _people(value["@list"], by_id, depth + 1)


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return value[:_LONGEST_TEXT].strip() if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _unread_blocks(page: Page) -> list[dict[str, Any]]:
    """Blocks that the structural pass left unread: a type with a charset behind it, a stray comma, CDATA around it."""
    if "ld+json" not in page.markup:
        return []
    blocks = (node.text() for node in select(page.tree, "script[type*='ld+json' i]"))
    return [thing for block in blocks for thing in things_in(_STRAY_COMMA.sub(r"\1", _CDATA.sub("", block)))]


def _salvaged(page: Page) -> Declared:
    """What a broken JSON-LD block still says, if the page has but one article in them."""
    if "ld+json" not in page.markup:
        return Declared()
    blocks = "\n".join(node.text() for node in select(page.tree, "script[type*='ld+json' i]"))
    if '"datePublished"' not in blocks:
        return Declared()
    fields: dict[str, str] = {}
    for name, value in _BROKEN_FIELD.findall(blocks):
        if name in fields and fields[name] != value:
            return Declared()
        fields[name] = value
    author = _BROKEN_AUTHOR.search(blocks)
    published = fields.get("datePublished", "")
    return Declared(
        headline=fields.get("headline", ""),
        published=published,
        authors=((author[1], ""),) if author and published else (),
    )
