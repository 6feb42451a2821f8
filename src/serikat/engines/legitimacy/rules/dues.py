"""Units that vote have paid their dues as far as the article asks.

Why it matters: several bylaws take the vote from who is in arrears. What is looked for: the day up to which each unit
on the final roll has paid. What it cannot see: an agreement on late payment that nobody wrote down.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_DAYS_A_MONTH = 30
_ARREARS = Words(
    "Iuran {unit} baru lunas sampai {until}; tunggakan lebih dari {months} bulan.",
    "The dues of {unit} are paid up to {until}; it is more than {months} months in arrears.",
)
_OPEN = Words("Apakah iuran semua unit pada daftar pemilih lunas?", "Are the dues of all units on the roll paid?")
_MET = Words(
    "Iuran semua unit pada daftar pemilih memenuhi ketentuan.",
    "The dues of all units on the roll are as the article asks.",
)


def check(record: Record, asked: Asked) -> Seen:
    """The day up to which dues are paid, at most `months` months before the assembly (thirty days each)."""
    look, months = Look(record), asked.number("months")
    if record.units is None or not asked.presence.roll:
        look.open("/units/*/dues_paid_until", _OPEN)
        return look.seen(_MET)
    for number, unit in enumerate(record.units):
        if unit.id not in asked.presence.roll:
            continue
        if unit.dues_paid_until is None:
            look.open("/units/*/dues_paid_until", _OPEN)
        elif (record.assembly.held_on - unit.dues_paid_until).days > months * _DAYS_A_MONTH:
            said = say(_ARREARS, unit=unit.id, until=unit.dues_paid_until, months=months)
            look.fault(said, f"/units/{number}/dues_paid_until")
    return look.seen(_MET)
