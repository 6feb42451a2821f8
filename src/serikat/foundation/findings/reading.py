"""Reads a kept audit back into judgement's words, so that plans and pages are made from what was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from serikat.engines.judgement.finding import Finding, Outcome, Quote
from serikat.engines.judgement.plan import Plan, plan_for
from serikat.engines.judgement.standard import Standard
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.evidence.record import Reached
from serikat.foundation.findings.models import ClauseAnswer
from serikat.foundation.findings.standards import library

Key = tuple[str, str]
Answers = Mapping[Key, ClauseAnswer]


def findings_of(record: Mapping[str, Any]) -> list[Finding]:
    """The findings of an audit JSON."""
    return [
        Finding(
            subject=record["url"],
            standard=found["standard"],
            clause=found["clause"],
            rule=found["rule"],
            outcome=Outcome(found["outcome"]),
            reason=Words(found["reason"], found["reason_en"]),
            quotes=tuple(Quote(**quote) for quote in found["quotes"]),
            release=found["release"],
        )
        for found in record["findings"]
    ]


def standards_of(record: Mapping[str, Any]) -> list[Standard]:
    """The editions that an audit was judged by; one that this release no longer ships is passed over."""
    held = {standard.id: standard for standard in library().standards}
    return [held[each["id"]] for each in record["standards"] if each["id"] in held]


def plan_with(standards: Iterable[Standard], findings: Iterable[Finding], answers: Answers) -> Plan:
    """The plan where a person's answer in force counts before the machine's finding."""
    return plan_for(list(standards), [settled(found, answers) for found in findings])


def settled(found: Finding, answers: Answers) -> Finding:
    """The finding with the outcome of the answer in force, if there is one."""
    answer = answers.get((found.standard, found.clause))
    return replace(found, outcome=Outcome(answer.outcome)) if answer else found


def seen_in(record: Mapping[str, Any]) -> frozenset[Key]:
    """The clauses of which an audit quotes a page that it read, by standard and clause."""
    return frozenset(
        (found["standard"], found["clause"])
        for found in record["findings"]
        if any(quote["sha256"] for quote in found["quotes"])
    )


def reached_of(word: str) -> Reached:
    """How far an audit came; `partial` for a word that this release does not know."""
    try:
        return Reached(word)
    except ValueError:
        return Reached.PARTIAL


def moment_of(stamp: str) -> datetime | None:
    """A moment of the evidence; None where it holds none."""
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        return None
