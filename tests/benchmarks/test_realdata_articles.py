"""Articles on real pages are read as well as was asked."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.tests.real_pages import realdata
from tests.benchmarks.realdata_articles import article_truths, measure, publisher_truths, table

pytestmark = [
    pytest.mark.realdata,
    pytest.mark.skipif(not realdata().exists(), reason="the real pages are not on this machine"),
]


def test_every_labelled_fact_of_the_indonesian_articles_is_right() -> None:
    tallies = measure(article_truths(realdata()))
    assert all(tally.right == tally.total > 0 for tally in tallies.values()), table(tallies)


def test_publishers_dates_and_authors_are_read() -> None:
    tallies = measure(publisher_truths(realdata()))
    dates, writers = tallies["published_at"], tallies["writers"]
    assert dates.right >= 0.98 * dates.total, table(tallies)
    assert dates.wrong <= 0.015 * dates.total, table(tallies)
    assert writers.right >= 0.85 * writers.total, table(tallies)
    assert writers.wrong <= 0.04 * writers.total, table(tallies)
