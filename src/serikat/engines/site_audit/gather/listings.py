"""The lists of addresses that a site publishes itself: sitemaps, news sitemaps and feeds, read without an XML parser.

Scanning for the few elements wanted costs one pass, survives what is not well-formed or cut short, and knows no
entities or document types that could be used against the reader.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from itertools import islice, pairwise

from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.decoding import decode

_MOST_ENTRIES = 20_000
_LONGEST_ITEM = 50_000
# Text is cut at each opening tag and searched once: looking for closing tags turns quadratic on hostile files.
_OPENING = re.compile(r"<(?:url|sitemap|item|entry)(?=[\s>])", re.IGNORECASE)
_LOC = re.compile(r"<loc\b[^>]{0,200}>", re.IGNORECASE)
_LINK = re.compile(r"<link>", re.IGNORECASE)
_ATOM_LINK = re.compile(r"<link\b([^>]{0,1000})>", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']([^"']{1,2000})["']""", re.IGNORECASE)
_TITLE = re.compile(r"<(?:news:)?title\b[^>]{0,200}>", re.IGNORECASE)
_DATE = re.compile(r"<(?:news:publication_date|pubdate|published|dc:date|lastmod|updated)\b[^>]{0,200}>", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_SITEMAP_SIGN = re.compile(r"<(urlset|sitemapindex)\b", re.IGNORECASE)
_FEED_SIGN = re.compile(r"<(rss|feed|rdf:rdf)\b", re.IGNORECASE)
_UNLISTED = re.compile(r"tag|category|kategori|author|penulis|image|video|attachment", re.IGNORECASE)
_LISTS_PAGES = re.compile(r"(?:^|[/_-])pages?(?:[-_.]|sitemap)", re.IGNORECASE)
NEWEST, _OLDEST = 300, 60
_DECLARED = re.compile(r"<!(?:doctype|entity)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One address in a list, with the day (`2026-11-22`) and the words given beside it, each empty where not given."""

    url: str
    day: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What one file lists: pages, or further sitemaps (`children`). `is_news` marks a news sitemap."""

    entries: tuple[Entry, ...] = ()
    children: tuple[Entry, ...] = ()
    is_news: bool = False


def read_sitemap(fetch: Fetch, limit: int) -> Listing | None:
    """The sitemap in an answer, also a .gz one, of which at most `limit` bytes are unpacked; None where it is none."""
    text = _text(fetch, limit)
    sign = _SITEMAP_SIGN.search(text[:5000])
    if sign is None or _DECLARED.search(text[: sign.start()]):
        return None
    entries = tuple(islice(_entries(text, _loc), _MOST_ENTRIES))
    if sign[1].lower() == "sitemapindex":
        return Listing(children=entries)
    return Listing(entries, is_news="<news:news" in text)


def read_feed(fetch: Fetch, limit: int) -> Listing | None:
    """The RSS, RDF or Atom feed in an answer; None where it is none."""
    text = _text(fetch, limit)
    sign = _FEED_SIGN.search(text[:5000])
    if sign is None or _DECLARED.search(text[: sign.start()]):
        return None
    return Listing(tuple(islice(_entries(text, _feed_link), _MOST_ENTRIES)))


def sitemap_rank(url: str) -> int:
    """How soon a sitemap is worth asking for, by its name: news first, lists of tags and pictures last."""
    name = url.lower()
    if "news" in name or "berita" in name:
        return 0
    if _LISTS_PAGES.search(name):
        return 1
    return 3 if _UNLISTED.search(name) else 2


def notable(entries: tuple[Entry, ...]) -> Iterable[Entry]:
    """The newest and a few of the oldest: enough to sample from a sitemap of many thousand addresses."""
    if len(entries) <= NEWEST + _OLDEST:
        return entries
    ordered = sorted(entries, key=lambda each: each.day, reverse=True)
    return [*ordered[:NEWEST], *ordered[-_OLDEST:]]


def _text(fetch: Fetch, limit: int) -> str:
    body = fetch.body
    if body.startswith(b"\x1f\x8b"):
        try:
            body = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(body, limit)
        except zlib.error:
            return ""
    return decode(body[:limit], fetch.header("content-type"))


def _entries(text: str, address: Callable[[str], str]) -> Iterator[Entry]:
    starts = [found.end() for found in _OPENING.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        item = text[start : min(end, start + _LONGEST_ITEM)]
        url = address(item)
        if url:
            yield Entry(url, _day(item), _element(item, _TITLE)[:300])


def _element(item: str, opening: re.Pattern[str]) -> str:
    """The plain words of the first such element, up to whatever closes next."""
    found = opening.search(item)
    if found is None:
        return ""
    end = item.find("</", found.end())
    return _plain(item[found.end() : end]) if end >= 0 else ""


def _loc(item: str) -> str:
    return _element(item, _LOC)


def _feed_link(item: str) -> str:
    written = _element(item, _LINK)
    if written:
        return written
    for link in _ATOM_LINK.finditer(item):
        href = _HREF.search(link[1])
        if href and ("rel=" not in link[1] or "alternate" in link[1]):
            return _plain(href[1])
    return ""


def _plain(markup: str) -> str:
    return " ".join(unescape(_CDATA.sub(r"\1", markup)).split())


def _day(item: str) -> str:
    """The first date of an item as a day in UTC: near enough to put articles in order."""
    words = _element(item, _DATE)
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        try:
            moment = parsedate_to_datetime(words)
        except (ValueError, TypeError):
            return ""
    try:
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date().isoformat()
    except (OverflowError, ValueError):
        return ""
