"""What an article says of itself, each value with the place it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from serikat.engines.site_audit.reading.articles.advertorial import read_advertorial_label
from serikat.engines.site_audit.reading.articles.bylines import read_byline
from serikat.engines.site_audit.reading.articles.dates import read_published
from serikat.engines.site_audit.reading.articles.declared import read_declared
from serikat.engines.site_audit.reading.articles.region import find_region
from serikat.engines.site_audit.reading.articles.title import read_title
from serikat.engines.site_audit.reading.page import Page


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read; an empty tuple or None means unknown, never "none".

    `published_at` is ISO 8601: with a zone where one is known, the day alone where only the day is known.
    `sources` maps a field to where it was read: `json-ld`, `meta`, `time`, `text`, `url`, `data`.
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


def read_article(page: Page, now: datetime | None = None) -> Article:
    """Title, time, writers, editors and advertorial label of an article page.

    `now` is when the page was gathered; a date after it is not believed.
    """
    declared = read_declared(page)
    title = read_title(page, declared)
    region = find_region(page.tree, title.node)
    published = read_published(page, declared, region, now)
    byline = read_byline(page, declared, region)
    label = read_advertorial_label(page, declared, region, title.words)
    sources = {
        "title": title.source,
        "published_at": published.source,
        "writers": byline.writers_source,
        "editors": byline.editors_source if byline.editors else "",
    }
    conflicts = {"published_at": published.conflict, "writers": byline.conflict}
    return Article(
        url=page.url,
        title=title.words,
        published_at=published.iso,
        writers=byline.writers,
        editors=byline.editors,
        is_advertorial=bool(label),
        sources={field: source for field, source in sources.items() if source},
        advertorial_label=label,
        byline_text=byline.seen,
        date_text=published.seen,
        by_outlet=byline.by_outlet,
        conflicts={field: rival for field, rival in conflicts.items() if rival} or None,
    )
