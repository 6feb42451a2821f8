"""Recognises the text of a guideline by hashed five-word shingles, without carrying the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

# Runs of letters and digits, but for single ones and numbers of two digits.
_WORD = re.compile(rb"[a-z0-9]{3,}|[a-z][a-z0-9]|[0-9][a-z]")
_SHINGLE = 5
_HASH_BYTES = 8
_EVERY, _SAMPLE = 500, 100


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
    words = _WORD.findall(_folded(text))
    return _hashes(b" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def may_carry(text: str, every: frozenset[int]) -> bool:
    """Whether a text is worth comparing with a guideline of these hashes: some of its words stand in the guideline.

    Short samples, spread over the text, are tried; a copy of a page of the guideline gives a dozen of them.
    """
    folded = _folded(text)
    # The first word of a sample may have lost its beginning.
    samples = (_WORD.findall(folded, at, at + _SAMPLE)[1 : _SHINGLE + 1] for at in range(0, len(folded), _EVERY))
    return not every.isdisjoint(_hashes(b" ".join(words) for words in samples if len(words) == _SHINGLE))


def _folded(text: str) -> bytes:
    return text.lower().encode("utf-8", "replace")


def _hashes(rows: Iterable[bytes]) -> frozenset[int]:
    return frozenset([int.from_bytes(blake2b(row, digest_size=_HASH_BYTES).digest(), "big") for row in rows])


def coverage(text: str, fingerprints: Mapping[str, frozenset[int]]) -> Coverage:
    """How much of the fingerprinted guideline stands in the text; an edition without fingerprints is covered by 0."""
    seen = shingles(text)
    by_clause = {number: len(wanted & seen) / len(wanted) for number, wanted in fingerprints.items() if wanted}
    every = frozenset[int]().union(*fingerprints.values())
    return Coverage(len(every & seen) / len(every) if every else 0.0, by_clause)


def fingerprints_of(clauses: Mapping[str, str]) -> dict[str, list[str]]:
    """The fingerprints file of a guideline: clause number to sorted hashes as 16 hexadecimal digits each."""
    return {number: sorted(f"{value:016x}" for value in shingles(text)) for number, text in clauses.items()}
