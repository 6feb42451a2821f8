"""Every candidate has the support that the article asks, from those who may give it.

Why it matters: support letters keep an election serious, and one unit that supports everybody makes them worthless.
What is looked for: letters by different units, none of them for more candidates than allowed. What it cannot see:
pressure.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_FEW = Words(
    "{person} didukung {n} sebelum musyawarah; sekurangnya {least}.",
    "{person} had the support of {n} before the assembly; it has to be {least}.",
)
_MANY = Words("{by} mendukung {n} calon; paling banyak {most}.", "{by} supports {n} candidates; {most} is the most.")
_OUTSIDER = Words(
    "{by} mendukung {person}, tetapi tidak ada di daftar pemilih.", "{by} supports {person} and is not on the roll."
)
_OPEN = Words("Apakah tiap calon didukung sekurangnya {least}?", "Has each candidate the support of at least {least}?")
_MET = Words("Dukungan bagi setiap calon cukup.", "Every candidate has enough support.")


def check(record: Record, asked: Asked) -> Seen:
    """Letters against `letters`, `most_candidates` for one supporter, and `by` where it says `roll`."""
    look, least = Look(record), asked.number("letters")
    given: dict[str, set[str]] = {}
    if record.candidates is None:
        look.open("/candidates/*/supports", say(_OPEN, least=least))
    for number, candidate in enumerate(record.candidates or ()):
        if candidate.withdrew:
            continue
        if candidate.supports is None:
            look.open("/candidates/*/supports", say(_OPEN, least=least))
            continue
        day = record.assembly.held_on
        supporters = {each.by for each in candidate.supports if each.on is None or each.on <= day}
        for by in supporters:
            given.setdefault(by, set()).add(candidate.person)
        if len(supporters) < least:
            look.fault(
                say(_FEW, person=candidate.person, n=len(supporters), least=least), f"/candidates/{number}/supports"
            )
        if asked.text("by") == "roll" and asked.presence.roll:
            for by in sorted(supporters - asked.presence.roll.keys()):
                look.fault(
                    say(_OUTSIDER, by=by, person=candidate.person),
                    f"/candidates/{number}/supports",
                    explained_by=("roll",),
                )
    for by, persons in sorted(given.items()):
        if asked.has("most_candidates") and len(persons) > asked.number("most_candidates"):
            look.fault(say(_MANY, by=by, n=len(persons), most=asked.number("most_candidates")), "/candidates")
    look.quote("/candidates/0/supports")
    return look.seen(_MET)
