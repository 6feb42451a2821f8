"""An extraordinary assembly for a vacant office was held in the time that the article gives.

Why it matters: an acting chair who need not call in time stays for good. What is looked for: the day from which the
office was vacant, and the day of the assembly. What it cannot see: whether the office was truly vacant; who disputes
that holds another position.
"""

from __future__ import annotations

from datetime import timedelta

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Call, Record
from serikat.engines.legitimacy.terms import say

_ORDINARY = Words("Bukan musyawarah luar biasa.", "It is not an extraordinary assembly.")
_OTHER_GROUND = Words("Dasarnya {ground}, bukan kekosongan jabatan.", "Its ground is {ground}, not a vacancy.")
_LATE = Words(
    "Jabatan {office} kosong sejak {since}; musyawarah paling lambat {last}, tetapi diadakan {held}.",
    "The office {office} was vacant from {since}; the last day for the assembly was {last}, and it was held on {held}.",
)
_NONE = Words(
    "Dasarnya kekosongan jabatan {offices}, tetapi jabatan itu tidak kosong.",
    "Its ground is a vacancy of the office {offices}, and that office was not vacant.",
)
_OPEN_GROUND = Words(
    "Apakah dasarnya kekosongan jabatan {offices}, dan sejak kapan? Musyawarah paling lama {days} hari sesudahnya.",
    "Is its ground a vacancy of the office {offices}, and since when? The assembly is at most {days} days later.",
)
_OPEN_DAY = Words(
    "Sejak kapan jabatan {offices} kosong? Musyawarah paling lama {days} hari sesudahnya.",
    "Since when was the office {offices} vacant? The assembly is at most {days} days later.",
)
_MET = Words("Musyawarah diadakan dalam waktu yang ditentukan.", "The assembly was held in the time given.")


def check(record: Record, asked: Asked) -> Seen:
    """The day of the assembly, at most `days` after an office in `offices` fell vacant."""
    look, call, held = Look(record), record.call or Call(), record.assembly.held_on
    if record.assembly.kind == "ordinary":
        return set_aside(_ORDINARY)
    if call.ground not in {None, "vacancy"}:
        return set_aside(say(_OTHER_GROUND, ground=call.ground))
    offices, days = asked.texts("offices"), asked.number("days")
    told = {"offices": offices or ("chair",), "days": days}
    if call.ground is None:
        look.open("/call/ground", say(_OPEN_GROUND, **told))
        return look.seen(_MET)
    vacancies = record.board.vacancies if record.board else ()
    meant = [(n, each) for n, each in enumerate(vacancies) if not offices or each.office in offices]
    if vacancies and not meant:
        look.fault(say(_NONE, **told), "/call/ground", "/board/vacancies")
    if not vacancies:
        look.open("/board/vacancies", say(_OPEN_DAY, **told))
    for number, vacancy in meant:
        place = f"/board/vacancies/{number}/since"
        look.quote(place)
        if vacancy.since is None:
            look.open(place, say(_OPEN_DAY, **told))
        elif held > (last := vacancy.since + timedelta(days=days)):
            look.fault(say(_LATE, office=vacancy.office, since=vacancy.since, last=last, held=held), place)
    return look.seen(_MET)
