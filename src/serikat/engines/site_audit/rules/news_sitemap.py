"""The site lists its newest items in a news sitemap that search engines can use.

## Why it matters
A news sitemap brings an item to search engines for news within minutes. It asks for the outlet's name and language, the
time and the title of each item, and lists only what is new.

## What is looked for
A sitemap with the news namespace; on every item the name, the language, a time that can be read and the title; the
newest item not older than the days that the clause gives; at most a thousand items.

## What it cannot see
News sitemaps that neither robots.txt nor another sitemap names, and whether a search engine takes them up.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from serikat.engines.judgement.finding import Observation, Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import file_quote, looked_at, met, not_met, unclear
from serikat.engines.site_audit.reading.news_sitemap import NewsSitemap, news_sitemaps, unread_news_sitemaps
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.publication import article_moments
from serikat.engines.site_audit.reading.site import Site

_MET = Words(
    id="Peta situs berita lengkap dan mutakhir: {count} berita, terbaru {newest}.",
    en="The news sitemap is complete and fresh: {count} items, the newest of {newest}.",
)
_MISSING = Words(
    id="{count} berita di peta situs berita belum lengkap (tidak ada {parts}).",
    en="{count} items in the news sitemap are incomplete ({parts} missing).",
)
_TOO_MANY = Words(
    id="Peta situs berita memuat {count} berita; paling banyak {most}.",
    en="The news sitemap lists {count} items; {most} are the most.",
)
_STALE = Words(
    id="Berita terbaru di peta situs berita bertanggal {newest}, padahal situs menerbitkan berita pada {published}.",
    en="The newest item in the news sitemap is of {newest}, while the site published on {published}.",
)
_QUIET = Words(
    id="Peta situs berita ada, tetapi tidak memuat berita dari {days} hari terakhir; mungkin belum ada berita baru.",
    en="There is a news sitemap, but nothing in it is from the last {days} days; perhaps there was no news.",
)
_UNREAD = Words(
    id="Peta situs berita disebut ({url}), tetapi tidak ikut dibaca.",
    en="A news sitemap is named ({url}) but was not read.",
)
_NO_SITEMAPS = Words(
    id="Tidak ada peta situs yang dapat dibaca, jadi peta situs berita belum diketahui.",
    en="No sitemap could be read, so whether there is a news sitemap is not known.",
)
_NOT_MET = Words(
    id="Tidak ada peta situs berita di antara {count} peta situs yang dibaca.",
    en="There is no news sitemap among the {count} sitemaps read.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Reads the news sitemaps among the sitemaps fetched; the fullest speaks for the site."""
    days, most = asked.number("fresh_days", 2), asked.number("most_items", 1000)
    found = news_sitemaps(site)
    if found:
        return _judged(site, max(found, key=lambda sitemap: len(sitemap.entries)), days, most)
    unread = unread_news_sitemaps(site)
    if unread:
        return unclear(_UNREAD.filled(url=unread[0]))
    sitemaps = site.fetches_for("sitemap")
    if sitemaps:
        return not_met(_NOT_MET.filled(count=len(sitemaps)), (file_quote(each, each.final_url) for each in sitemaps))
    asked_for = [fetch for fetch in site.gathering.fetches if fetch.purpose == "sitemap"]
    if not all(fetch.status in (404, 410) for fetch in asked_for) or not asked_for:
        return unclear(_NO_SITEMAPS)
    return not_met(_NOT_MET.filled(count=0), looked_at(site, PageKind.HOME))


def _judged(site: Site, sitemap: NewsSitemap, days: float, most: float) -> Observation:
    incomplete = [entry for entry in sitemap.entries if entry.missing]
    if incomplete:
        parts = ", ".join(dict.fromkeys(part for entry in incomplete for part in entry.missing))
        words = _MISSING.filled(count=len(incomplete), parts=parts)
        return not_met(words, (file_quote(sitemap.fetch, entry.url) for entry in incomplete))
    if len(sitemap.entries) > most:
        return not_met(_TOO_MANY.filled(count=len(sitemap.entries), most=f"{most:g}"), (_summary(sitemap, None),))
    moments = [entry.published for entry in sitemap.entries if entry.published]
    newest = max(moments, default=None)
    fresh_from = site.gathered_at - timedelta(days=days)
    if newest is not None and newest >= fresh_from:
        return met(_MET.filled(count=len(sitemap.entries), newest=_day(newest)), (_summary(sitemap, newest),))
    published = article_moments(site)
    if newest is not None and published and published[0] >= fresh_from:
        words = _STALE.filled(newest=_day(newest), published=_day(published[0]))
        return not_met(words, (_summary(sitemap, newest),))
    return unclear(_QUIET.filled(days=f"{days:g}"), (_summary(sitemap, newest),))


def _summary(sitemap: NewsSitemap, newest: datetime | None) -> Quote:
    text = f"{len(sitemap.entries)} × news" + (f", {_day(newest)}" if newest else "")
    return file_quote(sitemap.fetch, text)


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"
