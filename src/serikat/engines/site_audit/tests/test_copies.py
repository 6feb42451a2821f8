"""Articles that a comparison found elsewhere raise questions, and are asked about only where one was made."""

from __future__ import annotations

import pytest

from serikat.engines.judgement.finding import Outcome
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.evidence.copies import Copy
from serikat.engines.site_audit.findings import rule_named
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.tests.fixtures import FOLDER, site_of

SIGNED = FOLDER / "own_reporting" / "not_applicable_signed.html"


def with_copies(count: int) -> Site:
    gathering = site_of(SIGNED).gathering
    articles = [fetch.url for fetch in gathering.fetches if fetch.purpose == "article"]
    copies = (Copy(url, "lain", f"https://kabarlain.example/{at}", 0.95) for at, url in enumerate(articles[:count]))
    return Site(gathering, tuple(copies))


@pytest.mark.parametrize("slug", ["own_reporting", "works_of_others"])
def test_copies_are_quoted_with_the_other_address(slug: str) -> None:
    seen = rule_named(slug)(with_copies(2), Asked({}))
    assert seen.outcome is Outcome.UNCLEAR
    assert any("kabarlain.example/0" in quote.text for quote in seen.quotes)


@pytest.mark.parametrize("slug", ["own_reporting", "works_of_others"])
def test_without_a_comparison_nothing_is_asked(slug: str) -> None:
    assert rule_named(slug)(site_of(SIGNED), Asked({})).outcome is Outcome.NOT_APPLICABLE
