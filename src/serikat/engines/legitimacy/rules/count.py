"""Ballots add up: for, against, abstained and invalid are what was cast, and no more than the room held.

Why it matters: one ballot too many undoes a count of many. What is looked for: the sums of every vote and round, and
the votes in the room at that moment. What it cannot see: ballots exchanged one for another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record

_SUM = Words(
    "{what}: rincian berjumlah {total}, tercatat {cast} suara masuk.",
    "{what}: the parts add up to {total}, and {cast} votes are recorded as cast.",
)
_MORE = Words(
    "{what}: {cast} suara masuk, padahal di ruangan ada {present}.",
    "{what}: {cast} votes were cast, and the room held {present}.",
)
_OPEN = Words(
    "{what}: berapa suara masuk, abstain, dan tidak sah?", "{what}: how many votes were cast, abstained and invalid?"
)
_DECISION = Words("Keputusan {id}", "Decision {id}")
_ROUND = Words("Putaran {n}", "Round {n}")
_NONE = Words("Tidak ada pemungutan suara.", "Nothing was voted on.")
_MET = Words("Jumlah suara cocok.", "The counts add up.")

Ballot = tuple[str, Words, datetime | None, int, list[int | None], int | None, int]


def check(record: Record, asked: Asked) -> Seen:
    """Every count in the record."""
    look, ballots = Look(record), list(_ballots(record))
    if not ballots:
        return set_aside(_NONE)
    for place, what, at, order, parts, cast, choices in ballots:
        known = [part for part in parts if part is not None]
        if cast is None or len(known) < len(parts):
            look.open(place, _of(_OPEN, what))
            continue
        total = sum(known)
        if (choices == 1 and total != cast) or (choices > 1 and not cast <= total <= choices * cast):
            look.fault(_of(_SUM, what, total=total, cast=cast), place)
        room = asked.presence.room(at, order) if at else None
        if room is not None and cast > room.votes:
            look.fault(
                _of(_MORE, what, cast=cast, present=room.votes),
                place,
                explained_by=("quorum", "roll", "entitled"),
            )
    return look.seen(_MET)


def _of(said: Words, what: Words, **told: object) -> Words:
    return Words(said.id.format(what=what.id, **told), said.en.format(what=what.en, **told))


def _ballots(record: Record) -> Iterator[Ballot]:
    for number, decision in enumerate(record.decisions or ()):
        votes = decision.votes
        if votes is not None:
            parts = [votes.in_favour, votes.against, votes.abstained, votes.invalid]
            yield (
                f"/decisions/{number}/votes",
                _DECISION.filled(id=decision.id),
                decision.at,
                decision.order,
                parts,
                votes.cast,
                1,
            )
    for number, each in enumerate(record.election.rounds if record.election else ()):
        parts = [*each.votes.values(), each.abstained, each.invalid]
        what = _ROUND.filled(n=number + 1)
        yield f"/election/rounds/{number}", what, each.at, each.order, parts, each.cast, each.choices
