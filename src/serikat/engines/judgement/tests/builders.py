"""Small invented standards, clauses and findings for tests of the engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from serikat.engines.judgement.finding import Finding, Outcome
from serikat.engines.judgement.standard import Clause, Confidence, Level, Standard, Way, WayKind
from serikat.engines.judgement.words import Words

WORDS = Words("kata", "words")
DAY = date(2026, 11, 1)


def a_clause(name: str, rule: str = "", **changes: object) -> Clause:
    """A clause answered by a rule, or by a document where no rule is named."""
    way = Way(WayKind.RULE, WORDS, rule) if rule else Way(WayKind.DOCUMENT, WORDS)
    clause = Clause(
        id=name,
        number="1",
        title=WORDS,
        wording=WORDS,
        level=Level.MANDATORY,
        confidence=Confidence.REGULATION,
        sources=("S",),
        ways=(way,),
        weight=3,
        effort=1,
        stage="site",
        applies_to=("cyber",),
        remedy=WORDS,
    )
    return replace(clause, **changes)  # type: ignore[arg-type]


def a_standard(*clauses: Clause, name: str = "contoh-1") -> Standard:
    """An edition with these clauses."""
    return Standard(
        id=name,
        title=WORDS,
        regulation="Peraturan Contoh 1",
        issuer="Dewan Contoh",
        voluntary=False,
        text_url="",
        in_force_from=date(2020, 1, 1),
        in_force_until=None,
        clauses=clauses,
        sources=(),
    )


def a_finding(clause: Clause, outcome: Outcome, standard: str = "contoh-1") -> Finding:
    """A finding of the clause's rule."""
    rule = clause.rule.rule if clause.rule else ""
    return Finding("https://contoh.example", standard, clause.id, rule, outcome, WORDS, (), "0")
