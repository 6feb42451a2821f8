"""The call is signed by the offices that have to sign it.

Why it matters: a letter that the chair signs alone where two have to sign is no letter of the board. What is looked
for: the offices that signed the call. What it cannot see: ink and stamp.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_WRONG = Words("Surat panggilan tidak ditandatangani {who}.", "The call is not signed by: {who}.")
_OPEN = Words("Apakah surat panggilan ditandatangani {who}?", "Is the call signed by {who}?")
_MET = Words(
    "Surat panggilan ditandatangani oleh yang harus menandatangani.", "The call is signed by those who have to."
)


def check(record: Record, asked: Asked) -> Seen:
    """The offices that signed the call, against the parameter `call`."""
    look, asked_for = Look(record), asked.texts("call")
    signed = record.call.signed_by if record.call else None
    if signed is None:
        look.open("/call/signed_by", say(_OPEN, who=asked_for))
        return look.seen(_MET)
    lacking = [office for office in asked_for if office not in signed]
    look.quote("/call/signed_by")
    if lacking:
        look.fault(say(_WRONG, who=lacking), "/call/signed_by")
    return look.seen(_MET)
