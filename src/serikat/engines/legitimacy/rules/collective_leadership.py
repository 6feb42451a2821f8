"""A collective leadership has the number of members that the article allows, who shared out the offices themselves.

Why it matters: where three or five lead together, the assembly chooses them and not their offices. What is looked
for: how many there are, that they chose among themselves, and that nobody else took one of the offices. What it
cannot see: whether they agreed beforehand.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Election, Leadership
from serikat.engines.legitimacy.terms import say

_NONE = Words("Tidak ada pimpinan kolektif.", "There is no collective leadership.")
_SIZE = Words(
    "Dewan pimpinan {n} orang; seharusnya {sizes}.", "The leadership has {n} members; it has to have {sizes}."
)
_NOT_THEY = Words("Jabatan tidak dibagi oleh mereka sendiri.", "The offices were not shared out by themselves.")
_OUTSIDER = Words(
    "{person} menjadi {office}, tetapi bukan anggota dewan pimpinan.",
    "{person} became {office} and is no member of the leadership.",
)
_OTHERS = Words(
    "Anggota dewan pimpinan tidak sama dengan yang terpilih ({who}).",
    "The members of the leadership are not those who were elected ({who}).",
)
_TWICE = Words("Nama anggota dewan pimpinan tertulis dua kali.", "A member of the leadership is entered twice.")
_OPEN = Words("Siapa anggota dewan pimpinan?", "Who are the members of the leadership?")
_OPEN_THEY = Words("Apakah jabatan dibagi oleh mereka sendiri?", "Did they share out the offices themselves?")
_MET = Words("Dewan pimpinan sesuai dengan pasal ini.", "The leadership is as this article asks.")


def check(record: Record, asked: Asked) -> Seen:
    """Parameter `sizes`; `among_themselves` yes where they share out the offices."""
    look, leadership, sizes = Look(record), record.leadership, asked.numbers("sizes")
    if leadership is None and (record.election is None or record.election.method != "leadership"):
        return set_aside(_NONE)
    leadership = leadership or Leadership()
    members = leadership.members
    if members is None:
        look.open("/leadership/members", _OPEN)
        return look.seen(_MET)
    look.quote("/leadership/members")
    if len(set(members)) < len(members):
        look.fault(_TWICE)
    elif sizes and len(members) not in sizes:
        look.fault(say(_SIZE, n=len(members), sizes=" / ".join(map(str, sizes))))
    election = record.election or Election()
    if election.method == "leadership" and election.elected is not None and (odd := {*members} ^ {*election.elected}):
        look.fault(say(_OTHERS, who=odd), "/election/elected", explained_by=("majority", "ties"))
    if asked.text("among_themselves") == "yes" and leadership.chosen_among_themselves is None:
        look.open("/leadership/chosen_among_themselves", _OPEN_THEY)
    elif asked.text("among_themselves") == "yes" and not leadership.chosen_among_themselves:
        look.fault(_NOT_THEY, "/leadership/chosen_among_themselves")
    for holder in leadership.offices or ():
        if holder.person not in members:
            look.fault(say(_OUTSIDER, person=holder.person, office=holder.office), "/leadership/offices")
    return look.seen(_MET)
