"""The story is read whole, without menus and without lines that lead elsewhere."""

from __future__ import annotations

from serikat.engines.site_audit.reading.article_text import article_text, article_texts
from serikat.engines.site_audit.reading.tests.page_of import page_of
from serikat.engines.site_audit.reading.tests.site_of import fetch_of, site_of

STORY = "Warga kampung rekaan bergotong royong membersihkan saluran air pada akhir pekan ini bersama perangkat desa."


def test_paragraphs_come_in_page_order_without_menus() -> None:
    page = page_of(f"<nav><p>Menu</p></nav><div><p>{STORY}</p><p>{STORY} Kedua.</p><p>Baca juga: Pasar</p></div>")
    assert article_text(page).paragraphs == (STORY, f"{STORY} Kedua.")


def test_a_story_set_with_line_breaks_is_read_too() -> None:
    page = page_of(f"<article>{STORY}<br>\n{STORY} Kedua.<br>\n(rls)</article>")
    assert article_text(page).ending[-1] == "(rls)"


def test_a_page_without_a_story_has_no_text() -> None:
    assert article_text(page_of("<p>Hai</p>")).text == ""


def test_paragraphs_that_hold_a_word_are_found_whatever_its_case() -> None:
    page = page_of(f"<div><p>{STORY}</p><p>{STORY} FOTO: Rekaan.</p></div>")
    assert list(article_text(page).holding(("foto", "gambar"))) == [f"{STORY} FOTO: Rekaan."]


def test_stories_searched_together_hold_each_their_own_words() -> None:
    bodies = {"a": f"<div><p>{STORY}</p><p>{STORY} Tersangka.</p></div>", "b": f"<div><p>{STORY}</p></div>"}
    fetches = (fetch_of(f"https://warta-contoh.example/{name}", "article", bodies[name].encode()) for name in bodies)
    texts = [text for _, _, text in article_texts(site_of(*fetches))]
    assert [text.holds(("tersangka", "gudang")) for text in texts] == [True, False]
    assert [text.holding(("tersangka",)) for text in texts] == [[f"{STORY} Tersangka."], []]
