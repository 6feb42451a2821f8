"""The coverage table promises no more than the rules may say."""

from __future__ import annotations

from serikat.engines.judgement.loading import shipped
from serikat.engines.site_audit.findings import known_rules
from tests.documentation.coverage_page import KINDS, NO_RULE, kind_of, machine, page
from tests.documentation.standard_pages import editions

CLAUSES = [clause for edition in editions() for clause in edition["clause"]]


def test_every_clause_counts_once() -> None:
    assert {kind_of(clause) for clause in CLAUSES} <= set(KINDS)
    assert f"| **all** | {len(CLAUSES)} |" in page()


def test_a_machine_answers_only_where_it_may_say_not_met() -> None:
    answered = {clause["id"] for clause in CLAUSES if machine(clause) == "answers"}
    flags = {clause["id"] for clause in CLAUSES if any(way.get("flag") for way in clause["way"])}
    unconfirmed = {clause["id"] for clause in CLAUSES if clause["confidence"] == "U"}
    assert answered
    assert answered & (flags | unconfirmed) == set()


def test_the_table_and_the_loaded_standards_agree() -> None:
    held = shipped(known_rules())
    with_rule = sum(1 for edition in held.standards for clause in edition.clauses if clause.rule)
    assert sum(1 for clause in CLAUSES if machine(clause) != NO_RULE) == with_rule


def test_a_rule_that_is_not_written_is_nobody_s() -> None:
    assert kind_of({"way": [{"kind": "rule"}], "confidence": "P"}) == "nobody yet"
    assert kind_of({"way": [{"kind": "visit"}], "confidence": "P"}) == "people alone"
    assert kind_of({"way": [{"kind": "rule", "rule": "x"}], "confidence": "U"}) == "met only"
