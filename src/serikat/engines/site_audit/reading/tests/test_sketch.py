"""Nearly equal articles of different outlets are found from their sketches, and nothing else is."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.sketch import Pair, Sketch, copies_of, near_duplicates, similarity, sketch

SUM_OF_STORY_ONE = 359314364
WORDS = [f"kata{number}" for number in range(2000)]


def story(seed: int, length: int = 200) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def shared(a: str, b: str) -> float:
    """The true share of five-word shingles in common."""
    left, right = ({tuple(words[at : at + 5]) for at in range(len(words) - 4)} for words in (a.split(), b.split()))
    return len(left & right) / len(left | right)


def test_a_sketch_is_the_same_on_every_machine() -> None:
    assert sum(sketch(" ".join(story(1)))) % 1_000_000_007 == SUM_OF_STORY_ONE


def test_case_and_punctuation_do_not_count() -> None:
    words = story(2)
    assert sketch(" ".join(words)) == sketch(", ".join(words).upper() + ".")


def test_a_notice_has_no_sketch_and_resembles_nothing() -> None:
    notice = sketch("Artikel ini tidak ditemukan.")
    assert notice == ()
    assert similarity(notice, notice) == 0


@given(st.integers(0, 10_000), st.integers(60, 400), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_similarity_is_near_the_true_share(seed: int, length: int, changed: int) -> None:
    words = story(seed, length)
    other = list(words)
    for at in random.Random(seed + 1).sample(range(length), min(changed, length)):
        other[at] = "lain"
    a, b = " ".join(words), " ".join(other)
    # Four standard errors of 64 bins, and a little for borrowed ones.
    assert abs(similarity(sketch(a), sketch(b)) - shared(a, b)) < 0.3


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 8)), max_size=30))
@settings(max_examples=60, deadline=None)
def test_equal_texts_of_different_outlets_are_all_found_and_no_others(items: list[tuple[str, int]]) -> None:
    sketches = [(outlet, f"/{outlet}/{seed}", sketch(" ".join(story(seed)))) for outlet, seed in items]
    found = {(pair.url, pair.other_url) for pair in near_duplicates(sketches)}
    held = sorted(set(items))
    expected = {(f"/{a}/{n}", f"/{b}/{m}") for a, n in held for b, m in held if a < b and n == m}
    assert found == expected


@given(st.permutations(list(range(6))))
def test_the_order_of_the_sketches_does_not_matter(order: list[int]) -> None:
    sketches = [(f"outlet{number}", f"/{number}", sketch(" ".join(story(number % 2)))) for number in range(6)]
    assert near_duplicates([sketches[place] for place in order]) == near_duplicates(sketches)


def test_a_release_with_a_changed_paragraph_is_still_found() -> None:
    words = story(3, 300)
    edited = " ".join((*words[:30], *story(4, 20), *words[50:]))
    entries: list[tuple[str, str, Sketch]] = [("a", "/1", sketch(" ".join(words))), ("b", "/2", sketch(edited))]
    assert [pair.url for pair in near_duplicates(entries)] == ["/1"]


def test_a_text_on_every_site_does_not_grow_the_pairs_without_bound() -> None:
    boilerplate = sketch(" ".join(story(5)))
    found = near_duplicates((f"outlet{number:04}", "/", boilerplate) for number in range(1000))
    assert len(found) == 200 * 199 // 2


def test_a_threshold_outside_zero_and_one_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        near_duplicates([], 1.5)


def test_a_pair_is_seen_from_either_side() -> None:
    pair = Pair("a", "/1", "b", "/2", 0.9)
    assert [(copy.url, copy.other_url) for copy in copies_of("b", [pair])] == [("/2", "/1")]
    assert [(copy.url, copy.other_outlet) for copy in copies_of("a", [pair])] == [("/1", "b")]
    assert copies_of("c", [pair]) == ()
