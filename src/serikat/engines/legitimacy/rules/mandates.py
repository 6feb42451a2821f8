"""Every unit in the room is spoken for by one person with one letter of its own board.

Why it matters: a lent or doubled mandate is a vote that nobody gave. What is looked for: for each unit that arrived a
letter; no letter, unit or person twice; issued by the unit itself, in time, and not withdrawn before it arrived. What
it cannot see: a forged letter.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Mandate, Record
from serikat.engines.legitimacy.terms import say

_NONE = Words("{unit} hadir tanpa surat mandat.", "{unit} came without a letter of mandate.")
_TWICE = Words("{unit} punya {n} mandat ({which}).", "{unit} has {n} mandates ({which}).")
_PERSON = Words(
    "{person} membawa {n} mandat ({which}); satu orang satu mandat.",
    "{person} carries {n} mandates ({which}); one person, one mandate.",
)
_LETTER = Words(
    "Surat mandat {letter} dipakai {n} kali ({which}).", "The letter of mandate {letter} is used {n} times ({which})."
)
_LENT = Words(
    "Mandat {unit} dibuat oleh {by}; mandat tidak boleh dipinjamkan.",
    "The mandate of {unit} was written by {by}; mandates may not be lent.",
)
_LATE = Words(
    "Mandat {unit} bertanggal {day}, sesudah musyawarah dimulai.",
    "The mandate of {unit} is of {day}, after the assembly began.",
)
_EARLY = Words(
    "Mandat {unit} bertanggal {day}; lebih dari {days} hari sebelumnya.",
    "The mandate of {unit} is of {day}, more than {days} days before.",
)
_WITHDRAWN = Words(
    "Mandat {unit} sudah dicabut ketika keputusan diambil, padahal unit itu hadir.",
    "The mandate of {unit} was withdrawn before a decision at which the unit was present.",
)
_OPEN = Words(
    "Apakah semua yang hadir membawa mandat unitnya sendiri?", "Did all who came carry a mandate of their own unit?"
)
_OPEN_PART = Words(
    "Siapa membawa dan siapa membuat tiap surat mandat?", "Who carried and who wrote each letter of mandate?"
)
_OPEN_DAY = Words(
    "Tanggal berapa tiap surat mandat? Paling lama {days} hari sebelumnya.",
    "Of which day is each letter of mandate? It may be {days} days old.",
)
_MET = Words(
    "Setiap unit yang hadir diwakili satu orang dengan mandatnya sendiri.",
    "Every unit that came is spoken for by one person with its own mandate.",
)


def check(record: Record, asked: Asked) -> Seen:
    """Letters of mandate of the units that arrived; `most_days` where a mandate may not be older."""
    look = Look(record)
    arrived = {event.unit: event.at for event in reversed(record.events or ()) if event.kind == "arrive" and event.unit}
    if record.mandates is None or not arrived:
        look.open("/mandates", _OPEN)
        if record.mandates is None:
            return look.seen(_MET)
    by_unit = Counter(mandate.unit for mandate in record.mandates)
    for unit in arrived:
        if unit in asked.presence.roll and unit not in by_unit:
            look.fault(say(_NONE, unit=unit), "/mandates")
    _doubles(look, record.mandates, by_unit)
    for number, mandate in enumerate(record.mandates):
        _one(look, record, mandate, f"/mandates/{number}", asked)
        if mandate.withdrawn_at and _voted_after(record, mandate.unit, mandate.withdrawn_at):
            look.fault(say(_WITHDRAWN, unit=mandate.unit), f"/mandates/{number}/withdrawn_at")
    look.quote("/mandates/0")
    return look.seen(_MET)


def _voted_after(record: Record, unit: str, withdrawn: datetime) -> bool:
    """Whether the unit was in the room at a decision after its mandate was withdrawn."""
    moves = sorted(
        (event.at, event.kind == "leave") for event in record.events or () if event.unit == unit and event.at
    )
    rounds = record.election.rounds if record.election else ()
    decided = [decision.at for decision in record.decisions or ()] + [each.at for each in rounds]
    for at in [at for at in decided if at and at >= withdrawn]:
        before = [gone for moved, gone in moves if moved <= at]
        if before and not before[-1]:
            return True
    return False


def _doubles(look: Look, mandates: tuple[Mandate, ...], by_unit: Counter[str]) -> None:
    for unit, n in by_unit.items():
        if n > 1:
            which = [mandate.letter for mandate in mandates if mandate.unit == unit]
            look.fault(say(_TWICE, unit=unit, n=n, which=which), "/mandates")
    for person, n in Counter(mandate.person for mandate in mandates if mandate.person).items():
        if n > 1:
            which = [mandate.unit for mandate in mandates if mandate.person == person]
            look.fault(say(_PERSON, person=person, n=n, which=which), "/mandates")
    for letter, n in Counter(mandate.letter for mandate in mandates).items():
        if n > 1:
            which = [mandate.unit for mandate in mandates if mandate.letter == letter]
            look.fault(say(_LETTER, letter=letter, n=n, which=which), "/mandates")


def _one(look: Look, record: Record, mandate: Mandate, place: str, asked: Asked) -> None:
    if mandate.person is None or mandate.issued_by is None:
        look.open("/mandates/*/issued_by", _OPEN_PART)
    elif mandate.issued_by != mandate.unit:
        look.fault(say(_LENT, unit=mandate.unit, by=mandate.issued_by), place)
    if mandate.issued_on is None:
        if asked.has("most_days"):
            look.open("/mandates/*/issued_on", say(_OPEN_DAY, days=asked.number("most_days")))
        return
    age, days = (record.assembly.held_on - mandate.issued_on).days, asked.number("most_days")
    if age < 0:
        look.fault(say(_LATE, unit=mandate.unit, day=mandate.issued_on), place)
    if asked.has("most_days") and age > days:
        look.fault(say(_EARLY, unit=mandate.unit, day=mandate.issued_on, days=days), place)
