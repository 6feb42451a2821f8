"""What an article says of itself, each value with the place it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from serikat.engines.site_audit.reading.page import Page


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read; an empty tuple or None means unknown, never "none".

    `published_at` is ISO 8601: with a zone where one is known, the day alone where only the day is known.
    `sources` maps a field to where it was read: `json-ld`, `meta`, `time`, `text`, `url`, `data`.
    `advertorial_label` holds the words that mark it as paid, `byline_text` and `date_text` the words as seen.
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


def read_article(page: Page, now: datetime | None = None) -> Article:
    """Title, time, writers, editors and advertorial label of an article page."""
    raise NotImplementedError
