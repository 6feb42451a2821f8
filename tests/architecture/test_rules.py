"""Every rule of the site audit is asked by a clause, and shows by examples that it can say yes and no."""

from __future__ import annotations

import ast
import tomllib

import pytest

from tests.architecture.sources import PACKAGE, RULE_FIXTURES, Source, rule_sources

OUTCOMES = ("met", "not_met", "unclear", "not_applicable", "failed_to_run")


def ways() -> list[dict[str, object]]:
    editions = [tomllib.loads(path.read_text(encoding="utf-8")) for path in (PACKAGE / "standards").glob("*.toml")]
    return [way for edition in editions for clause in edition.get("clause", []) for way in clause.get("way", [])]


def is_flag(rule: Source) -> bool:
    """Whether every clause that asks the rule lets it only raise a question."""
    asked = [way for way in ways() if way.get("rule") == rule.path.stem]
    return bool(asked) and all(way.get("flag") for way in asked)


def examples(rule: Source) -> list[str]:
    return [path.name for path in (RULE_FIXTURES / rule.path.stem).glob("*")]


@pytest.mark.parametrize("rule", rule_sources(), ids=lambda rule: rule.path.stem)
def test_a_rule_is_asked_by_a_clause(rule: Source) -> None:
    assert rule.path.stem in {way.get("rule") for way in ways()}


@pytest.mark.parametrize("rule", rule_sources(), ids=lambda rule: rule.path.stem)
def test_a_rule_has_an_example_of_yes_and_of_no(rule: Source) -> None:
    names = examples(rule)
    assert any(name.startswith("met_") for name in names)
    assert is_flag(rule) or any(name.startswith("not_met_") for name in names)
    assert [name for name in names if not name.startswith(tuple(f"{outcome}_" for outcome in OUTCOMES))] == []


@pytest.mark.parametrize("rule", rule_sources(), ids=lambda rule: rule.path.stem)
def test_a_rule_offers_one_check(rule: Source) -> None:
    checks = [node for node in rule.tree.body if isinstance(node, ast.FunctionDef) and node.name == "check"]
    assert len(checks) == 1
    assert ast.unparse(checks[0].args) == "site: Site, asked: Asked"
    assert checks[0].returns
    assert ast.unparse(checks[0].returns) == "Observation"
