"""An election by acclamation had one candidate, objections asked for, and none made.

Why it matters: *aklamasi* among several candidates is a vote that nobody counted. What is looked for: how many
candidates stood, that objections were asked for, that none was made. What it cannot see: how loud it was.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_OTHER = Words("Pemilihan tidak dengan aklamasi.", "The election was not by acclamation.")
_SEVERAL = Words("Ada {n} calon; aklamasi hanya bila calonnya {most}.", "{n} stood; acclamation is for {most}.")
_NOT_ASKED = Words(
    "Keberatan tidak ditanyakan sebelum aklamasi.", "Objections were not asked for before the acclamation."
)
_OBJECTED = Words(
    "Ada {n} keberatan atas aklamasi, jadi harus dengan pemungutan suara.",
    "{n} objected to the acclamation, so there had to be a vote.",
)
_OPEN = Words("Apakah keberatan ditanyakan, dan tidak ada?", "Were objections asked for, and none made?")
_OPEN_WHO = Words("Siapa yang terpilih, dan apakah dengan aklamasi?", "Who was elected, and was it by acclamation?")
_OPEN_ONE = Words("Berapa calonnya?", "How many stood?")
_MET = Words("Aklamasi memenuhi pasal ini.", "The acclamation is as this article asks.")


def check(record: Record, asked: Asked) -> Seen:
    """The election by acclamation; `most_candidates`, one where the edition does not say."""
    election, look = record.election, Look(record)
    if election is None or election.method not in {None, "acclamation"}:
        return set_aside(_OTHER)
    if election.method is None or election.elected is None:
        look.open("/election/method" if election.method is None else "/election/elected", _OPEN_WHO)
        return look.seen(_MET)
    most = asked.number("most_candidates", 1)
    if record.candidates is None:
        look.open("/candidates", _OPEN_ONE)
    elif (n := len({candidate.person for candidate in record.candidates if not candidate.withdrew})) > most:
        look.fault(say(_SEVERAL, n=n, most=most), "/candidates")
    objected = sum(1 for statement in election.statements or () if statement.says == "object")
    objections = objected or election.objections
    if election.objections_asked is None or objections is None:
        look.open("/election/objections", _OPEN)
    elif not election.objections_asked:
        look.fault(_NOT_ASKED, "/election/objections_asked")
    elif objections:
        look.fault(say(_OBJECTED, n=objections), "/election/objections", "/election/statements")
    return look.seen(_MET)
