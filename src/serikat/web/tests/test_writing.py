"""Numbers, days and moments as Indonesia writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from django.template import Context, Engine

from serikat.web import writing

NOW = datetime(2026, 11, 21, 3, 32, tzinfo=UTC)
WITA = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("value", "written"), [(3500, "3.500"), (62.5, "62,5"), (Decimal(1250000), "1.250.000"), (-7, "−7"), (0, "0")]
)
def test_numbers_have_dots_for_thousands_and_a_comma(value: writing.Number, written: str) -> None:
    assert writing.number(value, "id") == written


def test_english_numbers_have_it_the_other_way() -> None:
    assert writing.number(12345.6, "en") == "12,345.6"
    assert writing.number(2, "id", decimals=2) == "2,00"


def test_a_moment_says_its_zone() -> None:
    assert writing.moment(NOW.astimezone(WITA), "id") == "21 Nov 2026 11.32 WITA"
    assert writing.moment(NOW.astimezone(timezone(timedelta(hours=5, minutes=30))), "en") == "21 Nov 2026 09:02 UTC+5.5"


def test_months_are_indonesian() -> None:
    assert writing.day(date(2026, 8, 5), "id") == "5 Agu 2026"
    assert writing.day(date(2026, 8, 5), "en", long=True) == "5 August 2026"


@pytest.mark.parametrize(
    ("apart", "said"),
    [
        (timedelta(hours=-2), "2 jam lalu"),
        (timedelta(days=3), "3 hari lagi"),
        (timedelta(seconds=-5), "baru saja"),
        (timedelta(days=-400), "1 tahun lalu"),
    ],
)
def test_distances_are_said_in_the_largest_unit(apart: timedelta, said: str) -> None:
    assert writing.distance(NOW + apart, NOW, "id") == said


def test_a_duration_below_a_minute_says_so() -> None:
    assert (writing.duration(20, "id"), writing.duration(1254, "en")) == ("kurang dari semenit", "21 minutes")


def test_a_moment_on_a_page_is_absolute_and_machines_can_read_it() -> None:
    shown = Engine(builtins=["serikat.web.templatetags.say"]).from_string("{{ at|when }}").render(Context({"at": NOW}))
    assert shown.startswith('<time datetime="2026-11-21T10:32:00+07:00" title="')
    assert shown.endswith(">21 Nov 2026 10.32 WIB</time>")


def test_an_unknown_moment_is_a_dash() -> None:
    engine = Engine(builtins=["serikat.web.templatetags.say"])
    assert engine.from_string("{{ x|when }}{{ x|day }}{{ x|number }}").render(Context({"x": None})) == "–––"
