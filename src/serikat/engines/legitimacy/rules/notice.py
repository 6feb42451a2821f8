"""Every unit with a vote was invited in time, with the business that was then taken.

Why it matters: who is not invited cannot object, and a meeting turned into an election on the spot surprises all who
stayed away. What is looked for: an invitation for each unit on the final roll, its date, the business it names
against the business taken. What it cannot see: whether it was read.
"""

from __future__ import annotations

from datetime import timedelta

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Notice, Record
from serikat.engines.legitimacy.terms import say

_NONE = Words("{unit} tidak diundang.", "{unit} was not invited.")
_LATE = Words(
    "Undangan untuk {unit} bertanggal {day}; paling lambat {last}.",
    "The invitation to {unit} is of {day}; the last day was {last}.",
)
_AGENDA = Words(
    "Undangan untuk {unit} tidak menyebut acara {kind}.", "The invitation to {unit} does not name the business {kind}."
)
_PROOF = Words(
    "Bukti kirim undangan untuk {unit} tidak ada.", "There is no proof that the invitation to {unit} was delivered."
)
_OPEN = Words(
    "Apakah semua yang berhak diundang {days} hari sebelumnya?", "Were all who are entitled invited {days} days before?"
)
_OPEN_DAY = Words(
    "Kapan undangan dikirim? Cukupkah {days} hari?", "When were the invitations sent? Was it {days} days before?"
)
_OPEN_AGENDA = Words("Apakah undangan menyebut {kinds}?", "Did the invitations name {kinds}?")
_MET = Words(
    "Semua yang berhak diundang pada waktunya, dengan acaranya.",
    "All who are entitled were invited in time, with the business.",
)


def check(record: Record, asked: Asked) -> Seen:
    """Invitations against `days` before the first day (`counted_from` sent or received), `agenda`, and `proof`."""
    look, days = Look(record), asked.number("days")
    if record.notices is None:
        look.open("/notices", say(_OPEN, days=days))
        return look.seen(_MET)
    invited: dict[str, list[tuple[str, Notice]]] = {}
    for number, notice in enumerate(record.notices):
        invited.setdefault(notice.unit, []).append((f"/notices/{number}", notice))
    for unit in asked.presence.roll:
        if unit not in invited:
            look.fault(say(_NONE, unit=unit), "/notices", explained_by=("entitled", "roll"))
    kinds = _kinds(record, asked)
    for sent in invited.values():
        # A reminder takes nothing from the invitation before it: the best of a unit's invitations counts.
        best = min((_looked(record, place, notice, kinds, asked) for place, notice in sent), key=lambda one: one.worst)
        look.join(best)
    look.quote("/notices/0")
    return look.seen(_MET)


def _kinds(record: Record, asked: Asked) -> list[str]:
    """The business that had to be announced and was taken."""
    taken = {item.kind for item in record.business or ()} | {each.kind for each in record.decisions or ()}
    taken |= {"election"} if record.election else set()
    return [kind for kind in asked.texts("agenda") if kind in taken]


def _looked(record: Record, place: str, notice: Notice, kinds: list[str], asked: Asked) -> Look:
    """What is seen of one invitation."""
    look = Look(record)
    days, assembly = asked.number("days"), record.assembly
    # A second sitting was invited to with the first.
    first = assembly.first_sitting_on if assembly.sitting == 2 else None
    start = first or assembly.held_on
    day = notice.received if asked.text("counted_from") == "received" else notice.sent
    last = start - timedelta(days=days)
    if asked.has("days") and day is None:
        look.open("/notices/*/sent", say(_OPEN_DAY, days=days))
    elif asked.has("days") and day is not None and day > last:
        look.fault(say(_LATE, unit=notice.unit, day=day, last=last), place, explained_by=("second_call",))
    if kinds and notice.agenda is None:
        look.open("/notices/*/agenda", say(_OPEN_AGENDA, kinds=kinds))
    for kind in kinds:
        if notice.agenda is not None and kind not in notice.agenda:
            look.fault(say(_AGENDA, unit=notice.unit, kind=kind), f"{place}/agenda")
    if asked.text("proof") == "required" and notice.proof is None:
        look.fault(say(_PROOF, unit=notice.unit), place)
    return look
