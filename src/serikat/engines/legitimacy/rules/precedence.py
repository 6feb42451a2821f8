"""Exceptions rest on a text that may grant them.

Why it matters: a chapter's own rule cannot undo a text that stands above it. What is looked for: the article on which
each exception relies, and whether its edition is among those that may grant exceptions. What it cannot see: a text
that nobody named.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import say

_NONE = Words("Tidak ada pengecualian.", "There was no exception.")
_BELOW = Words(
    "Pengecualian bagi {person} memakai {under}, yang tidak boleh mengecualikan pasal ini.",
    "The exception for {person} relies on {under}, which may not undo this article.",
)
_OPEN = Words(
    "Atas naskah apa pengecualian bagi {person} diberikan?", "On which text does the exception for {person} rest?"
)
_MET = Words(
    "Setiap pengecualian bersandar pada naskah yang boleh memberikannya.",
    "Every exception rests on a text that may grant it.",
)


def check(record: Record, asked: Asked) -> Seen:
    """The text under each exemption, against the editions in `under`."""
    look, exempt = Look(record), [(n, each) for n, each in enumerate(record.candidates or ()) if each.exemption]
    if not exempt:
        return set_aside(_NONE)
    for number, candidate in exempt:
        under = candidate.exemption.under if candidate.exemption else None
        if under is None:
            look.open(f"/candidates/{number}/exemption/under", say(_OPEN, person=candidate.person))
        elif under.partition("#")[0] not in asked.texts("under"):
            look.fault(say(_BELOW, person=candidate.person, under=under), f"/candidates/{number}/exemption")
    return look.seen(_MET)
