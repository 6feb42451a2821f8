"""Finds articles that several outlets carry in nearly the same words, from small sketches instead of their texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations, groupby, islice

_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 5
# MinHash (Broder 1997) with one permutation and bins (Li, Owen and Zhang 2012): each hash falls into one bin, and the
# least of each bin is kept, so that a text is hashed once and not once a bin.
SIZE = 64
_ROWS = 4
_MASK = (1 << 64) - 1
# An empty bin borrows from the next full one, told apart by the distance (Shrivastava and Li 2014).
_STEP = 0x9E3779B97F4A7C15
# Fewer words are a notice or a broken page, and such resemble each other for no reason.
_FEWEST_SHINGLES = 40
# A text in more places than this is boilerplate; comparing every pair of it would swallow the round.
_MOST_IN_BUCKET = 200
# While comparing, half of each number is enough to tell two apart, and a million sketches fit into memory.
_BYTES = 4

Sketch = tuple[int, ...]
_Held = tuple[str, str, bytes]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles of different outlets; `similarity` estimates the share of shingles in common (0 to 1)."""

    outlet: str
    url: str
    other_outlet: str
    other_url: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Copy:
    """One article of a site and its like at another outlet, as a comparison over the roster found them."""

    url: str
    other_outlet: str
    other_url: str
    similarity: float


def sketch(text: str) -> Sketch:
    """64 numbers that stand for a text: the least 64-bit hash of its five-word shingles in each bin.

    Case and punctuation do not count. The same on every machine. Empty for texts too short to compare.
    """
    words = _WORD.findall(text.lower())
    if len(words) < _FEWEST_SHINGLES + _SHINGLE - 1:
        return ()
    least: list[int | None] = [None] * SIZE
    for at in range(len(words) - _SHINGLE + 1):
        row = " ".join(words[at : at + _SHINGLE]).encode()
        value = int.from_bytes(blake2b(row, digest_size=8).digest(), "big")
        kept = least[value % SIZE]
        if kept is None or value < kept:
            least[value % SIZE] = value
    return _filled(least)


def similarity(a: Sketch, b: Sketch) -> float:
    """The estimated share of shingles that two texts have in common (Jaccard), 0 to 1; 0 where one has no sketch."""
    return sum(1 for left, right in zip(a, b, strict=False) if left == right) / SIZE


def near_duplicates(sketches: Iterable[tuple[str, str, Sketch]], threshold: float = 0.7) -> list[Pair]:
    """Pairs of articles (outlet, address, sketch) of different outlets that are alike, the most alike first.

    Only articles that agree on a band of four numbers are compared: at a similarity of 0.7 a pair is missed about
    once in eighty, at 0.8 once in four thousand. Memory grows with the articles (some 500 bytes each) and with the
    pairs found, not with the pairs there could be. `threshold` must lie between 0 and 1, else ValueError.
    """
    if not 0 < threshold <= 1:
        raise ValueError(f"threshold must lie between 0 and 1, not {threshold}")
    held = sorted({(outlet, url, _packed(numbers)) for outlet, url, numbers in sketches if numbers})
    pairs = []
    for band in range(0, SIZE * _BYTES, _ROWS * _BYTES):
        for left, right in _met_in_band(held, band):
            alike = _alike(left[2], right[2])
            # A pair that met in an earlier band was judged there.
            if alike >= threshold and not _met_before(left[2], right[2], band):
                pairs.append(Pair(left[0], left[1], right[0], right[1], alike))
    return sorted(pairs, key=lambda pair: (-pair.similarity, pair.outlet, pair.url, pair.other_outlet, pair.other_url))


def copies_of(outlet: str, pairs: Iterable[Pair]) -> tuple[Copy, ...]:
    """The pairs that concern one outlet, seen from its side."""
    found = []
    for pair in pairs:
        if pair.outlet == outlet:
            found.append(Copy(pair.url, pair.other_outlet, pair.other_url, pair.similarity))
        elif pair.other_outlet == outlet:
            found.append(Copy(pair.other_url, pair.outlet, pair.url, pair.similarity))
    return tuple(found)


def _filled(least: Sequence[int | None]) -> Sketch:
    numbers: list[int] = []
    for place in range(SIZE):
        away = 0
        while (value := least[(place + away) % SIZE]) is None:
            away += 1
        numbers.append((value + away * _STEP) & _MASK)
    return tuple(numbers)


def _packed(numbers: Sketch) -> bytes:
    return b"".join((number >> 32).to_bytes(_BYTES, "big") for number in numbers)


def _alike(left: bytes, right: bytes) -> float:
    places = range(0, SIZE * _BYTES, _BYTES)
    return sum(1 for at in places if left[at : at + _BYTES] == right[at : at + _BYTES]) / SIZE


def _met_before(left: bytes, right: bytes, band: int) -> bool:
    width = _ROWS * _BYTES
    return any(left[at : at + width] == right[at : at + width] for at in range(0, band, width))


def _met_in_band(held: Sequence[_Held], band: int) -> Iterator[tuple[_Held, _Held]]:
    """The articles of different outlets that agree on one band; sorted rather than hashed, to hold one list alone."""

    def key(place: int) -> bytes:
        return held[place][2][band : band + _ROWS * _BYTES]

    for _, places in groupby(sorted(range(len(held)), key=key), key=key):
        for left, right in combinations(islice(places, _MOST_IN_BUCKET), 2):
            if held[left][0] != held[right][0]:
                yield held[left], held[right]
