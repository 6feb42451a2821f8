"""Builds invented article pages in memory."""

from __future__ import annotations

import json
from typing import Any

from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.articles.article import Article, read_article
from serikat.engines.site_audit.reading.page import Page

URL = "https://www.kabar-rekaan.example/desa/warga-rekaan-membangun-jembatan"
HEADLINE = "Warga Rekaan Membangun Jembatan Bambu"
FETCHED = "2026-11-01T03:00:00+00:00"
PARAGRAPH = (
    "<p>Warga desa rekaan yang tinggal di tepi kali membangun jembatan bambu dengan dana sendiri dan tenaga bersama "
    "selama tiga pekan, kata kepala dusun itu.</p>"
)


def page_of(markup: str, url: str = URL) -> Page:
    """A page as if it had been fetched."""
    return Page(Fetch(url, url, "article", 200, (), markup.encode(), FETCHED, "0" * 64))


def article_of(
    *,
    head: str = "",
    above: str = "",
    below: str = "",
    end: str = "",
    after: str = "",
    outside: str = "",
    url: str = URL,
    language: str = "id",
    things: Any = None,
) -> Article:
    """An article read from a page whose parts stand where small news sites put them.

    `things` becomes its JSON-LD; `above` and `below` stand at the headline, `end` closes the text, `after` follows it,
    `outside` is a menu before it.
    """
    data = f'<script type="application/ld+json">{json.dumps(things)}</script>' if things is not None else ""
    return read_article(
        page_of(
            f'<html lang="{language}"><head><title>{HEADLINE} - Kabar Rekaan</title>{head}{data}</head><body>'
            f"<header><nav><a href='/'>Beranda</a></nav>{outside}</header>"
            f"<main><article>{above}<h1>{HEADLINE}</h1>{below}"
            f'<div class="isi">{PARAGRAPH * 4}{end}</div>{after}</article></main>'
            f"<aside><h3>Terpopuler</h3><p>Penulis: Orang Lain Sekali</p></aside>"
            "<footer>Kabar Rekaan</footer></body></html>",
            url,
        )
    )


def news(**fields: Any) -> dict[str, Any]:
    """A NewsArticle of the invented page."""
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE, **fields}


def person(name: str) -> dict[str, str]:
    """A schema.org Person."""
    return {"@type": "Person", "name": name}
