"""A tie at the last seat was broken as the article says.

Why it matters: a tie broken by the chair's word is a choice by the chair. What is looked for: the last round, whether
two stand equal at the last seat, how it was broken and the document of that. What it cannot see: how a lot was drawn.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Election

_NONE = Words("Tidak ada suara yang seimbang.", "There was no tie.")
_HOW = Words(
    "Suara seimbang diputus dengan {how}; pasal ini menentukan {may}.",
    "The tie was broken by {how}; this article says {may}.",
)
_NO_RECORD = Words(
    "Tidak ada catatan tentang cara memutus suara seimbang.", "There is no record of how the tie was broken."
)
_OPEN = Words("Bagaimana suara seimbang diputus ({may})?", "How was the tie broken ({may})?")
_MET = Words("Suara seimbang diputus menurut pasal ini.", "The tie was broken as this article says.")


def check(record: Record, asked: Asked) -> Seen:
    """A tie in the last round against the parameter `by`."""
    look, election, may = Look(record), record.election or Election(), asked.texts("by")
    if not election.rounds or not _is_tied(election):
        return set_aside(_NONE)
    look.quote("/election/rounds")
    if election.tie_broken_by is None:
        look.open("/election/tie_broken_by", _OPEN.filled(may=", ".join(may)))
    elif election.tie_broken_by not in may:
        look.fault(_HOW.filled(how=election.tie_broken_by, may=", ".join(may)), "/election/tie_broken_by")
    elif election.tie_document is None:
        look.fault(_NO_RECORD, "/election")
    return look.seen(_MET)


def _is_tied(election: Election) -> bool:
    votes = sorted(election.rounds[-1].votes.values(), reverse=True)
    return len(votes) > election.seats and votes[election.seats - 1] == votes[election.seats]
