"""Enough of those entitled were in the room, with a mandate, at every decision.

Why it matters: what is decided without a quorum is not decided. What is looked for: the room as a step function of
time (arrivals, departures, roll calls, suspensions) and the threshold at each decision and round of votes. At one
moment, who leaves is gone only where the record puts the departure first. What it cannot see: who left without being
written down.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_SECOND = Words("Sidang kedua mengikuti ambangnya sendiri.", "A second sitting has its own threshold.")
_BELOW = Words(
    "{what}: hadir {present} dari {whole}; dibutuhkan {needed} ({share}).",
    "{what}: {present} of {whole} were present; {needed} are needed ({share}).",
)
_STRICT = Words(
    "{what}: hadir dengan mandat sah {present} dari {whole}; dibutuhkan {needed} ({share}).",
    "{what}: {present} of {whole} were present with a mandate that holds; {needed} are needed ({share}).",
)
_PAUSED = Words("{what}: diputuskan ketika sidang diskors.", "{what}: decided while the session was suspended.")
_EMPTY = Words("{what}: belum ada seorang pun yang tercatat hadir.", "{what}: nobody had yet been recorded as present.")
_OPEN_WHOLE = Words(
    "Berapa yang berhak hadir, dan cukupkah yang datang ({share})?",
    "How many are entitled, and did enough come ({share})?",
)
_OPEN_ROOM = Words(
    "Berapa yang hadir ketika keputusan diambil? Kuorum: {share} dari {whole}, yaitu {needed}.",
    "How many were present when it was decided? The quorum is {share} of {whole}, that is {needed}.",
)
_OPEN_MOMENT = Words(
    "Pukul berapa sidang dibuka atau keputusan diambil, dan cukupkah yang hadir?",
    "When was the session opened or it decided, and were enough present?",
)
_OPEN_TIME = Words(
    "{what}: ada yang waktu datang atau perginya tidak tercatat; cukupkah yang hadir ({needed} dari {whole})?",
    "{what}: when some came or went is not recorded; were enough present ({needed} of {whole})?",
)
_OPEN_PAUSE = Words(
    "{what}: pukul berapa sidang diskors dan dimulai lagi?", "{what}: when was the session suspended and resumed?"
)
# What the whole is counted from.
_OF = ("/roll/units_counted", "/roll/votes_counted")
_DECISION = Words("Keputusan {id}, {at}", "Decision {id}, {at}")
_ROUND = Words("Pemungutan suara {n}, {at}", "Ballot {n}, {at}")
_ELECTION = Words("Pemilihan, {at}", "Election, {at}")
_OPENING = Words("Pembukaan, {at}", "Opening, {at}")
_ROLL_CALL = Words("Presensi, {at}", "Roll call, {at}")
_MET = Words(
    "Kuorum terpenuhi setiap kali dihitung: paling sedikit {least} dari {whole}; dibutuhkan {needed} ({share}).",
    "There was a quorum whenever it was measured: at least {least} of {whole}; {needed} are needed ({share}).",
)


def check(record: Record, asked: Asked) -> Seen:
    """The room against `share` of all `of` (units or votes) on the roll; `measured` at decisions or the opening."""
    look, share = Look(record), asked.share("share", "1/2+1")
    if record.assembly.sitting == 2 and "second_call" in asked.regulated:
        return set_aside(_SECOND)
    presence, in_units = asked.presence, asked.text("of", "units") == "units"
    whole = presence.whole.units if in_units else presence.whole.votes
    if whole is None:
        look.open("/roll", say(_OPEN_WHOLE, share=share.text))
        return look.seen(_MET)
    needed = share.needed(whole)
    if not presence.is_known:
        look.open("/events", say(_OPEN_ROOM, share=share.text, whole=whole, needed=needed))
        return look.seen(_MET)
    told = {"whole": whole, "needed": needed, "share": share.text}
    least = whole
    for place, what, at, order in _measured(record, asked):
        if at is None:
            look.open(place if place.startswith("/assembly") else "/decisions/*/at", _OPEN_MOMENT)
            continue
        room = presence.room(at, order)
        if room is None:
            look.fault(say(_EMPTY, what=what), place)
            continue
        present, strict = (room.units, room.mandated_units) if in_units else (room.votes, room.mandated_votes)
        if present is None or strict is None:
            look.open("/events/*/votes", say(_OPEN_ROOM, **told))
            continue
        least = min(least, present)
        undated = (presence.undated.units if in_units else presence.undated.votes) or 0
        if undated and present - undated < needed <= present + undated:
            look.open("/events/*/at", say(_OPEN_TIME, what=what, **told))
            continue
        _enough(look, place, what, present, strict, told)
        if not room.is_running and presence.has_undated_pause:
            look.open("/events/*/at", say(_OPEN_PAUSE, what=what))
        elif not room.is_running:
            look.fault(say(_PAUSED, what=what), place)
    look.quote("/roll/final/published_on" if presence.roll else "/roll/units_counted", "/events/0")
    return look.seen(say(_MET, least=least, **told))


def _enough(look: Look, place: str, what: Words, present: int, strict: int, told: dict[str, object]) -> None:
    needed = int(str(told["needed"]))
    if present < needed:
        look.fault(say(_BELOW, what=what, present=present, **told), place, *_OF, explained_by=("roll", "entitled"))
    elif strict < needed:
        look.fault(say(_STRICT, what=what, present=strict, **told), place, explained_by=("mandates",))


def _measured(record: Record, asked: Asked) -> Iterator[tuple[str, Words, datetime | None, int]]:
    """The moments at which the article wants a quorum: every decision, where it does not say."""
    when = asked.texts("measured") or ("decisions",)
    if "opening" in when:
        at = record.assembly.opened_at
        yield "/assembly/opened_at", say(_OPENING, at=at), at, 0
    if "decisions" in when:
        yield from decided(record)


def decided(record: Record) -> Iterator[tuple[str, Words, datetime | None, int]]:
    """Every moment at which something was decided; the opening roll call where nothing was."""
    for number, decision in enumerate(record.decisions or ()):
        what = say(_DECISION, id=decision.id, at=decision.at)
        yield f"/decisions/{number}", what, decision.at, decision.order
    election = record.election
    for number, each in enumerate(election.rounds if election else ()):
        what = say(_ROUND, n=number + 1, at=each.at)
        yield f"/election/rounds/{number}", what, each.at, each.order
    if election is not None and not election.rounds and election.method:
        yield "/election/at", say(_ELECTION, at=election.at), election.at, election.order
    if not record.decisions and election is None:
        counts = [(n, event) for n, event in enumerate(record.events or ()) if event.kind == "count"]
        for n, event in counts[-1:]:
            yield f"/events/{n}", say(_ROLL_CALL, at=event.at), event.at, event.order
