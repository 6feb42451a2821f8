"""An election by consensus has candidates who agree, objections asked for, and none made.

Why it matters: *mufakat* without a question is silence taken for consent. What is looked for: a statement of
agreement by each candidate who was not elected to the chair, that the chair asked for objections, and that none was
made; an objection forces a vote. What it cannot see: consent under pressure.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_OTHER = Words("Pemilihan tidak dengan mufakat.", "The election was not by consensus.")
_NOT_ASKED = Words("Keberatan tidak ditanyakan.", "Objections were not asked for.")
_OBJECTED = Words(
    "Ada {n} keberatan; keberatan seorang saja mengharuskan pemungutan suara.",
    "{n} objected; a single objection forces a vote.",
)
_NO_STATEMENT = Words("{person} tidak menyatakan persetujuan.", "{person} did not state agreement.")
_NO_DOCUMENT = Words("Pernyataan {by} tidak disertai dokumen.", "The statement of {by} has no document.")
_OPEN_WHO = Words("Siapa yang disepakati, dan apakah dengan mufakat?", "Who was agreed on, and was it by consensus?")
_OPEN_ASKED = Words("Apakah pimpinan sidang menanyakan keberatan?", "Did the chair ask for objections?")
_OPEN_COUNT = Words("Apakah tidak ada yang berkeberatan?", "Did nobody object?")
_OPEN_STATEMENT = Words("Apakah setiap calon menyatakan persetujuannya?", "Did every candidate state agreement?")
_MET = Words(
    "Mufakat dicapai: keberatan ditanyakan dan tidak ada, setiap calon menyetujui.",
    "Consensus was reached: objections were asked for and none made, every candidate agreed.",
)


def check(record: Record, asked: Asked) -> Seen:
    """The election by mufakat; `statements` says of whom: candidates, or nobody."""
    election, look = record.election, Look(record)
    if election is None or election.method not in {None, "mufakat"}:
        return set_aside(_OTHER)
    if election.method is None or election.elected is None:
        look.open("/election/method" if election.method is None else "/election/elected", _OPEN_WHO)
        return look.seen(_MET)
    if election.objections_asked is None:
        look.open("/election/objections_asked", _OPEN_ASKED)
    elif not election.objections_asked:
        look.fault(_NOT_ASKED, "/election/objections_asked")
    said = {statement.by: statement for statement in election.statements or ()}
    objected = sum(1 for statement in election.statements or () if statement.says == "object")
    objections = objected or election.objections
    if objections is None:
        look.open("/election/objections", _OPEN_COUNT)
    elif objections:
        look.fault(say(_OBJECTED, n=objections), "/election/objections")
    if asked.text("statements", "candidates") == "candidates" and (
        election.statements is None or record.candidates is None
    ):
        look.open("/election/statements", _OPEN_STATEMENT)
    elif asked.text("statements", "candidates") == "candidates":
        for candidate in record.candidates or ():
            statement = said.get(candidate.person)
            if statement is None and not candidate.withdrew:
                said_nothing = say(_NO_STATEMENT, person=candidate.person)
                look.fault(said_nothing, "/election/statements", explained_by=("candidates",))
            elif statement is not None and statement.document is None:
                look.fault(say(_NO_DOCUMENT, by=statement.by), "/election/statements")
    look.quote("/election/objections_asked", "/election/objections")
    return look.seen(_MET)
