"""News sitemaps: the newest items of a site as search engines for news want them listed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from urllib.parse import urlsplit

from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.publication import parsed_moment, unpacked_text
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.text_files import text_file

_NAMESPACE = "schemas/sitemap-news"
_PREFIX = re.compile(r"xmlns:([A-Za-z][\w.-]{0,20})\s*=\s*[\"']https?://www\.google\.com/schemas/sitemap-news")
_LOCATION = re.compile(r"<loc>\s*([^<\s]{1,2000})")
_SITEMAP_LINE = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S{1,2000})", re.IGNORECASE | re.MULTILINE)
_NEWS_NAME = re.compile(r"news|berita", re.IGNORECASE)
_MOST_ENTRIES, _LONGEST_ENTRY = 5000, 20_000
_PARTS = ("name", "language", "publication_date", "title")


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """One item listed; `missing` names the required parts that it lacks (`name`, `language`, and so on)."""

    url: str
    title: str
    published: datetime | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewsSitemap:
    """The entries of one file that carry news, in file order, at most 5,000."""

    fetch: Fetch
    entries: tuple[NewsEntry, ...]


def news_sitemaps(site: Site) -> list[NewsSitemap]:
    """The sitemaps read that declare the news namespace; one without items is a news sitemap too."""
    found = []
    for fetch in site.fetches_for("sitemap"):
        text = unpacked_text(fetch)
        if _NAMESPACE in text[:5000]:
            found.append(NewsSitemap(fetch, tuple(_entries(text))))
    # Plugins declare the namespace in ordinary sitemaps as well; those that hold items speak for the site.
    return [sitemap for sitemap in found if sitemap.entries] or found


def unread_news_sitemaps(site: Site) -> list[str]:
    """Sitemaps that robots.txt or an index calls news and that the evidence does not hold."""
    named = _SITEMAP_LINE.findall(text_file(site, "robots").text)
    for fetch in site.fetches_for("sitemap"):
        text = unpacked_text(fetch)
        if "<sitemapindex" in text[:5000]:
            named.extend(_LOCATION.findall(text[:1_000_000]))
    asked = {fetch.url for fetch in site.gathering.fetches if fetch.purpose == "sitemap"}
    return [url for url in dict.fromkeys(named) if _NEWS_NAME.search(_file_name(url)) and url not in asked]


def _file_name(url: str) -> str:
    try:
        return urlsplit(url).path.rpartition("/")[2]
    except ValueError:
        return ""


def _entries(text: str) -> list[NewsEntry]:
    declared = _PREFIX.search(text[:5000])
    prefix = declared[1] if declared else "news"
    found = []
    # Cut at each opening tag and searched once: looking for closing tags turns quadratic on hostile files.
    for item in text.split("<url>")[1 : _MOST_ENTRIES + 1]:
        item = item[:_LONGEST_ENTRY]
        if f"<{prefix}:news" in item:
            found.append(_entry(item, prefix))
    return found


def _entry(item: str, prefix: str) -> NewsEntry:
    parts = {part: _words(item, f"{prefix}:{part}") for part in _PARTS}
    published = parsed_moment(parts["publication_date"])
    missing = tuple(part for part, words in parts.items() if not words)
    if parts["publication_date"] and published is None:
        missing = (*missing, "publication_date")
    location = _LOCATION.search(item)
    return NewsEntry(unescape(location[1]) if location else "", parts["title"], published, missing)


def _words(item: str, tag: str) -> str:
    """The words of the first such element, without the marks of a CDATA section; empty where there is none."""
    _, opened, rest = item.partition(f"<{tag}>")
    if not opened:
        return ""
    words, _, _ = rest.partition(f"</{tag}>")
    return " ".join(unescape(words.replace("<![CDATA[", "").replace("]]>", "")).split())[:500]
