"""The outgoing board accounted for its term, and the assembly said what it thought of it.

Why it matters: a rejected report has consequences that many bylaws forget to name. What is looked for: that the
report was delivered, its document, the decision on it, and after a rejection what the article asks. What it cannot
see: whether the report is true.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Accountability, Record
from serikat.engines.legitimacy.terms import say

_NO_DOCUMENT = Words("Laporan pertanggungjawaban tidak disertai dokumen.", "The accountability report has no document.")
_NO_FOLLOW_UP = Words(
    "Laporan pertanggungjawaban ditolak, tetapi tindak lanjut ({asked}) tidak diputuskan.",
    "The report was rejected, and what follows ({asked}) was not decided.",
)
_STOOD = Words(
    "Laporan ditolak, tetapi {person} dari pengurus lama tetap menjadi calon.",
    "The report was rejected, and {person} of the old board stood all the same.",
)
_LATE = Words("Laporan disampaikan sesudah pemilihan.", "The report was delivered after the election.")
_EARLY = Words(
    "Laporan diputuskan {decided}, sebelum disampaikan {delivered}.",
    "The report was decided on {decided}, before it was delivered, {delivered}.",
)
_OPEN = Words(
    "Apakah laporan pertanggungjawaban disampaikan dan diputuskan?",
    "Was the accountability report delivered and decided on?",
)
_OPEN_OUTCOME = Words(
    "Bagaimana keputusan atas laporan pertanggungjawaban?", "What was decided on the accountability report?"
)
_OPEN_REJECTED = Words(
    "Laporan ditolak, dan naskah tidak mengatur akibatnya. Adakah keputusan sidang tentang akibat itu?",
    "The report was rejected, and the text does not say what follows. Did the assembly decide what follows?",
)
_MET = Words(
    "Laporan pertanggungjawaban disampaikan dan diputuskan.", "The accountability report was delivered and decided on."
)


def check(record: Record, asked: Asked) -> Seen:
    """The report; `rejection` says what its rejection entails (follow_up, not_stand), `document` if it is needed."""
    look, report = Look(record), record.accountability or Accountability()
    if report.delivered_at is None and report.outcome is None:
        look.open("/accountability", _OPEN)
        return look.seen(_MET)
    look.quote("/accountability/outcome")
    if report.outcome is None:
        look.open("/accountability/outcome", _OPEN_OUTCOME)
    if asked.text("document") == "required" and report.document is None:
        look.fault(_NO_DOCUMENT, "/accountability")
    at = record.election.at if record.election else None
    if at and report.delivered_at and report.delivered_at > at:
        look.fault(_LATE, "/accountability/delivered_at", explained_by=("order_of_business", "quorum", "second_call"))
    held = {decision.id: decision.at for decision in record.decisions or ()}
    decided = held.get(report.decision or "")
    if decided and report.delivered_at and report.delivered_at > decided:
        said = say(_EARLY, decided=decided, delivered=report.delivered_at)
        look.fault(said, "/accountability/delivered_at", explained_by=("quorum", "second_call"))
    if report.outcome == "rejected":
        _rejected(look, record, report, asked)
    return look.seen(_MET)


def _rejected(look: Look, record: Record, report: Accountability, asked: Asked) -> None:
    entails = asked.texts("rejection")
    if not entails and report.follow_up is None:
        look.open("/accountability/follow_up", _OPEN_REJECTED, is_doubtful=True)
    if "follow_up" in entails and report.follow_up is None:
        look.fault(say(_NO_FOLLOW_UP, asked=entails), "/accountability")
    decree = record.board.decree if record.board else None
    old = {holder.person for holder in (decree.holders if decree and decree.holders else ())}
    for candidate in record.candidates or ():
        if "not_stand" in entails and candidate.person in old:
            look.fault(say(_STOOD, person=candidate.person), "/candidates")
