"""Each item of business was chaired by those who may chair it.

Why it matters: whoever holds the gavel decides who speaks and what was decided. What is looked for: for each item, who
chaired it, against the presidium that was chosen and those who chair until then. What it cannot see: who whispered.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Presidium
from serikat.engines.legitimacy.terms import say

_OTHERS = Words(
    "Acara {kind} dipimpin {who}, yang tidak berhak memimpinnya.",
    "The business {kind} was chaired by {who}, who may not chair it.",
)
_NOBODY = Words("Acara {kind} tidak dipimpin siapa pun.", "Nobody chaired the business {kind}.")
_OPEN = Words("Siapa yang memimpin acara {kind}?", "Who chaired the business {kind}?")
_OPEN_TEMPORARY = Words(
    "Siapa pimpinan sementara, sebelum pimpinan sidang dipilih?", "Who chaired before the presidium was chosen?"
)
_MET = Words("Setiap acara dipimpin oleh yang berhak.", "Each item was chaired by those who may chair it.")


def check(record: Record, asked: Asked) -> Seen:
    """Who chaired the kinds of business in `presidium` (its members alone) and in `temporary` (until it is chosen)."""
    look, chairs = Look(record), record.presidium or Presidium()
    for number, item in enumerate(record.business or ()):
        is_temporary = item.kind in asked.texts("temporary")
        if not is_temporary and item.kind not in asked.texts("presidium"):
            continue
        place = f"/business/{number}/presided_by"
        if item.presided_by is None or chairs.members is None:
            look.open(place, say(_OPEN, kind=item.kind))
        elif is_temporary and chairs.temporary is None:
            look.open("/presidium/temporary", _OPEN_TEMPORARY)
        elif not item.presided_by:
            look.fault(say(_NOBODY, kind=item.kind), place)
        else:
            may = {*chairs.members, *((chairs.temporary or ()) if is_temporary else ())}
            others = [person for person in item.presided_by if person not in may]
            if others:
                look.fault(
                    say(_OTHERS, kind=item.kind, who=others), place, explained_by=("presidium", "order_of_business")
                )
    if record.business is None:
        look.open("/business/*/presided_by", say(_OPEN, kind=asked.texts("presidium")))
    look.quote("/presidium/members")
    return look.seen(_MET)
