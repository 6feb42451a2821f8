"""Public keys as documents: whose a key is, from when until when, which one it succeeds, and whether it was revoked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from serikat.engines.proof.ed25519 import KEY_LENGTH
from serikat.engines.proof.signed import (
    AlteredError,
    Signed,
    Signer,
    expect,
    from_hex,
    key_id,
    moment,
    read_signed,
    sign,
)

KEY_FORMAT = "serikat-public-key/1"


class Standing(StrEnum):
    """What the keys at hand say of a signature made at a time that the signer states."""

    KNOWN = "known"
    UNKNOWN = "unknown_key"
    REVOKED = "revoked_key"
    OUTSIDE = "outside_validity"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """One key as its document tells it; times are written `2026-03-01T09:00:00Z`, and an empty text stands for none."""

    public_key: bytes
    owner: str
    valid_from: str
    valid_until: str = ""
    succeeds: str = ""
    revoked_at: str = ""
    revoked_because: str = ""

    @property
    def id(self) -> str:
        """The SHA-256 of the key's bytes."""
        return key_id(self.public_key)

    def holds_at(self, at: str) -> bool:
        """Whether the time lies within the key's validity."""
        until = moment(self.valid_until) if self.valid_until else None
        return moment(self.valid_from) <= moment(at) and (until is None or moment(at) <= until)

    def ended(self, at: str) -> PublicKey:
        """The key as it is once it signs nothing after that time."""
        return replace(self, valid_until=at)

    def revoked(self, at: str, because: str) -> PublicKey:
        """The key as it is once nothing that it signed is to be trusted."""
        return replace(self, revoked_at=at, revoked_because=because)


def key_document(key: PublicKey, signers: Iterable[Signer]) -> bytes:
    """The file to hand out, signed by the key itself, and by the one that it succeeds where that is at hand."""
    return sign(
        {
            "format": KEY_FORMAT,
            "key": key.id,
            "public_key": key.public_key.hex(),
            "owner": key.owner,
            "valid_from": key.valid_from,
            "valid_until": key.valid_until or None,
            "succeeds": key.succeeds or None,
            "revoked": {"at": key.revoked_at, "because": key.revoked_because} if key.revoked_at else None,
        },
        signers,
    )


def read_key(file: bytes) -> PublicKey:
    """The key in a document; raises AlteredError where the document is none or was altered."""
    return key_of(read_signed(file))


def key_of(signed: Signed) -> PublicKey:
    """The key that a signed document tells of; raises AlteredError.

    Only a revocation may be signed by another key alone: whoever lost the private half can still warn.
    """
    content = signed.content
    if signed.format != KEY_FORMAT:
        raise AlteredError(f"is {signed.format} and not {KEY_FORMAT}")
    expect(
        content, format=str, key=str, public_key=str, owner=str, valid_from=moment, valid_until=_moment_or_none,
        succeeds=(str, type(None)), revoked=(dict, type(None)),
    )  # fmt: skip
    public_key = from_hex(content["public_key"], KEY_LENGTH)
    if content["key"] != key_id(public_key):
        raise AlteredError("the document names another key than the one that it carries")
    revoked: dict[str, Any] = content["revoked"] or {"at": "", "because": ""}
    if content["revoked"] is not None:
        expect(revoked, at=moment, because=str)
    elif public_key not in signed.signers:
        raise AlteredError("a key's document must be signed by the key itself")
    return PublicKey(
        public_key=public_key,
        owner=content["owner"],
        valid_from=content["valid_from"],
        valid_until=content["valid_until"] or "",
        succeeds=content["succeeds"] or "",
        revoked_at=revoked["at"],
        revoked_because=revoked["because"],
    )


def standing(public_key: bytes, at: str, known: Iterable[PublicKey]) -> Standing:
    """What the known keys say of a signature by this key that claims to be from `at`; of several documents the worst.

    A revoked key proves nothing whatever time is claimed: whoever took it can claim any.
    """
    documents = [key for key in known if key.public_key == public_key]
    if not documents:
        return Standing.UNKNOWN
    if any(key.revoked_at for key in documents):
        return Standing.REVOKED
    return Standing.KNOWN if all(key.holds_at(at) for key in documents) else Standing.OUTSIDE


def _moment_or_none(text: object) -> None:
    if text is not None:
        moment(text)
