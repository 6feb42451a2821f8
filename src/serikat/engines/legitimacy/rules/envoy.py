"""The board above sent its envoys, and they were there.

Why it matters: an envoy of the national board is the witness whom neither side chose. What is looked for: how many
envoys were sent by those whom the article names, and attended. What it cannot see: what they heard.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_FEW = Words("Utusan {by} yang hadir: {n}; sekurangnya {least}.", "Envoys of {by} who attended: {n}; at least {least}.")
_OPEN = Words("Hadirkah utusan {by} (sekurangnya {least})?", "Did envoys of {by} attend (at least {least})?")
_MET = Words("Utusan yang diminta pasal ini hadir.", "The envoys that this article asks for attended.")


def check(record: Record, asked: Asked) -> Seen:
    """Envoys who attended against `least`, one where the edition does not say; sent by those in `by`."""
    look, least, may = Look(record), asked.number("least", 1), asked.texts("by")
    by = may or "higher_board"
    if record.envoys is None:
        look.open("/envoys", say(_OPEN, least=least, by=by))
        return look.seen(_MET)
    # Who was sent by others, or stayed away, does not count; of whom it is not known may still count.
    possible = {envoy.person for envoy in record.envoys
                if envoy.attended is not False and (not may or envoy.sent_by in (None, *may))}  # fmt: skip
    known = {envoy.person for envoy in record.envoys
             if envoy.attended and (not may or envoy.sent_by in may)}  # fmt: skip
    look.quote("/envoys")
    if len(possible) < least:
        look.fault(say(_FEW, by=by, n=len(possible), least=least))
    elif len(known) < least:
        look.open("/envoys/*/attended", say(_OPEN, least=least, by=by))
    return look.seen(_MET)
