"""The outlet publishes enough items a day for a newsroom at work.

## Why it matters
A Press Council expert (February 2026) calls some 10 to 15 items a day adequate for online media. It is an assessment,
not an article of the regulation.

## What is looked for
The feeds and sitemaps, which list every item of a span: items in the last 14 days over the days that the list covers.

## What it cannot see
Items that neither a feed nor a sitemap lists. Without either nothing is said: a sample of articles cannot be counted.
"""

from __future__ import annotations

from datetime import timedelta

from serikat.engines.judgement.finding import Observation, Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, unclear
from serikat.engines.site_audit.reading.publication import Timeline, timelines
from serikat.engines.site_audit.reading.site import Site

_WINDOW = timedelta(days=14)
# A list that covers less than this cannot tell a busy hour from a busy day.
_SHORTEST = timedelta(hours=6)

_MET = Words(
    id="Sekitar {rate} berita sehari (acuan paling sedikit {low}).",
    en="About {rate} items a day (at least {low} is the reference).",
)
_NOT_MET = Words(
    id="Sekitar {rate} berita sehari, di bawah acuan {low} sehari.",
    en="About {rate} items a day, below the reference of {low} a day.",
)
_UNKNOWN = Words(
    id="Tidak ada umpan (RSS) atau peta situs bertanggal, jadi jumlah berita sehari tidak dapat dihitung.",
    en="There is no dated feed or sitemap, so items a day cannot be counted.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Takes the busiest complete list as the outlet's daily output."""
    low = asked.number("items_a_day_low", 10)
    rates = [(rate, line) for line in timelines(site) if (rate := _rate(site, line)) is not None]
    if not rates:
        return unclear(_UNKNOWN)
    rate, line = max(rates, key=lambda pair: pair[0])
    words = (_MET if rate >= low else _NOT_MET).filled(rate=f"{rate:.1f}".removesuffix(".0"), low=f"{low:g}")
    return (met if rate >= low else not_met)(words, (_quote(line),))


def _rate(site: Site, line: Timeline) -> float | None:
    recent = [moment for moment in line.moments if moment >= site.gathered_at - _WINDOW]
    span = min(site.gathered_at - line.moments[-1], _WINDOW)
    if span < _SHORTEST:
        return None
    return len(recent) / (span / timedelta(days=1)) if span > timedelta(days=1) else float(len(recent))


def _quote(line: Timeline) -> Quote:
    newest, oldest = line.moments[0], line.moments[-1]
    text = f"{len(line.moments)} × {oldest:%Y-%m-%d} … {newest:%Y-%m-%d}"
    return Quote(line.source.final_url, text, line.source.fetched_at, line.source.sha256, line.source.handed_in)
