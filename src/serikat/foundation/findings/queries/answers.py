"""Questions about people's answers to clauses."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from serikat.foundation.findings.models import ClauseAnswer, ClauseState
from serikat.foundation.members.models import MemberOutlet


def answers_in_force(outlet: MemberOutlet) -> dict[tuple[str, str], ClauseAnswer]:
    """The newest answer in force today to each clause of the outlet."""
    today = timezone.localdate()
    held = ClauseAnswer.objects.filter(outlet=outlet, since__lte=today, until__gte=today, withdrawn_at=None)
    return {(each.standard, each.clause): each for each in held.select_related("by").order_by("since", "pk")}


def ran_out(on: date) -> QuerySet[ClauseAnswer]:
    """The answers whose last day has passed while lists still show them, and that no other answer took over from."""
    same = {"outlet": OuterRef("outlet"), "standard": OuterRef("standard"), "clause": OuterRef("clause")}
    shown = ClauseState.objects.filter(**same).exclude(answered="")
    holding = ClauseAnswer.objects.filter(**same, since__lte=on, until__gte=on, withdrawn_at=None)
    passed = ClauseAnswer.objects.filter(until__lt=on, withdrawn_at=None)
    return passed.filter(Exists(shown), ~Exists(holding)).select_related("outlet")
