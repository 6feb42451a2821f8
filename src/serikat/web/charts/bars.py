"""Bars across: one figure a row, or what a whole is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from serikat.engines.judgement.words import Words
from serikat.web.charts.frame import Table, Text, drawing, figure_of, framed, percent, shortened, text
from serikat.web.language import said
from serikat.web.outcomes import OUTCOMES

_ROW, _BAR = 42, 11
_STACK_ROW, _STACK_BAR = 60, 26
# What fits inside a segment on a telephone, as shares of the width; the list below holds every count.
_SHARE_FOR_SIGN, _SHARE_FOR_COUNT = 0.045, 0.13
_SIGN, _DIGIT = 14, 7.8


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: what it is, how many, and the outcome whose colour it takes, if any."""

    label: Text
    value: float
    outcome: str = ""


def bars(finding: Text, rows: Sequence[Bar], *, heading: Text, counted: Text) -> SafeString:
    """Bars in the order given; `heading` names the rows in the table, `counted` what the figures count."""
    most = max((row.value for row in rows), default=0) or 1
    parts = [_bar(row, at * _ROW, row.value / most) for at, row in enumerate(rows)]
    table = Table((heading, counted), [(row.label, row.value) for row in rows])
    return framed(finding, drawing(len(rows) * _ROW, text(finding), parts), table)


def _bar(row: Bar, top: int, share: float) -> SafeString:
    return format_html(
        '<text x="0" y="{}">{}</text><text class="strong" x="100%" y="{}" text-anchor="end">{}</text>'
        '<rect class="bar-ground" x="0" y="{}" width="100%" height="{}" rx="2"></rect>'
        '<rect class="bar {}" x="0" y="{}" width="{}" height="{}" rx="2"></rect>',
        top + 14, shortened(text(row.label), 42), top + 14, figure_of(row.value),
        top + 21, _BAR, row.outcome, top + 21, percent(share), _BAR,
    )  # fmt: skip


def outcome_bars(
    finding: Text,
    rows: Sequence[tuple[Text, Mapping[str, int]]],
    *,
    heading: Text | None = None,
    words: Mapping[str, Words] | None = None,
) -> SafeString:
    """For each row, its clauses (or outlets) by outcome, as one bar; below, every outcome with its sign and sum.

    `words` say what the outcomes are called where not clauses are counted.
    """
    called = {outcome: (words or {}).get(outcome, OUTCOMES[outcome].words) for outcome in OUTCOMES}
    used = [outcome for outcome in called if any(counts.get(outcome) for _, counts in rows)]
    parts = [_stack(label, counts, at * _STACK_ROW) for at, (label, counts) in enumerate(rows)]
    table = Table(
        (heading or Words("Bagian", "Part"), *(called[outcome] for outcome in used)),
        [(label, *(counts.get(outcome, 0) for outcome in used)) for label, counts in rows],
    )
    picture = drawing(len(rows) * _STACK_ROW - 8, text(finding), parts)
    return framed(
        finding,
        format_html("{}{}", picture, _sums({one: called[one] for one in used}, [counts for _, counts in rows])),
        table,
    )


def _stack(label: Text, counts: Mapping[str, int], top: int) -> SafeString:
    whole = sum(counts.values())
    parts = [
        format_html(
            '<text x="0" y="{}">{}</text><text class="strong" x="100%" y="{}" text-anchor="end">{}</text>',
            top + 14, shortened(text(label), 42), top + 14, figure_of(whole),
        )
    ]  # fmt: skip
    start = 0.0
    for outcome in OUTCOMES:
        share = counts.get(outcome, 0) / (whole or 1)
        if share:
            parts.append(_segment(outcome, counts[outcome], top + 21, start, share))
            start += share
    return format_html_join("", "{}", ((part,) for part in parts))


def _segment(outcome: str, count: int, top: int, start: float, share: float) -> SafeString:
    """A segment with its sign, which tells it apart where it is printed grey, and its count where there is room."""
    box = format_html(
        '<rect class="segment {}" x="{}" y="{}" width="{}" height="{}"></rect>',
        outcome, percent(start), top, percent(share), _STACK_BAR,
    )  # fmt: skip
    middle = percent(start + share / 2)
    if share < _SHARE_FOR_SIGN:
        return box
    if share >= _SHARE_FOR_COUNT:
        return format_html("{}{}", box, _sign(outcome, figure_of(count), middle, top))
    # Room enough on a wide screen only.
    narrow, wide = (_sign(f"{outcome} {size}", counted, middle, top) for size, counted in
                    (("short", ""), ("long", figure_of(count))))  # fmt: skip
    return format_html("{}{}{}", box, narrow, wide)


def _sign(classes: str, counted: str, middle: str, top: int) -> SafeString:
    left = -(_SIGN + len(counted) * _DIGIT) / 2
    return format_html(
        '<svg class="{}" x="{}" y="{}" width="1" height="1" overflow="visible">'
        '<use class="on-tone" href="{}#{}" x="{}" y="7" width="12" height="12"></use>'
        '<text class="on-tone" x="{}" y="18">{}</text></svg>',
        classes, middle, top,
        static("web/icons.svg"), OUTCOMES[classes.split()[0]].icon, round(left), round(left + _SIGN + 2), counted,
    )  # fmt: skip


def _sums(used: Mapping[str, Words], rows: Sequence[Mapping[str, int]]) -> SafeString:
    lines = (
        (outcome, static("web/icons.svg"), OUTCOMES[outcome].icon, said(words), figure_of(total))
        for outcome, words in used.items()
        if (total := sum(counts.get(outcome, 0) for counts in rows))
    )
    return format_html(
        '<ul class="legend">{}</ul>',
        format_html_join(
            "",
            '<li class="{}"><svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>{} <b>{}</b></li>',
            lines,
        ),
    )
