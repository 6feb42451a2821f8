"""Whoever signed the call in an office that had fallen vacant came to it as the article says.

Why it matters: a chair whom nobody was entitled to put there calls in nobody's name. What is looked for: the offices
of the outgoing board that fell vacant in its term and signed the call; who filled them, how, in what time, and that
who was replaced for being inactive had been heard. What it cannot see: a vacancy that the record leaves out.
"""

from __future__ import annotations

from datetime import timedelta

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Vacancy
from serikat.engines.legitimacy.terms import say

_NONE = Words(
    "Tidak ada jabatan kosong antarwaktu yang menandatangani panggilan.",
    "No office that fell vacant in mid-term signed the call.",
)
_BY = Words(
    "Jabatan {office} diisi oleh {by}; yang berwenang: {may}.", "The office {office} was filled by {by}; {may} may."
)
_METHOD = Words(
    "Jabatan {office} diisi dengan {method}; seharusnya {may}.",
    "The office {office} was filled by {method}; it has to be {may}.",
)
_UNHEARD = Words(
    "Jabatan {office} diisi tanpa mendengar yang digantikan.",
    "The office {office} was filled without hearing whom it was taken from.",
)
_LATE = Words(
    "Jabatan {office} kosong sejak {since} dan diisi {day}; paling lambat {last}.",
    "The office {office} was vacant from {since} and filled on {day}; the last day was {last}.",
)
_UNFILLED = Words(
    "Jabatan {office} tidak diisi, tetapi menandatangani panggilan.",
    "The office {office} was not filled and signed the call all the same.",
)
_OPEN_BY = Words("Siapa yang mengisi jabatan {office} ({may})?", "Who filled the office {office} ({may})?")
_OPEN_METHOD = Words("Apakah jabatan {office} diisi dengan {may}?", "Was the office {office} filled by way of {may}?")
_OPEN_HEARD = Words(
    "Apakah yang digantikan dari jabatan {office} didengar lebih dulu?",
    "Was whoever lost the office {office} heard first?",
)
_OPEN_REASON = Words(
    "Mengapa jabatan {office} kosong, dan bila karena {why}, apakah ia didengar lebih dulu?",
    "Why was the office {office} vacant, and if {why}, was the person heard first?",
)
_OPEN_DAY = Words(
    "Sejak kapan jabatan {office} kosong dan kapan diisi? Paling lama {days} hari.",
    "From when was the office {office} vacant, and when was it filled? {days} days is the longest.",
)
_MET = Words(
    "Jabatan yang kosong antarwaktu diisi menurut pasal ini.", "Offices vacant in mid-term were filled by this article."
)


def check(record: Record, asked: Asked) -> Seen:
    """Offices under the call: filled `by`, by `method`, within `days`, after a hearing for the reasons in `heard`."""
    look = Look(record)
    vacancies = record.board.vacancies if record.board else ()
    bearing = [(number, each) for number, each in enumerate(vacancies) if _bears(record, each)]
    if not bearing:
        return set_aside(_NONE)
    for number, vacancy in bearing:
        place = f"/board/vacancies/{number}"
        if vacancy.filled is False:
            look.fault(say(_UNFILLED, office=vacancy.office), place, "/call/signed_by")
            continue
        _filled(look, place, vacancy, asked)
        _heard(look, place, vacancy, asked)
        _in_time(look, place, vacancy, asked)
        look.quote(place)
    return look.seen(_MET)


def _bears(record: Record, vacancy: Vacancy) -> bool:
    """Whether the office stands under the call, as far as is known, and fell vacant before it."""
    call = record.call
    signed, on = (call.signed_by, call.on) if call else (None, None)
    is_later = vacancy.since is not None and on is not None and vacancy.since > on
    return not is_later and (signed is None or vacancy.office in signed)


def _filled(look: Look, place: str, vacancy: Vacancy, asked: Asked) -> None:
    by, methods = asked.texts("by"), asked.texts("method")
    if by and vacancy.filled_by is None:
        look.open(f"{place}/filled_by", say(_OPEN_BY, office=vacancy.office, may=by))
    elif by and vacancy.filled_by not in by:
        look.fault(say(_BY, office=vacancy.office, by=vacancy.filled_by, may=by), place)
    if methods and vacancy.method is None:
        look.open(f"{place}/method", say(_OPEN_METHOD, office=vacancy.office, may=methods))
    elif methods and vacancy.method not in methods:
        look.fault(say(_METHOD, office=vacancy.office, method=vacancy.method, may=methods), place)


def _heard(look: Look, place: str, vacancy: Vacancy, asked: Asked) -> None:
    reasons = asked.texts("heard")
    if not reasons or vacancy.heard:
        return
    if vacancy.cause is None:
        look.open(f"{place}/cause", say(_OPEN_REASON, office=vacancy.office, why=reasons))
    elif vacancy.cause in reasons and vacancy.heard is None:
        look.open(f"{place}/heard", say(_OPEN_HEARD, office=vacancy.office))
    elif vacancy.cause in reasons:
        look.fault(say(_UNHEARD, office=vacancy.office), place)


def _in_time(look: Look, place: str, vacancy: Vacancy, asked: Asked) -> None:
    if not asked.has("days"):
        return
    days, since, day = asked.number("days"), vacancy.since, vacancy.filled_on
    if since is None or day is None:
        look.open(f"{place}/filled_on", say(_OPEN_DAY, office=vacancy.office, days=days))
    elif day > (last := since + timedelta(days=days)):
        look.fault(say(_LATE, office=vacancy.office, since=since, day=day, last=last), place)
