"""The election was held by a method that the article allows, in the way that it asks.

Why it matters: a show of hands where the ballot has to be secret is not the election that the bylaws know. What is
looked for: the method, who chose it, and that ballots on persons were written and secret. What it cannot see:
peeping.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Election
from serikat.engines.legitimacy.terms import say

_METHOD = Words(
    "Cara {method} tidak dikenal pasal ini ({may}).", "This article does not know the method {method} ({may})."
)
_NOT_SECRET = Words("Pemungutan suara {n} tidak rahasia.", "Ballot {n} was not secret.")
_UNDECIDED = Words("Cara pemilihan tidak diputuskan sidang.", "The assembly did not decide on the method.")
_ROUNDS = Words("Ada {n} putaran; paling banyak {most}.", "There were {n} rounds; {most} is the most.")
_AFTERWARDS = Words(
    "Cara pemilihan diputuskan {at}, sesudah pemilihan {began}.",
    "The method was decided on {at}, after the election of {began}.",
)
_OPEN = Words("Dengan cara apa pemilihan dilakukan ({may})?", "By which method was the election held ({may})?")
_OPEN_DECIDED = Words("Apakah sidang memutuskan cara pemilihan?", "Did the assembly decide on the method?")
_OPEN_SECRET = Words("Apakah pemungutan suara tertulis dan rahasia?", "Was the ballot written and secret?")
_MET = Words("Cara pemilihan sesuai dengan pasal ini.", "The method of the election is as this article asks.")


def check(record: Record, asked: Asked) -> Seen:
    """The method against `methods`; `secret` and `decided` (by the assembly) where they say yes; `most_rounds`."""
    look, election, may = Look(record), record.election or Election(), asked.texts("methods")
    if election.method is None:
        look.open("/election/method", say(_OPEN, may=may) if may else _OPEN_SECRET)
        return look.seen(_MET)
    look.quote("/election/method")
    if may and election.method not in may:
        look.fault(say(_METHOD, method=election.method, may=may))
    if asked.text("decided") == "yes":
        _decided(look, record, election)
    for number, each in enumerate(election.rounds):
        if asked.text("secret") != "yes":
            continue
        if each.secret is None:
            look.open("/election/rounds/*/secret", _OPEN_SECRET)
        elif not each.secret:
            look.fault(say(_NOT_SECRET, n=number + 1), f"/election/rounds/{number}")
    if asked.has("most_rounds") and len(election.rounds) > asked.number("most_rounds"):
        look.fault(say(_ROUNDS, n=len(election.rounds), most=asked.number("most_rounds")), "/election/rounds")
    return look.seen(_MET)


def _decided(look: Look, record: Record, election: Election) -> None:
    """The assembly chose the method, and before it was used."""
    if record.decisions is None:
        look.open("/decisions", _OPEN_DECIDED)
        return
    chosen = next((each for each in record.decisions if each.id == election.decision and each.kind == "method"), None)
    if chosen is None or chosen.declared == "rejected":
        look.fault(_UNDECIDED, "/election", explained_by=() if chosen is None else ("majority",))
        return
    began = min((each.at for each in election.rounds if each.at), default=election.at)
    if chosen.at and began and chosen.at > began:
        place = f"/decisions/{record.decisions.index(chosen)}/at"
        look.fault(
            say(_AFTERWARDS, at=chosen.at, began=began), place, explained_by=("quorum", "second_call", "accountability")
        )
