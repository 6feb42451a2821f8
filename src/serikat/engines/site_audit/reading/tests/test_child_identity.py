"""A passage that seems to name a child is found, and the name never leaves the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.article_text import text_of
from serikat.engines.site_audit.reading.child_identity import NamedChild, named_child


def seen(*paragraphs: str, below: int = 18) -> NamedChild | None:
    return named_child(text_of(paragraphs), below)


@pytest.mark.parametrize(
    "passage",
    [
        "Korban Lala Contohsari (14) melaporkan pencabulan itu.",
        "Korban, Lala Contohsari (14 tahun), melaporkan pencabulan itu.",
        "Lala Contohsari yang berusia 14 tahun menjadi korban perundungan.",
        "Seorang siswi bernama Lala Contohsari dianiaya teman sekelasnya.",
        "Seorang bocah atas nama Dodo bin Fiktif dilaporkan diculik.",
    ],
)
def test_a_child_named_beside_a_crime_is_found_without_its_name(passage: str) -> None:
    child = seen(passage)
    assert child is not None
    assert not {"Lala", "Contohsari", "Dodo", "Fiktif"} & set(child.words.replace(",", " ").split())


@pytest.mark.parametrize(
    "passage",
    [
        "Korban LC (14) melaporkan pencabulan itu.",
        "Korban Bunga (14) melaporkan pencabulan itu.",
        "Korban (14) melaporkan pencabulan itu.",
        "Korban, sebut saja Lala (14), nama samaran, melaporkan pencabulan itu.",
        "Lala Contohsari (14) memenangkan lomba menggambar.",
        "Dodo Fiktiawan (34) ditangkap karena pencurian pada Kamis (12).",
        "Tersangka pencurian, Dodo Fiktiawan, dijerat Pasal (3).",
    ],
)
def test_initials_changed_names_grown_ups_and_winners_are_left_alone(passage: str) -> None:
    assert seen(passage) is None


def test_a_crime_in_the_next_paragraph_counts_and_one_far_away_does_not() -> None:
    child, crime = "Lala Contohsari (14) pulang sekolah.", "Ia menjadi korban pelecehan."
    assert seen(child, crime) is not None
    assert seen(child, "Hari itu hujan.", crime) is None


def test_the_age_that_counts_is_the_clause_s() -> None:
    assert seen("Dodo Fiktiawan (17) menjadi tersangka pencurian.", below=17) is None


@given(st.sampled_from(["Lala", "Dodo", "Ciko"]), st.sampled_from(["Contohsari", "Fiktiawan"]), st.integers(1, 17))
def test_no_part_of_a_name_is_ever_handed_on(first: str, last: str, age: int) -> None:
    child = seen(f"Terduga pelaku pembacokan, {first} {last} ({age}), warga Desa Rekaan, ditangkap.")
    assert child is not None
    assert first not in child.words
    assert last not in child.words
