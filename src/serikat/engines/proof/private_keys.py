"""Private keys in a folder: made, kept for their owner's eyes, rotated, revoked. Signing is left to `cryptography`."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from serikat.engines.proof.public_keys import PublicKey, key_document, read_key
from serikat.engines.proof.signed import AlteredError, Signer, key_id

PRIVATE, PUBLIC = ".private.pem", ".public.json"
# So much of a key's id names its files, and is enough to ask for it by.
SHORT = 16

Passphrase = Callable[[], bytes]


class KeyFolderError(Exception):
    """A folder of keys that cannot do what was asked; `reason` is a short word for what stands in the way."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A private key in memory."""

    key: Ed25519PrivateKey

    @property
    def public_key(self) -> bytes:
        """The public half, 32 bytes."""
        return self.key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """The Ed25519 signature of the message, 64 bytes."""
        return self.key.sign(message)


@dataclass(frozen=True, slots=True)
class KeyFolder:
    """The keys of one installation; each has a private file (mode 0600) and a public document to hand out."""

    path: Path

    def all(self) -> list[PublicKey]:
        """All keys of the folder, the oldest first; raises KeyFolderError for a document that was altered."""
        found = [self._document(file) for file in sorted(self.path.glob(f"*{PUBLIC}"))]
        return sorted(found, key=lambda key: (key.valid_from, key.id))

    def find(self, beginning: str) -> PublicKey:
        """The one key whose id begins so; raises KeyFolderError where there is none, or several."""
        found = [key for key in self.all() if key.id.startswith(beginning.lower())]
        if len(found) != 1:
            raise KeyFolderError("several" if found else "missing", beginning)
        return found[0]

    def current(self, at: str) -> PublicKey:
        """The newest key that may sign at that time; raises KeyFolderError where there is none."""
        keys = self.all()
        succeeded = {key.succeeds for key in keys}
        usable = [key for key in keys if not key.revoked_at and key.holds_at(at) and key.id not in succeeded]
        if not usable:
            raise KeyFolderError("none_usable")
        return usable[-1]

    def make(self, owner: str, since: str, until: str = "", passphrase: bytes = b"") -> PublicKey:
        """A new key with its two files; the private one is encrypted where a passphrase is given."""
        return self._make(PublicKey(b"", owner, since, until), passphrase, by=())

    def rotate(self, old: PublicKey, at: str, until: str, ask: Passphrase, passphrase: bytes = b"") -> PublicKey:
        """A new key that succeeds the old one, signed by both; what the old key signed up to now stays valid."""
        predecessor = self.private(old, ask)
        new = self._make(PublicKey(b"", old.owner, at, until, succeeds=old.id), passphrase, by=(predecessor,))
        self._write_document(old.ended(at), (predecessor,))
        return new

    def revoke(self, key: PublicKey, at: str, because: str, by: Signer) -> PublicKey:
        """The key with its document saying from now on that nothing signed by it is to be trusted."""
        revoked = key.revoked(at, because)
        self._write_document(revoked, (by,))
        return revoked

    def private(self, key: PublicKey, ask: Passphrase) -> PrivateKey:
        """The private half; `ask` is called for the passphrase where the file is encrypted. Raises KeyFolderError."""
        file = self.path / f"{key.id[:SHORT]}{PRIVATE}"
        try:
            content = file.read_bytes()
        except FileNotFoundError as error:
            raise KeyFolderError("private_missing", str(file)) from error
        try:
            loaded = load_pem_private_key(content, ask() if b"ENCRYPTED" in content else None)
        except (ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise KeyFolderError("passphrase", str(file)) from error
        if not isinstance(loaded, Ed25519PrivateKey) or PrivateKey(loaded).public_key != key.public_key:
            raise KeyFolderError("other_key", str(file))
        return PrivateKey(loaded)

    def public_file(self, key: PublicKey) -> Path:
        """Where the document to hand out lies."""
        return self.path / f"{key.id[:SHORT]}{PUBLIC}"

    def _make(self, draft: PublicKey, passphrase: bytes, by: tuple[Signer, ...]) -> PublicKey:
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        private = PrivateKey(Ed25519PrivateKey.generate())
        made = PublicKey(private.public_key, draft.owner, draft.valid_from, draft.valid_until, draft.succeeds)
        kept = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
        pem = private.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, kept)
        file = self.path / f"{key_id(private.public_key)[:SHORT]}{PRIVATE}"
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as written:
            written.write(pem)
        self._write_document(made, (private, *by))
        return made

    def _write_document(self, key: PublicKey, signers: tuple[Signer, ...]) -> None:
        file = self.public_file(key)
        part = file.with_name(f"{file.name}.part")
        part.write_bytes(key_document(key, signers))
        part.replace(file)

    def _document(self, file: Path) -> PublicKey:
        try:
            return read_key(file.read_bytes())
        except AlteredError as error:
            raise KeyFolderError("altered", str(file)) from error
