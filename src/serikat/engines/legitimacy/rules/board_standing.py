"""The board that called the assembly held office on the day of the call.

Why it matters: a board whose decree has lapsed, was revoked or was frozen cannot call. What is looked for: the first
and last day of its decree, an extension, a revocation, a freezing. What it cannot see: a decree that the record
leaves out.
"""

from __future__ import annotations

from datetime import timedelta

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_NOT_YET = Words(
    "SK pengurus baru berlaku {since}; panggilan bertanggal {on}.",
    "The board's decree holds from {since}; the call is of {on}.",
)
_LAPSED = Words(
    "SK pengurus habis {until}; panggilan bertanggal {on}.", "The board's decree ended on {until}; the call is of {on}."
)
_REVOKED = Words(
    "SK pengurus dicabut {day}; panggilan bertanggal {on}.",
    "The board's decree was revoked on {day}; the call is of {on}.",
)
_FROZEN = Words(
    "Pengurus dibekukan {day}; panggilan bertanggal {on}.", "The board was frozen on {day}; the call is of {on}."
)
_OPEN = Words(
    "Apakah SK pengurus berlaku pada hari panggilan?", "Was the board's decree in force on the day of the call?"
)
_MET = Words("SK pengurus berlaku pada hari panggilan.", "The board's decree was in force on the day of the call.")
_OTHER = Words("Bukan pengurus ini yang memanggil.", "It was not this board that called.")


def check(record: Record, asked: Asked) -> Seen:
    """The outgoing board's decree on the day of the call; parameter `grace_days` where the edition gives any."""
    look, board, call = Look(record), record.board, record.call
    if call and call.by not in {None, "board", "acting_board"}:
        return set_aside(_OTHER)
    decree, on = board.decree if board else None, call.on if call else None
    if board is None or decree is None or decree.until is None or on is None:
        look.open("/call/on" if on is None else "/board/decree/until", _OPEN)
        return look.seen(_MET)
    until = max(decree.until, board.extended_until or decree.until) + timedelta(days=asked.number("grace_days"))
    look.quote("/board/decree/until", "/call/on")
    if on > until:
        look.fault(say(_LAPSED, until=until, on=on))
    if decree.since is not None and on < decree.since:
        look.fault(say(_NOT_YET, since=decree.since, on=on), "/board/decree/since")
    if decree.revoked_on is not None and on >= decree.revoked_on:
        look.fault(say(_REVOKED, day=decree.revoked_on, on=on), "/board/decree/revoked_on")
    if board.frozen_on is not None and on >= board.frozen_on:
        look.fault(say(_FROZEN, day=board.frozen_on, on=on), "/board/frozen_on")
    return look.seen(_MET)
