"""The outlet publishes without long breaks.

## Why it matters
The Press Council looks for regular work; staff said in 2017 that an outlet should have been active for the last six
months. The length of a break that matters is our own threshold, stated with the clause.

## What is looked for
The newest date over feeds, sitemaps and articles, and breaks between the entries of a list that covers the window.

## What it cannot see
The past beyond the oldest entry of the lists: a feed of ten items shows only the last days.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

from serikat.engines.judgement.finding import Observation, Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.observations import met, not_met, unclear
from serikat.engines.site_audit.reading.publication import Timeline, article_moments, timelines
from serikat.engines.site_audit.reading.site import Site

_MET = Words(
    id="Terbit terus dalam {window} hari terakhir, tanpa jeda lebih dari {gap} hari.",
    en="Published throughout the last {window} days, without a break of more than {gap} days.",
)
_STOPPED = Words(
    id="Berita terbaru bertanggal {newest}, {days} hari sebelum pemeriksaan.",
    en="The newest item is dated {newest}, {days} days before the check.",
)
_BREAK = Words(
    id="Ada jeda terbit {days} hari antara {start} dan {end}.",
    en="There is a break of {days} days between {start} and {end}.",
)
_SHORT = Words(
    id="Terbit sampai {newest}, tetapi daftar berita hanya menjangkau sampai {oldest}; {window} hari belum terlihat.",
    en="Published up to {newest}, but the lists reach back only to {oldest}; {window} days cannot be seen.",
)
_SAMPLE_ONLY = Words(
    id="Berita terbaru di antara yang dibaca bertanggal {newest}; tanpa umpan atau peta situs bertanggal, jeda terbit "
    "tidak dapat dipastikan.",
    en="The newest of the articles read is dated {newest}; without a dated feed or sitemap, breaks cannot be told.",
)
_UNKNOWN = Words(
    id="Tidak ada tanggal terbit yang dapat dibaca, jadi kesinambungan belum diketahui.",
    en="No publishing date could be read, so continuity is not known.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for the newest date, then for breaks in the list that reaches back furthest."""
    window, gap = asked.number("window_days", 180), asked.number("gap_days", 7)
    lines = timelines(site)
    sample = article_moments(site)
    newest = max((*(line.moments[0] for line in lines), *sample), default=None)
    if newest is None:
        return unclear(_UNKNOWN)
    quotes = _quotes(lines, sample, site)
    if not lines:
        return unclear(_SAMPLE_ONLY.filled(newest=_day(newest)), quotes)
    silent = (site.gathered_at - newest).days
    if silent > gap:
        return not_met(_STOPPED.filled(newest=_day(newest), days=silent), quotes)
    start = site.gathered_at - timedelta(days=window)
    known = sorted({moment for line in lines for moment in line.moments} | set(sample))
    oldest = min(line.moments[-1] for line in lines)
    longest = _longest_break([moment for moment in known if moment >= max(start, oldest)])
    if longest and (longest[1] - longest[0]).days > gap:
        days = (longest[1] - longest[0]).days
        return not_met(_BREAK.filled(days=days, start=_day(longest[0]), end=_day(longest[1])), quotes)
    if oldest > start:
        return unclear(_SHORT.filled(newest=_day(newest), oldest=_day(oldest), window=f"{window:g}"), quotes)
    return met(_MET.filled(window=f"{window:g}", gap=f"{gap:g}"), quotes)


def _longest_break(moments: list[datetime]) -> tuple[datetime, datetime] | None:
    return max(pairwise(moments), key=lambda pair: pair[1] - pair[0], default=None)


def _quotes(lines: list[Timeline], sample: list[datetime], site: Site) -> tuple[Quote, ...]:
    quotes = [_quote(line.source, line.moments) for line in lines]
    if not quotes and sample:
        page, article = next((page, article) for page, article in site.articles if article.published_at)
        quotes = [page.quote(article.date_text or str(article.published_at))]
    return tuple(quotes)


def _quote(source: Fetch, moments: tuple[datetime, ...]) -> Quote:
    text = f"{len(moments)} × {_day(moments[-1])} … {_day(moments[0])}"
    return Quote(source.final_url, text, source.fetched_at, source.sha256, source.handed_in)


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"
