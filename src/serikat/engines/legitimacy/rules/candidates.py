"""Every candidate has what the article asks, or an exception by those who may grant it.

Why it matters: one who may not stand cannot be elected. What is looked for: each thing asked, whether the candidate
has it, the document and who looked; an exception, by whom and of what. What it cannot see: a forged certificate.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Candidate, CandidateFact
from serikat.engines.legitimacy.terms import say

_LACKS = Words("{person} tidak memenuhi syarat: {key}.", "{person} does not have what is asked: {key}.")
_NO_PROOF = Words("{person}: {key} tidak dibuktikan dengan dokumen.", "{person}: no document shows {key}.")
_EXEMPT = Words(
    "{person} dikecualikan dari {key} oleh {by}, yang tidak berwenang menurut pasal ini.",
    "{person} was exempted from {key} by {by}, who may not grant it by this article.",
)
_NO_EXEMPTION = Words(
    "{person} dikecualikan dari {key} oleh {by}; pasal ini tidak mengenal pengecualian.",
    "{person} was exempted from {key} by {by}; this article knows no exception.",
)
_NOT_STOOD = Words(
    "{person} dinyatakan terpilih, tetapi bukan calon.", "{person} was declared elected, and was no candidate."
)
_VOTED = Words("{person} mendapat suara, tetapi bukan calon.", "{person} got votes, and was no candidate.")
_OPEN = Words("Siapa calonnya, dan apakah memenuhi syarat: {keys}?", "Who stood, and had they what is asked: {keys}?")
_OPEN_FACT = Words("Apakah {person} memenuhi syarat: {key}?", "Has {person} what is asked: {key}?")
_OPEN_EXEMPT = Words(
    "Apakah {person} memenuhi syarat: {key}? Menurut pasal ini {by} tidak berwenang mengecualikan.",
    "Has {person} what is asked: {key}? By this article {by} may not grant an exception.",
)
_OPEN_SILENT = Words(
    "Apakah {person} memenuhi syarat: {key}? Ia dikecualikan oleh {by}; pasal ini tidak mengenal pengecualian.",
    "Has {person} what is asked: {key}? There is an exception by {by}; this article knows none.",
)
_OPEN_BY = Words("Siapa yang memberi pengecualian bagi {person}?", "Who granted the exception for {person}?")
_MET = Words("Semua calon memenuhi syarat pasal ini.", "All candidates have what this article asks.")


def check(record: Record, asked: Asked) -> Seen:
    """Candidates against `asks`; `exception_by` may exempt, and `document` says whether each needs one."""
    look, keys = Look(record), asked.texts("asks")
    if record.candidates is None:
        look.open("/candidates", say(_OPEN, keys=keys))
        return look.seen(_MET)
    for number, candidate in enumerate(record.candidates):
        if not candidate.withdrew:
            for key in keys:
                _one(look, candidate, key, f"/candidates/{number}", asked)
    _stood(look, record, {candidate.person for candidate in record.candidates if not candidate.withdrew})
    look.quote("/candidates/0")
    return look.seen(_MET)


def _stood(look: Look, record: Record, stood: set[str]) -> None:
    """Nobody is elected or gets votes who did not stand; a formatur may bring in others."""
    election = record.election
    if election is None or election.method in {"formatur", "half_formatur"}:
        return
    for person in election.elected or ():
        if person not in stood:
            look.fault(say(_NOT_STOOD, person=person), "/election/elected")
    for each in election.rounds:
        for person in sorted(each.votes.keys() - stood):
            look.fault(say(_VOTED, person=person), "/election/rounds")


def _one(look: Look, candidate: Candidate, key: str, place: str, asked: Asked) -> None:
    held, told = candidate.facts.get(key, CandidateFact()), {"person": candidate.person, "key": key}
    exemption = candidate.exemption if candidate.exemption and key in candidate.exemption.of else None
    if held.holds and held.document is None and asked.text("document") == "required":
        look.fault(say(_NO_PROOF, **told), place)
    elif held.holds:
        return
    elif exemption is None and held.holds is None:
        look.open(f"{place}/facts/{key}", say(_OPEN_FACT, **told))
    elif exemption is None:
        look.fault(say(_LACKS, **told), f"{place}/facts/{key}")
    elif exemption.by is None:
        look.open(f"{place}/exemption/by", say(_OPEN_BY, **told))
    elif exemption.by in asked.texts("exception_by"):
        look.quote(f"{place}/exemption")
    elif held.holds is None:
        question = _OPEN_EXEMPT if asked.has("exception_by") else _OPEN_SILENT
        look.open(f"{place}/facts/{key}", say(question, by=exemption.by, **told))
    else:
        said = _EXEMPT if asked.has("exception_by") else _NO_EXEMPTION
        look.fault(say(said, by=exemption.by, **told), f"{place}/exemption")
