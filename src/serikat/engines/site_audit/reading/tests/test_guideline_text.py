"""The recognition of a guideline by its shingles."""

from __future__ import annotations

from serikat.engines.site_audit.reading.guideline_text import coverage, fingerprints_of, may_carry, shingles

CLAUSES = {
    "1": "Pewarta rekaan memeriksa setiap kabar kepada dua orang yang berlainan sebelum memuatnya.",
    "2": "Iklan diberi tanda yang jelas pada bagian paling atas supaya pembaca tidak keliru.",
}
PRINTS = {number: frozenset(int(value, 16) for value in values) for number, values in fingerprints_of(CLAUSES).items()}


def test_the_text_itself_is_covered_whole_in_any_case_and_punctuation() -> None:
    text = " ".join(f"({number}) {words.upper()}" for number, words in CLAUSES.items())
    assert coverage(text, PRINTS).whole == 1.0


def test_a_dropped_clause_is_named() -> None:
    assert coverage(CLAUSES["1"], PRINTS).below(0.5) == ("2",)


def test_own_words_cover_next_to_nothing() -> None:
    assert coverage("Kami berusaha menulis dengan benar dan memberi tanda pada iklan.", PRINTS).whole == 0.0


def test_list_letters_and_numbers_do_not_break_a_sentence() -> None:
    assert shingles("satu dua a. tiga 2. empat lima") == shingles("satu dua tiga empat lima")


def test_an_edition_without_fingerprints_is_never_covered() -> None:
    assert coverage(CLAUSES["1"], {}).whole == 0.0


def test_a_long_page_with_the_text_in_it_is_worth_comparing() -> None:
    page = "Kabar lain dari kota. " * 90 + " ".join(CLAUSES.values()) * 3 + "Kabar lain dari kota. " * 90
    assert may_carry(page, shingles(" ".join(CLAUSES.values())))


def test_a_long_page_of_other_words_is_not() -> None:
    assert not may_carry("Kabar lain dari kota. " * 300, shingles(" ".join(CLAUSES.values())))
