"""The chart of presence over time: where the line stands, where the quorum, and where decisions fell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.judging import AssemblyJudgement
from serikat.engines.legitimacy.phrases import SAID
from serikat.engines.legitimacy.presence import Presence
from serikat.engines.legitimacy.rules.quorum import decided
from serikat.engines.legitimacy.shares import share
from serikat.engines.legitimacy.terms import say

WIDTH, HEIGHT, LEFT, BOTTOM = 720, 240, 44, 30


@dataclass(frozen=True, slots=True)
class Dot:
    """One decision: its place on the chart and the numbers that its row of the table shows."""

    x: float
    y: float
    what: Words
    at: datetime
    present: int
    is_enough: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The finding in one sentence, a step line (SVG path), the threshold, the decisions, and words on the axes."""

    finding: Words
    line: str
    threshold: float
    needed: int
    whole: int
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[float, str], ...]


def chart_of(judgement: AssemblyJudgement) -> Chart | None:
    """The chart, or None where the record does not say who was present when, or of how many."""
    presence, rule = Presence(judgement.record), _threshold(judgement)
    if not presence.is_known or rule is None:
        return None
    needed, whole, in_units = rule
    moments = [(what, at, order) for _, what, at, order in decided(judgement.record) if at is not None]
    times = [room.at for room in presence.rooms] + [at for _, at, _ in moments]
    first, last = min(times), max(times)
    seconds = max((last - first).total_seconds(), 1.0)

    def x(at: datetime) -> float:
        return round(LEFT + (at - first).total_seconds() / seconds * (WIDTH - LEFT - 16), 1)

    def y(n: int) -> float:
        return round(HEIGHT - BOTTOM - n / max(whole, 1) * (HEIGHT - BOTTOM - 16), 1)

    heights = [(x(room.at), y((room.units if in_units else room.votes) or 0)) for room in presence.rooms]
    line = f"M{x(first)},{y(0)}" + "".join(f"H{across}V{up}" for across, up in heights) + f"H{x(last)}"
    dots = []
    for what, at, order in moments:
        room = presence.room(at, order)
        present = 0 if room is None else (room.units if in_units else room.votes) or 0
        dots.append(Dot(x(at), y(present), what, at, present, present >= needed))
    dots.sort(key=lambda dot: dot.at)
    short = [dot for dot in dots if not dot.is_enough]
    least = min((dot.present for dot in dots), default=0)
    told = {"n": len(short), "all": len(dots), "least": least, "needed": needed, "whole": whole}
    finding = say(SAID["quorum_short" if short else "quorum_met"], **told)
    ticks = tuple((x(at), at.strftime("%H.%M")) for at in (first, first + (last - first) / 2, last))
    return Chart(finding, line, y(needed), needed, whole, tuple(dots), ticks)


def _threshold(judgement: AssemblyJudgement) -> tuple[int, int, bool] | None:
    """How many are needed, of how many, and whether units are counted rather than votes."""
    whole = Presence(judgement.record).whole
    held = {edition.id: edition for edition in judgement.editions}
    asked = ("second_call",) if judgement.record.assembly.sitting == 2 else ("quorum",)
    for finding in judgement.findings:
        if finding.rule not in asked or finding.outcome is Outcome.NOT_APPLICABLE:
            continue
        values = held[finding.edition].clause(finding.clause).parameters_on(judgement.record.assembly.held_on)
        in_units = not values.get("of") or values["of"][0].value == "units"
        count = whole.units if in_units else whole.votes
        if count and "share" in values:
            return share(str(values["share"][0].value)).needed(count), count, in_units
    return None
