"""Candidates came forward within the days given, before those who may examine them.

Why it matters: a registration opened for one name, or an examiner who stands, decides an election beforehand. What is
looked for: the days of registration, each candidate's day, and that no examiner stood. What it cannot see: who was
told.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Nomination
from serikat.engines.legitimacy.terms import say

_SHORT = Words(
    "Pendaftaran {days} hari; sekurangnya {least} hari.", "Registration was open for {days} days; it has to be {least}."
)
_OUTSIDE = Words(
    "{person} mendaftar {day}, di luar masa pendaftaran.",
    "{person} registered on {day}, outside the days of registration.",
)
_EXAMINER = Words("{person} memeriksa calon dan sekaligus calon.", "{person} examined candidates and was one.")
_OPEN = Words(
    "Kapan pendaftaran calon dibuka dan ditutup?", "When was the registration of candidates opened and closed?"
)
_OPEN_DAY = Words("Kapan tiap calon mendaftar?", "When did each candidate register?")
_OPEN_EXAMINERS = Words("Siapa yang memeriksa calon?", "Who examined the candidates?")
_MET = Words("Pencalonan berjalan pada waktunya.", "Candidates came forward within the days given.")


def check(record: Record, asked: Asked) -> Seen:
    """Registration against `days`; nobody of the committee stands where `examiners` says `excluded`."""
    look, nomination = Look(record), record.nomination or Nomination()
    start, end = nomination.opened_on, nomination.closed_on
    if start is None or end is None or record.candidates is None:
        look.open("/nomination", _OPEN)
        return look.seen(_MET)
    days, least = (end - start).days + 1, asked.number("days")
    look.quote("/nomination")
    if days < least:
        look.fault(say(_SHORT, days=days, least=least))
    if nomination.committee is None and asked.text("examiners") == "excluded":
        look.open("/nomination/committee", _OPEN_EXAMINERS)
    for number, candidate in enumerate(record.candidates):
        if candidate.registered_on is None:
            look.open("/candidates/*/registered_on", _OPEN_DAY)
        elif not start <= candidate.registered_on <= end and not candidate.withdrew:
            said = say(_OUTSIDE, person=candidate.person, day=candidate.registered_on)
            look.fault(said, f"/candidates/{number}/registered_on")
        if asked.text("examiners") == "excluded" and candidate.person in (nomination.committee or ()):
            look.fault(say(_EXAMINER, person=candidate.person), "/nomination/committee")
    return look.seen(_MET)
