"""A figure over time, as lines against one another, and as a small line within a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from serikat.engines.judgement.words import Words
from serikat.web.charts.frame import Table, Text, drawing, figure_of, framed, percent, text
from serikat.web.language import said

_HEIGHT, _TOP, _BOTTOM = 232, 26, 200
_LEFT, _RIGHT = 0.09, 0.97
_LABEL_ROOM = 16


@dataclass(frozen=True, slots=True)
class Series:
    """One line: a value for each moment, None where none was measured. The one that the chart is about is `main`."""

    label: Text
    values: Sequence[float | None]
    main: bool = False


def line(finding: Text, moments: Sequence[Text], series: Sequence[Series], *, heading: Text) -> SafeString:
    """Lines over `moments`; each is named at its end. The scale begins at zero, so that no slope is exaggerated."""
    known = [value for one in series for value in one.values if value is not None]
    top = _round_up(max(known, default=1) or 1)
    parts = [*_grid(top), *_days(moments)]
    parts += [_line(one, top) for one in sorted(series, key=lambda one: one.main)]
    parts += _labels(series, top)
    table = Table(
        (heading, *(one.label for one in series)),
        [(moment, *(one.values[at] for one in series)) for at, moment in enumerate(moments)],
    )
    return framed(finding, drawing(_HEIGHT, text(finding), parts), table)


def spark(values: Sequence[float], *, counted: Text) -> SafeString:
    """A small line of change within a table's row, read out as its first and last value."""
    least, most = min(values, default=0), max(values, default=0)
    span = (most - least) or 1
    step = 0.92 / max(len(values) - 1, 1)
    points = [(0.04 + at * step, 20 - (value - least) / span * 16) for at, value in enumerate(values)]
    said_aloud = Words("{counted}: dari {first} menjadi {last}", "{counted}: from {first} to {last}").filled(
        counted=text(counted), first=figure_of(values[0]), last=figure_of(values[-1])
    )
    end = points[-1]
    return format_html(
        '<svg class="spark" role="img" aria-label="{}">{}<circle cx="{}" cy="{}" r="2.5"></circle></svg>',
        said(said_aloud), _strokes(points, ""), percent(end[0]), f"{end[1]:.1f}",
    )  # fmt: skip


def _strokes(points: Sequence[tuple[float, float]], classes: str) -> SafeString:
    pairs = pairwise(points)
    return format_html_join(
        "", '<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"></line>',
        ((classes, percent(one[0]), f"{one[1]:.1f}", percent(two[0]), f"{two[1]:.1f}") for one, two in pairs),
    )  # fmt: skip


def _round_up(value: float) -> float:
    """The next figure that reads well at the top of a scale."""
    unit = 1.0
    while unit * 10 <= value:
        unit *= 10
    return next(unit * step for step in (1, 2, 4, 5, 8, 10) if unit * step >= value)


def _height(value: float, top: float) -> float:
    return _BOTTOM - value / top * (_BOTTOM - _TOP)


def _across(at: int, count: int) -> float:
    return _LEFT + (at / (count - 1) if count > 1 else 0.5) * (_RIGHT - _LEFT)


def _grid(top: float) -> list[SafeString]:
    return [
        format_html(
            '<line class="{}" x1="{}" x2="100%" y1="{}" y2="{}"></line><text class="soft-text" x="0" y="{}">{}</text>',
            "grid" if share else "axis", percent(_LEFT - 0.02), f"{_height(top * share, top):.1f}",
            f"{_height(top * share, top):.1f}", f"{_height(top * share, top) + 4:.1f}", figure_of(top * share),
        )
        for share in (0, 0.5, 1)
    ]  # fmt: skip


def _days(moments: Sequence[Text]) -> list[SafeString]:
    """The first, the middle and the last moment: the others are in the table."""
    count = len(moments)
    shown = {0: "start", count - 1: "end"} | ({count // 2: "middle"} if count > 4 and count % 2 else {})
    return [
        format_html(
            '<text class="soft-text" x="{}" y="{}" text-anchor="{}">{}</text>',
            percent(_across(at, count)), _BOTTOM + 22, anchor, text(moments[at]),
        )
        for at, anchor in shown.items()
        if count
    ]  # fmt: skip


def _line(one: Series, top: float) -> SafeString:
    """Strokes between neighbours that were both measured: a gap stays a gap."""
    classes = "line line-main" if one.main else "line"
    count = len(one.values)
    placed = [
        None if value is None else (_across(at, count), _height(value, top)) for at, value in enumerate(one.values)
    ]
    pairs = pairwise(placed)
    strokes = [_strokes([before, after], classes) for before, after in pairs if before and after]
    dots = format_html_join(
        "", '<circle class="{}" cx="{}" cy="{}" r="{}"></circle>',
        (("dot dot-main" if one.main else "dot", percent(point[0]), f"{point[1]:.1f}", "4" if one.main else "2.5")
         for point in placed if point),
    )  # fmt: skip
    return format_html_join("", "{}", ((part,) for part in (*strokes, dots)))


def _labels(series: Sequence[Series], top: float) -> list[SafeString]:
    """The name and last value of each line at its end: above the highest, below the others, none on another."""
    ends = [(next((value for value in reversed(one.values) if value is not None), None), one) for one in series]
    known = sorted(((value, one) for value, one in ends if value is not None), key=lambda end: -end[0])
    placed: list[SafeString] = []
    lowest = 0.0
    for value, one in known:
        lowest = max(lowest + _LABEL_ROOM, _height(value, top) + (20 if placed else -12))
        label = format_html(
                '<text class="halo {}" x="100%" y="{}" text-anchor="end">{} {}</text>',
                "strong" if one.main else "soft-text",
                f"{lowest:.1f}",
                text(one.label),
                figure_of(value),
        )  # fmt: skip
        placed.append(label)
    return placed
