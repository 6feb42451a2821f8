"""What was true of an outlet when: its standing, and the Press Council's status as somebody saw it."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from serikat.engines.judgement.words import Words
from serikat.foundation.journal.actions import record
from serikat.foundation.members.access import can_keep_outlets
from serikat.foundation.members.models import CouncilStatus, MemberOutlet, Standing, StandingKind
from serikat.foundation.members.roster.listed_status import ListedStatus
from serikat.foundation.people.models import Person
from serikat.web.permission import Refused, RefusedError, require

_TOO_EARLY = Words(
    "Keanggotaan sebelumnya dimulai {day}; pilih hari sesudahnya.",
    "The standing before it began on {day}; choose a later day.",
)


@transaction.atomic
def set_standing(*, outlet: MemberOutlet, kind: StandingKind, since: date, source: str, by: Person) -> Standing:
    """From the day on the outlet stands so; what held before ends the day before. Raises RefusedError."""
    require(can_keep_outlets(by, outlet.chapter))
    MemberOutlet.objects.select_for_update(of=("self",)).get(pk=outlet.pk)
    for before in Standing.objects.filter(outlet=outlet, until=None):
        if before.since and before.since >= since:
            raise RefusedError(Refused(_TOO_EARLY.filled(day=before.since.isoformat())))
        before.until = since - timedelta(days=1)
        before.save(update_fields=["until"])
    standing = Standing.objects.create(outlet=outlet, kind=kind, since=since, source=source)
    record("members.standing_set", about=outlet.subject, by=by.actor, standing=str(kind), since=since.isoformat())
    return standing


@transaction.atomic
def record_council_status(
    *, outlet: MemberOutlet, status: ListedStatus, certificate: str, observed_on: date, source: str, by: Person
) -> CouncilStatus:
    """What somebody saw in the Press Council's register, on which day and where. Raises RefusedError."""
    require(can_keep_outlets(by, outlet.chapter))
    seen = CouncilStatus.objects.create(
        outlet=outlet, status=status.value, certificate=certificate, observed_on=observed_on, source=source
    )
    record("members.council_status_recorded", about=outlet.subject, by=by.actor, observed_on=observed_on.isoformat())
    return seen
