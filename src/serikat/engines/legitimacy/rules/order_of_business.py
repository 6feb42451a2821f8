"""The business was taken in the order of the article, and nothing that it asks was left out.

Why it matters: an election before the old board has accounted for itself takes the report's edge away. What is looked
for: the items in the order of their beginnings, and that none began before the one before it had ended. What it
cannot see: what was said in them.
"""

from __future__ import annotations

from itertools import pairwise

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Business
from serikat.engines.legitimacy.terms import say

_LACKS = Words("Acara {kind} tidak ada.", "The business {kind} was not taken.")
_ORDER = Words("Acara {later} didahulukan dari {earlier}.", "The business {later} was taken before {earlier}.")
_OVERLAP = Words(
    "Acara {later} dimulai sebelum {earlier} selesai.", "The business {later} began before {earlier} had ended."
)
_ENDS = Words("Acara {kind} selesai sebelum dimulai.", "The business {kind} ended before it began.")
_OPEN = Words("Bagaimana urutan acaranya ({order})?", "In which order was the business taken ({order})?")
_OPEN_TIME = Words("Pukul berapa tiap acara dimulai?", "When did each item begin?")
_MET = Words("Acara berjalan menurut urutan pasal ini.", "The business was taken in the order of this article.")


def check(record: Record, asked: Asked) -> Seen:
    """Items of business against the parameter `order`."""
    look, order = Look(record), asked.texts("order")
    if record.business is None:
        look.open("/business", say(_OPEN, order=order))
        return look.seen(_MET)
    for kind in order:
        if kind not in {item.kind for item in record.business}:
            look.fault(say(_LACKS, kind=kind), "/business")
    dated = [(item.started_at, number, item) for number, item in enumerate(record.business) if item.started_at]
    if len(dated) < len(record.business):
        look.open("/business/*/started_at", _OPEN_TIME)
        return look.seen(_MET)
    timed = [item for _, _, item in sorted(dated, key=lambda one: one[:2])]
    _in_order(look, [item for item in timed if item.kind in order], order)
    _apart(look, timed)
    look.quote("/business/0")
    return look.seen(_MET)


def _in_order(look: Look, items: list[Business], order: tuple[str, ...]) -> None:
    for one, next_one in pairwise(items):
        if order.index(next_one.kind) < order.index(one.kind):
            look.fault(say(_ORDER, later=one.kind, earlier=next_one.kind), "/business")


def _apart(look: Look, items: list[Business]) -> None:
    for item in items:
        if item.ended_at and item.started_at and item.ended_at < item.started_at:
            look.fault(say(_ENDS, kind=item.kind), "/business")
    for one, next_one in pairwise(items):
        if one.ended_at and next_one.started_at and next_one.started_at < one.ended_at:
            look.fault(say(_OVERLAP, later=next_one.kind, earlier=one.kind), "/business")
