"""A first visit fits a weak network."""

from __future__ import annotations

import pytest

from serikat.web.tests.browser import CHROMIUM
from tests.benchmarks.web_first_visit import MOST_BYTES, visits


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")
def test_a_first_visit_takes_at_most_150_kilobytes() -> None:
    seen = visits()
    assert [visit.path for visit in seen if visit.size > MOST_BYTES] == []
    assert all(visit.size > 10_000 for visit in seen if visit.status == 200)
