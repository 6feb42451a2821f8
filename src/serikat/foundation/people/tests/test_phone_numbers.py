"""Telephone numbers as people write them, in the one form in which they are kept."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from serikat.foundation.people.phone_numbers import international


@pytest.mark.parametrize(
    "written", ["0812-3456-7890", "+62 812 3456 7890", "62812 3456 7890", "812.3456.7890", "0062 81234567890"]
)
def test_every_spelling_is_one_number(written: str) -> None:
    assert international(written) == "+6281234567890"


def test_an_empty_one_stays_empty() -> None:
    assert international(" ") == ""


@pytest.mark.parametrize("written", ["nanti", "123", "+62", "0812x4567", "+0812345678"])
def test_what_cannot_be_dialled_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        international(written)
