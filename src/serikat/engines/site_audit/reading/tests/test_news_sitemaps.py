"""News sitemaps are read whatever prefix they use, and what an item lacks is named."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.news_sitemap import NewsEntry, news_sitemaps, unread_news_sitemaps
from serikat.engines.site_audit.reading.tests.site_of import HOME, fetch_of, site_of

OPENING = '<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
WHOLE = (
    f"<url><loc>{HOME}panen</loc><news:news><news:publication><news:name>Warta Contoh</news:name>"
    "<news:language>id</news:language></news:publication><news:publication_date>2026-10-31T09:00:00+07:00"
    "</news:publication_date><news:title><![CDATA[Panen & pesta]]></news:title></news:news></url>"
)


def entries(markup: str) -> list[NewsEntry]:
    site = site_of(fetch_of(f"{HOME}sitemap.xml", "sitemap", (OPENING + markup).encode()))
    return [entry for sitemap in news_sitemaps(site) for entry in sitemap.entries]


def test_a_whole_item_lacks_nothing() -> None:
    [entry] = entries(WHOLE)
    assert (entry.url, entry.title, entry.missing) == (f"{HOME}panen", "Panen & pesta", ())
    assert entry.published
    assert entry.published.isoformat() == "2026-10-31T09:00:00+07:00"


def test_what_is_missing_is_named() -> None:
    [entry] = entries(WHOLE.replace("2026-10-31T09:00:00+07:00", "kemarin").replace(">id<", "><"))
    assert entry.missing == ("language", "publication_date")


def test_pages_that_are_no_news_are_left_out() -> None:
    assert entries(f"<url><loc>{HOME}redaksi</loc></url>{WHOLE}")[0].url == f"{HOME}panen"


def test_a_news_sitemap_that_is_named_but_was_not_asked_for_is_known() -> None:
    index = f"<sitemapindex><sitemap><loc>{HOME}sitemap-berita.xml</loc></sitemap></sitemapindex>".encode()
    site = site_of(fetch_of(f"{HOME}sitemap.xml", "sitemap", index))
    assert unread_news_sitemaps(site) == [f"{HOME}sitemap-berita.xml"]


@given(st.text(st.sampled_from("<>/:! newsurltitlpubcadog[]&;") | st.characters(codec="utf-8")))
def test_any_markup_is_read(markup: str) -> None:
    assert all(entry.missing or entry.published for entry in entries(f"<url>{markup}<news:news>"))
