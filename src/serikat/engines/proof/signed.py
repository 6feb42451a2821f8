"""A signed document: canonical JSON of a content and the Ed25519 signatures over it, checked to the last byte."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from serikat.engines.proof.canonical import NotCanonicalError, canonical_json, read_canonical
from serikat.engines.proof.ed25519 import KEY_LENGTH, SIGNATURE_LENGTH, is_signed

LARGEST_FILE = 64 * 1024 * 1024
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class AlteredError(ValueError):
    """A file that nobody signed as it stands; the message says what does not fit."""


class Signer(Protocol):
    """Whoever holds a private key."""

    @property
    def public_key(self) -> bytes:
        """The public half, 32 bytes."""
        ...

    def sign(self, message: bytes) -> bytes:
        """The Ed25519 signature of the message, 64 bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Signed:
    """A document whose signatures were found to be right; by which keys, `signers` says in the order of signing.

    That says nothing about who holds those keys.
    """

    content: dict[str, Any]
    signers: tuple[bytes, ...]
    content_sha256: str

    @property
    def format(self) -> str:
        """What kind of document it is, such as `serikat-certificate/1`."""
        return str(self.content["format"])


def key_id(public_key: bytes) -> str:
    """The name of a key: the SHA-256 of its 32 bytes, in hexadecimal digits."""
    return hashlib.sha256(public_key).hexdigest()


def sign(content: dict[str, Any], signers: Iterable[Signer]) -> bytes:
    """The file: one line of canonical JSON with the content and a signature over its canonical bytes by each signer."""
    message = canonical_json(content)
    signatures = [
        {
            "key": key_id(signer.public_key),
            "public_key": signer.public_key.hex(),
            "signature": signer.sign(message).hex(),
        }
        for signer in signers
    ]
    return canonical_json({"content": content, "signatures": signatures}) + b"\n"


def read_signed(file: bytes) -> Signed:
    """The document in a file; raises AlteredError for every file that differs by a byte from what was signed."""
    if len(file) > LARGEST_FILE:
        raise AlteredError(f"larger than {LARGEST_FILE} bytes")
    if not file.endswith(b"\n"):
        raise AlteredError("does not end with a line end: the end of the file is missing")
    try:
        document = read_canonical(file[:-1])
    except NotCanonicalError as error:
        raise AlteredError(str(error)) from error
    return _signed(document, file[:-1])


def signed_of(document: Any) -> Signed:
    """The same for a signed document that stands inside another; raises AlteredError."""
    return _signed(document, canonical_json(document))


def _signed(document: Any, written: bytes) -> Signed:
    """The document that these canonical bytes hold."""
    has_shape = isinstance(document, dict) and document.keys() == {"content", "signatures"}
    if not has_shape or not isinstance(content := document["content"], dict):
        raise AlteredError('must hold "content" and "signatures" and nothing else')
    if not isinstance(content.get("format"), str):
        raise AlteredError('the content does not say its "format"')
    signatures = document["signatures"]
    if not isinstance(signatures, list) or not signatures:
        raise AlteredError("carries no signature")
    # "content" comes first of the two keys, so what was signed stands in the file as it is.
    message = written[len(b'{"content":') : -len(b',"signatures":' + canonical_json(signatures) + b"}")]
    signers = tuple(_signer(one, message) for one in signatures)
    if len(set(signers)) < len(signers):
        raise AlteredError("is signed twice by one key")
    return Signed(content, signers, hashlib.sha256(message).hexdigest())


def _signer(signature: object, message: bytes) -> bytes:
    """The key that made this signature of the message."""
    if not isinstance(signature, dict) or signature.keys() != {"key", "public_key", "signature"}:
        raise AlteredError('a signature must hold "key", "public_key" and "signature" and nothing else')
    public_key = from_hex(signature["public_key"], KEY_LENGTH)
    if signature["key"] != key_id(public_key):
        raise AlteredError("a signature names another key than the one that it carries")
    if not is_signed(public_key, message, from_hex(signature["signature"], SIGNATURE_LENGTH)):
        raise AlteredError(f"the signature by key {signature['key']} is not of this content")
    return public_key


def from_hex(text: object, length: int) -> bytes:
    """So many bytes in small hexadecimal digits; raises AlteredError for anything else."""
    if not isinstance(text, str) or not re.fullmatch(r"[0-9a-f]*", text) or len(text) != 2 * length:
        raise AlteredError(f"expected {2 * length} small hexadecimal digits")
    return bytes.fromhex(text)


def moment(text: object) -> datetime:
    """A time written `2026-03-01T09:00:00Z`; raises AlteredError for any other form."""
    if not isinstance(text, str) or not _MOMENT.fullmatch(text):
        raise AlteredError("a time must be written like 2026-03-01T09:00:00Z")
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise AlteredError(f"{text} is no time") from error


def expect(content: dict[str, Any], **kinds: type | tuple[type, ...] | Callable[[object], object]) -> None:
    """Raises AlteredError unless the content has exactly these keys, and each a value of its type or accepted by it."""
    if content.keys() != kinds.keys():
        raise AlteredError(f"must hold exactly {', '.join(sorted(kinds))}")
    for key, kind in kinds.items():
        value = content[key]
        if isinstance(kind, type | tuple):
            # In JSON true is no number.
            if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
                raise AlteredError(f'"{key}" has a value of the wrong type')
        else:
            kind(value)
