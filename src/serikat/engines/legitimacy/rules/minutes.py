"""The minutes are signed by those who have to sign them, in time.

Why it matters: *berita acara* without signatures are a draft. What is looked for: the signatures of the presidium,
how many of them, and the day. What it cannot see: a forged signature.
"""

from __future__ import annotations

from datetime import timedelta

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Minutes, Record
from serikat.engines.legitimacy.record_parts import Presidium
from serikat.engines.legitimacy.terms import say

_UNSIGNED = Words("Berita acara belum ditandatangani {who}.", "The minutes are not signed by {who}.")
_LATE = Words(
    "Berita acara ditandatangani {day}; paling lambat {last}.",
    "The minutes were signed on {day}; the last day was {last}.",
)
_EARLY = Words(
    "Berita acara ditandatangani {day}, sebelum musyawarah.", "The minutes were signed on {day}, before the assembly."
)
_NO_DOCUMENT = Words("Berita acara tidak disertai dokumen.", "There is no document of the minutes.")
_OPEN = Words("Apakah berita acara ditandatangani pimpinan sidang?", "Are the minutes signed by the presidium?")
_OPEN_DAY = Words("Kapan berita acara ditandatangani?", "When were the minutes signed?")
_MET = Words("Berita acara ditandatangani pada waktunya.", "The minutes were signed in time.")


def check(record: Record, asked: Asked) -> Seen:
    """Signatures of all the presidium; `days` after the last day, `document` where it is needed."""
    look, minutes, presidium = Look(record), record.minutes or Minutes(), record.presidium or Presidium()
    if minutes.signed_by is None or presidium.members is None:
        look.open("/minutes/signed_by", _OPEN)
        return look.seen(_MET)
    lacking = [person for person in presidium.members if person not in minutes.signed_by]
    look.quote("/minutes/signed_by", "/minutes/signed_on")
    if lacking:
        look.fault(say(_UNSIGNED, who=lacking), explained_by=("presidium", "presiding"))
    if asked.text("document") == "required" and minutes.document is None:
        look.fault(_NO_DOCUMENT)
    if minutes.signed_on is None and asked.has("days"):
        look.open("/minutes/signed_on", _OPEN_DAY)
    elif minutes.signed_on is not None:
        end = record.assembly.closed_at.date() if record.assembly.closed_at else record.assembly.held_on
        last = end + timedelta(days=asked.number("days"))
        if asked.has("days") and minutes.signed_on > last:
            look.fault(say(_LATE, day=minutes.signed_on, last=last))
        if minutes.signed_on < record.assembly.held_on:
            look.fault(say(_EARLY, day=minutes.signed_on))
    return look.seen(_MET)
