"""When a site published: the dated entries of its feeds and sitemaps, and of the articles read."""

from __future__ import annotations

import gzip
import html
import re
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.decoding import decode
from serikat.engines.site_audit.reading.site import Site

WIB = timezone(timedelta(hours=7), "WIB")
# Feeds on small sites are often broken XML; entries are read one by one so that one fault does not hide the rest.
_ENTRY = re.compile(r"<(item|entry|url)[\s>].*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_DATE = re.compile(
    r"<(?:news:publication_date|pubDate|published|dc:date|lastmod|updated)[^>]*>\s*([^<]{8,40}?)\s*</", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"<loc[^>]*>\s*([^<]+?)\s*</loc|<link[^>]*>\s*([^<]+?)\s*</link|<link[^>]*href=[\"']([^\"']+)", re.I
)
_MOST_ENTRIES = 20_000
_MOST_TEXT = 20_000_000


@dataclass(frozen=True, slots=True)
class Timeline:
    """The publishing moments that one list tells, newest first; it lists every item of the span it covers."""

    source: Fetch
    moments: tuple[datetime, ...]


def timelines(site: Site) -> list[Timeline]:
    """One timeline a feed or sitemap that dates its entries; a sitemap regenerated in one go tells nothing."""
    found = []
    for fetch in site.fetches_for("feed", "sitemap"):
        moments = tuple(sorted(_moments(fetch, site.gathered_at), reverse=True))
        if len(moments) > 1 and not (fetch.purpose == "sitemap" and _regenerated(moments)):
            found.append(Timeline(fetch, moments))
    return found


def article_moments(site: Site) -> list[datetime]:
    """The publishing moments of the articles read, newest first; a sample, so gaps in it prove nothing."""
    moments = (parsed_moment(article.published_at or "") for _, article in site.articles)
    return sorted(
        (moment for moment in moments if moment and moment <= site.gathered_at + timedelta(days=1)), reverse=True
    )


def parsed_moment(text: str) -> datetime | None:
    """ISO 8601 or RFC 2822 as an aware moment; what has no zone is taken as WIB, where most newsrooms are."""
    text = html.unescape(text).strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, TypeError):
            return None
    return moment if moment.tzinfo else moment.replace(tzinfo=WIB)


def _moments(fetch: Fetch, now: datetime) -> list[datetime]:
    found: dict[str, datetime] = {}
    for entry in _ENTRY.finditer(unpacked_text(fetch)):
        dated = _DATE.search(entry[0])
        moment = parsed_moment(dated[1]) if dated else None
        address = next(filter(None, _ADDRESS.findall(entry[0])[0]), "") if _ADDRESS.search(entry[0]) else entry[0][:200]
        if moment and datetime(1995, 1, 1, tzinfo=UTC) < moment <= now + timedelta(days=1) and _is_item(address):
            found.setdefault(address, moment)
        if len(found) >= _MOST_ENTRIES:
            break
    return list(found.values())


def _is_item(address: str) -> bool:
    """Whether an address has a path deep or long enough for an article, not for the home page or a section."""
    path = address.partition("://")[2].partition("/")[2].strip("/")
    return len(path) > 15 or any(letter.isdigit() for letter in path)


def unpacked_text(fetch: Fetch) -> str:
    """The text of a feed or sitemap, unpacked where it is gzipped; empty where it cannot be unpacked."""
    body = fetch.body
    if body[:2] == b"\x1f\x8b":
        try:
            body = zlib.decompressobj(wbits=31).decompress(body, _MOST_TEXT)
        except (zlib.error, gzip.BadGzipFile):
            return ""
    return decode(body[:_MOST_TEXT], fetch.header("content-type"))


def _regenerated(moments: tuple[datetime, ...]) -> bool:
    """Whether most entries carry one and the same day, as when a plugin stamps the whole sitemap anew."""
    days = [moment.date() for moment in moments]
    return len(days) > 20 and max(days.count(day) for day in set(days)) > len(days) / 2
