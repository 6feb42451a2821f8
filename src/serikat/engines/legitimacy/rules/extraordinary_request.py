"""An extraordinary assembly was asked for by as many units as the article wants, each entitled to ask on that day.

Why it matters: the field's worst split was an assembly asked for by a third where two thirds were needed. What is
looked for: the requests one by one (each unit once, its board's decree in force on the day of the request, a decision
of that board to ask), or their number. What it cannot see: pressure on those who signed.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Call, Record

_ORDINARY = Words("Bukan musyawarah luar biasa.", "It is not an extraordinary assembly.")
_OTHER_GROUND = Words("Dasarnya {ground}, bukan permintaan.", "Its ground is {ground}, not a request.")
_GROUND = Words(
    "Dasar {ground} tidak dikenal pasal ini ({may}).", "This article does not know the ground {ground} ({may})."
)
_FEW = Words(
    "Permintaan yang berlaku {valid} dari {whole}; dibutuhkan {needed} ({share}).",
    "{valid} of {whole} requests hold; {needed} are needed ({share}).",
)
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
        return set_aside(_OTHER_GROUND.filled(ground=call.ground))
    if asks_for_requests and call.ground is None and asked.regulated.get("extraordinary_request", 0) > 1:
        look.open("/call/ground", _OPEN_REQUEST)
        return look.seen(_MET)
    if asks_for_requests:
        _count(look, record, call, asked)
        return look.seen(_MET)
    if call.ground is None:
        look.open("/call/ground", _OPEN_GROUND.filled(may=", ".join(grounds)))
    elif call.ground not in grounds:
        look.fault(_GROUND.filled(ground=call.ground, may=", ".join(grounds)), "/call/ground")
    look.quote("/call/ground")
    return look.seen(_MET_GROUND)


def _count(look: Look, record: Record, call: Call, asked: Asked) -> None:
    whole = call.units_total or (len(record.units) if record.units else asked.presence.whole.units)
    share = asked.share("share", "2/3")
    if not whole:
        look.open("/call/units_total", _OPEN_WHOLE.filled(share=share.text))
        return
    needed, valid, possible = share.needed(whole), *_valid(look, call)
    look.quote("/call/requests_counted" if call.requests is None else "/call/requests", "/call/units_total")
    if valid is None:
        look.open("/call/requests", _OPEN_COUNT.filled(needed=needed, whole=whole))
    elif possible < needed:
        look.fault(_FEW.filled(valid=valid, whole=whole, needed=needed, share=share.text))


def _valid(look: Look, call: Call) -> tuple[int | None, int]:
    """How many requests hold for sure, and how many could."""
    if call.requests is None:
        return call.requests_counted, call.requests_counted or 0
    by_unit = {request.unit: request for request in call.requests if request.mandated is not False}
    lapsed = {unit for unit, request in by_unit.items()
              if request.on and request.decree_until and request.on > request.decree_until}  # fmt: skip
    rest = [request for unit, request in by_unit.items() if unit not in lapsed]
    if any(request.decree_until is None or request.on is None for request in rest):
        look.open("/call/requests/*/decree_until", _OPEN_DECREE)
    if any(request.mandated is None for request in rest):
        look.open("/call/requests/*/mandated", _OPEN_MANDATE)
    return len(rest), len(rest)
