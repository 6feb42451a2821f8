"""A page finds words cheaply and reads what its bytes say, however they are encoded."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.tests.page_of import page_of

LINES = "<p>Alamat Redaksi</p><p>Kabar</p><p>KANTOR alamat</p>"


def encoded(body: bytes, content_type: str = "") -> Page:
    url = "https://suaranusa.example/"
    headers = (("content-type", content_type),) if content_type else ()
    return Page(Fetch(url, url, "page", 200, headers, body, "2026-01-02T03:04:05+00:00", "0" * 64))


def test_lines_with_a_word_are_found_in_any_case_and_once_each() -> None:
    assert page_of(LINES).lines_with(("alamat", "kantor")) == [0, 2]


def test_no_line_holds_a_word_that_is_not_there() -> None:
    assert page_of(LINES).lines_with(("gudang",)) == []


def test_a_letter_that_grows_when_small_shifts_no_line() -> None:
    assert page_of("<p>İİİİ</p><p>İstana</p><p>kantor</p>").lines_with(("kantor",)) == [2]


def test_a_page_says_a_word_in_any_case() -> None:
    page = page_of("<p>Kuasa HUKUM “kami”</p>")
    assert page.says(("gudang", "hukum"))
    assert not page.says(("gudang",))


def test_programs_and_styles_are_no_words_of_a_page() -> None:
    page = page_of("<p>Berita<script>var a = 'Iklan'</script></p><p>Kantor<style>.iklan {}</style></p>")
    assert page.says(("kantor",))
    assert not page.says(("iklan",))


def test_structured_data_stays_though_programs_go() -> None:
    page = page_of('<script>var a</script><script type="application/ld+json">{"@type": "NewsArticle"}</script>')
    assert page.structure.json_ld == ({"@type": "NewsArticle"},)


def test_a_page_that_was_let_go_is_parsed_again() -> None:
    page = page_of("<p>Redaksi</p><script src='/a.js'></script>")
    before, lines = page.tree, page.lines
    page.let_go()
    assert page.tree is not before
    assert (page.lines, page.programs) == (lines, "/a.js")


def test_a_page_without_words_has_no_lines_with_any() -> None:
    assert page_of("").lines_with(("alamat",)) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_markup_is_searched_in_every_encoding(encoding: str) -> None:
    assert b"<p>Redaksi" in encoded("<p>Redaksi</p>".encode(encoding)).encoded


def test_a_page_that_is_not_utf_8_is_parsed_as_declared() -> None:
    page = encoded("<p>Café Redaksi</p>".encode("windows-1252"), "text/html; charset=windows-1252")
    assert page.lines == ("Café Redaksi",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_page_reads_the_same_in_every_unicode_encoding(encoding: str) -> None:
    assert encoded("<p>Café “Redaksi”</p>".encode(encoding)).lines == ("Café “Redaksi”",)
