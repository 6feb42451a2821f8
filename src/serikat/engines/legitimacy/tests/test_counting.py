"""Quorum and majorities against a checker written differently: it walks through every event for each question."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.legitimacy.presence import Presence
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.rules.majority import winners
from serikat.engines.legitimacy.shares import share

START = datetime(2026, 1, 1, 9)  # noqa: DTZ001 - records may leave the zone out
UNITS = ("a", "b", "c", "d")
MOVES = st.tuples(st.sampled_from(["arrive", "leave", "suspend", "resume"]), st.sampled_from(UNITS),
                  st.integers(0, 6), st.integers(0, 2))  # fmt: skip


def record_with(moves: list[tuple[str, str, int, int]], votes: dict[str, int], mandated: set[str]) -> dict[str, Any]:
    """A record that holds these events, a roll, and mandates."""
    return {
        "format": "serikat-assembly-record/1",
        "assembly": {"id": "x", "title": "X", "held_on": "2026-01-01"},
        "roll": {"final": {"entries": [{"unit": unit, "votes": n} for unit, n in votes.items()]}},
        "mandates": [{"letter": unit, "unit": unit} for unit in sorted(mandated)],
        "events": [
            {"kind": kind, "unit": unit, "at": (START + timedelta(minutes=at)).isoformat(), "order": order}
            for kind, unit, at, order in moves
        ],
    }


def by_hand(moves: list[tuple[str, str, int, int]], at: int, order: int) -> tuple[set[str], bool]:
    """Who is inside, and whether the meeting runs, found by asking each unit for its latest move."""

    def counts(kind: str, when: int, turn: int) -> bool:
        return (when, turn) < (at, order) or ((when, turn) == (at, order) and kind in ("arrive", "resume"))

    def latest(kinds: set[str], unit: str | None) -> str | None:
        told = [(when, turn, kind in ("leave", "suspend"), n, kind) for n, (kind, who, when, turn) in enumerate(moves)
                if kind in kinds and (unit is None or who == unit) and counts(kind, when, turn)]  # fmt: skip
        return max(told)[-1] if told else None

    inside = {unit for unit in UNITS if latest({"arrive", "leave"}, unit) == "arrive"}
    return inside, latest({"suspend", "resume"}, None) != "suspend"


@given(
    st.lists(MOVES, max_size=25),
    st.fixed_dictionaries({unit: st.integers(1, 5) for unit in UNITS}),
    st.sets(st.sampled_from(UNITS)),
    st.integers(0, 7),
    st.integers(0, 2),
)
def test_the_room_is_what_a_walk_through_the_events_gives(
    moves: list[tuple[str, str, int, int]], votes: dict[str, int], mandated: set[str], at: int, order: int
) -> None:
    room = Presence(record_of(record_with(moves, votes, mandated))).room(START + timedelta(minutes=at), order)
    inside, is_running = by_hand(moves, at, order)
    if room is None:
        assert not inside or not moves
        return
    assert (room.units, room.votes) == (len(inside), sum(votes[unit] for unit in inside))
    assert (room.mandated_units, room.mandated_votes) == (
        len(inside & mandated),
        sum(votes[unit] for unit in inside & mandated),
    )
    assert room.is_running is is_running


@given(st.integers(0, 5000), st.integers(1, 12), st.integers(1, 12))
def test_a_share_is_the_least_number_that_satisfies_it(whole: int, top: int, bottom: int) -> None:
    at_least, beyond = share(f"{top}/{bottom}").needed(whole), share(f">{top}/{bottom}").needed(whole)
    exact = Fraction(top * whole, bottom)
    assert at_least >= exact > at_least - 1
    assert beyond > exact >= beyond - 1


@pytest.mark.parametrize(
    ("text", "whole", "needed"),
    [("2/3", 27, 18), ("2/3", 12, 8), ("2/3", 39, 26), ("1/2+1", 39, 20), ("50%+1", 88, 45), ("1/2", 10, 5),
     (">1/2", 10, 6), ("1/2+1", 10, 6), ("20", 39, 20), ("66.7%", 1000, 667), ("3/4", 0, 0)],
)  # fmt: skip
def test_shares_of_the_field_are_exact(text: str, whole: int, needed: int) -> None:
    assert share(text).needed(whole) == needed


@pytest.mark.parametrize("text", ["", "most", "1/0", "-1", "2//3", "1/2+2"])
def test_a_text_that_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no share"):
        share(text)


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 9), min_size=1), st.integers(1, 3),
       st.integers(0, 12))  # fmt: skip
def test_winners_are_those_whom_fewer_than_the_seats_surpass(votes: dict[str, int], seats: int, needed: int) -> None:
    reached = {person: n for person, n in votes.items() if n >= max(needed, 1)}
    sure = {person for person, n in reached.items() if sum(m >= n for m in reached.values()) <= seats}
    maybe = {person for person, n in reached.items() if sum(m > n for m in reached.values()) < seats}
    found = winners(votes, seats, needed)
    assert found is None if sure != maybe else found == frozenset(sure)


@given(st.lists(st.integers(0, 100), min_size=2))
def test_rooms_stand_in_the_order_of_time(minutes: list[int]) -> None:
    moves = [("arrive", "a", minute, 0) for minute in minutes]
    rooms = Presence(record_of(record_with(moves, {"a": 1}, {"a"}))).rooms
    assert all(one.at <= other.at for one, other in pairwise(rooms))
