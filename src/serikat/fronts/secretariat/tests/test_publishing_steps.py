"""Every kind of remedy has its steps, and they belong to rules that there are."""

from __future__ import annotations

from serikat.engines.site_audit.findings import known_rules
from serikat.fronts.secretariat.publishing_steps import REMEDY_OF, STEPS, Remedy, steps_for


def test_every_kind_of_remedy_has_steps_for_both_systems() -> None:
    assert set(STEPS) == set(Remedy)
    assert all(steps.wordpress and steps.blogger for steps in STEPS.values())


def test_the_rules_named_are_rules_that_there_are() -> None:
    assert sorted(set(REMEDY_OF) - set(known_rules())) == []


def test_what_takes_more_than_clicks_has_no_steps() -> None:
    assert steps_for("daily_output") is None
    assert steps_for("https") is STEPS[Remedy.HTTPS]
