"""The JSON holds what the command line promises, and the same audit gives the same bytes."""

from __future__ import annotations

import json

from serikat.engines.site_audit.report.as_json import audit_record, json_line
from serikat.engines.site_audit.report.tests.audits import gathering, varied_audit

PROMISED = {"url", "gathered_at", "release", "reached", "pages", "articles", "findings", "verdicts"}
OUTCOMES = {"met", "not_met", "unclear", "not_applicable", "failed_to_run"}


def test_the_promised_keys_are_there() -> None:
    record = audit_record(varied_audit())
    assert set(record) >= PROMISED
    assert set(record["pages"][0]) == {"url", "kind", "status", "sha256"}
    article = {"url", "title", "published_at", "writers", "editors", "is_advertorial", "sources"}
    assert set(record["articles"][0]) >= article
    assert set(record["findings"][0]) >= {"standard", "clause", "rule", "outcome", "reason", "quotes"}
    assert set(record["findings"][0]["quotes"][0]) >= {"url", "text", "seen_at", "sha256"}


def test_a_verdict_counts_every_outcome_apart() -> None:
    (verdict,) = audit_record(varied_audit())["verdicts"]
    assert {key: verdict[key] for key in (*OUTCOMES, "unanswered")} == {
        "met": 1, "not_met": 2, "unclear": 1, "not_applicable": 1, "failed_to_run": 1, "unanswered": 1,
    }  # fmt: skip


def test_an_article_keeps_its_zone_and_its_writer() -> None:
    (article,) = audit_record(varied_audit())["articles"]
    assert article["published_at"] == "2026-11-21T08:00:00+07:00"
    assert article["writers"] == ["Rani Fiktif"]


def test_the_same_audit_gives_the_same_bytes() -> None:
    line = json_line(varied_audit())
    assert line == json_line(varied_audit(gathering()))
    assert line.endswith(b"}\n")
    assert line.count(b"\n") == 1
    assert list(json.loads(line)) == sorted(json.loads(line))


def test_reasons_stand_in_both_languages() -> None:
    finding = audit_record(varied_audit())["findings"][0]
    assert (finding["reason"], finding["reason_en"]) == ("Alasan alamat", "Reason for alamat")


def test_the_plan_goes_from_this_week_to_later() -> None:
    steps = audit_record(varied_audit())["plan"]["steps"]
    assert [(step["horizon"], step["clauses"][0]["clause"]) for step in steps] == [
        ("this_week", "alamat"),
        ("longer", "penggajian"),
    ]
