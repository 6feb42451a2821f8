"""Names beside ids, for people who read a report; what is certified and written as JSON keeps the ids alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from serikat.engines.legitimacy.fact_names import is_key
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import TERMS


def with_names(record: Record) -> Record:
    """The record in which persons and units are called "Name (id)", from `names` and the units' own `name`.

    To the rules an id is any text, so the record is judged alike; it is for reports and is never certified.
    """
    told = {unit.id: unit.name for unit in record.units or () if unit.name} | dict(record.names)
    shown = {
        identifier: f"{_in_a_path(name)} ({identifier})"
        for identifier, name in told.items()
        if name.strip() not in {"", identifier} and not _is_word_of_the_format(identifier)
    }
    return record_of(_named(dict(record.raw), shown)) if shown else record


def _named(at: Any, shown: Mapping[str, str]) -> Any:
    if isinstance(at, dict):
        return {
            shown.get(key, key): _path(value, shown) if key == "path" else _named(value, shown)
            for key, value in at.items()
            if key != "names"
        }
    if isinstance(at, list):
        return [_named(each, shown) for each in at]
    return shown.get(at, at) if isinstance(at, str) else at


def _path(at: Any, shown: Mapping[str, str]) -> Any:
    """The address of a fact in a position, in which an id can be a step."""
    return "/".join(shown.get(step, step) for step in at.split("/")) if isinstance(at, str) else at


def _in_a_path(name: str) -> str:
    # A slash would part a step of an address in two.
    return name.strip().replace("/", "\N{DIVISION SLASH}")


def _is_word_of_the_format(identifier: str) -> bool:
    """A code, key or number of the record's format cannot be told from an id that is written alike."""
    return identifier in TERMS or is_key(identifier) or identifier.isdigit()
