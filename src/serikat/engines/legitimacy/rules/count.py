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
from serikat.engines.legitimacy.terms import say

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
_WHOLE = Words(
    "{what}: {cast} suara masuk, padahal yang berhak {whole} suara.",
    "{what}: {cast} votes were cast, and {whole} are entitled.",
)
_OPEN_ROOM = Words(
    "{what}: apakah {cast} suara ada di ruangan saat itu?", "{what}: were {cast} votes in the room at that moment?"
)
_DECISION = Words("Keputusan {id}", "Decision {id}")
_ROUND = Words("Putaran {n}", "Round {n}")
_NONE = Words("Tidak ada pemungutan suara.", "Nothing was voted on.")
_MET = Words("Jumlah suara cocok.", "The counts add up.")

# Where a vote stands at the wrong time, or the roll is wrong, the room does not fit either.
_TIMES = ("quorum", "second_call", "roll", "entitled", "standing_orders", "election_method")

Ballot = tuple[str, Words, datetime | None, int, list[int | None], int | None, int]


def check(record: Record, asked: Asked) -> Seen:
    """Every count in the record."""
    look, ballots = Look(record), list(_ballots(record))
    if not ballots:
        return set_aside(_NONE)
    for place, what, at, order, parts, cast, choices in ballots:
        known = [part for part in parts if part is not None]
        if cast is None or len(known) < len(parts):
            look.open(place, say(_OPEN, what=what))
            continue
        total = sum(known)
        if (choices == 1 and total != cast) or (choices > 1 and not cast <= total <= choices * cast):
            look.fault(say(_SUM, what=what, total=total, cast=cast), place)
        if choices > 1 and any(part > cast for part in known):
            look.fault(say(_SUM, what=what, total=max(known), cast=cast), place)
        room, whole = asked.presence.room(at, order) if at else None, asked.presence.whole.votes
        if room is not None and room.votes is not None and cast > room.votes:
            most = room.votes + (asked.presence.undated.votes or 0)
            if cast > most:
                said = say(_MORE, what=what, cast=cast, present=room.votes)
                look.fault(said, place, explained_by=_TIMES)
            else:
                look.open("/events/*/at", say(_OPEN_ROOM, what=what, cast=cast))
        elif whole is not None and cast > whole:
            look.fault(say(_WHOLE, what=what, cast=cast, whole=whole), place, explained_by=("roll", "entitled"))
    return look.seen(_MET)


def _ballots(record: Record) -> Iterator[Ballot]:
    for number, decision in enumerate(record.decisions or ()):
        votes = decision.votes
        if votes is not None:
            parts = [votes.in_favour, votes.against, votes.abstained, votes.invalid]
            yield (
                f"/decisions/{number}/votes",
                say(_DECISION, id=decision.id),
                decision.at,
                decision.order,
                parts,
                votes.cast,
                1,
            )
    for number, each in enumerate(record.election.rounds if record.election else ()):
        parts = [*each.votes.values(), each.abstained, each.invalid]
        what = say(_ROUND, n=number + 1)
        yield f"/election/rounds/{number}", what, each.at, each.order, parts, each.cast, each.choices
