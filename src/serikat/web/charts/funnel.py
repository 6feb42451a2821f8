"""A funnel: how many are left at each stage, and where most are lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from serikat.engines.judgement.words import Words
from serikat.web.charts.frame import Table, Text, drawing, figure_of, framed, percent, shortened, text
from serikat.web.language import said

_ROW, _BAR = 58, 26
_SHARE_FOR_LABEL = 0.12


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage and how many reached it."""

    label: Text
    count: int


def funnel(finding: Text, stages: Sequence[Stage], *, heading: Text, counted: Text) -> SafeString:
    """Stages from the widest to the narrowest; what was lost since the stage before stays visible as a dashed box."""
    most = max((stage.count for stage in stages), default=0) or 1
    before = [stages[0], *stages] if stages else []
    parts = [
        _stage(stage, earlier, at * _ROW, most) for at, (stage, earlier) in enumerate(zip(stages, before, strict=False))
    ]
    kept = [round(100 * stage.count / (earlier.count or 1)) for stage, earlier in zip(stages, before, strict=False)]
    table = Table(
        (heading, counted, Words("% dari tahap sebelumnya", "% of the stage before")),
        [(stage.label, stage.count, share) for stage, share in zip(stages, kept, strict=True)],
    )
    return framed(finding, drawing(len(stages) * _ROW - 8, text(finding), parts), table)


def _stage(stage: Stage, earlier: Stage, top: int, most: int) -> SafeString:
    share, before = stage.count / most, earlier.count / most
    lost = earlier.count - stage.count
    note = said(Words("{n} belum sampai di sini", "{n} not here yet").filled(n=figure_of(lost))) if lost > 0 else ""
    inside = share >= _SHARE_FOR_LABEL
    return format_html(
        '<text x="0" y="{}">{}</text><text class="soft-text" x="100%" y="{}" text-anchor="end">{}</text>'
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}"></rect>'
        '<rect class="bar" x="{}" y="{}" width="{}" height="{}"></rect>'
        '<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>',
        top + 14, shortened(text(stage.label), 30), top + 14, note,
        "lost" if lost > 0 else "bar", percent((1 - before) / 2), top + 21, percent(before), _BAR,
        percent((1 - share) / 2), top + 21, percent(share), _BAR,
        "on-tone" if inside else "strong", "50%" if inside else percent(0.52 + share / 2), top + 39,
        "middle" if inside else "start", figure_of(stage.count),
    )  # fmt: skip
