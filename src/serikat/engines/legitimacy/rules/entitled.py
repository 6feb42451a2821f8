"""Every unit on the final roll is entitled to vote, with the votes that the article gives it.

Why it matters: votes of suspended or invented units are the plainest way to take an assembly. What is looked for: the
unit's standing, since when and until when, suspensions on that day, and its votes computed from base and weights.
What it cannot see: whether a unit exists in life.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record, Unit
from serikat.engines.legitimacy.terms import say

_UNKNOWN = Words(
    "{unit} ada di daftar pemilih, tetapi bukan unit yang dikenal.", "{unit} is on the roll but is no known unit."
)
_STANDING = Words(
    "{unit} berstatus {standing} dan tidak punya hak suara.", "{unit} stands as {standing} and has no vote."
)
_LATE = Words(
    "{unit} baru terdaftar {since}; paling lambat {days} hari sebelum musyawarah.",
    "{unit} is a unit from {since}; it had to be {days} days before the assembly.",
)
_ENDED = Words("{unit} berakhir {until}.", "{unit} ended on {until}.")
_SUSPENDED = Words(
    "{unit} dibekukan sejak {since} dan belum dipulihkan pada hari musyawarah.",
    "{unit} was suspended from {since} and still was on the day.",
)
_VOTES = Words(
    "{unit} tercatat {votes} suara; menurut pasal ini {right}.",
    "{unit} is entered with {votes} votes; by this article it has {right}.",
)
_OPEN = Words("Apakah semua unit pada daftar pemilih berhak suara?", "Are all units on the roll entitled to vote?")
_OPEN_STANDING = Words(
    "Apakah status semua unit pada daftar pemilih aktif?", "Is the standing of all units on the roll active?"
)
_OPEN_SINCE = Words(
    "Sejak kapan tiap unit pada daftar pemilih terdaftar?", "From which day is each unit on the roll a unit?"
)
_OPEN_WEIGHT = Words("Apakah jumlah suara tiap unit sesuai ({fact})?", "Are the votes of each unit right ({fact})?")
_MET = Words(
    "Semua unit pada daftar pemilih berhak, dengan jumlah suara yang benar.",
    "All units on the roll are entitled, with the right votes.",
)


def check(record: Record, asked: Asked) -> Seen:
    """Units on the final roll; parameters `standing`, `since_days`, `base_votes`, `weight_by`, `weight_steps`."""
    look = Look(record)
    if record.units is None or not asked.presence.roll:
        look.open("/units" if record.units is None else "/roll/final", _OPEN)
        return look.seen(_MET)
    places = {unit.id: (number, unit) for number, unit in enumerate(record.units)}
    for name, votes in asked.presence.roll.items():
        if name not in places:
            look.fault(say(_UNKNOWN, unit=name), "/roll/final")
            continue
        number, unit = places[name]
        _standing(look, record, unit, f"/units/{number}", asked)
        _votes(look, unit, votes, f"/units/{number}", asked)
    look.quote("/units/0")
    return look.seen(_MET)


def _standing(look: Look, record: Record, unit: Unit, place: str, asked: Asked) -> None:
    day, days = record.assembly.held_on, asked.number("since_days")
    if unit.standing is None:
        look.open("/units/*/standing", _OPEN_STANDING)
    elif unit.standing not in (asked.texts("standing") or ("active",)):
        look.fault(say(_STANDING, unit=unit.id, standing=unit.standing), place)
    if unit.since is None and days:
        look.open("/units/*/since", _OPEN_SINCE)
    if unit.since is not None and (day - unit.since).days < days:
        look.fault(say(_LATE, unit=unit.id, since=unit.since, days=days), place)
    if unit.until is not None and unit.until < day:
        look.fault(say(_ENDED, unit=unit.id, until=unit.until), place)
    for suspension in unit.suspensions:
        if suspension.since <= day and (suspension.until is None or day <= suspension.until):
            look.fault(say(_SUSPENDED, unit=unit.id, since=suspension.since), place)


def _votes(look: Look, unit: Unit, votes: int, place: str, asked: Asked) -> None:
    if not asked.has("base_votes"):
        return
    right, by = asked.number("base_votes"), asked.text("weight_by")
    if by and by not in unit.weights:
        look.open(f"/units/*/weights/{by}", say(_OPEN_WEIGHT, fact=by))
        return
    if by:
        right += sum(1 for step in asked.numbers("weight_steps") if unit.weights[by] > step)
    if right != votes:
        look.fault(say(_VOTES, unit=unit.id, votes=votes, right=right), place)
