"""How an answer at the keyboard becomes a fact of a record, by the kind of its question."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.parameters import code_of
from serikat.engines.legitimacy.reading import RecordError
from serikat.engines.legitimacy.terms import MONTHS

# Kinds of lists that follow from the units, so that nothing is asked.
AUTOMATIC = {"units"}
# Kinds whose entries come after those that a list holds already.
ADDING = {"heads", "leave", "come", "pauses"}
# Facts that an entry cannot be without, so that it begins with some; they are asked for all the same.
PROVISIONAL = ("/letter", "/change")
_YES, _NO = {"ya", "y", "yes"}, {"tidak", "t", "no", "n"}
_CLOCK = re.compile(r"(\d{1,2})[.:](\d\d)")
_NUMBERS = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_SPELT = re.compile(r"(\d{1,2}) (\w+) (\d{4})")

_SAY_YES = Words("jawab ya atau tidak", "answer yes or no")
_SAY_NUMBER = Words("tulis bilangan, seperti 27", "write a number, such as 27")
_SAY_CLOCK = Words("tulis jam, seperti 09.00", "write a time, such as 09.00")
_SAY_PAIRS = Words("tulis berpasangan, seperti p11: 9, p12: 6", "write pairs, such as p11: 9, p12: 6")


def put(content: dict[str, Any], place: str, kind: str, said: str) -> dict[str, Any]:
    """The record with this answer at its place, which a copy is made of; raises RecordError where it is none."""
    held = copy.deepcopy(content)
    *steps, last = place.strip("/").split("/")
    at: Any = held
    for step in steps:
        at = at[int(step)] if isinstance(at, list) else at.setdefault(step, {})
    if said == "-" and isinstance(fact_of(held, steps), dict) and steps[-1].isdigit():
        del fact_of(held, steps[:-1])[int(steps[-1])]
        return held
    value = _read(held, place, kind, said)
    at[last] = [*at.get(last, []), *value] if kind in ADDING else value
    return held


def fact_of(content: Any, steps: list[str]) -> Any:
    """What lies at the end of these steps, all of which are there."""
    for step in steps:
        content = content[int(step)] if isinstance(content, list) else content[step]
    return content


def entries_of_units(content: dict[str, Any], place: str) -> list[dict[str, Any]]:
    """One entry for each unit, as a list at this place begins."""
    ids = [unit["id"] for unit in content.get("units") or ()]
    if place == "/mandates":
        return [{"letter": f"tanpa nomor ({unit})", "unit": unit} for unit in ids]
    return [{"kind": "arrive", "unit": unit} if place == "/events" else {"unit": unit} for unit in ids]


def _read(content: dict[str, Any], place: str, kind: str, said: str) -> Any:
    day = str(content["assembly"].get("held_on", ""))
    kind, _, key = kind.partition(".")
    if kind == "list" and key:
        words = [part.strip() for part in said.split(",") if part.strip()]
        if key == "at":
            return [{key: _moment(word, day, place)} for word in words]
        return [{key: code_of(word) if key in {"kind", "office"} else word, **_BEGUN.get(place, {})} for word in words]
    if kind in _PAIRED:
        pairs = [re.split(r":\s+|:(?!\d\d\b)", part.strip(), maxsplit=1) for part in said.split(",") if part.strip()]
        if any(len(pair) != 2 for pair in pairs):
            raise RecordError(place, _SAY_PAIRS)
        return _PAIRED[kind]([(one.strip(), other.strip()) for one, other in pairs], day, place)
    if kind in {"code", "codes"}:
        likely = next((codes for beginning, codes in _LIKELY.items() if re.match(beginning, place)), ())
        codes = [code_of(word, likely) for word in (_words(said, day, place) if kind == "codes" else [said])]
        return codes if kind == "codes" else codes[0]
    return _ALONE[kind](said, day, place)


def _number(said: str, _day: str, place: str) -> int:
    if not said.isdigit():
        raise RecordError(place, _SAY_NUMBER)
    return int(said)


def _yes(said: str, _day: str, place: str) -> bool:
    if said.lower() not in _YES | _NO:
        raise RecordError(place, _SAY_YES)
    return said.lower() in _YES


def _day(said: str, _held_on: str, _place: str) -> str:
    """A day as people write it; what is none is left for the record's own reading to refuse."""
    if numbers := _NUMBERS.fullmatch(said):
        return f"{numbers[3]}-{int(numbers[2]):02}-{int(numbers[1]):02}"
    spelt = _SPELT.fullmatch(said)
    for names in MONTHS.values():
        months = [name.lower() for name in names]
        if spelt and spelt[2].lower() in months:
            return f"{spelt[3]}-{months.index(spelt[2].lower()) + 1:02}-{int(spelt[1]):02}"
    return said


def _moment(said: str, day: str, place: str) -> str:
    if clock := _CLOCK.fullmatch(said):
        return f"{day}T{int(clock[1]):02}:{clock[2]}"
    if "T" not in said:
        raise RecordError(place, _SAY_CLOCK)
    return said


def _words(said: str, _day: str, _place: str) -> list[str]:
    return [part.strip() for part in said.split(",") if part.strip()]


Pairs = list[tuple[str, str]]


def _counts(pairs: Pairs, _day: str, place: str) -> dict[str, int]:
    return {name: _number(n, "", place) for name, n in pairs}


def _offices(pairs: Pairs, _day: str, _place: str) -> list[dict[str, str]]:
    return [{"person": person, "office": code_of(office)} for person, office in pairs]


def _heads(pairs: Pairs, day: str, place: str) -> list[dict[str, Any]]:
    return [{"kind": "count", "at": _moment(at, day, place), "units": _number(n, "", place)} for at, n in pairs]


def _leave(pairs: Pairs, day: str, place: str) -> list[dict[str, Any]]:
    return [{"kind": "leave", "unit": unit, "at": _moment(at, day, place)} for unit, at in pairs]


def _come(pairs: Pairs, day: str, place: str) -> list[dict[str, Any]]:
    return [{**each, "kind": "arrive"} for each in _leave(pairs, day, place)]


def _pauses(pairs: Pairs, day: str, place: str) -> list[dict[str, Any]]:
    ends = [(kind, at) for pair in pairs for kind, at in zip(("suspend", "resume"), pair, strict=True)]
    return [{"kind": kind, "at": _moment(at, day, place)} for kind, at in ends]


# One word of the field stands for several codes; these are meant there.
_LIKELY = {
    "/accountability/outcome": ("accepted", "accepted_with_notes", "rejected"),
    "/handover/items/": ("received", "waived"),
    "/election/tie_broken_by": ("lot", "revote"),
}
_BEGUN: dict[str, dict[str, Any]] = {"/election/statements": {"says": "agree"}, "/roll/changes": {"change": "add"}}
_ALONE: dict[str, Callable[[str, str, str], Any]] = {
    "text": lambda said, _day, _place: said,
    "file": lambda said, _day, _place: said,
    "day": _day,
    "moment": _moment,
    "number": _number,
    "yes": _yes,
    "list": _words,
}
_PAIRED: dict[str, Callable[[Pairs, str, str], Any]] = {
    "counts": _counts,
    "offices": _offices,
    "heads": _heads,
    "leave": _leave,
    "come": _come,
    "pauses": _pauses,
}
