"""Finds articles that several outlets carry in nearly the same words, from small sketches instead of their texts."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import eq
from zlib import crc32

_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 5
# MinHash (Broder 1997) with one permutation and bins (Li, Owen and Zhang 2012): each hash falls into one bin, and the
# least of each bin is kept, so that a text is hashed once and not once a bin.
SIZE = 64
# Half of each number is enough to tell two apart.
_WIDTH = 4
SKETCH_BYTES = SIZE * _WIDTH
_BAND_BYTES = 4 * _WIDTH
_MASK = (1 << 64) - 1
# A checksum is quick, and multiplied its bits are spread (Knuth's multiplicative hashing): the first six name the bin.
_SPREAD = 0xD6E8FEB86659FD93
_BIN_SHIFT, _NUMBER_SHIFT, _NUMBER = 58, 26, (1 << 32) - 1
# An empty bin borrows from the next full one, told apart by the distance (Shrivastava and Li 2014).
_STEP = 0x9E3779B97F4A7C15
# Fewer words are a notice or a broken page, and such resemble each other for no reason.
_FEWEST_SHINGLES = 40
# A release stands at hundreds of outlets; comparing every pair of it would swallow the round, and one like is enough.
# More than the articles sampled of one outlet, so that others come into view.
_NEIGHBOURS = 32
_ENOUGH = 0.9 * SIZE
_BETWEEN_BREATHS = 1 << 14

Sketch = bytes


@dataclass(frozen=True, slots=True)
class Likeness:
    """An article and its like at another outlet, by their places among those compared.

    `similarity` estimates the share of shingles in common (0 to 1).
    """

    article: int
    other: int
    similarity: float


def sketch(text: str) -> Sketch:
    """64 numbers of four bytes that stand for a text: the least hash of its five-word shingles in each bin.

    Case and punctuation do not count. The same on every machine. Empty for texts too short to compare.
    """
    words = _WORD.findall(text.lower())
    if len(words) < _FEWEST_SHINGLES + _SHINGLE - 1:
        return b""
    joined = " ".join(words).encode()
    breaks = [-1, *(at.start() for at in re.finditer(b" ", joined)), len(joined)]
    shingles = {crc32(joined[start + 1 : end]) for start, end in zip(breaks, breaks[_SHINGLE:], strict=False)}
    least: list[int | None] = [None] * SIZE
    for shingle in shingles:
        value = shingle * _SPREAD & _MASK
        kept = least[value >> _BIN_SHIFT]
        if kept is None or value < kept:
            least[value >> _BIN_SHIFT] = value
    return b"".join((number >> _NUMBER_SHIFT & _NUMBER).to_bytes(_WIDTH, "big") for number in _filled(least))


def similarity(a: Sketch, b: Sketch) -> float:
    """The estimated share of shingles that two texts have in common (Jaccard), 0 to 1; 0 where one has no sketch."""
    with memoryview(a).cast("I") as left, memoryview(b).cast("I") as right:
        common: int = sum(map(eq, left, right))
    return common / SIZE


def most_alike(
    owners: Sequence[int], sketches: memoryview, threshold: float = 0.7, breath: Callable[[], object] = lambda: None
) -> Iterator[Likeness]:
    """For each article that has its like at another owner, one of the most alike.

    `owners` says whose each article is, `sketches` holds one sketch after the other in the same order. Only articles
    that agree on a band of four numbers are compared: at a similarity of 0.7 a pair is missed about once in eighty, at
    0.8 once in four thousand. Takes some 200 bytes of memory an article besides the sketches, however many are alike.
    `breath` is called again and again meanwhile, and may end the work by raising. Raises ValueError where `threshold`
    does not lie between 0 and 1.
    """
    if not 0 < threshold <= 1:
        raise ValueError(f"threshold must lie between 0 and 1, not {threshold}")
    alike, others = bytearray(len(owners)), array("I", bytes(4 * len(owners)))
    with sketches.cast("I") as numbers:
        for band in range(0, SKETCH_BYTES, _BAND_BYTES):
            for left, right in _met_in_band(owners, sketches, band, breath):
                if alike[left] >= _ENOUGH and alike[right] >= _ENOUGH:
                    continue
                common = sum(map(eq, numbers[left * SIZE : (left + 1) * SIZE], numbers[right * SIZE :]))
                if common < threshold * SIZE:
                    continue
                for one, other in ((left, right), (right, left)):
                    if (-common, other) < (-alike[one], others[one]):
                        alike[one], others[one] = common, other
    return (Likeness(at, others[at], common / SIZE) for at, common in enumerate(alike) if common)


def _filled(least: Sequence[int | None]) -> Iterator[int]:
    for place in range(SIZE):
        away = 0
        while (value := least[(place + away) % SIZE]) is None:
            away += 1
        yield (value + away * _STEP) & _MASK


def _met_in_band(
    owners: Sequence[int], sketches: memoryview, band: int, breath: Callable[[], object]
) -> Iterator[tuple[int, int]]:
    """The articles of different owners that agree on one band; sorted rather than hashed, to hold one list alone."""

    def key(article: int) -> bytes:
        if not article % _BETWEEN_BREATHS:
            breath()
        start = article * SKETCH_BYTES + band
        return bytes(sketches[start : start + _BAND_BYTES])

    for _, met in groupby(sorted(range(len(owners)), key=key), key=key):
        articles = list(met)
        for at, left in enumerate(articles):
            for right in articles[at + 1 : at + 1 + _NEIGHBOURS]:
                if owners[left] != owners[right]:
                    yield left, right
