"""A sitting without quorum was suspended and postponed as the article says, and the second sitting kept its threshold.

Why it matters: the second sitting decides with fewer people, so it has to follow a first one that truly lacked its
quorum, within the time given. What is looked for: the day of the first sitting and of the second, its own
threshold. What it cannot see: whether the first sitting was kept without quorum on purpose.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_FIRST = Words("Ini sidang pertama, dan tidak ditunda.", "This is the first sitting, and it was not postponed.")
_LONG = Words(
    "Ditunda sampai {day}; paling lama {days} hari sejak {first}.",
    "It was postponed to {day}; {days} days from {first} is the longest.",
)
_SOON = Words(
    "Sidang kedua {day}, kurang dari {days} hari sesudah {first}.",
    "The second sitting was on {day}, less than {days} days after {first}.",
)
_BELOW = Words(
    "Sidang kedua dihadiri {present} dari {whole}; dibutuhkan {needed} ({share}).",
    "{present} of {whole} came to the second sitting; {needed} are needed ({share}).",
)
_OPEN_FIRST = Words("Kapan sidang pertama yang tidak kuorum?", "When was the first sitting, which had no quorum?")
_OPEN_TO = Words(
    "Sampai kapan sidang ditunda? Paling lama {days} hari.",
    "To which day was it postponed? {days} days is the longest.",
)
_OPEN_ROOM = Words("Berapa yang hadir pada sidang kedua?", "How many came to the second sitting?")
_MET = Words(
    "Penundaan dan sidang kedua mengikuti pasal ini.", "The postponement and the second sitting follow this article."
)


def check(record: Record, asked: Asked) -> Seen:
    """Parameters `postponed_days` (at most), `earliest_days`, `share` of the second sitting, `of` units or votes."""
    look, assembly = Look(record), record.assembly
    second = assembly.sitting == 2
    if not second and assembly.postponed_to is None:
        return set_aside(_FIRST)
    first = assembly.first_sitting_on if second else assembly.held_on
    day = assembly.held_on if second else assembly.postponed_to
    if first is None or day is None:
        look.open("/assembly/first_sitting_on", _OPEN_FIRST)
        return look.seen(_MET)
    days = asked.number("postponed_days")
    look.quote("/assembly/first_sitting_on" if second else "/assembly/postponed_to", "/assembly/held_on")
    if asked.has("postponed_days") and (day - first).days > days:
        look.fault(say(_LONG, day=day, days=days, first=first))
    if (day - first).days < asked.number("earliest_days"):
        look.fault(say(_SOON, day=day, days=asked.number("earliest_days"), first=first))
    if second and asked.has("share"):
        _threshold(look, record, asked)
    return look.seen(_MET)


def _threshold(look: Look, record: Record, asked: Asked) -> None:
    presence, in_units, share = asked.presence, asked.text("of", "units") == "units", asked.share("share", "1/2+1")
    whole = presence.whole.units if in_units else presence.whole.votes
    moments = [(each.at, each.order) for each in record.decisions or ()]
    moments += [(each.at, each.order) for each in (record.election.rounds if record.election else ())]
    rooms = [presence.room(at, order) for at, order in moments if at]
    if whole is None or not rooms or not presence.is_known:
        look.open("/events", _OPEN_ROOM)
        return
    needed = share.needed(whole)
    counts = [(room.units if in_units else room.votes) if room else 0 for room in rooms]
    present = min((n for n in counts if n is not None), default=None)
    if present is None:
        look.open("/events/*/votes", _OPEN_ROOM)
    elif present < needed:
        look.fault(
            say(_BELOW, present=present, whole=whole, needed=needed, share=share.text),
            "/events",
            explained_by=("roll", "entitled"),
        )
