"""What became of the plans that were sent: who has not opened theirs, and who has not had the site looked at since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Max, QuerySet
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.models import RoundKind, Target
from serikat.foundation.findings.queries.tallies import outlets_within
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Message, Person
from serikat.foundation.people.models.messages import OF_PLANS
from serikat.foundation.people.queries import messages_within

# The latest so many messages are looked through; older ones concern outlets written to again since, or long ago.
_MOST = 5_000
DAYS_BEFORE_REMINDER = 7


class Progress(StrEnum):
    """How far an outlet has come with its plan."""

    WAITING = "menunggu"
    UNOPENED = "belum-dibuka"
    OPENED = "dibuka"
    BACK = "kembali"


PROGRESS_WORDS = {
    Progress.WAITING: Words("Menunggu dikirim", "Waiting to be sent"),
    Progress.UNOPENED: Words("Terkirim, belum dibuka", "Sent, not opened"),
    Progress.OPENED: Words("Dibuka, belum periksa lagi", "Opened, not checked again"),
    Progress.BACK: Words("Sudah periksa lagi", "Checked again"),
}


@dataclass(frozen=True, slots=True)
class SentPlan:
    """The latest message about an outlet's plan, and how far the outlet has come since."""

    outlet_id: UUID
    message_id: UUID
    prepared_at: datetime
    sent_at: datetime | None
    opened_at: datetime | None
    progress: Progress

    def is_due(self, now: datetime, days: int = DAYS_BEFORE_REMINDER) -> bool:
        """Whether a reminder is in order: sent so many days ago, and not opened or nothing checked since."""
        waits = self.progress in (Progress.UNOPENED, Progress.OPENED)
        return waits and self.sent_at is not None and self.sent_at <= now - timedelta(days=days)


def sent_plans(person: Person, held: list[Chapter]) -> list[SentPlan]:
    """The outlets of the chapters held that were written to, each by its latest message, the latest first.

    Two queries.
    """
    messages = messages_within(held, person)
    about = messages.filter(subject_room="members", subject_kind="outlet", kind__in=OF_PLANS)
    rows = about.values_list("subject_id", "public_id", "prepared_at", "sent_at", "opened_at")[:_MOST]
    latest: dict[UUID, tuple[UUID, datetime, datetime | None, datetime | None]] = {}
    for subject_id, *facts in rows:
        latest.setdefault(UUID(subject_id), tuple(facts))  # type: ignore[arg-type]
    checked = _checked_again(held)
    return [
        SentPlan(outlet_id, *facts, _progress(facts[2], facts[3], checked.get(outlet_id)))
        for outlet_id, facts in latest.items()
    ]


def waiting_messages(person: Person) -> QuerySet[Message]:
    """The plans and reminders that this person prepared and has not sent, in the order of preparing."""
    mine = Message.objects.filter(prepared_by=person, kind__in=OF_PLANS, sent_at=None, fault="")
    return mine.select_related("to").order_by("pk")


def sent_today(person: Person) -> int:
    """How many plans and reminders of this person left in the last twelve hours."""
    since = timezone.now() - timedelta(hours=12)
    return Message.objects.filter(prepared_by=person, kind__in=OF_PLANS, sent_at__gte=since).count()


def outlets_named(held: Sequence[Chapter], ids: Sequence[UUID]) -> dict[UUID, MemberOutlet]:
    """Those of the outlets that the chapters look after, by public id."""
    found = outlets_within(held).filter(public_id__in=ids).select_related("chapter")
    return {outlet.public_id: outlet for outlet in found}


def _progress(sent_at: datetime | None, opened_at: datetime | None, checked_at: datetime | None) -> Progress:
    if sent_at is None:
        return Progress.WAITING
    if checked_at is not None and checked_at > sent_at:
        return Progress.BACK
    return Progress.OPENED if opened_at else Progress.UNOPENED


def _checked_again(held: Sequence[Chapter]) -> dict[UUID, datetime]:
    """When each outlet was last looked at on its own, at a member's or an officer's wish."""
    looked = Target.objects.filter(
        round__kind__in=(RoundKind.RECHECK, RoundKind.HANDED_IN), outlet__in=outlets_within(held)
    )
    return dict(looked.values_list("outlet__public_id").annotate(at=Max("round__wanted_at")))
