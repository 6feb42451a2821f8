"""Heads kept by strangers show every later rewriting of a log."""

from __future__ import annotations

import pytest

from serikat.engines.proof.heads import Comparison, Head, compare, head_document, head_of
from serikat.engines.proof.merkle import Log
from serikat.engines.proof.signed import AlteredError, read_signed, sign
from serikat.engines.proof.tests.keys import private_key

ENTRIES = [f"catatan {number}".encode() for number in range(12)]


def head(entries: list[bytes], earlier: tuple[int, ...] = (), log: str = "catatan") -> Head:
    kept = Log(entries)
    proofs = {size: tuple(kept.consistency(size)) for size in earlier}
    return Head(log, len(kept), kept.root(), "2026-03-01T09:00:00Z", proofs)


def test_a_head_reads_back_as_it_was_signed() -> None:
    one = head(ENTRIES, (3, 8))
    assert head_of(read_signed(head_document(one, [private_key()]))) == one


def test_a_longer_log_is_consistent_by_its_proof_alone() -> None:
    assert compare(head(ENTRIES[:7]), head(ENTRIES, (7,))) is Comparison.CONSISTENT
    assert compare(head(ENTRIES, (7,)), head(ENTRIES[:7])) is Comparison.CONSISTENT
    assert compare(head(ENTRIES[:7]), head(ENTRIES)) is Comparison.NO_PROOF
    assert compare(head([]), head(ENTRIES)) is Comparison.CONSISTENT


def test_truncation_and_growing_anew_contradict_the_older_head() -> None:
    held, regrown = head(ENTRIES[:9]), [*ENTRIES[:7], b"lain", b"lain", b"lain"]
    assert compare(held, head(regrown, (9,))) is Comparison.CONTRADICTS
    assert compare(held, head(regrown[:9])) is Comparison.CONTRADICTS
    assert compare(held, head([ENTRIES[1], ENTRIES[0], *ENTRIES[2:9]])) is Comparison.CONTRADICTS


def test_equal_heads_are_the_same_and_other_logs_are_not_compared() -> None:
    assert compare(head(ENTRIES), head(ENTRIES)) is Comparison.SAME
    assert compare(head(ENTRIES), head(ENTRIES, log="lain")) is Comparison.OTHER_LOG


@pytest.mark.parametrize("changed", [{"size": -1}, {"size": 0}, {"size": True}, {"root": "00"}, {"consistency": [1]}])
def test_an_impossible_head_is_refused(changed: dict[str, object]) -> None:
    whole = read_signed(head_document(head(ENTRIES), [private_key()])).content
    with pytest.raises(AlteredError):
        head_of(read_signed(sign({**whole, **changed}, [private_key()])))
