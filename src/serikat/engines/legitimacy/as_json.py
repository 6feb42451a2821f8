"""A judgement as JSON: the same record, editions and release give the same bytes on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from serikat import RELEASE
from serikat.engines.judgement.finding import Outcome
from serikat.engines.legitimacy.asked import FactQuote, OpenFact
from serikat.engines.legitimacy.judging import (
    ArticleFinding,
    AssemblyJudgement,
    AssemblyVerdict,
    PositionJudgement,
)
from serikat.engines.legitimacy.phrases import sentence
from serikat.engines.legitimacy.presence import Presence, Room
from serikat.engines.proof.canonical import canonical_json

Waiting = Sequence[tuple[str, OpenFact]]


def judgement_json(judgement: AssemblyJudgement) -> bytes:
    """The judgement as canonical JSON (UTF-8, sorted keys), ended by a newline."""
    return canonical_json(judgement_values(judgement)) + b"\n"


def judgement_values(judgement: AssemblyJudgement) -> dict[str, Any]:
    """The judgement as plain values; the keys are those that the command line promises, and some more."""
    return {
        "assembly": judgement.record.assembly.id,
        "release": RELEASE,
        "verdict": judgement.verdict.value,
        "sentence": sentence(judgement).id,
        "sentence_en": sentence(judgement).en,
        "editions": [edition.id for edition in judgement.editions],
        "findings": [_finding(finding) for finding in judgement.findings],
        "open_facts": open_facts(judgement.open_facts, judgement.verdict),
        "positions": [_position(position) for position in judgement.positions],
        "divides": list(judgement.divides),
        "presence": [_room(room) for room in Presence(judgement.record).rooms],
    }


def _finding(finding: ArticleFinding) -> dict[str, Any]:
    return {
        "edition": finding.edition,
        "clause": finding.clause,
        "article": finding.article,
        "rule": finding.rule,
        "level": finding.level.value,
        "outcome": finding.outcome.value,
        "reason": finding.reason.id,
        "reason_en": finding.reason.en,
        "because_of": finding.because_of or None,
        "quotes": [_quote(quote) for quote in finding.quotes],
    }


def _quote(quote: FactQuote) -> dict[str, Any]:
    return {"fact": quote.place, "text": quote.text, "by": quote.by, "sha256": quote.sha256}


def open_facts(waiting: Waiting, verdict: AssemblyVerdict) -> list[dict[str, Any]]:
    """What is open, each with its article and the verdict that each answer would bring, all else staying as it is."""
    only = len(waiting) == 1 and not any(need.is_choice for _, need in waiting)
    return [
        {
            "fact": need.place,
            "article": article,
            "question": need.question.id,
            "question_en": need.question.en,
            "if_yes": (AssemblyVerdict.VALID if only and verdict is not AssemblyVerdict.INVALID else verdict).value,
            "if_no": (verdict if need.is_choice or need.is_doubtful else AssemblyVerdict.INVALID).value,
        }
        for article, need in waiting
    ]


def _position(position: PositionJudgement) -> dict[str, Any]:
    return {
        "name": position.name,
        "verdict": position.verdict.value,
        "findings": [_finding(each) for each in position.findings if each.outcome is not Outcome.NOT_APPLICABLE],
        "open_facts": open_facts(position.open_facts, position.verdict),
    }


def _room(room: Room) -> dict[str, Any]:
    return {"at": room.at.isoformat(), "units": room.units, "votes": room.votes, "running": room.is_running}
