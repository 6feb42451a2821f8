"""Names without a label: beside the date, at the end, in the box about the writer, in the page's own data."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.reading.articles.article import read_article
from serikat.engines.site_audit.reading.articles.tests.pages import HEADLINE, article_of, page_of


@pytest.mark.parametrize(
    "text", ["{0}<br><br>{0}<br>{0}", "<div>{0}</div><div>{0}</div><div>{0}</div>", "Pendek saja."]
)
def test_a_story_without_paragraphs_ends_before_the_margin(text: str) -> None:
    story = text.format("Warga desa rekaan yang tinggal di tepi kali membangun jembatan bambu dengan dana sendiri.")
    aside = "<div><span class='author'>Orang Lain</span> <time datetime='2020-01-01'>1 Januari 2020</time></div>"
    article = read_article(
        page_of(
            f"<html><head><title>{HEADLINE} - Kabar</title></head><body><div><h1>{HEADLINE}</h1>"
            f"<div>2 Mei 2026 - Sari Rekawati</div><div>{story} Kata warga yang hadir.</div></div>{aside}"
        )
    )
    assert article.published_at == "2026-05-02"
    assert article.writers != ("Orang Lain",)


@pytest.mark.parametrize(
    ("below", "end"),
    [
        ("<div>Sari Rekawati</div><div>Senin, 2 Maret 2026 | 10:05 WIB</div>", ""),
        ("<div>Sari Rekawati | Senin, 2 Maret 2026 10:05 WIB</div>", ""),
        ("<p>Posted by: Sari Rekawati on 2 Maret 2026</p>", ""),
        ("<p>Diposting oleh Sari Rekawati pada 2 Maret 2026</p>", ""),
        ("", "<p>“Kami senang,” katanya. (Sari Rekawati)</p>"),
        ("", "<p>(Sari Rekawati/Bimo Contohadi)</p>"),
        ("", "<p>Liputan: Sari Rekawati</p>"),
        ("", "<p>Kontributor Serang: Sari Rekawati</p>"),
        ("", "<p>Penulis: Sari Rekawati (IG: @sarireka)</p>"),
        ("<p>Sari Rekawati, Kontributor Serang | 2 Mei 2026</p>", ""),
        ("", "<p>(Red/Sari Rekawati)</p>"),
        ("", "<p>***Sari Rekawati</p>"),
        ("<p>by Sari Rekawati Mei 2, 2026 8:30 pm</p>", ""),
        ("<p>Daerah | Sari Rekawati | Sabtu, 2 Mei 2026 | 08.30 WIB</p>", ""),
        ("<p>2026-05-02 08:30:15 | Sari Rekawati</p>", ""),
        ("<p>Posted on May 2, 2026 by Sari Rekawati</p>", ""),
        ("<p>Dikirim oleh Sari Rekawati pada Sab, 02/05/2026 - 08:30</p>", ""),
        ("<footer><a href='/user/3'>Sari Rekawati</a> <time>Sab, 02/05/2026 - 08:30</time></footer>", ""),
        ("", "<p>Penulis &amp; Foto: Sari Rekawati</p>"),
        ("", "<p>Juru Warta : Sari Rekawati</p>"),
        ("", "<p><em>*) Sari Rekawati, penulis adalah dosen Universitas Rekaan.</em></p>"),
        ("<p>Oleh: Sari Rekawati, M.Si. *)</p>", "<p>*) Penulis adalah dosen</p>"),
    ],
)
def test_a_writer_signs_in_the_ways_of_small_sites(below: str, end: str) -> None:
    assert article_of(below=below, end=end).writers == ("Sari Rekawati",)


@pytest.mark.parametrize(
    ("below", "end"),
    [
        ("<div>Jawa Barat</div><div>Senin, 2 Maret 2026</div>", ""),
        ("<div><a href='/gaya-hidup'>Gaya Hidup</a></div><div>Senin, 2 Maret 2026</div>", ""),
        ("<div><a href='/rekan-muda'>Rekan Muda</a> | Senin, 2 Maret 2026</div>", ""),
        ("", "<p>Penulis: Red</p>"),
        ("<p>2 Mei 2026</p><p>Kolam Atas — memiliki empat puluh dua lapak bagi warga yang datang.</p>", ""),
        ("", "<p>“Airnya jernih sekali.” (Om Rekawan)</p>"),
        ("<p>Oleh Redaksi Kabar Rekaan • 6 Desember 2025 • Telaga Khayal</p>", ""),
        ("<p>📅 Minggu, 11 Januari 2026 | ⏰ 10.00 – 22.00 WIB | 📍 Telaga Khayal</p>", ""),
        ("<p>🎫 Tiket & Sistem Lomba</p><p>Sabtu, 2 Mei 2026</p>", ""),
        ("".join(f"<p>Telaga Khayal</p><p>{day} Mei 2026</p>" for day in (2, 3, 4, 5)), ""),
        ("", "<p>Penulis: Biro Serang</p>"),
        ("", "<p>Penulis: Diskominfo Rekaan</p>"),
        ("", "<p>Demikian. (Foto: Sari Rekawati)</p>"),
    ],
)
def test_sections_offices_and_shorthands_are_no_writers(below: str, end: str) -> None:
    assert article_of(below=below, end=end).writers == ()


def test_a_signature_under_the_text_is_read_where_blogs_put_it() -> None:
    after = "<div>Diposting oleh <a href='/profil/1'>Sari Rekawati</a></div>"
    assert article_of(after=after).writers == ("Sari Rekawati",)


def test_what_a_page_shows_itself_from_names_the_writer_beside_the_headline() -> None:
    data = f'<script>{{"title": "{HEADLINE}", "authors": [{{"id": 7, "name": "Sari Rekawati"}}]}}</script>'
    other = '<script>{"title": "Pasar Malam Dibuka", "author": {"name": "Orang Lain"}}</script>'
    assert article_of(after=data).writers == ("Sari Rekawati",)
    assert article_of(after=data + other).writers == ()
    assert article_of(after=other).writers == ()


@pytest.mark.parametrize(
    "end",
    [
        "<p>Laporan: Sari Rekawati dari Serang</p>",
        "<p>Laporan Wartawan Kabar Rekaan, Sari Rekawati</p>",
        "<p>Tim Liputan: Sari Rekawati</p>",
        "<p>Diliput oleh: Sari Rekawati</p>",
    ],
)
def test_reports_are_signed_after_the_text(end: str) -> None:
    assert article_of(end=end).writers == ("Sari Rekawati",)


def test_the_box_about_the_writer_names_one_where_nothing_else_does() -> None:
    box = "<div class='author-box'><h4>Tentang Penulis</h4><a href='/author/sari'>Sari Rekawati</a></div>"
    assert article_of(after=box).writers == ("Sari Rekawati",)
    assert article_of(after=box, end="<p>Penulis: Bimo Contohadi</p>").writers == ("Bimo Contohadi",)
    assert article_of(after=box * 2).writers == ()
