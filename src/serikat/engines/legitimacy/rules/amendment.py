"""The bylaws were amended with the larger majority that the article asks, on a text sent out beforehand.

Why it matters: rules changed by surprise, or by the majority that suffices for a programme, can be changed by
anybody. What is looked for: the vote on each amendment against its share, and the day its text was sent. What it
cannot see: whether the text adopted is the text sent.
"""

from __future__ import annotations

from datetime import timedelta

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Decision
from serikat.engines.legitimacy.terms import say

_NONE = Words("Tidak ada perubahan naskah yang diputuskan.", "No amendment was decided.")
_FEW = Words(
    "Perubahan {id}: {favour} setuju dari {whole} ({base}); dibutuhkan {needed} ({share}).",
    "Amendment {id}: {favour} in favour of {whole} ({base}); {needed} are needed ({share}).",
)
_OTHERWISE = Words(
    "Perubahan {id} dinyatakan ditolak, padahal {favour} setuju dari {whole} ({base}); dibutuhkan {needed} ({share}).",
    "Amendment {id} was declared rejected, with {favour} in favour of {whole} ({base}); {needed} are needed ({share}).",
)
_LATE = Words(
    "Naskah perubahan {id} dikirim {day}; paling lambat {last}.",
    "The text of amendment {id} was sent on {day}; the last day was {last}.",
)
_OPEN = Words("Berapa suara bagi perubahan {id}?", "How many votes did amendment {id} have?")
_OPEN_TEXT = Words("Kapan naskah perubahan {id} dikirim?", "When was the text of amendment {id} sent?")
_MET = Words("Perubahan naskah diputuskan menurut pasal ini.", "The amendments were decided as this article asks.")


def check(record: Record, asked: Asked) -> Seen:
    """Decisions of kind amendment; `share` of `base`, and `days` for the text of those that were adopted."""
    look = Look(record)
    decided = [(n, each) for n, each in enumerate(record.decisions or ()) if each.kind == "amendment"]
    if not decided:
        return set_aside(_NONE)
    for number, decision in decided:
        _votes(look, decision, f"/decisions/{number}", asked)
        if decision.declared != "rejected":
            _text(look, record, decision, asked)
    return look.seen(_MET)


def _votes(look: Look, decision: Decision, place: str, asked: Asked) -> None:
    votes, base, presence = decision.votes, asked.text("base", "present"), asked.presence
    room = presence.room(decision.at, decision.order) if decision.at else None
    present = room.votes if room else None
    whole = presence.whole.votes if base == "entitled" else present
    if whole is None and votes is not None:
        whole = votes.cast
    # What nobody objected to, all who were present are for.
    favour = present if votes is None and decision.objections == 0 else votes.in_favour if votes else None
    if favour is None or whole is None:
        look.open(f"{place}/votes", say(_OPEN, id=decision.id))
        return
    share = asked.share("share", "2/3")
    look.quote(f"{place}/votes")
    is_adopted = favour >= (needed := max(share.needed(whole), 1))
    if (decision.declared != "rejected") != is_adopted:
        told = {"favour": favour, "whole": whole, "base": base, "needed": needed, "share": share.text}
        said = say(_OTHERWISE if is_adopted else _FEW, id=decision.id, **told)
        look.fault(said, explained_by=("count", "entitled", "roll"))


def _text(look: Look, record: Record, decision: Decision, asked: Asked) -> None:
    if not asked.has("days"):
        return
    sent = {each.decision: (n, each.circulated_on) for n, each in enumerate(record.amendments or ())}
    number, day = sent.get(decision.id, (0, None))
    last = record.assembly.held_on - timedelta(days=asked.number("days"))
    if day is None:
        look.open("/amendments", say(_OPEN_TEXT, id=decision.id))
    elif day > last:
        look.fault(say(_LATE, id=decision.id, day=day, last=last), f"/amendments/{number}/circulated_on")
