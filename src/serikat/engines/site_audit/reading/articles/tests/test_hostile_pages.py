"""Pages made to exhaust a reader are read like any other."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.reading.articles.article import read_article
from serikat.engines.site_audit.reading.articles.tests.pages import PARAGRAPH, page_of


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<h1>x</h1>" + "<div>" * 20_000 + PARAGRAPH * 5,
        "<h1>x</h1><div>" + "<span>" * 20_000 + "Penulis: x",
        f"<title>{' ' * 200_000}-</title><h1>x</h1>",
        f'<meta name="author" content="{"(" * 200_000}"><h1>x</h1>',
        f'<meta property="article:published_time" content="{"2" * 200_000}"><h1>x</h1>',
        f'<script type="application/ld+json">{"[" * 100_000}</script><h1>x</h1>',
        '<script type="application/ld+json">{"@type": "Article", "author": {"@id": "#a"}, "@id": "#a", "name": 7}',
        f"<h1>x</h1><p>{'Penulis: ' * 20_000}</p>{PARAGRAPH * 5}",
        "<script type='application/ld+json'>{'@type': 'NewsArticle',, \x00</script><h1>\ud83d</h1>".encode(
            "utf-8", "replace"
        ).decode(),
    ],
    ids=str.__len__,
)
def test_it_ends_with_an_article(markup: str) -> None:
    assert read_article(page_of(markup)).published_at is None
