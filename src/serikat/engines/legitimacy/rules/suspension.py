"""A session was suspended for no longer than the article allows, and long enough before it was postponed.

Why it matters: a break that goes on until others have left changes who decides, and a sitting that is put off at once
was given no chance of a quorum. What is looked for: each suspension from its beginning to the resumption, or to the
end. What it cannot see: a pause that nobody wrote down.
"""

from __future__ import annotations

from datetime import datetime

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_NONE = Words("Sidang tidak diskors.", "The session was not suspended.")
_LONG = Words(
    "Skors sejak {since} berlangsung {minutes} menit; paling lama {most} menit.",
    "The suspension from {since} lasted {minutes} minutes; {most} is the longest.",
)
_SHORT = Words(
    "Sidang ditunda setelah diskors {minutes} menit; sekurangnya {least} menit.",
    "The sitting was postponed after a suspension of {minutes} minutes; it has to be {least}.",
)
_OPEN = Words(
    "Pukul berapa sidang yang diskors {since} dimulai lagi?",
    "When did the session that was suspended on {since} resume?",
)
_OPEN_EVENTS = Words(
    "Apakah sidang diskors sekurangnya {least} menit sebelum ditunda?",
    "Was the sitting suspended for at least {least} minutes before it was postponed?",
)
_MET = Words("Lama skors sesuai dengan pasal ini.", "The suspensions are as long as this article says.")


def check(record: Record, asked: Asked) -> Seen:
    """Suspensions against `most_minutes`; `least_minutes` in all before a sitting without quorum is postponed."""
    look, least = Look(record), asked.number("least_minutes")
    is_postponed = asked.has("least_minutes") and record.assembly.postponed_to is not None
    pauses = _pauses(record)
    if not pauses and not is_postponed:
        return set_aside(_NONE)
    if is_postponed and (record.events is None or any(until is None for _, _, until in pauses)):
        look.open("/events", say(_OPEN_EVENTS, least=least))
    elif is_postponed and (minutes := sum(_minutes(since, until) for _, since, until in pauses)) < least:
        look.fault(say(_SHORT, minutes=minutes, least=least), "/events")
    for number, since, until in pauses if asked.has("most_minutes") else ():
        most = asked.number("most_minutes")
        if until is None or asked.presence.has_undated_pause:
            look.open(f"/events/{number}", say(_OPEN, since=since))
        elif (minutes := _minutes(since, until)) > most:
            said = say(_LONG, since=since, minutes=minutes, most=most)
            # What was decided meanwhile shows that the resumption is what is wrong.
            look.fault(said, f"/events/{number}", explained_by=("quorum", "second_call"))
    look.quote(*(f"/events/{number}" for number, _, _ in pauses))
    return look.seen(_MET)


def _minutes(since: datetime, until: datetime | None) -> int:
    return int((until - since).total_seconds() // 60) if until else 0


def _pauses(record: Record) -> list[tuple[int, datetime, datetime | None]]:
    """Each suspension: its event, when it began, and when the session resumed or was closed."""
    dated = [(event.at, event.order, number, event.kind) for number, event in enumerate(record.events or ())
             if event.at and event.kind in {"suspend", "resume"}]  # fmt: skip
    dated.sort()
    ends = [*dated[1:], (record.assembly.closed_at, 0, 0, "close")] if dated else []
    return [
        (number, at, end[0])
        for (at, _, number, kind), end in zip(dated, ends, strict=True)
        if kind == "suspend" and end[3] != "suspend"
    ]
