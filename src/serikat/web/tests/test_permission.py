"""Who may not is told why, and an allowed deed goes on."""

from __future__ import annotations

import pytest

from serikat.engines.judgement.words import Words
from serikat.web.permission import Allowed, Refused, RefusedError, require

NO = Refused(Words("Tidak", "No"))


def test_allowed_counts_as_yes_and_refused_as_no() -> None:
    assert (bool(Allowed()), bool(NO)) == (True, False)


def test_what_is_allowed_goes_on() -> None:
    require(Allowed())


def test_what_is_refused_stops_with_its_reason_and_says_whom_to_ask() -> None:
    with pytest.raises(RefusedError) as stopped:
        require(NO)
    assert stopped.value.refused.reason is NO.reason
    assert "minta sekretaris" in str(stopped.value.refused.next_step)


def test_a_next_step_that_is_known_is_kept() -> None:
    with pytest.raises(RefusedError) as stopped:
        require(Refused(NO.reason, NO.reason))
    assert stopped.value.refused.next_step is NO.reason
