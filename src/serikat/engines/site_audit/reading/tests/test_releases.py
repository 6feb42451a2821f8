"""Releases are known by the marks that desks leave, and a press office that is merely quoted is none."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.reading.article_text import text_of
from serikat.engines.site_audit.reading.articles.article import Article
from serikat.engines.site_audit.reading.releases import release_mark


def mark(last: str, *writers: str) -> str:
    article = Article("https://suaranusa.example/1", "Pasar baru", None, writers, (), False, {})
    paragraphs = ("Pasar baru dibuka.", last)
    return release_mark(article, text_of(paragraphs))


@pytest.mark.parametrize(
    "last",
    ["(rls)", "(Humas)", "(red/rls)", "*/Diskominfo Rekaan", "Sumber: Humas Pemkab Rekaan", "Pasar ramai. (Kominfo)"],
)
def test_a_code_at_the_end_is_a_mark(last: str) -> None:
    assert mark(last)


@pytest.mark.parametrize(
    "last",
    [
        "“Pasar dibuka,” kata Kepala Humas.",
        "Hal itu disampaikan dalam siaran pers yang dibacakan wali kota di hadapan para pedagang pasar rekaan.",
        "(red)",
        "(Ani/Budi)",
        "Film itu akan dirilis pekan depan (hum).",
    ],
)
def test_a_quoted_office_is_none(last: str) -> None:
    assert mark(last) == ""


def test_a_press_office_as_writer_is_a_mark() -> None:
    assert mark("Selesai.", "Diskominfo Rekaan") == "Diskominfo Rekaan"
    assert mark("Selesai.", "Humaira Contohsari") == ""
