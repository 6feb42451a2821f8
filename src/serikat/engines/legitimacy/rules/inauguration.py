"""The new board was inaugurated by those who do it, after its decree and in time.

Why it matters: *pelantikan* before the decree inaugurates nobody. What is looked for: the day, by whom, the decree's
day. What it cannot see: the oath.
"""

from __future__ import annotations

from datetime import timedelta

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Inauguration, Record
from serikat.engines.legitimacy.terms import say

_BY = Words("Pelantikan oleh {by}; yang berwenang: {may}.", "It was inaugurated by {by}; {may} may do it.")
_BEFORE = Words(
    "Pelantikan {day}, sebelum SK {issued}.", "The inauguration was on {day}, before the decree of {issued}."
)
_LATE = Words("Pelantikan {day}; paling lambat {last}.", "The inauguration was on {day}; the last day was {last}.")
_OPEN = Words("Kapan dan oleh siapa pengurus baru dilantik?", "When and by whom was the new board inaugurated?")
_MET = Words("Pelantikan sesuai dengan pasal ini.", "The inauguration is as this article asks.")


def check(record: Record, asked: Asked) -> Seen:
    """Parameters `by` and `days` after the decree."""
    look, inauguration = Look(record), record.inauguration or Inauguration()
    day, by = inauguration.on, inauguration.by
    if day is None or by is None:
        look.open("/inauguration", _OPEN)
        return look.seen(_MET)
    look.quote("/inauguration")
    if asked.has("by") and by not in asked.texts("by"):
        look.fault(say(_BY, by=by, may=asked.texts("by")), "/inauguration/by")
    issued = record.decree.issued_on if record.decree else None
    if issued is not None:
        last = issued + timedelta(days=asked.number("days"))
        if day < issued:
            look.fault(say(_BEFORE, day=day, issued=issued), "/inauguration/on", explained_by=("decree",))
        if asked.has("days") and day > last:
            look.fault(say(_LATE, day=day, last=last), "/inauguration/on", explained_by=("decree",))
    return look.seen(_MET)
