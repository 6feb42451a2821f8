"""Who was in the room: a step function of time from arrivals, departures, roll calls and suspensions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from serikat.engines.legitimacy.record import Event, Record

Key = tuple[datetime, int, int]
# At one moment and order, who arrives is in the room for a decision and who leaves still is.
_BEFORE, _DECISION, _AFTER = 0, 1, 2
_SIDE = {"arrive": _BEFORE, "resume": _BEFORE, "count": _BEFORE, "leave": _AFTER, "suspend": _AFTER}


@dataclass(frozen=True, slots=True)
class Room:
    """The room after one event: units and votes on the roll, of them those with a mandate, and whether it ran.

    Votes are None where only heads were counted and votes differ.
    """

    at: datetime
    units: int
    votes: int | None
    mandated_units: int
    mandated_votes: int | None
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
        # Who arrived counts only where it is known who may vote.
        telling = ("arrive", "count") if self.roll else ("count",)
        self.is_known = any(event.kind in telling and event.at and _says_enough(event) for event in record.events or ())
        mandated = _mandated(record)
        moves = sorted(_moves(record.events or (), mandated), key=lambda move: move[0])
        self._keys = [key for key, _ in moves]
        walk = _Walk(self.roll, mandated, is_weighted=self.whole.units != self.whole.votes)
        self.rooms = tuple(_rooms(moves, walk))
        # Whose arrival or departure has no time may have been there, or not, at any decision.
        undated = {event.unit for event in record.events or () if event.at is None and event.unit in self.roll}
        self.has_undated_pause = any(
            event.at is None and event.kind in ("suspend", "resume") for event in record.events or ()
        )
        self.undated = Whole(len(undated), sum(self.votes_of(unit or "") for unit in undated))

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
    return {entry.unit: entry.votes for entry in final.entries or ()} if final else {}


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


# An event, or the unit whose mandate was withdrawn.
Move = tuple[Key, Event | str]


def _moves(events: Iterable[Event], mandated: Mapping[str, datetime | None] | None) -> Iterable[Move]:
    for event in events:
        if event.at is not None and event.kind in _SIDE and _says_enough(event):
            yield (event.at, event.order, _SIDE[event.kind]), event
    for unit, at in (mandated or {}).items():
        if at is not None:
            yield (at, 0, _BEFORE), unit


def _says_enough(event: Event) -> bool:
    return event.kind != "count" or event.units is not None


@dataclass(slots=True)
class _Heads:
    """Units and votes as they come and go."""

    units: int = 0
    votes: int | None = 0

    def change(self, sign: int, votes: int) -> None:
        """One unit more or less, with its votes."""
        self.units += sign
        self.votes = None if self.votes is None else self.votes + sign * votes


class _Walk:
    """The room as one walks through the events."""

    def __init__(self, roll: Mapping[str, int], mandated: Collection[str] | None, *, is_weighted: bool) -> None:
        self.roll, self.is_weighted = roll, is_weighted
        self.inside: set[str] = set()
        self.held = set(roll if mandated is None else mandated)
        self.every, self.strict = _Heads(), _Heads()
        self.is_running, self.is_counted = True, False

    def withdraw(self, unit: str) -> None:
        """A mandate ends, whoever carries it may stay."""
        if unit in self.inside and unit in self.held:
            self.strict.change(-1, self.roll.get(unit, 0))
        self.held.discard(unit)

    def take(self, event: Event) -> None:
        """One event of the record."""
        if event.kind in ("suspend", "resume"):
            self.is_running = event.kind == "resume"
        elif event.kind == "count":
            units = event.units or 0
            votes = event.votes if event.votes is not None or self.is_weighted else units
            self.every, self.strict, self.is_counted = _Heads(units, votes), _Heads(units, votes), True
        elif event.unit is not None and event.unit in self.roll:
            self._move(event.unit, is_leaving=event.kind == "leave")

    def _move(self, unit: str, *, is_leaving: bool) -> None:
        # After a count of heads nobody knows who was among them, so whoever leaves was.
        if (unit in self.inside) != is_leaving and not (is_leaving and self.is_counted):
            return
        (self.inside.discard if is_leaving else self.inside.add)(unit)
        for heads in (self.every, self.strict) if unit in self.held else (self.every,):
            heads.change(-1 if is_leaving else 1, self.roll[unit])

    def room(self, at: datetime) -> Room:
        """How it stands now."""
        every, strict = self.every, self.strict
        return Room(at, every.units, every.votes, strict.units, strict.votes, self.is_running)


def _rooms(moves: Iterable[Move], walk: _Walk) -> Iterator[Room]:
    for (at, _, _), what in moves:
        if isinstance(what, str):
            walk.withdraw(what)
        else:
            walk.take(what)
        yield walk.room(at)
