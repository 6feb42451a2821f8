"""A tie at the last seat was broken as the article says.

Why it matters: a tie broken by the chair's word is a choice by the chair. What is looked for: the last round, whether
two stand equal at the last seat, how it was broken and the document of that. What it cannot see: how a lot was drawn.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Election
from serikat.engines.legitimacy.terms import say

_NONE = Words("Tidak ada suara yang seimbang.", "There was no tie.")
_HOW = Words(
    "Suara seimbang diputus dengan {how}; pasal ini menentukan {may}.",
    "The tie was broken by {how}; this article says {may}.",
)
_BELOW = Words(
    "{person} dinyatakan terpilih, tetapi suaranya di bawah yang seimbang.",
    "{person} was declared elected with fewer votes than those who were equal.",
)
_NO_RECORD = Words(
    "Tidak ada catatan tentang cara memutus suara seimbang.", "There is no record of how the tie was broken."
)
_OPEN = Words("Bagaimana suara seimbang diputus ({may})?", "How was the tie broken ({may})?")
_MET = Words("Suara seimbang diputus menurut pasal ini.", "The tie was broken as this article says.")


def check(record: Record, asked: Asked) -> Seen:
    """A tie in the last round against the parameter `by`."""
    look, election, may = Look(record), record.election or Election(), asked.texts("by")
    if not election.rounds or _tied_at(election) is None:
        return set_aside(_NONE)
    look.quote("/election/rounds")
    if election.tie_broken_by is None:
        look.open("/election/tie_broken_by", say(_OPEN, may=may))
    elif election.tie_broken_by not in may:
        look.fault(say(_HOW, how=election.tie_broken_by, may=may), "/election/tie_broken_by")
    elif election.tie_document is None:
        look.fault(_NO_RECORD, "/election")
    least = _tied_at(election)
    for person in election.elected or ():
        if election.rounds[-1].votes.get(person, 0) < (least or 0):
            look.fault(say(_BELOW, person=person), "/election/elected", explained_by=("candidates",))
    return look.seen(_MET)


def _tied_at(election: Election) -> int | None:
    """The votes with which two stand equal at the last seat; None where nobody does."""
    votes = sorted(election.rounds[-1].votes.values(), reverse=True)
    is_tied = len(votes) > election.seats and votes[election.seats - 1] == votes[election.seats]
    return votes[election.seats] if is_tied else None
