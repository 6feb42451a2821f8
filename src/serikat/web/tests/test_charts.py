"""Charts are well-formed, carry their table, and say nothing that was not escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from serikat.engines.judgement.words import Words
from serikat.web.charts.bars import Bar, bars, outcome_bars
from serikat.web.charts.funnel import Stage, funnel
from serikat.web.charts.line import Series, line, spark
from serikat.web.charts.tile_map import TILES, Province, tile_map
from serikat.web.language import speaking

ONE = Words("Satu", "One")
LINES = [Series("x", [1, None]), Series("<i>", [2, 3], main=True)]
CHARTS: Mapping[str, str] = {
    "bars": bars("A <finding>", [Bar("<i>", 3), Bar("x", 0)], heading=ONE, counted=ONE),
    "no bars": bars("Nothing", [], heading=ONE, counted=ONE),
    "outcomes": outcome_bars("A <finding>", [("<i>", {"met": 9, "not_met": 1}), ("none", {})]),
    "funnel": funnel("A <finding>", [Stage("<i>", 10), Stage("x", 0)], heading=ONE, counted=ONE),
    "map": tile_map("A <finding>", [Province("36", "<i>", 3), Province("95", "x", None)], counted=ONE, heading=ONE),
    "line": line(
        "A <finding>", ["Jan", "<i>"], [Series("x", [1, None]), Series("<i>", [2, 3], main=True)], heading=ONE
    ),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_well_formed_and_has_its_title_and_table(name: str) -> None:
    figure = ET.fromstring(CHARTS[name])
    assert figure.find("figcaption") is not None
    assert figure.find("details//table") is not None
    picture = figure.find("svg")
    assert picture is not None
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == "".join(figure.find("figcaption").itertext())  # type: ignore[union-attr]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_no_style_of_its_own_and_no_scripts(name: str) -> None:
    assert not re.search(r"style=|<script|<i>|on\w+=", CHARTS[name])


def test_a_chart_speaks_the_language_of_the_page() -> None:
    with speaking("en"):
        chart = bars(Words("Temuan", "Finding"), [Bar(ONE, 3500)], heading=ONE, counted=ONE)
    assert "Finding" in chart
    assert "3,500" in chart
    assert "See the figures" in chart


def test_bars_are_as_long_as_their_figures() -> None:
    chart = bars("x", [Bar("a", 200), Bar("b", 50)], heading=ONE, counted=ONE)
    assert re.findall(r'<rect class="bar [^>]*width="([\d.]+%)"', chart) == ["100%", "25%"]


def test_segments_fill_the_whole_and_each_outcome_has_its_sum() -> None:
    chart = outcome_bars("x", [("a", {"met": 30, "not_met": 10}), ("b", {"unanswered": 5})])
    widths = re.findall(r'<rect class="segment (\w+)"[^>]*width="([\d.]+)%"', chart)
    assert widths == [("met", "75"), ("not_met", "25"), ("unanswered", "100")]
    assert "Belum terpenuhi <b>10</b>" in chart
    assert "Belum jelas" not in chart


def test_a_funnel_says_how_many_are_not_here_yet() -> None:
    chart = funnel("x", [Stage("a", 10), Stage("b", 6), Stage("c", 6)], heading=ONE, counted=ONE)
    assert re.findall(r"(\d+) belum sampai di sini", chart) == ["4"]


def test_all_38_provinces_have_a_tile_and_none_lies_on_another() -> None:
    assert (
        len(TILES) == len({(tile.column, tile.row) for tile in TILES.values()}) == len({t.iso for t in TILES.values()})
    )
    assert len(TILES) == 38


def test_the_tiles_are_the_provinces_of_the_code_table() -> None:
    root = Path(__file__).resolve().parents[2]
    table = (root / "engines/site_audit/reading/data/regions.csv").read_text(encoding="utf-8")
    codes = {row.split(",")[0] for row in table.splitlines()[1:]}
    assert {code for code in codes if re.fullmatch(r"\d\d", code)} == set(TILES)


def test_an_unknown_province_is_told_from_an_empty_one() -> None:
    chart = tile_map("x", [Province("36", "A", 0), Province("95", "B", None)], counted=ONE, heading=ONE)
    assert re.findall(r'<rect class="(\w+)"', chart) == ["s0", "none"]


def test_a_gap_in_the_figures_stays_a_gap_in_the_line() -> None:
    whole = line("x", ["1", "2", "3"], [Series("a", [1, 2, 3])], heading=ONE)
    gap = line("x", ["1", "2", "3"], [Series("a", [1, None, 3])], heading=ONE)
    assert (whole.count('<line class="line"'), gap.count('<line class="line"')) == (2, 0)


def test_a_spark_says_where_it_began_and_ended() -> None:
    assert 'aria-label="Butir: dari 9 menjadi 12"' in spark((9, 11, 12), counted=Words("Butir", "Clauses"))
