"""What an article says of itself, each value with the place it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from serikat.engines.site_audit.reading.articles.advertorial import read_paid_label
from serikat.engines.site_audit.reading.articles.bylines import read_byline
from serikat.engines.site_audit.reading.articles.dates import read_published
from serikat.engines.site_audit.reading.articles.declared import read_declared
from serikat.engines.site_audit.reading.articles.region import Region
from serikat.engines.site_audit.reading.articles.title import read_title
from serikat.engines.site_audit.reading.page import Page


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read; an empty tuple or None means unknown, never "none".

    `published_at` is ISO 8601: with a zone where one is known, the day alone where only the day is known.
    `sources` maps a field to where it was read: `json-ld`, `meta`, `time`, `text`, `url`, `data`; for `is_advertorial`
    also `title`, `kicker`, `breadcrumb`, and there `text` is the last lines alone.
    `advertorial_label` holds the words that mark it as paid, `byline_text` and `date_text` the words as seen.
    `by_outlet` says that the writers are the outlet itself, no person being named. `conflicts` holds, for
    `published_at` and `writers`, the rival value and its place where the page contradicts itself.
    """

    url: str
    title: str
    published_at: str | None
    writers: tuple[str, ...]
    editors: tuple[str, ...]
    is_advertorial: bool
    sources: dict[str, str]
    advertorial_label: str = ""
    byline_text: str = ""
    date_text: str = ""
    by_outlet: bool = False
    conflicts: dict[str, str] | None = None

    def entry(self) -> dict[str, Any]:
        """The article as an `articles` entry of the audit's JSON."""
        return {
            "url": self.url,
            "title": self.title,
            "published_at": self.published_at,
            "writers": list(self.writers),
            "editors": list(self.editors),
            "is_advertorial": self.is_advertorial,
            "advertorial_label": self.advertorial_label,
            "by_outlet": self.by_outlet,
            "conflicts": dict(self.conflicts or {}),
            "sources": dict(self.sources),
        }


def read_article(page: Page, now: datetime | None = None) -> Article:
    """Title, time, writers, editors and advertorial label of an article page.

    `now` is when the page was gathered, by default when it was fetched; a date after it is not believed.
    """
    if now is None and page.fetch.fetched_at:
        now = datetime.fromisoformat(page.fetch.fetched_at)
    declared = read_declared(page)
    title = read_title(page, declared)
    region = Region(page.story, title.node)
    published = read_published(page, declared, region, now)
    byline = read_byline(page, declared, region)
    paid = read_paid_label(page, declared, region, title.words)
    sources = {
        "title": title.source,
        "published_at": published.source,
        "writers": byline.writers_source,
        "editors": byline.editors_source if byline.editors else "",
        "is_advertorial": paid.source,
    }
    conflicts = {"published_at": published.conflict, "writers": byline.conflict}
    return Article(
        url=page.url,
        title=title.words,
        published_at=published.iso,
        writers=byline.writers,
        editors=byline.editors,
        is_advertorial=bool(paid.words),
        sources={field: source for field, source in sources.items() if source},
        advertorial_label=paid.words,
        byline_text=byline.seen,
        date_text=published.seen,
        by_outlet=byline.by_outlet,
        conflicts={field: rival for field, rival in conflicts.items() if rival} or None,
    )
