"""Of a half formatur one part was elected by the assembly and the other appointed by those who may.

Why it matters: *setengah formatur* lends the assembly's word to persons whom others name, so the article says how many
and by whom. What is looked for: the two parts, their sizes, who appointed, and that together they are the formatur.
What it cannot see: who suggested the names.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Formatur, Record
from serikat.engines.legitimacy.terms import say

_OTHER = Words("Pemilihan tidak dengan setengah formatur.", "The election was not by half formatur.")
_SIZE = Words("Anggota yang {part} {n} orang; seharusnya {size}.", "{n} members were {part}; it has to be {size}.")
_ELECTED, _APPOINTED = Words("dipilih", "elected"), Words("ditunjuk", "appointed")
_OTHERS = Words(
    "Bagian yang dipilih tidak sama dengan yang terpilih ({who}).",
    "The part that was elected is not those who were elected ({who}).",
)
_BOTH = Words("{who} dipilih dan sekaligus ditunjuk.", "{who} was elected and appointed at once.")
_ODD = Words(
    "Anggota formatur tidak sama dengan yang dipilih dan ditunjuk ({who}).",
    "The members of the formatur are not those elected and appointed ({who}).",
)
_BY = Words("Anggota ditunjuk oleh {by}; yang berhak: {may}.", "Members were appointed by {by}; {may} may appoint.")
_OPEN = Words(
    "Siapa anggota formatur yang dipilih, dan siapa yang ditunjuk?",
    "Which members of the formatur were elected, and which appointed?",
)
_OPEN_BY = Words("Siapa yang menunjuk anggota formatur ({may})?", "Who appointed members of the formatur ({may})?")
_MET = Words("Setengah formatur tersusun menurut pasal ini.", "The half formatur is composed as this article asks.")


def check(record: Record, asked: Asked) -> Seen:
    """Parameters `elected` and `appointed`, how many of each; `appointed_by`, who may appoint."""
    election, look = record.election, Look(record)
    if election is None or election.method != "half_formatur":
        return set_aside(_OTHER)
    formatur, may = record.formatur or Formatur(), asked.texts("appointed_by")
    elected, appointed = formatur.elected, formatur.appointed
    if elected is None or appointed is None:
        look.open("/formatur/elected" if elected is None else "/formatur/appointed", _OPEN)
        return look.seen(_MET)
    look.quote("/formatur/elected", "/formatur/appointed")
    for part, persons, name in ((_ELECTED, elected, "elected"), (_APPOINTED, appointed, "appointed")):
        if asked.has(name) and len(persons) != asked.number(name):
            look.fault(say(_SIZE, part=part, n=len(persons), size=asked.number(name)))
    if election.elected is not None and (others := {*elected} ^ {*election.elected}):
        look.fault(say(_OTHERS, who=others), "/election/elected")
    if both := sorted({*elected} & {*appointed}):
        look.fault(say(_BOTH, who=both))
    if formatur.members is not None and (odd := {*elected, *appointed} ^ {*formatur.members}):
        look.fault(say(_ODD, who=odd), "/formatur/members", explained_by=("formatur",))
    if formatur.appointed_by is None and may:
        look.open("/formatur/appointed_by", say(_OPEN_BY, may=may))
    elif may and formatur.appointed_by not in may:
        look.fault(say(_BY, by=formatur.appointed_by, may=may), "/formatur/appointed_by")
    return look.seen(_MET)
