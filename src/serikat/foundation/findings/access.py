"""Who may do what with rounds and answers."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.models import AuditRound
from serikat.foundation.members.access import can_speak_for
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.access import can_act_as_officer, can_review
from serikat.foundation.people.models import Person
from serikat.web.permission import Allowed, Permission, Refused


def can_start_round(person: Person, chapter: Chapter) -> Permission:
    """Officers and verifiers of the chapter or above."""
    return can_review(person, chapter)


def can_steer_round(person: Person, audit_round: AuditRound) -> Permission:
    """Stop it or have it go on: whoever could start it."""
    return can_review(person, audit_round.chapter)


def can_set_schedule(person: Person, chapter: Chapter) -> Permission:
    """Officers of the chapter or above."""
    return can_act_as_officer(person, chapter)


def can_answer(person: Person, outlet: MemberOutlet) -> Permission:
    """Settle a clause, overrule a finding: officers and verifiers, but never for an outlet that they speak for."""
    if can_speak_for(person, outlet):
        return Refused(
            Words(
                "Anda wakil media ini, jadi pengurus atau verifikator lain yang menjawab butirnya.",
                "You speak for this outlet, so another officer or verifier answers its clauses.",
            )
        )
    return can_review(person, outlet.chapter)


def can_have_rechecked(person: Person, outlet: MemberOutlet) -> Permission:
    """Have a clause looked at again: the outlet's representatives, and whoever reviews it."""
    if can_speak_for(person, outlet):
        return Allowed()
    return can_review(person, outlet.chapter)
