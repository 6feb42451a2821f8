"""The standing orders were adopted before they were needed.

Why it matters: *tata tertib* decide how votes are taken; adopted afterwards they fit the result. What is looked for:
a decision that adopts them, declared adopted, before the first decision of the other kinds. What it cannot see: their
text.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_NONE = Words("Tata tertib tidak pernah disahkan.", "The standing orders were never adopted.")
_REJECTED = Words(
    "Tata tertib ditolak, tetapi sidang berjalan terus.", "The standing orders were rejected, and the session went on."
)
_LATE = Words("Tata tertib disahkan sesudah keputusan {id}.", "The standing orders were adopted after decision {id}.")
_OPEN = Words("Apakah tata tertib disahkan lebih dulu?", "Were the standing orders adopted first?")
_MET = Words("Tata tertib disahkan sebelum dipakai.", "The standing orders were adopted before they were used.")


def check(record: Record, asked: Asked) -> Seen:
    """The decision of kind standing_orders; `before` names kinds of decisions that it has to precede."""
    look = Look(record)
    if record.decisions is None:
        look.open("/decisions", _OPEN)
        return look.seen(_MET)
    adopted = [(n, each) for n, each in enumerate(record.decisions) if each.kind == "standing_orders"]
    if not adopted:
        look.fault(_NONE, "/decisions")
        return look.seen(_MET)
    number, own = next((one for one in adopted if one[1].declared != "rejected"), adopted[0])
    look.quote(f"/decisions/{number}")
    # Where the votes say otherwise the fault is in the declaration, which the majority rule looks at.
    if own.declared == "rejected" and not (own.votes and (own.votes.in_favour or 0) > (own.votes.against or 0)):
        look.fault(_REJECTED)
    if own.at is None:
        look.open(f"/decisions/{number}/at", _OPEN)
    for each in record.decisions:
        is_earlier = each.at and own.at and (each.at, each.order) < (own.at, own.order)
        if each.kind in asked.texts("before") and is_earlier:
            look.fault(say(_LATE, id=each.id), explained_by=("quorum", "second_call"))
    return look.seen(_MET)
