"""Keys for tests, made from fixed seeds so that vectors stay the same, and a judge of invented records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from serikat.engines.proof.certificate import Draft, Edition
from serikat.engines.proof.private_keys import PrivateKey
from serikat.engines.proof.public_keys import PublicKey

RECORD_FORMAT = "serikat-test-record/1"
EDITION = Edition("contoh-uji", "kuorum = 3\n")


def private_key(number: int = 1) -> PrivateKey:
    return PrivateKey(Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32))


def public_key(number: int = 1, until: str = "") -> PublicKey:
    return PublicKey(private_key(number).public_key, "Serikat Contoh", "2026-01-01T00:00:00Z", until)


def count(record: dict[str, Any], editions: Sequence[Edition]) -> dict[str, Any]:
    """An invented rule: as many as the edition says have to be present."""
    needed = int(editions[0].text.split("=")[1])
    verdict = "valid" if len(record["present"]) >= needed else "invalid"
    return {"verdict": verdict, "findings": [{"article": "1", "reason": f"{len(record['present'])} / {needed} hadir"}]}


def draft(present: Sequence[str] = ("a", "b", "c"), **changed: Any) -> Draft:
    record = {"format": RECORD_FORMAT, "present": list(present), "part": 0.5}
    facts: dict[str, Any] = {
        "record": record,
        "editions": (EDITION,),
        "judgement": count(record, [EDITION]),
        "release": "0.1.0",
        "signed_at": "2026-03-01T09:00:00Z",
        "commitments": {},
    }
    return Draft(**{**facts, **changed})


JUDGES = {RECORD_FORMAT: count}
