"""Names kept out of a certificate: it carries salted hashes, and a private annex opens them."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

from serikat.engines.proof.canonical import canonical_json
from serikat.engines.proof.signed import AlteredError, expect, from_hex

ANNEX_FORMAT = "serikat-certificate-annex/1"
SALT_LENGTH = 32


def commitment(identifier: str, name: str, salt: bytes) -> str:
    """What the certificate says of a name: nothing, to anyone who lacks the salt; and no other name fits it later."""
    return hashlib.sha256(canonical_json([salt.hex(), identifier, name])).hexdigest()


def annex(names: Mapping[str, str], salts: Mapping[str, bytes]) -> bytes:
    """The private file that opens the commitments; a part of its names may be handed on, and the rest struck out."""
    entries = {each: {"name": names[each], "salt": salts[each].hex()} for each in sorted(names)}
    return canonical_json({"format": ANNEX_FORMAT, "names": entries}) + b"\n"


def opened(held: Any, commitments: Mapping[str, str]) -> dict[str, str]:
    """The names of an annex (parsed JSON) by id; raises AlteredError for any that the certificate did not commit to."""
    if not isinstance(held, dict) or held.get("format") != ANNEX_FORMAT or not isinstance(held.get("names"), dict):
        raise AlteredError(f"is no {ANNEX_FORMAT}")
    found = {}
    for identifier, entry in held["names"].items():
        if not isinstance(entry, dict):
            raise AlteredError(f"{identifier} must be an object with a name and a salt")
        expect(entry, name=str, salt=str)
        made = commitment(identifier, entry["name"], from_hex(entry["salt"], SALT_LENGTH))
        if not hmac.compare_digest(made, commitments.get(identifier, "")):
            raise AlteredError(f"{identifier} was committed to another name")
        found[identifier] = entry["name"]
    return found
