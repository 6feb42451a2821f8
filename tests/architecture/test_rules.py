"""Every rule of the site audit is asked by a clause and is called alike; its own room tests what it says."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.sources import RULE_FIXTURES, Source, rule_sources
from tests.documentation.standard_pages import clauses_asking


@pytest.mark.parametrize("rule", rule_sources(), ids=lambda rule: rule.path.stem)
def test_a_rule_is_asked_by_a_clause(rule: Source) -> None:
    assert clauses_asking(rule.path.stem)


@pytest.mark.parametrize("rule", rule_sources(), ids=lambda rule: rule.path.stem)
def test_a_rule_offers_one_check(rule: Source) -> None:
    checks = [node for node in rule.tree.body if isinstance(node, ast.FunctionDef) and node.name == "check"]
    assert len(checks) == 1
    assert ast.unparse(checks[0].args) == "site: Site, asked: Asked"
    assert checks[0].returns
    assert ast.unparse(checks[0].returns) == "Observation"


def test_every_fixture_folder_belongs_to_a_rule() -> None:
    folders = {path.name for path in RULE_FIXTURES.glob("*/") if not path.name.startswith("_")}
    assert sorted(folders - {source.path.stem for source in rule_sources()}) == []
