"""The assembly was chaired by a presidium of the right size, chosen by those who have to choose it.

Why it matters: the chair declares results and signs decisions. What is looked for: how many members, who chose them,
and that none of them stood for election where the article forbids it. What it cannot see: how impartial they were.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Presidium
from serikat.engines.legitimacy.terms import say

_SIZE = Words(
    "Pimpinan sidang {n} orang; seharusnya {sizes}.", "The presidium has {n} members; it has to have {sizes}."
)
_CHOSEN = Words(
    "Pimpinan sidang dipilih oleh {by}; seharusnya oleh {may}.",
    "The presidium was chosen by {by}; it has to be chosen by {may}.",
)
_STANDS = Words("{person} memimpin sidang dan sekaligus calon.", "{person} chaired the assembly and was a candidate.")
_TWICE = Words("Nama pimpinan sidang tertulis dua kali.", "A member of the presidium is entered twice.")
_OPEN = Words("Siapa pimpinan sidang, dan siapa yang memilihnya?", "Who chaired the assembly, and who chose them?")
_OPEN_BY = Words("Siapa yang memilih pimpinan sidang?", "Who chose the presidium?")
_MET = Words("Pimpinan sidang sesuai dengan pasal ini.", "The presidium is as this article asks.")


def check(record: Record, asked: Asked) -> Seen:
    """Parameters `sizes`, `chosen_by`, and `candidates` where it says `excluded`."""
    look, presidium = Look(record), record.presidium or Presidium()
    if presidium.members is None:
        look.open("/presidium/members", _OPEN)
        return look.seen(_MET)
    sizes, members = asked.numbers("sizes"), presidium.members
    look.quote("/presidium/members")
    if len(set(members)) < len(members):
        look.fault(_TWICE)
    elif sizes and len(members) not in sizes:
        look.fault(say(_SIZE, n=len(members), sizes=" / ".join(map(str, sizes))))
    if presidium.chosen_by is None and asked.has("chosen_by"):
        look.open("/presidium/chosen_by", _OPEN_BY)
    elif asked.has("chosen_by") and presidium.chosen_by not in asked.texts("chosen_by"):
        said = say(_CHOSEN, by=presidium.chosen_by, may=asked.texts("chosen_by"))
        look.fault(said, "/presidium/chosen_by")
    if asked.text("candidates") == "excluded":
        for candidate in record.candidates or ():
            if candidate.person in members and not candidate.withdrew:
                look.fault(say(_STANDS, person=candidate.person), "/candidates")
    return look.seen(_MET)
