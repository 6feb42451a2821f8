"""The formatur has the size and members that the article asks, and finished in time.

Why it matters: a board composed by others, or months later, is not the one that the assembly wanted. What is looked
for: how many members, the elected chair among them, the day on which their list was ready. What it cannot see: who
held the pen.
"""

from __future__ import annotations

from datetime import timedelta

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Formatur, Record
from serikat.engines.legitimacy.record_parts import Election
from serikat.engines.legitimacy.terms import say

_NONE = Words("Tidak ada formatur.", "There was no formatur.")
_SIZE = Words("Formatur {n} orang; seharusnya {sizes}.", "The formatur has {n} members; it has to have {sizes}.")
_CHAIR = Words("Ketua terpilih bukan anggota formatur.", "The elected chair is no member of the formatur.")
_LATE = Words(
    "Susunan pengurus selesai {day}; paling lambat {last}.", "The board was composed on {day}; the last day was {last}."
)
_OTHERS = Words(
    "Anggota formatur tidak sama dengan yang terpilih ({who}).",
    "The members of the formatur are not those who were elected ({who}).",
)
_TWICE = Words("Nama anggota formatur tertulis dua kali.", "A member of the formatur is entered twice.")
_OPEN = Words("Siapa anggota formatur?", "Who were the members of the formatur?")
_OPEN_DAY = Words(
    "Kapan formatur selesai? Paling lambat {days} hari.", "When had the formatur finished? {days} days is the longest."
)
_MET = Words("Formatur sesuai dengan pasal ini.", "The formatur is as this article asks.")


def check(record: Record, asked: Asked) -> Seen:
    """Parameters `sizes`, `days` from the end of the assembly, `chair` where it says `member`."""
    look, formatur, election = Look(record), record.formatur, record.election or Election()
    if formatur is None and _composed_otherwise(record):
        return set_aside(_NONE)
    formatur = formatur or Formatur()
    sizes, members = asked.numbers("sizes"), formatur.members
    if members is None:
        look.open("/formatur/members", _OPEN)
    elif len(set(members)) < len(members):
        look.fault(_TWICE, "/formatur/members")
    elif sizes and len(members) not in sizes:
        look.fault(say(_SIZE, n=len(members), sizes=" / ".join(map(str, sizes))), "/formatur/members")
    if members and election.method == "formatur" and election.elected and (odd := {*members} ^ {*election.elected}):
        look.fault(say(_OTHERS, who=odd), "/formatur/members", "/election/elected", explained_by=("majority", "ties"))
    if members and asked.text("chair") == "member" and election.elected and election.elected[0] not in members:
        look.fault(_CHAIR, "/formatur/members", explained_by=("majority", "mufakat", "acclamation", "ties"))
    if asked.has("days"):
        days = asked.number("days")
        start = record.assembly.closed_at.date() if record.assembly.closed_at else record.assembly.held_on
        last = (formatur.chosen_on or start) + timedelta(days=days)
        if formatur.finished_on is None:
            look.open("/formatur/finished_on", say(_OPEN_DAY, days=days))
        elif formatur.finished_on > last:
            look.fault(say(_LATE, day=formatur.finished_on, last=last), "/formatur/finished_on")
    look.quote("/formatur/members")
    return look.seen(_MET)


def _composed_otherwise(record: Record) -> bool:
    """Whether the record shows a board that needed no formatur: all of it elected, or led by a leadership."""
    if record.leadership is not None or record.results is None:
        return record.leadership is not None or (record.election or Election()).method not in {
            "formatur",
            "half_formatur",
        }
    elected = (record.election or Election()).elected or ()
    return all(holder.person in elected for holder in record.results)
