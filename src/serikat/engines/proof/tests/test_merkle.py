"""The log against a tree written as naively as RFC 9162 defines it, and against those who would rewrite it."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from serikat.engines.proof.merkle import EMPTY_ROOT, Log, is_consistent, is_included, leaf_hash

# The tree of Certificate Transparency's own tests (RFC 6962's reference implementation): eight entries, eight heads.
ENTRIES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
HEADS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
SIZES = st.integers(1, 70)


def log_of(size: int, salt: str = "") -> Log:
    return Log(f"{salt}{number}".encode() for number in range(size))


def naive_root(entries: list[bytes]) -> bytes:
    if len(entries) < 2:
        return hashlib.sha256(b"\x00" + entries[0]).digest() if entries else hashlib.sha256(b"").digest()
    half = 1
    while half * 2 < len(entries):
        half *= 2
    return hashlib.sha256(b"\x01" + naive_root(entries[:half]) + naive_root(entries[half:])).digest()


def test_the_heads_of_certificate_transparency() -> None:
    log = Log(bytes.fromhex(entry) for entry in ENTRIES)
    assert [log.root(size).hex() for size in range(1, 9)] == HEADS
    assert Log().root() == EMPTY_ROOT


@given(st.lists(st.binary(max_size=4), max_size=70))
def test_every_head_is_the_naive_tree_s(entries: list[bytes]) -> None:
    log = Log(entries)
    assert all(log.root(size) == naive_root(entries[:size]) for size in range(len(entries) + 1))


@settings(deadline=None)
@given(SIZES)
def test_every_entry_is_proven_and_nowhere_else(size: int) -> None:
    log = log_of(size)
    for index in range(size):
        leaf, proof = leaf_hash(str(index).encode()), log.inclusion(index)
        assert is_included(leaf, index, size, proof, log.root())
        assert not any(is_included(leaf, other, size, proof, log.root()) for other in range(size + 1) if other != index)
        assert not is_included(leaf_hash(b"another"), index, size, proof, log.root())


@settings(deadline=None)
@given(SIZES)
def test_every_earlier_head_is_consistent(size: int) -> None:
    log = log_of(size)
    for earlier in range(1, size + 1):
        assert is_consistent(earlier, log.root(earlier), size, log.root(), log.consistency(earlier))


@settings(deadline=None)
@given(earlier=SIZES, size=SIZES, at=st.integers(0, 69))
def test_a_rewritten_past_is_never_consistent(earlier: int, size: int, at: int) -> None:
    earlier, size = sorted((earlier, size))
    entries = [str(number).encode() for number in range(size)]
    head = Log(entries[:earlier]).root()
    entries[at % earlier] += b" rewritten"
    forged = Log(entries)
    assert not is_consistent(earlier, head, size, forged.root(), forged.consistency(earlier))


@settings(deadline=None)
@given(size=st.integers(2, 70), data=st.data())
def test_a_proof_changed_in_any_place_proves_nothing(size: int, data: st.DataObject) -> None:
    log = log_of(size)
    earlier = data.draw(st.integers(1, size - 1))
    proof = log.consistency(earlier)
    at = data.draw(st.integers(0, len(proof) - 1))
    for forged in (proof[:at] + proof[at + 1 :], [*proof, proof[at]], [*proof[:at], bytes(32), *proof[at + 1 :]]):
        assert not is_consistent(earlier, log.root(earlier), size, log.root(), forged)


def test_an_omitted_or_reordered_entry_shows() -> None:
    head = log_of(12).root(10)
    entries = [str(number).encode() for number in range(12)]
    for forged in (entries[:4] + entries[5:], [entries[1], entries[0], *entries[2:]]):
        log = Log(forged)
        assert not is_consistent(10, head, len(log), log.root(), log.consistency(10))


def test_a_truncated_log_cannot_prove_a_later_head() -> None:
    log = log_of(9)
    assert not is_consistent(9, log.root(), 7, log.root(7), log.consistency(7))
    with pytest.raises(IndexError):
        log_of(7).consistency(9)
    with pytest.raises(IndexError):
        log_of(7).inclusion(7)


def test_an_empty_log_is_the_beginning_of_every_log() -> None:
    log = log_of(3)
    assert is_consistent(0, EMPTY_ROOT, 3, log.root(), [])
    assert not is_consistent(0, log.root(), 3, log.root(), [])
    assert not is_consistent(0, EMPTY_ROOT, 0, log.root(), [])
