"""Decisions and elections have the majority that the article asks, of the base that it names.

Why it matters: half of those present, of those entitled, and of the valid votes are three different numbers. What is
looked for: each vote against its threshold, and that what was declared is what the count gives; in an election the
first round that decides, then the last one as the article says. What it cannot see: miscounted ballots.
"""

from __future__ import annotations

from collections.abc import Mapping

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen, set_aside
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.record_parts import Decision, Election, Round, Votes
from serikat.engines.legitimacy.terms import say

_DECLARED = Words(
    "Keputusan {id} dinyatakan {declared}: {favour} setuju dari {whole} ({base}); dibutuhkan {needed} ({share}).",
    "Decision {id} was declared {declared}: {favour} in favour of {whole} ({base}); {needed} are needed ({share}).",
)
_WINNER = Words(
    "Dinyatakan terpilih: {elected}. Hitungan putaran {n} memberi {right}; dibutuhkan {needed} dari {whole} ({base}).",
    "Declared elected: {elected}. The count of round {n} gives {right}; {needed} of {whole} ({base}) are needed.",
)
_THRESHOLD = Words(
    "Putaran {n}: ambang dinyatakan {said}; menurut pasal ini {needed} dari {whole} ({base}).",
    "Round {n}: the threshold was declared as {said}; by this article it is {needed} of {whole} ({base}).",
)
_OPEN_BASE = Words(
    "Berapa suara yang menjadi dasar ({base}) pada {what}?", "How many votes are the base ({base}) of {what}?"
)
_OPEN_VOTES = Words("Berapa suara setuju pada keputusan {id}?", "How many voted in favour of decision {id}?")
_OPEN_DECLARED = Words(
    "Bagaimana keputusan {id} dinyatakan: diterima atau ditolak?",
    "How was decision {id} declared: adopted or rejected?",
)
_OPEN_OBJECTIONS = Words(
    "Apakah keputusan {id} diambil tanpa keberatan?", "Was decision {id} taken with nobody objecting?"
)
_OPEN_ROUNDS = Words("Berapa suara bagi setiap calon?", "How many votes had each candidate?")
_OPEN_COUNT = Words(
    "Jumlah suara bagi para calon, abstain, dan tidak sah pada putaran {n} berbeda dari suara masuk yang tercatat "
    "({total} dan {cast}); mana yang benar?",
    "The votes of round {n} for candidates, abstentions and invalid ballots add up to another number than the votes "
    "recorded as cast ({total} and {cast}); which is right?",
)
_OPEN_ELECTED = Words("Siapa yang dinyatakan terpilih?", "Who was declared elected?")
_OBJECTED = Words(
    "Keputusan {id} diambil tanpa pemungutan suara, padahal {n} keberatan.",
    "Decision {id} was taken without a vote, although {n} objected.",
)
_NONE = Words("Tidak ada yang diputuskan dengan suara.", "Nothing was decided by votes.")
_MET = Words("Setiap keputusan mencapai suara yang dibutuhkan.", "Every decision reached the votes that it needs.")
_MET_ELECTED = Words(
    "Terpilih {elected} pada putaran {n} ({votes}); dibutuhkan {needed} dari {whole} ({base}).",
    "{elected} was elected in round {n} ({votes}); {needed} of {whole} ({base}) were needed.",
)
_MET_PLURALITY = Words(
    "Terpilih {elected} dengan suara terbanyak pada putaran {n} ({votes}), yang terakhir.",
    "{elected} was elected by the most votes in round {n} ({votes}), the last.",
)


def check(record: Record, asked: Asked) -> Seen:
    """Votes against `share` of `base` (present, entitled, valid, cast); `last_round`; `on` decisions or persons."""
    look, on = Look(record), asked.texts("on") or ("decisions", "persons")
    # Amendments have a rule of their own, where the edition has one.
    others = {"amendment"} if "amendment" in asked.regulated else set()
    decisions = [(n, each) for n, each in enumerate(record.decisions or ()) if each.kind not in others]
    election = record.election if record.election and _was_voted(record.election) else None
    if not ("decisions" in on and decisions) and not ("persons" in on and election):
        return set_aside(_NONE)
    for number, decision in decisions if "decisions" in on else ():
        _decision(look, decision, f"/decisions/{number}", asked)
    met = _election(look, election, asked) if election is not None and "persons" in on else None
    if met is None or not decisions:
        return look.seen(met or _MET)
    return look.seen(Words(f"{_MET.id} {met.id}", f"{_MET.en} {met.en}"))


def _decision(look: Look, decision: Decision, place: str, asked: Asked) -> None:
    votes = decision.votes
    if decision.declared is None:
        look.open(f"{place}/declared", say(_OPEN_DECLARED, id=decision.id))
    if votes is None:
        if decision.objections:
            look.fault(say(_OBJECTED, id=decision.id, n=decision.objections), place)
        elif decision.method == "vote":
            look.open(place, say(_OPEN_VOTES, id=decision.id))
        elif decision.objections is None:
            look.open(place, say(_OPEN_OBJECTIONS, id=decision.id))
        return
    if votes.in_favour is None:
        look.open(place, say(_OPEN_VOTES, id=decision.id))
        return
    whole = _whole(look, decision, votes, asked, decision.id)
    if whole is None:
        return
    # Nothing is adopted with no vote for it, be the share of an empty base what it may.
    needed = max(asked.share("share", "1/2+1").needed(whole), 1)
    is_adopted = votes.in_favour >= needed
    if decision.declared is not None and (decision.declared == "adopted") != is_adopted:
        told = {"id": decision.id, "declared": decision.declared, "favour": votes.in_favour, "whole": whole}
        said = say(_DECLARED, **told, **_asked_for(asked, needed))
        look.fault(said, place, explained_by=("count", "entitled", "roll"))
    look.quote(f"{place}/votes")


def _was_voted(election: Election) -> bool:
    return bool(election.rounds) or election.method == "vote"


def _asked_for(asked: Asked, needed: int) -> dict[str, object]:
    return {"base": asked.text("base", "present"), "needed": needed, "share": asked.share("share", "1/2+1").text}


def _whole(look: Look, ballot: Decision | Round, votes: Votes | Round, asked: Asked, what: str) -> int | None:
    """The number that the share is taken of; opens a fact where the record does not hold it."""
    base, presence = asked.text("base", "present"), asked.presence
    room = presence.room(ballot.at, ballot.order) if ballot.at else None
    if base == "present" and presence.undated.votes:
        look.open("/events/*/at", say(_OPEN_BASE, base=base, what=what))
        return None
    cast, lost = votes.cast, [votes.abstained, votes.invalid]
    whole = {
        "entitled": presence.whole.votes,
        "present": cast if room is None or room.votes is None else room.votes,
        "cast": cast,
        "valid": cast - sum(each or 0 for each in lost) if cast is not None and None not in lost else None,
    }[base]
    if whole is None:
        look.open(f"/{what}/votes/cast", say(_OPEN_BASE, base=base, what=what))
    return whole


def _election(look: Look, election: Election, asked: Asked) -> Words | None:
    """What to say of the election where nothing is wrong with it."""
    if election.elected is None:
        look.open("/election/elected", _OPEN_ELECTED)
        return None
    last = len(election.rounds)
    if not election.rounds:
        look.open("/election/rounds", _OPEN_ROUNDS)
    for number, each in enumerate(election.rounds, 1):
        whole = _whole(look, each, each, asked, f"election/rounds/{number - 1}")
        if whole is None or not _adds_up(look, each, number):
            if number == last:
                return None
            continue
        needed = asked.share("share", "1/2+1").needed(whole)
        told = {"n": number, "needed": needed, "whole": whole, "base": asked.text("base", "present")}
        if each.needed_declared not in {None, needed}:
            said, place = say(_THRESHOLD, said=each.needed_declared, **told), f"/election/rounds/{number - 1}"
            look.fault(said, place, explained_by=("count", "quorum", "roll", "entitled"))
        is_plural = number == last and number > 1 and asked.text("last_round") == "plurality"
        chosen = winners(each.votes, election.seats, 0 if is_plural or each.choices > 1 else needed)
        if chosen is None:  # a tie, which has a rule of its own
            return None
        if chosen or number == last:
            _declared(look, election, chosen, told)
            votes = [f"{person} {n}" for person, n in sorted(each.votes.items(), key=lambda one: (-one[1], one[0]))]
            is_reached = all(each.votes.get(person, 0) >= needed for person in chosen)
            met = _MET_ELECTED if is_reached else _MET_PLURALITY
            return say(met, elected=tuple(sorted(chosen)), votes=votes, **told)
    return None


def _adds_up(look: Look, each: Round, number: int) -> bool:
    total = sum(each.votes.values()) + (each.abstained or 0) + (each.invalid or 0)
    if each.choices > 1 or each.cast in {None, total}:
        return True
    look.ask(f"/election/rounds/{number - 1}", say(_OPEN_COUNT, n=number, total=total, cast=each.cast))
    return False


def _declared(look: Look, election: Election, chosen: frozenset[str], told: Mapping[str, object]) -> None:
    look.quote("/election/rounds", "/election/elected")
    elected = election.elected or ()
    if chosen != frozenset(elected):
        names = {"elected": elected, "right": sorted(chosen)}
        is_known = all(person in election.rounds[-1].votes for person in elected)
        look.fault(say(_WINNER, **names, **told), explained_by=() if is_known else ("candidates",))


def winners(votes: Mapping[str, int], seats: int, needed: int) -> frozenset[str] | None:
    """Who has the most votes and as many as needed; None where a tie at the last seat leaves it open."""
    ranked = sorted(votes.items(), key=lambda one: -one[1])
    reached = [(person, n) for person, n in ranked if n >= max(needed, 1)]
    if len(reached) > seats and reached[seats - 1][1] == reached[seats][1]:
        return None
    return frozenset(person for person, _ in reached[:seats])
