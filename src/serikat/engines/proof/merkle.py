"""A Merkle tree over an append-only log, hashed as RFC 6962 and RFC 9162 do, and its proofs.

Whoever keeps a log keeps the hashes of its *complete* subtrees: node (level, index) covers the 2^level leaves from
index * 2^level on, and never changes once it is there. From those, heads and proofs take a number of steps that grows
with the logarithm of the log, so the nodes may lie in memory (`Log`) or in a table that answers `Nodes`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence

# The hash of a complete subtree, by level (0: leaves) and index from the left.
Nodes = Callable[[int, int], bytes]

EMPTY_ROOT = hashlib.sha256().digest()


def leaf_hash(entry: bytes) -> bytes:
    """The hash by which an entry stands in the tree; the byte in front keeps entries and inner nodes apart."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def completed(nodes: Nodes, size: int, leaf: bytes) -> list[tuple[int, int, bytes]]:
    """The nodes (level, index, hash) that are there for good once `leaf` is appended to a log of `size` entries."""
    level, index, found = 0, size, [(0, size, leaf)]
    while index % 2:
        leaf = node_hash(nodes(level, index - 1), leaf)
        level, index = level + 1, index // 2
        found.append((level, index, leaf))
    return found


def root_of(nodes: Nodes, size: int) -> bytes:
    """The head of the log's first `size` entries."""
    return _subtree(nodes, 0, size) if size else EMPTY_ROOT


def inclusion_proof(nodes: Nodes, index: int, size: int) -> list[bytes]:
    """The hashes that lead from entry `index` (from 0) to the head of the first `size` entries, lowest first.

    Raises IndexError where the log has no such entry.
    """
    if not 0 <= index < size:
        raise IndexError(f"entry {index} of a log of {size}")
    proof, start, end = [], 0, size
    while end - start > 1:
        middle = start + _left_part(end - start)
        if index < middle:
            proof.append(_subtree(nodes, middle, end))
            end = middle
        else:
            proof.append(_subtree(nodes, start, middle))
            start = middle
    return proof[::-1]


def consistency_proof(nodes: Nodes, earlier: int, size: int) -> list[bytes]:
    """The hashes that show the head of `earlier` entries to be that of the beginning of `size` entries.

    Raises IndexError where the log was never that short.
    """
    if not 0 < earlier <= size:
        raise IndexError(f"{earlier} entries of a log of {size}")
    proof, start, end, is_whole = [], 0, size, True
    while end != earlier:
        middle = start + _left_part(end - start)
        if earlier <= middle:
            proof.append(_subtree(nodes, middle, end))
            end = middle
        else:
            proof.append(_subtree(nodes, start, middle))
            start, is_whole = middle, False
    # The earlier head itself is known to whoever asks.
    return ([] if is_whole else [_subtree(nodes, start, end)]) + proof[::-1]


def is_included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof leads from the leaf, as entry `index`, to the head of `size` entries (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    here, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if here % 2 or here == last:
            found = node_hash(step, found)
            while here % 2 == 0 and here:
                here, last = here >> 1, last >> 1
        else:
            found = node_hash(found, step)
        here, last = here >> 1, last >> 1
    return last == 0 and found == root


def is_consistent(earlier: int, earlier_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows the earlier head to be of the later log's beginning (RFC 9162, 2.1.4.2)."""
    if earlier in {0, size}:
        # Nothing was there, so nothing can have been changed; of equal sizes the heads are compared.
        expected = EMPTY_ROOT if earlier == 0 else root
        return not proof and earlier_root == expected and (size > 0 or root == EMPTY_ROOT)
    steps = [earlier_root, *proof] if earlier & (earlier - 1) == 0 else list(proof)
    if not 0 < earlier < size or len(steps) < 1:
        return False
    here, last = earlier - 1, size - 1
    while here % 2:
        here, last = here >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if here % 2 or here == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while here % 2 == 0 and here:
                here, last = here >> 1, last >> 1
        else:
            new = node_hash(new, step)
        here, last = here >> 1, last >> 1
    return last == 0 and old == earlier_root and new == root


class Log:
    """A log's nodes in memory, for what is short or is being checked."""

    __slots__ = ("_levels",)

    def __init__(self, entries: Iterable[bytes] = ()) -> None:
        self._levels: list[list[bytes]] = [[]]
        for entry in entries:
            self.append(entry)

    def __len__(self) -> int:
        return len(self._levels[0])

    def append(self, entry: bytes) -> bytes:
        """Adds an entry and returns its hash."""
        leaf = leaf_hash(entry)
        for level, _, found in completed(self.node, len(self), leaf):
            if level == len(self._levels):
                self._levels.append([])
            self._levels[level].append(found)
        return leaf

    def node(self, level: int, index: int) -> bytes:
        """The hash of a complete subtree."""
        return self._levels[level][index]

    def root(self, size: int | None = None) -> bytes:
        """The head of the first `size` entries, of all where no size is given."""
        return root_of(self.node, len(self) if size is None else size)

    def inclusion(self, index: int, size: int | None = None) -> list[bytes]:
        """The proof that entry `index` is among the first `size`."""
        return inclusion_proof(self.node, index, len(self) if size is None else size)

    def consistency(self, earlier: int, size: int | None = None) -> list[bytes]:
        """The proof that the first `size` entries begin with the first `earlier`."""
        return consistency_proof(self.node, earlier, len(self) if size is None else size)


def _left_part(count: int) -> int:
    """The largest power of two below `count`: how many leaves the left half of a tree holds."""
    return 1 << (count - 1).bit_length() - 1


def _subtree(nodes: Nodes, start: int, end: int) -> bytes:
    """The hash over the leaves from `start` up to `end`, where `start` is one at which such a subtree begins."""
    count = end - start
    if count & (count - 1) == 0:
        level = count.bit_length() - 1
        return nodes(level, start >> level)
    middle = start + _left_part(count)
    return node_hash(_subtree(nodes, start, middle), _subtree(nodes, middle, end))
