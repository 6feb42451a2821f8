"""An extraordinary assembly was asked for by as many units as the article wants, each entitled to ask on that day.

Why it matters: the field's worst split was an assembly asked for by a third where two thirds were needed. What is
looked for: the requests one by one (each unit once, its board's decree in force on the day of the request, a decision
of that board to ask), or their number. What it cannot see: pressure on those who signed.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Call, Record, Request
from serikat.engines.legitimacy.terms import joined, say

_ORDINARY = Words("Bukan musyawarah luar biasa.", "It is not an extraordinary assembly.")
_OTHER_GROUND = Words("Dasarnya {ground}, bukan permintaan.", "Its ground is {ground}, not a request.")
_GROUND = Words(
    "Dasarnya {ground}; pasal ini hanya mengenal {may}.", "Its ground is {ground}; this article knows {may} alone."
)
_FEW = Words(
    "Permintaan yang berlaku {valid} dari {whole} unit; dibutuhkan {needed} ({share}).",
    "{valid} requests of {whole} units hold; {needed} are needed ({share}).",
)
_WITHOUT = Words("{few} Tidak dihitung: {who}.", "{few} Not counted: {who}.")
_NOT_DECIDED = Words("{unit} (tidak diputuskan pengurusnya)", "{unit} (its board did not decide so)")
_LAPSED = Words("{unit} (SK pengurusnya habis {until})", "{unit} (its board's decree ended on {until})")
_LATE = Words("{unit} (sesudah panggilan)", "{unit} (after the call)")
_UNKNOWN = Words("{unit} (bukan unit yang dikenal)", "{unit} (no known unit)")
_SUSPENDED = Words("{unit} (sedang dibekukan)", "{unit} (suspended on that day)")
_AGAIN = Words("{unit} (meminta dua kali)", "{unit} (asked twice)")
_OPEN_COUNT = Words(
    "Apakah sekurangnya {needed} dari {whole} yang meminta?", "Did at least {needed} of {whole} ask for it?"
)
_OPEN_WHOLE = Words(
    "Berapa jumlah seluruh unit, dan cukupkah yang meminta ({share})?",
    "How many units are there, and did enough ask ({share})?",
)
_OPEN_DECREE = Words(
    "Apakah SK pengurus yang meminta berlaku pada hari itu?",
    "Were the decrees of the boards that asked in force on that day?",
)
_OPEN_MANDATE = Words("Apakah pengurus yang meminta memang memutuskan itu?", "Did the boards that asked decide so?")
_OPEN_GROUND = Words(
    "Apakah ada dasar bagi musyawarah luar biasa ini ({may})?",
    "Is there a ground for this extraordinary assembly ({may})?",
)
_OPEN_REQUEST = Words(
    "Apakah dasarnya permintaan, dan cukupkah yang meminta?", "Is its ground a request, and did enough ask?"
)
_MET = Words("Cukup yang meminta, dan masing-masing berhak pada hari itu.", "Enough asked, each entitled on that day.")
_MET_GROUND = Words("Dasarnya ada dalam pasal ini.", "Its ground stands in this article.")


def check(record: Record, asked: Asked) -> Seen:
    """Requests against the parameter `share` of all units; `grounds` where the article allows only some grounds."""
    look, call = Look(record), record.call or Call()
    if record.assembly.kind == "ordinary":
        return set_aside(_ORDINARY)
    grounds, asks_for_requests = asked.texts("grounds"), asked.has("share")
    if asks_for_requests and call.ground not in {None, "request"}:
        is_elsewhere = call.ground == "vacancy" and asked.regulated.get("after_vacancy", 0) > 0
        if is_elsewhere or asked.regulated.get("extraordinary_request", 0) > 1:
            return set_aside(say(_OTHER_GROUND, ground=call.ground))
        look.fault(say(_GROUND, ground=call.ground, may="request"), "/call/ground")
        return look.seen(_MET)
    if asks_for_requests and call.ground is None and asked.regulated.get("extraordinary_request", 0) > 1:
        look.open("/call/ground", _OPEN_REQUEST)
        return look.seen(_MET)
    if asks_for_requests:
        _count(look, record, call, asked)
        return look.seen(_MET)
    if call.ground is None:
        look.open("/call/ground", say(_OPEN_GROUND, may=grounds))
    elif call.ground not in grounds:
        look.fault(say(_GROUND, ground=call.ground, may=grounds), "/call/ground")
    look.quote("/call/ground")
    return look.seen(_MET_GROUND)


def _count(look: Look, record: Record, call: Call, asked: Asked) -> None:
    whole = call.units_total or (len(record.units) if record.units else asked.presence.whole.units)
    share = asked.share("share", "2/3")
    if not whole:
        look.open("/call/units_total", say(_OPEN_WHOLE, share=share.text))
        return
    needed, requests = share.needed(whole), call.requests
    look.quote("/call/requests_counted" if requests is None else "/call/requests", "/call/units_total")
    if requests is None and call.requests_counted is None:
        look.open("/call/requests", say(_OPEN_COUNT, needed=needed, whole=whole))
        return
    asking = [request for request in requests or () if _against_letter(call, request) is None]
    units = {request.unit for request in asking if _against_unit(record, request) is None}
    valid = len(units) if requests is not None else call.requests_counted or 0
    if valid < needed:
        # Where the unit itself is at fault, the article on units says so.
        explained_by = ("entitled",) if len({request.unit for request in asking}) >= needed else ()
        told = {"valid": valid, "whole": whole, "needed": needed, "share": share.text}
        few, against = say(_FEW, **told), _not_counted(record, call)
        look.fault(say(_WITHOUT, few=few, who=joined(against)) if against else few, explained_by=explained_by)
    if any(request.decree_until is None or request.on is None for request in asking):
        look.open("/call/requests/*/decree_until", _OPEN_DECREE)
    if any(request.mandated is None for request in asking):
        look.open("/call/requests/*/mandated", _OPEN_MANDATE)


def _not_counted(record: Record, call: Call) -> list[Words]:
    """The requests that do not count, each with why."""
    told: list[Words] = []
    counted: set[str] = set()
    for request in call.requests or ():
        against = _against_letter(call, request) or _against_unit(record, request)
        if against is None:
            against = _AGAIN if request.unit in counted else None
            counted.add(request.unit)
        if against is not None:
            told.append(say(against, unit=request.unit, until=request.decree_until))
    return told


def _against_letter(call: Call, request: Request) -> Words | None:
    """What is known against the letter: it has to be mandated, by a board in office on that day, before the call."""
    on, until = request.on, request.decree_until
    if request.mandated is False:
        return _NOT_DECIDED
    if on is not None and until is not None and on > until:
        return _LAPSED
    return _LATE if on is not None and call.on is not None and on > call.on else None


def _against_unit(record: Record, request: Request) -> Words | None:
    """What is known against the unit: it has to be a known one, and not suspended on that day."""
    unit = next((unit for unit in record.units or () if unit.id == request.unit), None)
    if unit is None:
        return None if record.units is None else _UNKNOWN
    on = request.on
    if on is None:
        return None
    is_suspended = any(each.since <= on and (each.until is None or on <= each.until) for each in unit.suspensions)
    return _SUSPENDED if is_suspended else None
