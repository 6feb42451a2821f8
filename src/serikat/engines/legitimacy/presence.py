"""Who was in the room: a step function of time from arrivals, departures, roll calls and suspensions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from serikat.engines.legitimacy.record import Event, Record

Key = tuple[datetime, int, int]
# At one moment and order, who arrives is in the room for a decision and who leaves still is.
_BEFORE, _DECISION, _AFTER = 0, 1, 2
_SIDE = {"arrive": _BEFORE, "resume": _BEFORE, "count": _BEFORE, "leave": _AFTER, "suspend": _AFTER}


@dataclass(frozen=True, slots=True)
class Room:
    """The room after one event: units and votes on the roll, of them those with a mandate, and whether it ran."""

    at: datetime
    units: int
    votes: int
    mandated_units: int
    mandated_votes: int
    is_running: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """All who are entitled: units and votes, None where the record does not say."""

    units: int | None
    votes: int | None


class Presence:
    """The rooms of one assembly in the order of time."""

    def __init__(self, record: Record) -> None:
        self.roll = roll_votes(record)
        self.whole = whole_of(record)
        self.is_known = any(
            event.kind in ("arrive", "count") and event.at and _says_enough(event) for event in record.events or ()
        )
        mandated = _mandated(record)
        moves = sorted(_moves(record.events or (), mandated), key=lambda move: move[0])
        self._keys = [key for key, _, _ in moves]
        self.rooms = tuple(_rooms(moves, self.roll, mandated))

    def room(self, at: datetime, order: int = 0) -> Room | None:
        """The room in which a decision at this moment was taken; None before anything is known."""
        place = bisect_right(self._keys, (at, order, _DECISION))
        return self.rooms[place - 1] if place and self.is_known else None

    def votes_of(self, unit: str) -> int:
        """The votes of a unit on the final roll; 0 where it is not on it."""
        return self.roll.get(unit, 0)


def roll_votes(record: Record) -> dict[str, int]:
    """Unit and votes of the final roll; empty where it is not listed."""
    final = record.roll.final if record.roll else None
    return {entry.unit: entry.votes for entry in final.entries} if final else {}


def whole_of(record: Record) -> Whole:
    """All who may vote, counted from the final roll or as the record counts them."""
    roll = record.roll
    if roll is None:
        return Whole(None, None)
    if roll.final is not None and roll.final.entries:
        return Whole(len(roll.final.entries), sum(entry.votes for entry in roll.final.entries))
    return Whole(roll.units_counted, roll.units_counted if roll.votes_counted is None else roll.votes_counted)


def _mandated(record: Record) -> Mapping[str, datetime | None] | None:
    """Units with a mandate and when it was withdrawn; None where mandates are not in the record."""
    if record.mandates is None:
        return None
    return {mandate.unit: mandate.withdrawn_at for mandate in record.mandates}


Move = tuple[Key, str, Event | str]


def _moves(events: Iterable[Event], mandated: Mapping[str, datetime | None] | None) -> Iterable[Move]:
    for event in events:
        if event.at is not None and event.kind in _SIDE and _says_enough(event):
            yield (event.at, event.order, _SIDE[event.kind]), event.kind, event
    for unit, at in (mandated or {}).items():
        if at is not None:
            yield (at, 0, _BEFORE), "withdraw", unit


def _says_enough(event: Event) -> bool:
    return event.kind != "count" or event.units is not None


def _rooms(
    moves: Iterable[Move], roll: Mapping[str, int], mandated: Mapping[str, datetime | None] | None
) -> Iterable[Room]:
    inside: set[str] = set()
    held = set(roll) if mandated is None else set(mandated)
    units = votes = strict_units = strict_votes = 0
    is_running = True
    for (at, _, _), kind, what in moves:
        if isinstance(what, str):
            if what in inside and what in held:
                strict_units, strict_votes = strict_units - 1, strict_votes - roll.get(what, 0)
            held.discard(what)
        elif kind == "count":
            units = what.units or 0
            votes = units if what.votes is None else what.votes
            strict_units, strict_votes = units, votes
        elif kind in ("suspend", "resume"):
            is_running = kind == "resume"
        elif what.unit is not None and what.unit in roll and (what.unit in inside) == (kind == "leave"):
            sign = 1 if kind == "arrive" else -1
            (inside.add if sign == 1 else inside.discard)(what.unit)
            units, votes = units + sign, votes + sign * roll[what.unit]
            if what.unit in held:
                strict_units, strict_votes = strict_units + sign, strict_votes + sign * roll[what.unit]
        yield Room(at, units, votes, strict_units, strict_votes, is_running)
