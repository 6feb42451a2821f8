"""Sheets hold words as words."""

from __future__ import annotations

import pytest

from serikat.web.sheets import as_text, csv_lines


@pytest.mark.parametrize("cell", ["=1+1", "+62812", "-1", "@SUM(A1)", "\t=1", "\n=1", " =1", "\uff1d1"])
def test_a_cell_that_would_be_calculated_is_text(cell: str) -> None:
    assert as_text(cell) == f"'{cell}"


def test_a_sheet_begins_with_the_mark_of_utf_8_and_keeps_numbers() -> None:
    assert list(csv_lines(["Media"], [["Kabar, Rekaan", 3]])) == ["\ufeffMedia\r\n", '"Kabar, Rekaan",3\r\n']
