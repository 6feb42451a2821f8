"""Every rule against its fixtures."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path

import pytest

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.loading import shipped
from serikat.engines.judgement.standard import Clause
from serikat.engines.site_audit.findings import known_rules, rule_named
from serikat.engines.site_audit.tests.fixtures import (
    FOLDER,
    asked_of,
    cases,
    expected,
    fingerprints_in,
    site_of,
)


def _clause(slug: str) -> Clause:
    clauses = (clause for standard in shipped(known_rules()).standards for clause in standard.clauses)
    return next(clause for clause in clauses if clause.rule and clause.rule.rule == slug)


@pytest.mark.parametrize("case", cases(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_rule_agrees_with_its_fixture(case: Path) -> None:
    slug = case.parent.name
    guideline = replace(
        shipped(known_rules()).standard("pedoman-media-siber-2012"),
        fingerprints=fingerprints_in(FOLDER / "guideline_text" / "guideline.txt"),
    )
    site = site_of(case)
    seen = rule_named(slug)(site, asked_of(case, _clause(slug), guideline))
    assert seen.outcome is expected(case), seen.reason.en
    assert seen.reason.id != seen.reason.en
    assert "{" not in seen.reason.id + seen.reason.en


@pytest.mark.parametrize("slug", known_rules())
def test_a_rule_has_a_met_and_a_not_met_fixture_unless_it_only_flags(slug: str) -> None:
    outcomes = {expected(case) for case in cases() if case.parent.name == slug}
    way = _clause(slug).rule
    wanted = {Outcome.UNCLEAR} if way and way.flag else {Outcome.MET, Outcome.NOT_MET}
    # The label of what is not labelled cannot be missed by a machine, so that rule never accuses.
    if slug == "advertorial_label":
        wanted = {Outcome.MET, Outcome.UNCLEAR}
    assert wanted <= outcomes


@pytest.mark.parametrize("slug", known_rules())
def test_a_rule_page_says_why_what_and_what_not(slug: str) -> None:
    page = importlib.import_module(f"serikat.engines.site_audit.rules.{slug}").__doc__ or ""
    places = [page.find(f"\n## {name}\n") for name in ("Why it matters", "What is looked for", "What it cannot see")]
    assert -1 not in places
    assert places == sorted(places)
