"""Recognises the text of a guideline by hashed five-word shingles, without carrying the text itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

_WORD = re.compile(r"[a-z0-9]+")
_SHINGLE = 5
_HASH_BYTES = 8
_STRIDE = 7


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a guideline stands in a text: `whole` and each clause by its number, from 0 to 1."""

    whole: float
    by_clause: Mapping[str, float]

    def below(self, share: float) -> tuple[str, ...]:
        """The numbers of the clauses of which less than this share was found, in the order of the guideline."""
        return tuple(number for number, found in self.by_clause.items() if found < share)


def shingles(text: str) -> frozenset[int]:
    """The 64-bit hashes of every five words in a row.

    Case, punctuation, list letters and list numbers are left out, because copies differ in just those.
    """
    return _shingles(text, 1)


def may_carry(text: str, fingerprints: Mapping[str, frozenset[int]]) -> bool:
    """Whether a text is worth comparing: a few of its shingles, spread over it, are tried first."""
    tried = _shingles(text, _STRIDE)
    every = frozenset[int]().union(*fingerprints.values())
    return len(tried & every) * _STRIDE * 10 >= len(every)


def _shingles(text: str, stride: int) -> frozenset[int]:
    words = [word for word in _WORD.findall(text.lower()) if len(word) > 1 and not (len(word) < 3 and word.isdigit())]
    rows = (" ".join(words[at : at + _SHINGLE]) for at in range(0, len(words) - _SHINGLE + 1, stride))
    return frozenset(int.from_bytes(blake2b(row.encode(), digest_size=_HASH_BYTES).digest(), "big") for row in rows)


def coverage(text: str, fingerprints: Mapping[str, frozenset[int]]) -> Coverage:
    """How much of the fingerprinted guideline stands in the text; an edition without fingerprints is covered by 0."""
    seen = shingles(text)
    by_clause = {number: len(wanted & seen) / len(wanted) for number, wanted in fingerprints.items() if wanted}
    every = frozenset[int]().union(*fingerprints.values())
    return Coverage(len(every & seen) / len(every) if every else 0.0, by_clause)


def fingerprints_of(clauses: Mapping[str, str]) -> dict[str, list[str]]:
    """The fingerprints file of a guideline: clause number to sorted hashes as 16 hexadecimal digits each."""
    return {number: sorted(f"{value:016x}" for value in shingles(text)) for number, text in clauses.items()}
