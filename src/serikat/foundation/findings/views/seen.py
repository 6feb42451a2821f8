"""Looks things up on behalf of whoever asks: what lies outside of what they may see is not there."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from serikat.engines.judgement.standard import Clause, Standard
from serikat.foundation.findings.models import AuditRound, OutletAudit
from serikat.foundation.findings.queries.rounds import rounds_seen_by
from serikat.foundation.findings.standards import clause_of
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.members.queries import outlets_seen_by
from serikat.foundation.people.signed_in import person_of


def outlet_seen(request: HttpRequest, public_id: UUID) -> MemberOutlet:
    """The outlet; 404 where the person may not see it."""
    outlets = outlets_seen_by(person_of(request)).select_related("chapter", "company", "region")
    return get_object_or_404(outlets, public_id=public_id)


def clause_seen(standard: str, clause: str) -> tuple[Standard, Clause]:
    """The clause; 404 where no standard here has it."""
    found = clause_of(standard, clause)
    if found is None:
        raise Http404
    return found


def round_seen(request: HttpRequest, public_id: UUID) -> AuditRound:
    """The round; 404 where the person may not see it."""
    rounds = rounds_seen_by(person_of(request)).select_related("chapter", "started_by")
    return get_object_or_404(rounds, public_id=public_id)


def audit_seen(outlet: MemberOutlet, public_id: str) -> OutletAudit | None:
    """One audit of the outlet; None where there is none of that name."""
    try:
        return OutletAudit.objects.select_related("round").filter(outlet=outlet, public_id=UUID(public_id)).first()
    except ValueError:
        return None
