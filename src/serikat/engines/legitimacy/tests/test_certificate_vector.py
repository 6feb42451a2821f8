"""A certificate of an assembly, signed once and kept: every later release has to read it and come to the same."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from serikat.engines.legitimacy.certificate import JUDGES, judge_again
from serikat.engines.legitimacy.tests.records import content
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
