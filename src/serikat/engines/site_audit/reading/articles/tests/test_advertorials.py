"""Paid articles: labels at the article itself count, advertising slots and menus do not."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.reading.articles.article import read_article
from serikat.engines.site_audit.reading.articles.tests.pages import HEADLINE, article_of, news, page_of


@pytest.mark.parametrize(
    ("end", "label"),
    [
        ("<p>Pembangunan itu selesai pekan depan. (ADV)</p>", "ADV"),
        ("<p>Penulis: Sari Rekawati | Penyunting: Bimo Contohadi | ADV Dinas Rekaan</p>", "ADV Dinas Rekaan"),
        ("<p>ADV Diskominfo Rekaan</p>", "ADV Diskominfo Rekaan"),
        ("<p>Selesai. (adv/bud)</p>", "adv"),
        ("<p>Selesai. */adv</p>", "adv"),
        ("<p>(Advertorial)</p>", "Advertorial"),
        ("<p>[Pariwara]</p>", "Pariwara"),
        ("<p>(Adv/Dinas Rekaan)</p>", "Adv"),
    ],
)
def test_the_last_lines_may_carry_the_label(end: str, label: str) -> None:
    article = article_of(end=end)
    assert article.advertorial_label.startswith(label)
    assert article.sources["is_advertorial"] == "text"


@pytest.mark.parametrize(
    ("above", "source"),
    [
        ("<span class='kicker'>Advertorial</span>", "kicker"),
        ("<a class='kategori'>Pariwara</a>", "kicker"),
        ("<span>Konten Berbayar</span>", "kicker"),
        ("<div><a href='/'>Beranda</a> / <a href='/adv'>Adv</a></div>", "kicker"),
        ("<p>Kategori: Infotorial</p>", "kicker"),
    ],
)
def test_a_kicker_marks_the_article(above: str, source: str) -> None:
    assert article_of(above=above).sources.get("is_advertorial") == source


def test_the_section_marks_the_article() -> None:
    assert article_of(head='<meta property="article:section" content="Advertorial">').is_advertorial
    assert article_of(things=news(articleSection=["Pariwara"])).is_advertorial
    assert article_of(url="https://www.kabar-rekaan.example/advertorial/jembatan").is_advertorial
    assert article_of(things={"@type": "AdvertiserContentArticle", "headline": HEADLINE}).is_advertorial


def test_a_breadcrumb_marks_the_article() -> None:
    crumbs = "<ol class='breadcrumb'><li><a>Beranda</a></li><li><a>Advertorial</a></li></ol>"
    assert article_of(outside=crumbs).sources["is_advertorial"] == "breadcrumb"


@pytest.mark.parametrize(
    "title", ["Advertorial: Bank Rekaan Buka Cabang", "[ADV] Bank Rekaan Buka Cabang", "Bank Rekaan Buka Cabang (Adv)"]
)
def test_the_title_marks_the_article(title: str) -> None:
    assert read_article(
        page_of(f"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>")
    ).is_advertorial


@pytest.mark.parametrize(
    "below",
    [
        "<div class='ad'>Advertisement</div>",
        "<div>Iklan</div>",
        "<p>SCROLL UNTUK MELANJUTKAN MEMBACA</p><div>ADVERTISEMENT</div>",
        "<a href='/iklan'>Pasang Iklan</a>",
        "<p>Advokat itu menolak berkomentar.</p>",
        "<ul class='menu'><li>Advertorial</li></ul>",
    ],
)
def test_slots_and_menus_mark_nothing(below: str) -> None:
    assert not article_of(below="" if "menu" in below else below, outside=below, after=below).is_advertorial


def test_news_about_advertising_is_news() -> None:
    end = "<p>Aturan baru tentang iklan rokok (iklan luar ruang) berlaku mulai pekan depan di kota rekaan itu.</p>"
    assert not article_of(end=end).is_advertorial
    assert not read_article(page_of("<title>x</title><h1>Iklan Rokok Dilarang di Kota Rekaan</h1>")).is_advertorial
