"""Rounds and what they saw, how each clause stands, what people answered, and what waits for a person."""

from serikat.foundation.findings.models.answers import ClauseAnswer, HandedInPage, Question, QuestionCause
from serikat.foundation.findings.models.audits import ClauseState, OutletAudit, OutletState
from serikat.foundation.findings.models.rounds import AuditRound, RoundKind, RoundState, Schedule, Target
from serikat.foundation.findings.models.tallies import ChapterTally

__all__ = [
    "AuditRound", "ChapterTally", "ClauseAnswer", "ClauseState", "HandedInPage", "OutletAudit", "OutletState",
    "Question", "QuestionCause", "RoundKind", "RoundState", "Schedule", "Target",
]  # fmt: skip
