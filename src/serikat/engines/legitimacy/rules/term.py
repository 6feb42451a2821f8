"""The new term is as long as the article says, and nobody serves more terms than it allows.

Why it matters: a term that a decree makes longer was given by nobody. What is looked for: first and last day in the
new decree, and the terms that the elected chair has served. What it cannot see: a term served under another name.
"""

from __future__ import annotations

from datetime import date

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Election
from serikat.engines.legitimacy.terms import say

_DAYS_OF_GRACE = 31
_LENGTH = Words(
    "Masa bakti {since} sampai {until}; seharusnya {years} tahun.",
    "The term is {since} to {until}; it has to be {years} years.",
)
_TERMS = Words(
    "{person} sudah menjalani {n} masa bakti, dan paling banyak {most}; yang baru melebihinya.",
    "{person} has served {n} terms, and {most} is the most; the new one goes beyond.",
)
_OPEN = Words(
    "Dari kapan sampai kapan masa bakti pengurus baru ({years} tahun)?",
    "From when to when is the new term ({years} years)?",
)
_OPEN_TERMS = Words(
    "Berapa masa bakti yang sudah dijalani ketua terpilih?", "How many terms has the elected chair served?"
)
_MET = Words("Masa bakti sesuai dengan pasal ini.", "The term is as this article asks.")


def check(record: Record, asked: Asked) -> Seen:
    """Parameters `years` (a month more or less, since terms end on round days) and `most_terms`."""
    look, decree, years = Look(record), record.decree, asked.number("years")
    since, until = (decree.since, decree.until) if decree else (None, None)
    if asked.has("years") and (since is None or until is None):
        look.open("/decree/until", say(_OPEN, years=years))
    elif asked.has("years") and since and until and abs((until - _later(since, years)).days) > _DAYS_OF_GRACE:
        look.fault(say(_LENGTH, since=since, until=until, years=years), "/decree/since", "/decree/until")
    if asked.has("most_terms"):
        _served(look, record, asked.number("most_terms"))
    look.quote("/decree/since", "/decree/until")
    return look.seen(_MET)


def _served(look: Look, record: Record, most: int) -> None:
    elected = (record.election or Election()).elected or ()
    served = record.board.terms_served if record.board else None
    if served is None:
        look.open("/board/terms_served", _OPEN_TERMS)
    for person in elected[:1]:
        if (n := (served or {}).get(person, 0)) >= most:
            look.fault(say(_TERMS, person=person, n=n, most=most), "/board/terms_served")


def _later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
