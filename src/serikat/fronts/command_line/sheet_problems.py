"""Tells on standard error which cells of a sheet stand in the way, those that cost a row first."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from serikat.engines.site_audit.evidence.register import RegisterEntry
from serikat.foundation.members.roster.listed import RosterProblem
from serikat.foundation.members.roster.register import read_register
from serikat.fronts.command_line import round_words as words

_MOST_SHOWN = 5


def tell_problems(sheet: Path, problems: Sequence[RosterProblem]) -> None:
    """Says how many cells need attention and shows the first of them, and how many more there are."""
    if not problems:
        return
    _say(words.both(words.PROBLEMS, count=len(problems), roster=sheet, left_out=_left_out(problems)))
    ordered = sorted(problems, key=lambda problem: not problem.is_left_out)
    for problem in ordered[:_MOST_SHOWN]:
        _say(f"  {problem.cell}: {problem.words.id}\n    {problem.words.en}")
    if more := ordered[_MOST_SHOWN:]:
        _say(words.both(words.MORE_PROBLEMS, count=len(more), left_out=_left_out(more)))


def register_entries(sheet: Path | None) -> dict[str, RegisterEntry]:
    """What was seen in the Press Council's register by the keys of outlets; raises RosterError where that is unread."""
    if sheet is None:
        return {}
    register = read_register(sheet, datetime.now(UTC).astimezone().date())
    tell_problems(sheet, register.problems)
    return register.entries


def _left_out(problems: Sequence[RosterProblem]) -> int:
    """How many rows, not cells, cannot be used."""
    return len({problem.row for problem in problems if problem.is_left_out})


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
