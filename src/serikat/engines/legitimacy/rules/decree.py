"""The decree of the new board comes from those who give it, names those who were elected, and replaces the old one.

Why it matters: a second decree for the same board that does not revoke the first is what two boards are made of. What
is looked for: who gave and signed it, its day, the decree that it revokes, and its names against the result. What it
cannot see: a rival decree that the record leaves out.
"""

from __future__ import annotations

from datetime import timedelta

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import BoardDecree, Record
from serikat.engines.legitimacy.terms import holders_words, say

_BY = Words("SK diterbitkan oleh {by}; yang berwenang: {may}.", "The decree was given by {by}; {may} may give it.")
_SIGNED = Words("SK tidak ditandatangani {who}.", "The decree is not signed by {who}.")
_LATE = Words("SK bertanggal {day}; paling lambat {last}.", "The decree is of {day}; the last day was {last}.")
_EARLY = Words("SK bertanggal {day}, sebelum musyawarah.", "The decree is of {day}, before the assembly.")
_REVOKES = Words(
    "SK tidak mencabut SK sebelumnya ({number}).", "The decree does not revoke the one before it ({number})."
)
_NAMES = Words(
    "Nama dalam SK tidak sama dengan hasil musyawarah. Hanya dalam SK: {decree}. Hanya dalam hasil: {result}.",
    "The decree does not name those of the result. In the decree alone: {decree}. In the result alone: {result}.",
)
_OPEN = Words(
    "Apakah SK pengurus baru sudah terbit, dan oleh siapa ({may})?",
    "Has the decree of the new board been given, and by whom ({may})?",
)
_OPEN_PART = Words("Bagaimana isi SK pengurus baru: {part}?", "What does the decree of the new board say: {part}?")
_OPEN_OLD = Words(
    "Nomor berapa SK pengurus lama, dan dicabutkah dengan SK baru?",
    "What is the number of the old board's decree, and does the new one revoke it?",
)
_MET = Words(
    "SK terbit dari yang berwenang dan sesuai hasil musyawarah.",
    "The decree comes from those who give it and follows the result.",
)


def check(record: Record, asked: Asked) -> Seen:
    """Parameters `by`, `signed_by`, `days` after the assembly, `revokes` where it has to name the old decree."""
    look, decree, may = Look(record), record.decree, asked.texts("by")
    if decree is None or decree.issued_by is None:
        look.open("/decree/issued_by", say(_OPEN, may=may))
        return look.seen(_MET)
    look.quote("/decree/number", "/decree/issued_on")
    if may and decree.issued_by not in may:
        look.fault(say(_BY, by=decree.issued_by, may=may), "/decree/issued_by")
    if decree.signed_by is None and asked.has("signed_by"):
        look.open("/decree/signed_by", say(_OPEN_PART, part="signed_by"))
    lacking = [office for office in asked.texts("signed_by") if office not in (decree.signed_by or ())]
    if lacking and decree.signed_by is not None:
        look.fault(say(_SIGNED, who=lacking), "/decree/signed_by")
    _day(look, record, decree, asked)
    _content(look, record, decree, asked)
    return look.seen(_MET)


def _day(look: Look, record: Record, decree: BoardDecree, asked: Asked) -> None:
    if decree.issued_on is None:
        if asked.has("days"):
            look.open("/decree/issued_on", say(_OPEN_PART, part="issued_on"))
        return
    end = record.assembly.closed_at.date() if record.assembly.closed_at else record.assembly.held_on
    finished = record.formatur.finished_on if record.formatur and record.formatur.finished_on else end
    last = max(end, finished) + timedelta(days=asked.number("days"))
    if asked.has("days") and decree.issued_on > last:
        look.fault(say(_LATE, day=decree.issued_on, last=last), "/decree/issued_on")
    if decree.issued_on < record.assembly.held_on:
        look.fault(say(_EARLY, day=decree.issued_on), "/decree/issued_on")


def _content(look: Look, record: Record, decree: BoardDecree, asked: Asked) -> None:
    old = record.board.decree.number if record.board and record.board.decree else None
    if asked.text("revokes") == "required" and old is None:
        look.open("/board/decree/number", _OPEN_OLD)
    elif asked.text("revokes") == "required" and decree.revokes != old:
        look.fault(say(_REVOKES, number=old), "/decree/revokes")
    if record.results is None or decree.holders is None:
        look.open("/decree/holders", say(_OPEN_PART, part="holders"))
        return
    named = {(holder.person, holder.office) for holder in decree.holders}
    right = {(holder.person, holder.office) for holder in record.results}
    if named != right:
        told = {"decree": holders_words(named - right), "result": holders_words(right - named)}
        look.fault(say(_NAMES, **told), "/decree/holders")
