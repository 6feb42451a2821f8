"""Moments and numbers as Indonesia writes them, and as English readers expect them."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.report.phrases import article_number, moment, published, rest, speaker


def test_a_moment_is_absolute_and_in_wib() -> None:
    assert moment("2026-11-21T23:05:00+00:00", "id") == "22 November 2026, 06.05 WIB"
    assert moment("2026-08-01T00:00:00Z", "en") == "1 August 2026, 07:00 WIB"


@pytest.mark.parametrize(
    ("stamp", "spoken"),
    [
        (None, "tidak diketahui"),
        ("2026-11-21", "21 November 2026"),
        ("2026-11-21T08:30:00", "21 November 2026, 08.30"),
        ("2026-11-21T08:30:00+08:00", "21 November 2026, 08.30 WITA"),
        ("2026-11-21T08:30+09:00", "21 November 2026, 08.30 WIT"),
        ("2026-11-21T08:30:00+00:00", "21 November 2026, 08.30 UTC+0000"),
        ("kemarin", "kemarin"),
    ],
)
def test_an_article_is_dated_as_exactly_as_it_says(stamp: str | None, spoken: str) -> None:
    assert published(stamp, "id") == spoken


@pytest.mark.parametrize(
    ("number", "indonesian", "english"),
    [
        ("Pasal 12", "Pasal 12", "Article 12"),
        ("8", "Butir 8", "Clause 8"),
        ("Pasal 10 ayat (1) dan (2)", "Pasal 10 ayat (1) dan (2)", "Article 10 paragraph (1) and (2)"),
        ("tanpa nomor", "", ""),
    ],
)
def test_a_clause_is_cited_as_people_cite_it(number: str, indonesian: str, english: str) -> None:
    assert article_number(number, "id") == indonesian
    assert article_number(number, "en") == english


def test_one_thing_is_spoken_of_in_the_singular() -> None:
    say = speaker("en")
    assert say("more_pages", n=1) == "and 1 more page"
    assert say("more_pages", n=3) == "and 3 more pages"


@pytest.mark.parametrize(
    ("missing", "voluntary", "unclear", "said"),
    [
        (16, 10, 13, "16 perlu dibenahi, 10 di antaranya sukarela; 13 belum jelas."),
        (2, 2, 0, "2 perlu dibenahi, semuanya sukarela."),
        (3, 0, 0, "3 perlu dibenahi."),
        (0, 0, 1, "1 belum jelas."),
        (0, 0, 0, "Tidak ada yang perlu dibenahi di situs."),
    ],
)
def test_what_only_a_voluntary_text_asks_for_is_counted_apart(
    missing: int, voluntary: int, unclear: int, said: str
) -> None:
    assert rest(speaker("id"), missing=missing, voluntary=voluntary, unclear=unclear) == said
