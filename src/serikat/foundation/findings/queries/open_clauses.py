"""Which clauses of an outlet are open, and so worth another look."""

from __future__ import annotations

from serikat.engines.judgement.finding import Outcome
from serikat.foundation.findings.models import ClauseState
from serikat.foundation.members.models import MemberOutlet

_OPEN = (Outcome.NOT_MET, Outcome.UNCLEAR, Outcome.FAILED_TO_RUN)


def open_clauses_of(outlet: MemberOutlet) -> list[str]:
    """The ids of the clauses that are not settled; all standards together."""
    states = ClauseState.objects.filter(outlet=outlet, standing__in=_OPEN)
    return list(states.order_by("pk").values_list("clause", flat=True))
