"""Plain words are found in the lines that hold them."""

from __future__ import annotations

from serikat.engines.site_audit.reading.passages import Passages

LINES = ("Kantor di Kota Rekaan", "İİ “Warga” berkumpul", "KOTA lain")


def test_words_are_found_in_any_case_and_inside_others() -> None:
    passages = Passages(LINES)
    assert passages.places(("kota", "kumpul")) == [0, 1, 2]
    assert passages.places(("gudang",)) == []
    assert passages.show(("gudang", "lain"))


def test_the_lines_that_hold_a_word_are_given_themselves() -> None:
    assert Passages(LINES).holding(("kota",)) == {LINES[0], LINES[2]}
    assert Passages(LINES).holding(("di kota", "gudang")) == {LINES[0]}
