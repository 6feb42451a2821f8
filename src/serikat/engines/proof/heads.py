"""Signed heads of a log: how long it was and what its root was, so that whoever kept one sees a later rewriting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from serikat.engines.proof.merkle import EMPTY_ROOT, is_consistent
from serikat.engines.proof.signed import AlteredError, Signed, Signer, expect, from_hex, moment, sign

HEAD_FORMAT = "serikat-head/1"
_HASH = 32


class Comparison(StrEnum):
    """How two heads stand to each other."""

    SAME = "same"
    CONSISTENT = "consistent"
    CONTRADICTS = "contradicts"
    NO_PROOF = "no_proof"
    OTHER_LOG = "other_log"


@dataclass(frozen=True, slots=True)
class Head:
    """The state of a log at a time: `proofs` lead from earlier sizes to this one, by the earlier size."""

    log: str
    size: int
    root: bytes
    at: str
    proofs: Mapping[int, tuple[bytes, ...]]


def head_document(head: Head, signers: Iterable[Signer]) -> bytes:
    """The file to publish, print or keep; the proofs are for those who hold an earlier head."""
    proofs = [{"from": size, "hashes": [each.hex() for each in proof]} for size, proof in sorted(head.proofs.items())]
    content = {"format": HEAD_FORMAT, "log": head.log, "size": head.size, "root": head.root.hex(), "at": head.at}
    return sign({**content, "consistency": proofs}, signers)


def head_of(signed: Signed) -> Head:
    """The head that a signed document tells; raises AlteredError."""
    content = signed.content
    if signed.format != HEAD_FORMAT:
        raise AlteredError(f"is {signed.format} and not {HEAD_FORMAT}")
    expect(content, format=str, log=str, size=int, root=str, at=moment, consistency=list)
    root = from_hex(content["root"], _HASH)
    if content["size"] < 0 or (content["size"] == 0 and root != EMPTY_ROOT):
        raise AlteredError("no log has this size and root")
    return Head(content["log"], content["size"], root, content["at"], dict(map(_proof, content["consistency"])))


def _proof(entry: object) -> tuple[int, tuple[bytes, ...]]:
    if not isinstance(entry, dict):
        raise AlteredError('"consistency" lists objects')
    expect(entry, **{"from": int, "hashes": list})
    return entry["from"], tuple(from_hex(each, _HASH) for each in entry["hashes"])


def compare(one: Head, other: Head) -> Comparison:
    """Whether the shorter of two heads is the beginning of the longer, by the proof that the longer one carries."""
    earlier, later = sorted((one, other), key=lambda head: head.size)
    if earlier.log != later.log:
        return Comparison.OTHER_LOG
    if earlier.size == later.size:
        return Comparison.SAME if earlier.root == later.root else Comparison.CONTRADICTS
    proof: Sequence[bytes] | None = () if earlier.size == 0 else later.proofs.get(earlier.size)
    if proof is None:
        return Comparison.NO_PROOF
    is_proven = is_consistent(earlier.size, earlier.root, later.size, later.root, proof)
    return Comparison.CONSISTENT if is_proven else Comparison.CONTRADICTS
