"""The plans of many outlets at once: what each does first, and whose plan was not sent or not opened."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from django.db.models import Exists, OuterRef, QuerySet

from serikat.engines.judgement.finding import Finding, Outcome
from serikat.engines.judgement.plan import plan_for
from serikat.engines.judgement.words import Words
from serikat.foundation.findings.models import ClauseState, RoundKind, Target
from serikat.foundation.findings.standards import clause_of
from serikat.foundation.journal.subjects import AsId
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Message
from serikat.foundation.people.models.messages import OF_PLANS

# Values of `rencana`; the second as on the page of plans.
NOT_SENT, UNOPENED = "belum-dikirim", "belum-dibuka"
PLAN_WORDS = {
    NOT_SENT: Words("Rencana belum dikirim", "Plan not sent"),
    UNOPENED: Words("Rencana terkirim, belum dibuka", "Plan sent, not opened"),
}


def with_plan(outlets: QuerySet[MemberOutlet], how: str) -> QuerySet[MemberOutlet]:
    """Those of the outlets whose plan was never sent, or whose latest was sent, not opened, and not acted on since."""
    messages = Message.objects.filter(subject_room="members", subject_kind="outlet", kind__in=OF_PLANS)
    if how == NOT_SENT:
        return outlets.exclude(public_id__in=messages.exclude(sent_at=None).values(outlet=AsId("subject_id")))
    later = messages.filter(subject_id=OuterRef("subject_id"), prepared_at__gt=OuterRef("prepared_at"))
    looked_at = Target.objects.filter(
        outlet__public_id=AsId(OuterRef("subject_id")),
        round__kind__in=(RoundKind.RECHECK, RoundKind.HANDED_IN),
        round__wanted_at__gt=OuterRef("sent_at"),
    )
    unopened = messages.filter(sent_at__isnull=False, opened_at=None).exclude(Exists(later)).exclude(Exists(looked_at))
    return outlets.filter(public_id__in=unopened.values(outlet=AsId("subject_id")))


def first_steps(outlets: Collection[int]) -> dict[int, Words]:
    """What each outlet does first by its plan, by keys; those that miss nothing are left out; one query."""
    states = ClauseState.objects.filter(outlet__in=outlets, standing=Outcome.NOT_MET).order_by("standard", "clause")
    missing: dict[int, list[tuple[str, str]]] = {}
    for outlet, standard, clause in states.values_list("outlet_id", "standard", "clause"):
        missing.setdefault(outlet, []).append((standard, clause))
    firsts = {outlet: _first_of(tuple(clauses)) for outlet, clauses in missing.items()}
    return {outlet: words for outlet, words in firsts.items() if words is not None}


@lru_cache(maxsize=4096)
def _first_of(missing: tuple[tuple[str, str], ...]) -> Words | None:
    """The first step where these clauses are missing; many outlets miss the same."""
    known = [found for each in missing if (found := clause_of(*each))]
    standards = {standard.id: standard for standard, _ in known}
    findings = [
        Finding("", standard.id, clause.id, clause.rule.rule, Outcome.NOT_MET, clause.remedy, (), "")
        for standard, clause in known
        if clause.rule
    ]
    steps = plan_for(list(standards.values()), findings).steps
    return steps[0].clause.title if steps else None
