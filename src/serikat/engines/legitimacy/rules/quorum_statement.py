"""What the minutes say of the quorum is what the text gives.

Why it matters: minutes that divide by the wrong number hide a meeting without quorum, and reviewers find it years
later. What is looked for: the numbers declared with a roll call (needed, of how many) against the roll and the
article. What it cannot see: members on leave that the record does not list.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_NONE = Words("Tidak ada angka kuorum yang dinyatakan.", "No figure of the quorum was declared.")
_WRONG = Words(
    "Dinyatakan {said} dari {of}; menurut daftar dan pasal ini {needed} dari {whole} ({share}).",
    "{said} of {of} was declared; by the roll and this article it is {needed} of {whole} ({share}).",
)
_OPEN = Words(
    "Berapa yang berhak, sehingga angka kuorum dapat diperiksa?",
    "How many are entitled, so that the declared quorum can be checked?",
)
_MET = Words("Angka kuorum yang dinyatakan benar.", "The declared figure of the quorum is right.")


def check(record: Record, asked: Asked) -> Seen:
    """Declared figures against `share` of all `of` (units or votes)."""
    look, share = Look(record), asked.share("share", "1/2+1")
    declared = [(n, event) for n, event in enumerate(record.events or ()) if event.needed_declared is not None]
    if not declared:
        return set_aside(_NONE)
    presence = asked.presence
    whole = presence.whole.units if asked.text("of", "units") == "units" else presence.whole.votes
    if whole is None:
        look.open("/roll", _OPEN)
        return look.seen(_MET)
    needed = share.needed(whole)
    for number, event in declared:
        if event.needed_declared != needed or (event.of_declared not in {None, whole}):
            told = {"said": event.needed_declared, "of": event.of_declared, "needed": needed, "whole": whole}
            look.fault(say(_WRONG, **told, share=share.text), f"/events/{number}")
    return look.seen(_MET)
