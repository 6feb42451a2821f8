"""A certificate holds to the last byte; whether it was altered, by whom it is and what it says are told apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from serikat.engines.proof.canonical import canonical_json
from serikat.engines.proof.certificate import Checked, Integrity, Rederived, certificate, check, read_certificate
from serikat.engines.proof.commitments import annex, commitment, opened
from serikat.engines.proof.heads import Comparison, Head, head_document
from serikat.engines.proof.inclusion import RECORD_HASH, record_sha256
from serikat.engines.proof.merkle import Log
from serikat.engines.proof.public_keys import Standing, key_document, read_key
from serikat.engines.proof.signed import AlteredError, read_signed, sign
from serikat.engines.proof.tests.keys import EDITION, JUDGES, draft, private_key, public_key
from serikat.engines.proof.tests.test_heads import ENTRIES, head

VECTORS = Path(__file__).parent / "vectors"
VECTOR = (VECTORS / "certificate.json").read_bytes()
KEY = read_key((VECTORS / "key.json").read_bytes())
SALTS = {"o-1": b"\x01" * 32, "o-2": b"\x02" * 32}
NAMES = {"o-1": "Warga Rekaan", "o-2": "Penduduk Rekaan"}
COMMITMENTS = {each: commitment(each, NAMES[each], SALTS[each]) for each in NAMES}


def journal() -> object:
    return json.loads(head_document(head(ENTRIES[:7]), [private_key()]))


def checked(file: bytes) -> Checked:
    return check(file, [public_key()], JUDGES)


def test_the_format_is_frozen() -> None:
    assert certificate(draft(commitments=COMMITMENTS, journal=journal()), [private_key()]) == VECTOR
    assert key_document(public_key(), [private_key()]) == (VECTORS / "key.json").read_bytes()
    assert annex(NAMES, SALTS) == (VECTORS / "annex.json").read_bytes()


def test_the_vector_is_intact_and_follows() -> None:
    found = check(VECTOR, [KEY], JUDGES)
    assert (found.integrity, found.rederived) == (Integrity.INTACT, Rederived.EQUAL)
    assert found.certificate is not None
    assert found.certificate.draft == draft(commitments=COMMITMENTS, journal=journal())


@pytest.mark.slow
def test_every_flipped_bit_is_found() -> None:
    for place in range(len(VECTOR)):
        flipped = bytearray(VECTOR)
        flipped[place] ^= 1 << place % 8
        assert check(bytes(flipped), [KEY], JUDGES).integrity is Integrity.ALTERED, place


def test_every_byte_flipped_in_letter_case_is_found() -> None:
    for place in range(0, len(VECTOR), 7):
        flipped = bytearray(VECTOR)
        flipped[place] ^= 0x20
        assert check(bytes(flipped), [KEY], JUDGES).integrity is Integrity.ALTERED, place


@pytest.mark.parametrize(
    ("keys", "integrity"),
    [
        ([], Integrity.UNKNOWN_KEY),
        ([public_key(2)], Integrity.UNKNOWN_KEY),
        ([public_key(1)], Integrity.INTACT),
        ([public_key(1).revoked("2027-01-01T00:00:00Z", "tercuri")], Integrity.REVOKED_KEY),
        ([public_key(1, until="2026-02-01T00:00:00Z")], Integrity.OUTSIDE_VALIDITY),
    ],
)
def test_integrity_says_what_is_known_of_the_key(keys: list[object], integrity: Integrity) -> None:
    found = check(certificate(draft(), [private_key()]), keys, JUDGES)  # type: ignore[arg-type]
    assert (found.integrity, found.rederived) == (integrity, Rederived.EQUAL)


def test_one_known_signature_among_several_is_enough() -> None:
    found = check(certificate(draft(), [private_key(1), private_key(2)]), [public_key(2)], JUDGES)
    assert found.integrity is Integrity.INTACT
    assert [each for _, each in found.signatures] == [Standing.UNKNOWN, Standing.KNOWN]


def test_a_verdict_that_does_not_follow_is_seen_behind_a_right_signature() -> None:
    lying = draft(present=["a"], judgement={"verdict": "valid", "findings": []})
    found = checked(certificate(lying, [private_key()]))
    assert (found.integrity, found.rederived) == (Integrity.INTACT, Rederived.DIFFERS)
    assert found.difference == "/findings"


def test_an_invalid_assembly_has_an_intact_certificate_too() -> None:
    found = checked(certificate(draft(present=["a"]), [private_key()]))
    assert (found.integrity, found.rederived) == (Integrity.INTACT, Rederived.EQUAL)


@pytest.mark.parametrize("record", [{"format": "lain/1"}, {}, {"format": "serikat-test-record/1"}])
def test_a_record_that_cannot_be_judged_is_said_to_be_one(record: dict[str, object]) -> None:
    found = checked(certificate(draft(record=record), [private_key()]))
    assert (found.integrity, found.rederived) == (Integrity.INTACT, Rederived.NOT_POSSIBLE)


def test_a_head_that_somebody_kept_is_compared() -> None:
    file = certificate(draft(journal=journal()), [private_key()])
    assert check(file, [], JUDGES, head(ENTRIES, (7,))).head is Comparison.CONSISTENT
    assert check(file, [], JUDGES, head([b"lain", *ENTRIES[1:]], (7,))).head is Comparison.CONTRADICTS
    assert check(certificate(draft(), [private_key()]), [], JUDGES, head(ENTRIES)).head is None


def test_an_entry_of_the_journal_shows_its_record_alone() -> None:
    entry = {"deed": "assembly.held", RECORD_HASH: record_sha256(draft().record)}
    log = Log([*ENTRIES[:6], canonical_json(entry)])
    kept = Head("catatan", len(log), log.root(), "2026-03-01T09:00:00Z", {})
    carried = json.loads(head_document(kept, [private_key()]))
    shown = {"entry": entry, "index": 6, "hashes": [each.hex() for each in log.inclusion(6)]}
    for inclusion, present, fits in (
        (shown, "abc", True), (shown, "abcd", False), ({**shown, "index": 5}, "abc", False), (None, "abc", None),
    ):  # fmt: skip
        found = checked(certificate(draft(present=present, journal=carried, inclusion=inclusion), [private_key()]))
        assert found.certificate is not None
        assert found.certificate.is_included is fits
    with pytest.raises(AlteredError):
        read_certificate(certificate(draft(inclusion=shown), [private_key()]))


def test_signed_nonsense_is_no_certificate() -> None:
    whole = read_signed(certificate(draft(), [private_key()])).content
    edition = {"id": EDITION.id, "sha256": EDITION.sha256, "text": EDITION.text}
    changes: tuple[dict[str, object], ...] = (
        {"format": "serikat-certificate/2"}, {"more": 1}, {"signed_at": "kemarin"}, {"record": []}, {"journal": {}},
        {"editions": [edition, edition]}, {"editions": [{**edition, "text": "kuorum = 1\n"}]}, {"editions": [1]},
        {"commitments": {"o-1": "ab"}},
    )  # fmt: skip
    for changed in changes:
        with pytest.raises(AlteredError):
            read_certificate(sign({**whole, **changed}, [private_key()]))


def test_names_open_by_their_salts_and_in_part() -> None:
    held = json.loads(annex(NAMES, SALTS))
    assert opened(held, COMMITMENTS) == NAMES
    del held["names"]["o-2"]
    assert opened(held, COMMITMENTS) == {"o-1": "Warga Rekaan"}


def test_another_name_does_not_fit_a_commitment() -> None:
    for identifier, name in (("o-1", "Orang Lain"), ("o-2", "Warga Rekaan"), ("o-9", "Warga Rekaan")):
        with pytest.raises(AlteredError):
            opened(json.loads(annex({identifier: name}, {identifier: SALTS["o-1"]})), COMMITMENTS)


def test_equal_names_look_different_in_the_certificate() -> None:
    assert commitment("o-1", "Warga Rekaan", SALTS["o-1"]) != commitment("o-1", "Warga Rekaan", SALTS["o-2"])
