"""A certificate of an assembly, signed once and kept: every later release has to read it and come to the same."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from serikat.engines.legitimacy.certificate import JUDGES, judge_again
from serikat.engines.legitimacy.tests.records import content
from serikat.engines.proof.canonical import canonical_json
from serikat.engines.proof.certificate import Integrity, check, read_certificate
from serikat.engines.proof.commitments import opened
from serikat.engines.proof.public_keys import read_key

VECTORS = Path(__file__).parent / "vectors"
FILE = (VECTORS / "certificate.json").read_bytes()
KEY = read_key((VECTORS / "key.json").read_bytes())
SHA256 = "9da4bacdcc268547eb2eae7c3f6c28bfe99f81866111504ffdc14739af99a372"


def test_the_vector_is_the_one_that_was_signed() -> None:
    assert hashlib.sha256(FILE).hexdigest() == SHA256


def test_it_is_intact_and_its_record_stands_in_the_journal() -> None:
    found = check(FILE, [KEY], JUDGES)
    assert found.integrity is Integrity.INTACT
    assert found.certificate is not None
    assert found.certificate.is_included is True
    assert found.certificate.draft.record == content("sah-kongres-suara")


def keys_and_hashes() -> list[int]:
    """The places of all bytes on which the proof stands: signatures, keys, commitments, head, inclusion, hashes."""
    document = json.loads(FILE)
    content = document["content"]
    parts = [document["signatures"], *(content[key] for key in ("commitments", "journal", "inclusion", "signed_at"))]
    parts += [edition["sha256"] for edition in content["editions"]]
    places: set[int] = set()
    for part in map(canonical_json, parts):
        assert FILE.count(part) == 1
        places.update(range(FILE.index(part), FILE.index(part) + len(part)))
    return sorted(places)


def is_altered(place: int, bits: int) -> bool:
    flipped = bytearray(FILE)
    flipped[place] ^= bits
    return check(bytes(flipped), [KEY], JUDGES).integrity is Integrity.ALTERED


def test_no_byte_of_a_key_a_hash_or_a_signature_can_be_another() -> None:
    places = keys_and_hashes()
    assert len(places) > 1_300
    assert [place for place in places if not is_altered(place, 1 << place % 8)] == []
    # Hexadecimal digits have one spelling.
    letters = [place for place in places if FILE[place] in b"abcdef"]
    assert [place for place in letters if not is_altered(place, 0x20)] == []


def test_wherever_else_a_byte_of_the_congress_is_flipped_it_is_found() -> None:
    step = 97  # prime, so that every bit and every kind of place comes up
    assert [place for place in range(0, len(FILE), step) if not is_altered(place, 1 << place % 8)] == []


def test_a_congress_that_lost_or_gained_an_end_is_found() -> None:
    ends = (FILE[:-1], FILE[:-2], FILE + b"\n", FILE + b" ", b"\n" + FILE, FILE[: len(FILE) // 2])
    assert {check(each, [KEY], JUDGES).integrity for each in ends} == {Integrity.ALTERED}


def test_every_later_release_comes_to_the_same_verdict_by_the_same_articles() -> None:
    draft = read_certificate(FILE).draft
    again = judge_again(draft.record, draft.editions)
    assert again["verdict"] == draft.judgement["verdict"] == "valid"
    keys = ("edition", "article", "outcome", "because_of")
    told = [[{key: each[key] for key in keys} for each in one["findings"]] for one in (again, draft.judgement)]
    assert told[0] == told[1]


def test_its_names_open_with_the_annex_alone() -> None:
    names = {"d01": "Utusan Rekaan", "p11": "Ketua Rekaan"}
    assert opened(json.loads((VECTORS / "annex.json").read_bytes()), read_certificate(FILE).draft.commitments) == names
    assert b"Ketua Rekaan" not in FILE
