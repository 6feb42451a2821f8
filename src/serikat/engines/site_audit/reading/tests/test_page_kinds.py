"""What a page is for, as links, headings and addresses say."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import (
    PageKind,
    kind_addressed,
    kind_named,
    kinds_of_pages,
    own_words,
)


def page(path: str, markup: str, purpose: str = "page") -> Page:
    url = f"https://warta.example{path}"
    return Page(Fetch(url, url, purpose, 200, (), markup.encode(), "", ""))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Redaksi", PageKind.MASTHEAD),
        ("Box Redaksi", PageKind.MASTHEAD),
        ("Susunan Redaksi", PageKind.MASTHEAD),
        ("Pedoman Media Siber", PageKind.GUIDELINE),
        ("Pedoman Pemberitaan Siber", PageKind.GUIDELINE),
        ("Pedoman", PageKind.GUIDELINE),
        ("Pedoman Hak Jawab", PageKind.CORRECTIONS),
        ("Kode Etik Redaksi", PageKind.ETHICS),
        ("Tentang Kami", PageKind.ABOUT),
        ("Hubungi Kami", PageKind.CONTACT),
        ("Disclaimer & Privacy Policy", PageKind.PRIVACY),
        ("Info Iklan", PageKind.ADVERTISING),
        ("Kebijakan Komentar", PageKind.COMMENT_POLICY),
        ("Gubernur Rekaan Hubungi Redaksi Media Siber untuk Hak Jawab Soal Berita", None),
        ("Manajemen", PageKind.MASTHEAD),
        ("PPMS", PageKind.GUIDELINE),
        ("SOP Perlindungan Profesi Wartawan", PageKind.PROTECTION),
        ("Kontak Senjata di Kampung Rekaan", None),
        ("Tentang Banjir yang Tak Surut", None),
        ("Langgar Kode Etik, Anggota Dewan Disidang", None),
        ("Hak Jawab Dinas Rekaan", None),
        ("Perlindungan Wartawan Disorot", None),
        ("Olahraga", None),
        ("", None),
    ],
)
def test_a_few_words_name_a_page(words: str, kind: PageKind | None) -> None:
    assert kind_named(words) is kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/dapur/redaksi", PageKind.MASTHEAD),
        ("/boxredaksi", PageKind.MASTHEAD),
        ("/pedomanmediasiber.html", PageKind.GUIDELINE),
        ("/statics/pedoman-media-siber", PageKind.GUIDELINE),
        ("/index.php/cayber-pedoman", PageKind.GUIDELINE),
        ("/page.php?slug=kode-etik", PageKind.ETHICS),
        ("/kebijakan_privasi.html", PageKind.PRIVACY),
        ("/2026/10/30/berita", None),
        ("/2026/03/02/polisi-terima-pengaduan-warga/", None),
        ("/author/redaksi/", None),
        ("/tag/hak-jawab", None),
        ("/?author=redaksi", None),
    ],
)
def test_an_address_names_a_page(path: str, kind: PageKind | None) -> None:
    assert kind_addressed(f"https://warta.example{path}") is kind


def test_the_words_on_links_outweigh_a_title_forgotten_in_copying() -> None:
    home = page("/", '<a href="/a.html">Redaksi</a><a href="/b.html">Kontak</a>', "home")
    copied = "<title>Pedoman Media Siber — Warta</title><h1>Redaksi</h1>"
    kinds = kinds_of_pages([home, page("/a.html", copied), page("/b.html", copied)])
    assert kinds["https://warta.example/a.html"] is PageKind.MASTHEAD
    assert kinds["https://warta.example/b.html"] is PageKind.CONTACT


def test_a_link_that_redirects_names_the_page_where_it_ends() -> None:
    home = page("/", "<a href='http://www.warta.example/p/12'>Redaksi</a>", "home")
    asked, ended = "https://warta.example/p/12", "https://warta.example/laman/12/"
    target = Page(Fetch(asked, ended, "page", 200, (), b"<p>Nama", "", "", redirects=(asked,)))
    assert kinds_of_pages([home, target])[ended] is PageKind.MASTHEAD


@pytest.mark.parametrize("words", ["Redaksi Kabar Rekaan", "Susunan Redaksi KabarRekaan.com", "Tentang Kabar Rekaan"])
def test_the_name_of_the_outlet_belongs_to_the_name_of_a_page(words: str) -> None:
    home = page("/", "<title>Kabar Rekaan | Berita Terkini</title>", "home")
    assert kind_named(words) is None
    assert kind_named(words, own_words(home)) is not None


def test_a_page_of_one_writers_articles_is_a_section_whatever_links_call_it() -> None:
    home = page("/", '<a href="/author/redaksi/">Redaksi</a>', "home")
    assert (
        kinds_of_pages([home, page("/author/redaksi/", "<h1>Redaksi</h1>")])["https://warta.example/author/redaksi/"]
        is PageKind.SECTION
    )


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<title>Warta</title><h1>Warta</h1><h2>Susunan Redaksi</h2>", PageKind.MASTHEAD),
        ("<title>Warta</title><h3 class=post-title>Pedoman Media Siber</h3>", PageKind.GUIDELINE),
        ("<title>Warta</title><h2>Berita Terbaru</h2><h3>Redaksi</h3>", PageKind.OTHER),
        ("<title>Warta</title><h2>Terbaru</h2><footer><h3>Tentang Kami</h3></footer>", PageKind.OTHER),
        ("<title>Warta</title><aside><h3>Tentang Kami</h3></aside>", PageKind.OTHER),
    ],
)
def test_a_page_that_nothing_else_names_is_named_by_its_first_lower_heading(markup: str, kind: PageKind) -> None:
    pages = [page("/", "<title>Warta</title><a href=/?p=7>klik di sini</a>", "home"), page("/?p=7", markup)]
    assert kinds_of_pages(pages)["https://warta.example/?p=7"] is kind
