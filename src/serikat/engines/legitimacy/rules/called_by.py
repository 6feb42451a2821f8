"""The assembly was called by the organ that may call it.

Why it matters: an assembly called by somebody else binds nobody, however many came. What is looked for: who called,
and whether that organ is among those that the article names. What it cannot see: whether the signature is genuine.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_WRONG = Words(
    "Musyawarah dipanggil oleh {by}; yang berhak: {may}.", "The assembly was called by {by}; {may} may call it."
)
_OPEN = Words("Apakah yang memanggil memang berhak ({may})?", "Was it called by one who may ({may})?")
_MET = Words("Dipanggil oleh yang berhak.", "It was called by one who may call it.")


def check(record: Record, asked: Asked) -> Seen:
    """Who called, against the parameter `by`."""
    look, may = Look(record), asked.texts("by")
    by = record.call.by if record.call else None
    if by is None:
        look.open("/call/by", say(_OPEN, may=may))
    elif by not in may:
        look.fault(say(_WRONG, by=by, may=may), "/call/by")
    else:
        look.quote("/call/by")
    return look.seen(_MET)
