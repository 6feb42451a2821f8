"""The roll was published, could be objected to, and became final with every change explained.

Why it matters: ghost voters enter between the provisional and the final list. What is looked for: the days of
publication, each change with reason and document before the final list, and that the final list is the provisional
one plus the changes. What it cannot see: whether a reason is true.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record, Roll, RollChange, RollList
from serikat.engines.legitimacy.terms import say

_LATE = Words(
    "Daftar pemilih {which} terbit {day}; paling lambat {last}.",
    "The {which} roll was published on {day}; the last day was {last}.",
)
_NO_REASON = Words(
    "Perubahan {unit} pada daftar pemilih tanpa alasan.", "The change of {unit} on the roll has no reason."
)
_NO_DOCUMENT = Words(
    "Perubahan {unit} pada daftar pemilih tanpa dokumen.", "The change of {unit} on the roll has no document."
)
_AFTER = Words(
    "{unit} diubah {day}, sesudah daftar tetap {final}.",
    "{unit} was changed on {day}, after the final roll of {final}.",
)
_DIFFERS = Words(
    "{unit}: {held} pada daftar tetap, padahal menurut daftar sementara dan perubahannya {expected}.",
    "{unit}: {held} on the final roll; by the provisional roll and its changes, {expected}.",
)
_NOT_LISTED = Words("tidak tercantum", "not listed")
_TWICE = Words("tercantum lebih dari sekali", "listed more than once")
_VOTES = Words("tercantum ({n} suara)", "listed (votes: {n})")
_SHORT = Words(
    "Masa sanggah sampai {until}; sekurangnya {days} hari sejak {start}.",
    "Objections were open until {until}; it had to be {days} days from {start}.",
)
_BEFORE = Words(
    "Daftar tetap terbit {final}, sebelum masa sanggah berakhir {until}.",
    "The final roll was published on {final}, before objections closed on {until}.",
)
_OPEN = Words(
    "Apakah daftar pemilih sementara dan tetap terbit pada waktunya?",
    "Were the provisional and the final roll published in time?",
)
_OPEN_DAY = Words("Kapan daftar pemilih {which} terbit?", "When was the {which} roll published?")
_OPEN_CHANGE = Words("Kapan tiap perubahan daftar pemilih dilakukan?", "When was each change of the roll made?")
_OPEN_FOLLOWS = Words(
    "Apakah daftar tetap mengikuti daftar sementara dengan perubahan yang tercatat?",
    "Does the final roll follow from the provisional one and recorded changes?",
)
_OPEN_UNTIL = Words("Sampai kapan daftar pemilih dapat disanggah?", "Until when could the roll be objected to?")
_MET = Words(
    "Daftar pemilih terbit pada waktunya dan setiap perubahan beralasan.",
    "The roll was published in time and every change is explained.",
)


def check(record: Record, asked: Asked) -> Seen:
    """Parameters `provisional_days`, `objection_days`, `final_days`: days before the assembly or for objections."""
    look, roll = Look(record), record.roll
    if roll is None or roll.final is None or (roll.provisional is None and asked.has("provisional_days")):
        look.open("/roll", _OPEN)
        return look.seen(_MET)
    _published(look, record, roll, asked)
    for number, change in enumerate(roll.changes):
        _change(look, roll, change, f"/roll/changes/{number}")
    if roll.provisional is not None:
        _adds_up(look, roll.provisional, roll.final, roll.changes)
    look.quote("/roll/final/published_on")
    return look.seen(_MET)


def _published(look: Look, record: Record, roll: Roll, asked: Asked) -> None:
    for which, listed in (("provisional", roll.provisional), ("final", roll.final)):
        if not asked.has(f"{which}_days"):
            continue
        last = record.assembly.held_on - timedelta(days=asked.number(f"{which}_days"))
        day = listed.published_on if listed else None
        if day is None:
            look.open(f"/roll/{which}/published_on", say(_OPEN_DAY, which=which))
        elif day > last:
            look.fault(say(_LATE, which=which, day=day, last=last), f"/roll/{which}/published_on")
    start, days = roll.provisional.published_on if roll.provisional else None, asked.number("objection_days")
    if not asked.has("objection_days") or start is None:
        return
    if roll.objections_until is None:
        look.open("/roll/objections_until", _OPEN_UNTIL)
    elif (roll.objections_until - start).days < days:
        look.fault(say(_SHORT, until=roll.objections_until, days=days, start=start), "/roll/objections_until")
    elif roll.final and roll.final.published_on and roll.final.published_on < roll.objections_until:
        told = {"final": roll.final.published_on, "until": roll.objections_until}
        look.fault(say(_BEFORE, **told), "/roll/final/published_on", "/roll/objections_until")


def _change(look: Look, roll: Roll, change: RollChange, place: str) -> None:
    if not change.reason:
        look.fault(say(_NO_REASON, unit=change.unit), place)
    if not change.document:
        look.fault(say(_NO_DOCUMENT, unit=change.unit), place)
    final = roll.final.published_on if roll.final else None
    if change.on is None:
        look.open("/roll/changes/*/on", _OPEN_CHANGE)
    elif final is not None and change.on > final:
        look.fault(say(_AFTER, unit=change.unit, day=change.on, final=final), place)


def _adds_up(look: Look, provisional: RollList, final: RollList, changes: tuple[RollChange, ...]) -> None:
    """The final list is the provisional one with its changes, each unit once."""
    if provisional.entries is None or final.entries is None:
        look.open("/roll/final/entries", _OPEN_FOLLOWS)
        return
    expected = {entry.unit: entry.votes for entry in provisional.entries}
    for change in changes:
        if change.change == "strike":
            expected.pop(change.unit, None)
        else:
            expected[change.unit] = change.votes if change.votes is not None else 1
    held = {entry.unit: entry.votes for entry in final.entries}
    times = Counter(entry.unit for entry in final.entries)
    odd = {unit for unit in expected.keys() | held.keys() if expected.get(unit) != held.get(unit) or times[unit] > 1}
    for unit in sorted(odd):
        found = _TWICE if times[unit] > 1 else _votes(held.get(unit))
        said = say(_DIFFERS, unit=unit, held=found, expected=_votes(expected.get(unit)))
        look.fault(said, "/roll/final", explained_by=("entitled",))


def _votes(votes: int | None) -> Words:
    return _NOT_LISTED if votes is None else say(_VOTES, n=votes)
