"""Nearly equal articles of different outlets are found from their sketches, and nothing else is."""

from __future__ import annotations

import random
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.sketch import Likeness, Sketch, most_alike, similarity, sketch

SKETCH_OF_STORY_ONE = "7c47d702fd3136a8"
WORDS = [f"kata{number}" for number in range(2000)]


def story(seed: int, length: int = 200) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def alike(*articles: tuple[int, Sketch], threshold: float = 0.7) -> list[Likeness]:
    """What is found among articles, each with its owner."""
    return list(
        most_alike([owner for owner, _ in articles], memoryview(b"".join(held for _, held in articles)), threshold)
    )


def shared(a: str, b: str) -> float:
    """The true share of five-word shingles in common."""
    left, right = ({tuple(words[at : at + 5]) for at in range(len(words) - 4)} for words in (a.split(), b.split()))
    return len(left & right) / len(left | right)


def test_a_sketch_is_the_same_on_every_machine() -> None:
    assert sha256(sketch(" ".join(story(1)))).hexdigest()[:16] == SKETCH_OF_STORY_ONE


def test_case_and_punctuation_do_not_count() -> None:
    words = story(2)
    assert sketch(" ".join(words)) == sketch(", ".join(words).upper() + ".")


def test_a_notice_has_no_sketch_and_resembles_nothing() -> None:
    notice = sketch("Artikel ini tidak ditemukan.")
    assert notice == b""
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


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 8)), max_size=30))
@settings(max_examples=60, deadline=None)
def test_equal_texts_of_different_outlets_are_all_found_and_no_others(items: list[tuple[int, int]]) -> None:
    found = {
        one.article: one.other for one in alike(*((owner, sketch(" ".join(story(text)))) for owner, text in items))
    }
    like = {
        at: {place for place, (other, text) in enumerate(items) if text == seed and other != owner}
        for at, (owner, seed) in enumerate(items)
    }
    assert found.keys() == {at for at, places in like.items() if places}
    assert [at for at, other in found.items() if other not in like[at]] == []


def test_of_several_likes_the_most_alike_counts() -> None:
    words = story(3, 300)
    edited = [" ".join((*words[:30], *story(4, cut), *words[30 + cut :])) for cut in (20, 5)]
    found = alike((0, sketch(" ".join(words))), (1, sketch(edited[0])), (2, sketch(edited[1])))
    assert (found[0].article, found[0].other) == (0, 2)
    assert similarity(sketch(" ".join(words)), sketch(edited[0])) < found[0].similarity < 1


def test_a_text_on_every_site_has_its_like_everywhere() -> None:
    boilerplate = sketch(" ".join(story(5)))
    assert len(alike(*((owner, boilerplate) for owner in range(1000)))) == 1000


def test_what_one_outlet_repeats_does_not_hide_its_like_elsewhere() -> None:
    story_of_all = sketch(" ".join(story(6)))
    found = alike(*((0, story_of_all) for _ in range(20)), (1, story_of_all))
    assert len(found) == 21


def test_a_threshold_outside_zero_and_one_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        alike(threshold=1.5)
