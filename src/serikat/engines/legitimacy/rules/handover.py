"""The outgoing board handed over what the article lists, and both sides signed.

Why it matters: a term without bank signatories, accounts and open cases begins lame. What is looked for: each item
received or waived, both signatures, the day. What it cannot see: whether what was received is complete.
"""

from __future__ import annotations

from datetime import timedelta

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Handover, Record
from serikat.engines.legitimacy.terms import say

_LACKS = Words(
    "Serah terima {item} tidak tercatat diterima atau dilepaskan.",
    "The handover of {item} is not recorded as received or waived.",
)
_SIGNED = Words("Serah terima belum ditandatangani {who}.", "The handover is not signed by {who}.")
_LATE = Words("Serah terima {day}; paling lambat {last}.", "The handover was on {day}; the last day was {last}.")
_EARLY = Words("Serah terima {day}, sebelum pelantikan {start}.",
               "The handover was on {day}, before the inauguration of {start}.")  # fmt: skip
_OPEN = Words("Apakah serah terima sudah dilakukan ({items})?", "Has the handover taken place ({items})?")
_OPEN_SIGNED = Words("Apakah kedua pihak menandatangani serah terima?", "Did both sides sign the handover?")
_MET = Words(
    "Serah terima lengkap dan ditandatangani kedua pihak.", "The handover is complete and signed by both sides."
)


def check(record: Record, asked: Asked) -> Seen:
    """Parameters `items`, `signed_by`, and `days` after the inauguration."""
    look, handover, items = Look(record), record.handover or Handover(), asked.texts("items")
    if handover.items is None or handover.on is None:
        look.open("/handover", say(_OPEN, items=items))
        return look.seen(_MET)
    look.quote("/handover/on", "/handover/items")
    for item in items:
        if handover.items.get(item) not in {"received", "waived"}:
            look.fault(say(_LACKS, item=item))
    if handover.signed_by is None and asked.has("signed_by"):
        look.open("/handover/signed_by", _OPEN_SIGNED)
    lacking = [side for side in asked.texts("signed_by") if side not in (handover.signed_by or ())]
    if lacking and handover.signed_by is not None:
        look.fault(say(_SIGNED, who=lacking), "/handover/signed_by")
    start = record.inauguration.on if record.inauguration else None
    if start is not None and handover.on < start:
        look.fault(say(_EARLY, day=handover.on, start=start), explained_by=("inauguration",))
    if start is not None and asked.has("days") and handover.on > (last := start + timedelta(days=asked.number("days"))):
        look.fault(say(_LATE, day=handover.on, last=last), explained_by=("inauguration",))
    return look.seen(_MET)
