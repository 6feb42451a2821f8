"""Where a record stands in a log: its entry, and the hashes that lead from the entry to a head."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from serikat.engines.proof.canonical import canonical_json
from serikat.engines.proof.heads import Head
from serikat.engines.proof.merkle import is_included, leaf_hash
from serikat.engines.proof.signed import AlteredError, expect, from_hex

# The key of an entry that names the record which it is about.
RECORD_HASH = "record_sha256"


@dataclass(frozen=True, slots=True)
class Inclusion:
    """An entry of a log (parsed JSON), its index from 0, and the hashes up to the head, lowest first."""

    entry: dict[str, Any]
    index: int
    hashes: tuple[bytes, ...]

    def holds(self, record: dict[str, Any], head: Head) -> bool:
        """Whether the entry names this record, and stands in the log that the head is of."""
        leaf = leaf_hash(canonical_json(self.entry))
        return self.entry.get(RECORD_HASH) == record_sha256(record) and is_included(
            leaf, self.index, head.size, self.hashes, head.root
        )


def record_sha256(record: dict[str, Any]) -> str:
    """The hash by which an entry names a record: of its canonical JSON."""
    return hashlib.sha256(canonical_json(record)).hexdigest()


def inclusion_of(value: Any) -> Inclusion:
    """The inclusion that parsed JSON tells; raises AlteredError."""
    if not isinstance(value, dict):
        raise AlteredError("an inclusion is an object")
    expect(value, entry=dict, index=int, hashes=list)
    if value["index"] < 0:
        raise AlteredError("no entry stands before the first")
    return Inclusion(value["entry"], value["index"], tuple(from_hex(each, 32) for each in value["hashes"]))
