"""The headline, without the site's name and in spite of headings that belong to the site."""

from __future__ import annotations

from serikat.engines.site_audit.reading.articles.article import read_article
from serikat.engines.site_audit.reading.articles.tests.pages import HEADLINE, article_of, news, page_of


def title_of(markup: str) -> str:
    return read_article(page_of(markup)).title


def test_the_heading_is_the_title() -> None:
    assert article_of().title == HEADLINE


def test_a_heading_with_the_sites_name_gives_way_to_what_the_page_declares() -> None:
    markup = (
        "<html><head><title>Jembatan Bambu Selesai - Kabar Rekaan</title>"
        '<meta property="og:title" content="Jembatan Bambu Selesai - Kabar Rekaan">'
        '<meta property="og:site_name" content="Kabar Rekaan"></head><body><h1>Kabar Rekaan</h1></body>'
    )
    assert title_of(markup) == "Jembatan Bambu Selesai"


def test_the_second_heading_may_be_the_headline() -> None:
    markup = (
        "<html><head><title>Jembatan Bambu Selesai | Kabar Rekaan</title></head>"
        "<body><h1>Kabar Rekaan</h1><h1>Jembatan Bambu Selesai</h1>"
    )
    assert title_of(markup) == "Jembatan Bambu Selesai"


def test_dashes_inside_a_headline_stay() -> None:
    markup = (
        "<html><head><title>Jalan Rusak - Warga Menanam Pisang</title></head><body><p>Tanpa judul.</p></body></html>"
    )
    assert title_of(markup) == "Jalan Rusak - Warga Menanam Pisang"


def test_a_declared_headline_stands_where_the_page_shows_none() -> None:
    assert article_of(things=news()).title == HEADLINE


def test_the_long_heading_is_the_title_where_every_page_has_the_name_of_the_site() -> None:
    markup = (
        "<html><head><title>Kabar Rekaan</title></head><body><h1><a href='/'>Kabar Rekaan</a></h1>"
        "<aside><h3>Lurah Contoh Tinjau Banjir di Kampung</h3></aside><h3>Warga Rekaan Membangun Jembatan Bambu</h3>"
    )
    assert title_of(markup) == "Warga Rekaan Membangun Jembatan Bambu"


def test_an_empty_page_has_no_title() -> None:
    assert title_of("<html></html>") == ""


def test_a_kicker_inside_the_heading_is_no_part_of_a_title_declared_without_it() -> None:
    markup = (
        "<html><head><title>Warga Rekaan Membangun Jembatan Bambu - Kabar</title><meta property='og:title' content="
        "'Warga Rekaan Membangun Jembatan Bambu'></head><body><h1><span>%s</span> %s</h1>"
    )
    assert title_of(markup % ("Gotong royong", HEADLINE)) == HEADLINE
    assert title_of(markup % ("", "Kisah Lima Dusun: " + HEADLINE)) == "Kisah Lima Dusun: " + HEADLINE


def test_the_name_of_the_site_may_stand_before_the_title() -> None:
    assert title_of(f"<html><head><title>Kabar Rekaan – {HEADLINE}</title></head><body><p>Isi.</p>") == HEADLINE
