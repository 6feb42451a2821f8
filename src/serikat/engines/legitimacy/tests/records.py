"""Records of assemblies for tests, and one fact of them changed."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from serikat.engines.judgement.loading import Library, load_folder
from serikat.engines.judgement.standard import Standard
from serikat.engines.legitimacy.judging import AssemblyJudgement, judge_assembly, known_rules
from serikat.engines.legitimacy.reading import record_of

RECORDS = Path(__file__).parent / "records"
EDITIONS = RECORDS / "editions"
BYLAWS = Path(__file__).parents[3] / "standards" / "bylaws"


@cache
def editions() -> tuple[Standard, ...]:
    """The shipped editions of bylaws, and those that only tests know."""
    shipped, tested = load_folder(BYLAWS, known_rules()), load_folder(EDITIONS, known_rules())
    return Library((*shipped.standards, *tested.standards)).standards


def content(name: str) -> dict[str, Any]:
    """The record of this name as plain values, a new copy each time."""
    held: dict[str, Any] = json.loads((RECORDS / f"{name}.json").read_text(encoding="utf-8"))
    return held


def judged(name: str) -> AssemblyJudgement:
    """The record of this name, judged."""
    return judge_assembly(record_of(content(name)), editions())


def changed(held: dict[str, Any], mutation: dict[str, Any]) -> dict[str, Any]:
    """The record with one fact set, added, merged or removed at a JSON pointer."""
    verb = next(verb for verb in ("set", "add", "merge", "remove") if verb in mutation)
    *steps, last = mutation[verb].strip("/").split("/")
    at: Any = held
    for step in steps:
        at = at[int(step)] if isinstance(at, list) else at[step]
    key: Any = int(last) if isinstance(at, list) and last != "-" else last
    if verb == "remove":
        del at[key]
    elif verb == "merge":
        at[key] = {**at[key], **mutation["to"]}
    elif key == "-":
        at.append(mutation["to"])
    else:
        at[key] = mutation["to"]
    return held
