"""The structural pass: links, metas and structured data of one page."""

from __future__ import annotations

import json
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from serikat.engines.site_audit.reading.structure import Structure, read_structure, resolve, things_in

PAGE = "https://warta.example/berita/2026/kabar.html"


def structure(markup: str) -> Structure:
    return read_structure(LexborHTMLParser(markup), PAGE)


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("redaksi.html", "https://warta.example/berita/2026/redaksi.html"),
        ("/redaksi", "https://warta.example/redaksi"),
        ("?p=49", "https://warta.example/berita/2026/kabar.html?p=49"),
        ("../2025/lama", "https://warta.example/berita/2025/lama"),
        ("//inside.warta.example/pedoman", "https://inside.warta.example/pedoman"),
        ("kabar baru.html#atas", "https://warta.example/berita/2026/kabar%20baru.html"),
        ("mailto:redaksi@warta.example", ""),
        ("JavaScript:alert(1)", ""),
        ("#atas", ""),
        ("http://[::1", ""),
        ("ftp://warta.example/x", ""),
    ],
)
def test_a_link_is_resolved_or_left_out(href: str, address: str) -> None:
    assert resolve(PAGE, href) == address


@pytest.mark.parametrize(
    ("base", "href", "address"),
    [
        ("https://warta.example/a//b/", "c.html", "https://warta.example/a/b/c.html"),
        ("https://warta.example/a/../b/", "c.html", "https://warta.example/b/c.html"),
        ("https://warta.example/a/", "/b/../c", "https://warta.example/c"),
        ("https://warta.example/a/", "b//c", "https://warta.example/a/b/c"),
        ("https://warta.example/a/", "https://warta.example/b?", "https://warta.example/b"),
        ("https://WARTA.example/a/", "/b", "https://WARTA.example/b"),
        ("ftp://warta.example/a/", "b", ""),
    ],
)
def test_dots_and_doubled_slashes_are_taken_out_of_a_link(base: str, href: str, address: str) -> None:
    assert resolve(base, href) == address


@given(
    st.sampled_from(("https://warta.example/", "http://warta.example:8080/a/b/", "https://warta.example/a/../b.c/")),
    st.text("ab1-_~%/.?&=", min_size=1, max_size=14).filter(lambda href: href[0] != "?" and "//" not in href[:2]),
)
def test_a_relative_link_leads_where_the_standard_library_says(base: str, href: str) -> None:
    assert resolve(base, href) == urljoin(base, href)


def test_a_base_element_moves_the_links() -> None:
    found = structure('<base href="https://lain.example/x/"><a href="y">Redaksi  Kami</a>')
    assert [(link.url, link.text) for link in found.links] == [("https://lain.example/x/y", "Redaksi Kami")]


def test_metas_keep_every_value_in_order() -> None:
    found = structure('<meta property="Article:Author" content=" A "><meta property="article:author" content="B">')
    assert found.metas["article:author"] == ["A", "B"]
    assert found.meta("author", "article:author") == "A"


def test_structured_data_are_flattened_from_graphs() -> None:
    block = json.dumps({"@graph": [{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ani"}}, 3]})
    assert [thing["@type"] for thing in things_in(block)] == ["NewsArticle", "Person"]


@pytest.mark.parametrize("block", ["", "{", "[1, 2", '{"@type": "X",}', "null", '"@type"', "[" * 5000])
def test_broken_structured_data_are_left_unread(block: str) -> None:
    assert things_in(block) == []


def test_a_raw_newline_inside_a_json_string_is_forgiven() -> None:
    assert things_in('{"@type": "X", "name": "dua\nbaris"}') == [{"@type": "X", "name": "dua\nbaris"}]


@given(st.text(max_size=300))
def test_no_text_breaks_the_pass(text: str) -> None:
    structure(text)
    structure(f"<a href='{text}'>x</a><meta content='{text}' name=a>")


def test_a_heading_in_two_lines_keeps_its_words_apart() -> None:
    assert structure("<h1>Redaksi<br>Warta Rekaan</h1>").h1 == "Redaksi Warta Rekaan"
    assert structure("<h1>Warta<span>Rekaan</span></h1>").h1 == "WartaRekaan"
