"""Days are read in every form that lists have, and never guessed where two could be meant."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.foundation.members.roster.dates import DateFault, DateOrder, order_of, read_date

SECOND_OF_MARCH = [
    "2021-03-02", "2021-03-02T00:00:00", "44257", "2 Maret 2021", "02 Mar 2021", "2-Mar-21", "02-Mar-2021",
    "Selasa, 2 Maret 2021", "March 2, 2021", "2021/3/2", "2 maret 2021", "44257.5",
]  # fmt: skip


@pytest.mark.parametrize("typed", SECOND_OF_MARCH)
def test_a_day_is_read_in_every_form(typed: str) -> None:
    assert read_date(typed).day == date(2021, 3, 2)


@pytest.mark.parametrize("typed", ["13/03/2021", "13-3-21", "13.03.2021", "3/13/2021", "13 03 2021"])
def test_a_day_beyond_twelve_tells_itself(typed: str) -> None:
    assert read_date(typed).day == date(2021, 3, 13)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("02/03/2021", DateFault.TWO_WAYS),
        ("Mar-21", DateFault.NO_DAY),
        ("Maret 2021", DateFault.NO_DAY),
        ("03/2021", DateFault.NO_DAY),
        ("2021", DateFault.NO_DAY),
        ("31/02/2021", DateFault.IMPOSSIBLE),
        ("2021-02-30", DateFault.IMPOSSIBLE),
        ("0202-03-02", DateFault.IMPOSSIBLE),
        ("lupa", DateFault.UNREADABLE),
        ("2 Fiktif 2021", DateFault.UNREADABLE),
    ],
)
def test_what_is_no_one_day_says_why(typed: str, fault: DateFault) -> None:
    assert (read_date(typed).day, read_date(typed).fault) == (None, fault)


def test_two_readings_are_both_named() -> None:
    assert read_date("02/03/2021").readings == (date(2021, 3, 2), date(2021, 2, 3))
    assert read_date("03/03/2021").day == date(2021, 3, 3)


def test_a_column_tells_how_it_writes_days() -> None:
    assert order_of(["02/03/2021", "25/03/2021", "-"]) is DateOrder.DAY_FIRST
    assert order_of(["02/03/2021", "03/25/2021"]) is DateOrder.MONTH_FIRST
    assert order_of(["02/03/2021", "25/03/2021", "03/25/2021"]) is DateOrder.UNKNOWN
    assert order_of(["02/03/2021", "2 Maret 2021"]) is DateOrder.UNKNOWN
    assert read_date("02/03/2021", DateOrder.DAY_FIRST).day == date(2021, 3, 2)
    assert read_date("02/03/2021", DateOrder.MONTH_FIRST).day == date(2021, 2, 3)


def test_days_that_excel_may_have_turned_are_asked_about() -> None:
    order = order_of(["2021-03-04T00:00:00", "13/04/2021", "25/06/2021"])
    assert order is DateOrder.TURNED
    assert read_date("2021-03-04T00:00:00", order).fault is DateFault.TURNED
    assert read_date("13/04/2021", order).day == date(2021, 4, 13)
    assert order_of(["2021-03-24T00:00:00", "13/04/2021"]) is DateOrder.DAY_FIRST


@given(st.text(max_size=40), st.sampled_from(DateOrder))
def test_no_cell_stops_the_reading(cell: str, order: DateOrder) -> None:
    read = read_date(cell, order)
    assert read.day is None or read.fault is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_an_iso_day_reads_back(day: date) -> None:
    assert read_date(day.isoformat()).day == day
