"""One fact changed: the assembly is invalid at exactly that article, and everything else falls with it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from serikat.engines.judgement.finding import Outcome
from serikat.engines.legitimacy.judging import CONTRADICTED, AssemblyVerdict, judge_assembly, known_rules
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.tests.records import RECORDS, changed, content, editions, judged

CASES = tomllib.loads((Path(__file__).parent / "mutations.toml").read_text(encoding="utf-8"))
MUTATIONS, CONTRADICTIONS = CASES["mutation"], CASES["contradiction"]
VALID = sorted(path.stem for path in RECORDS.glob("sah-*.json"))
# Its clause only recommends, so nothing is invalid by it.
RECOMMENDED = {"quorum_statement"}


@pytest.mark.parametrize("name", VALID)
def test_the_record_from_which_we_start_is_valid(name: str) -> None:
    assert judged(name).verdict is AssemblyVerdict.VALID


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: f"{one['record']}: {one['what']}")
def test_one_fact_makes_it_invalid_at_one_article(mutation: dict[str, Any]) -> None:
    judgement = judge_assembly(record_of(changed(content(mutation["record"]), mutation)), editions())
    failed = [finding for finding in judgement.findings if finding.outcome is Outcome.NOT_MET]
    assert judgement.verdict is AssemblyVerdict.INVALID
    assert [finding.article for finding in failed if not finding.because_of] == [mutation["article"]]
    assert {finding.because_of for finding in failed} <= {"", mutation["article"]}
    assert all(finding.quotes or finding.because_of for finding in failed)


@pytest.mark.parametrize("change", CONTRADICTIONS, ids=lambda one: f"{one['record']}: {one['what']}")
def test_a_record_that_contradicts_itself_is_neither_valid_nor_invalid(change: dict[str, Any]) -> None:
    judgement = judge_assembly(record_of(changed(content(change["record"]), change)), editions())
    assert judgement.verdict is AssemblyVerdict.UNDETERMINED
    assert change["place"] in [need.place for article, need in judgement.open_facts if article == CONTRADICTED]


def test_every_rule_is_broken_by_some_mutation() -> None:
    samples = [clause for edition in editions() if edition.id.startswith("contoh-") for clause in edition.clauses]
    broken = {one["article"] for one in MUTATIONS}
    rules = {clause.rule.rule for clause in samples if clause.rule and clause.number in broken}
    assert set(known_rules()) - rules == RECOMMENDED
    assert len(MUTATIONS) >= 60
