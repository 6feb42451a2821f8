"""A rule that only flags never accuses: it asks with a quote or sets the clause aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.loading import shipped
from serikat.engines.site_audit.findings import known_rules
from serikat.engines.site_audit.tests.fixtures import cases, expected


def _flagging() -> set[str]:
    """The rules that every clause asks as a flag."""
    ways = [clause.rule for standard in shipped(known_rules()).standards for clause in standard.clauses if clause.rule]
    return {way.rule for way in ways if way.flag} - {way.rule for way in ways if not way.flag}


@pytest.mark.parametrize("case", cases(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_fixture_of_a_flag_expects_a_decision(case: Path) -> None:
    if case.parent.name in _flagging():
        assert expected(case) in (Outcome.UNCLEAR, Outcome.NOT_APPLICABLE)


def test_what_the_rule_book_calls_a_flag_is_one() -> None:
    assert {
        "both_sides", "requoted_items", "removed_items", "paid_content_apart", "works_of_others",
        "forbidden_advertising", "ai_labels", "child_identity", "own_reporting",
    } <= _flagging()  # fmt: skip
