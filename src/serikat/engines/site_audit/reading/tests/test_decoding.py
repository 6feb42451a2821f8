"""Bytes to text in spite of lies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.decoding import decode

WORDS = "Café “redaksi” di Yogyakarta"


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        (WORDS.encode(), "text/html; charset=iso-8859-1"),
        (WORDS.encode(), "text/html; charset=nonsense"),
        (WORDS.encode("windows-1252"), "text/html; charset=utf-8"),
        (WORDS.encode("windows-1252"), ""),
        (WORDS.encode("windows-1252"), "text/html; charset=ISO-8859-1"),
        (b"\xef\xbb\xbf" + WORDS.encode(), ""),
        (WORDS.encode("utf-16"), "text/html; charset=utf-8"),
    ],
)
def test_the_words_survive_the_declaration(body: bytes, declared: str) -> None:
    assert decode(body, declared) == WORDS


def test_a_meta_declaration_is_heard() -> None:
    assert "Привет" in decode('<meta charset="windows-1251">Привет'.encode("windows-1251"))


def test_utf_8_cut_in_the_middle_of_a_letter_stays_utf_8() -> None:
    assert decode(WORDS.encode()[:4]).startswith("Caf")
    assert "”" in decode(WORDS.encode() * 3 + b"\xc3", "text/html; charset=utf-8")


def test_a_codec_that_is_no_charset_is_not_obeyed() -> None:
    assert decode(b"caf\xe9", "text/html; charset=zip") == "café"


@given(st.binary(max_size=300), st.text(max_size=40))
def test_decoding_never_fails(body: bytes, declared: str) -> None:
    decode(body, f"text/html; charset={declared}")


@pytest.mark.parametrize("name", ["punycode", "idna", "utf-7", "unicode_escape", "charmap", "zlib", "undefined"])
def test_what_is_no_charset_of_pages_is_not_used_as_one(name: str) -> None:
    body = WORDS.encode("windows-1252")
    assert decode(body, f"text/html; charset={name}") == WORDS
