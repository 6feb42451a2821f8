"""Questions about people: what they may see, and who holds which role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.chapters.queries import subtree, within
from serikat.foundation.journal.subjects import Subject
from serikat.foundation.people.models import Account, Message, MessageKind, MessageState, Person, Role, RoleKind
from serikat.foundation.people.models.messages import state_of


def chapters_of(person: Person, *kinds: RoleKind, on: date | None = None) -> list[Chapter]:
    """The chapters in which a person holds one of the roles (any where none is named); those below count with them."""
    roles = Role.objects.on(on or timezone.localdate()).filter(person=person, kind__in=kinds or list(RoleKind))
    return [role.chapter for role in roles.select_related("chapter")]


def has_role_in(person: Person, chapter: Chapter | None, *kinds: RoleKind) -> bool:
    """Whether a person holds one of the roles in the chapter or above it; in no chapter means in the association's."""
    held = chapters_of(person, *kinds)
    if chapter is None:
        return any(each.depth == 1 for each in held)
    return any(chapter.is_within(each) for each in held)


def officers_within(chapters: Iterable[Chapter], on: date | None = None) -> QuerySet[Role]:
    """The roles held in the chapters and below them, by person."""
    below = subtree(list(chapters))
    roles = Role.objects.on(on or timezone.localdate()).filter(chapter__in=below)
    return roles.select_related("person", "chapter").order_by("chapter__depth", "chapter__name", "person__name")


def is_new_installation() -> bool:
    """Whether nobody has an account yet, so that the first visit makes the first officer."""
    return not Account.objects.exists()


def persons_seen_by(person: Person) -> QuerySet[Person]:
    """Those who hold or held a role in the person's chapters or below."""
    roles = Role.objects.filter(within(chapters_of(person), "chapter__path"))
    return Person.objects.filter(pk__in=roles.values("person"))


def messages_seen_by(person: Person) -> QuerySet[Message]:
    """The messages of the person's chapters and of those below, and, for the association's, those of no chapter."""
    return messages_within(chapters_of(person), person)


def messages_within(held: list[Chapter], person: Person) -> QuerySet[Message]:
    """The same where the chapters that the person holds are known."""
    seen = within(held, "chapter__path")
    if held:
        seen |= Q(prepared_by=person)
    if any(chapter.depth == 1 for chapter in held):
        seen |= Q(chapter=None)
    return Message.objects.filter(seen).select_related("to", "chapter", "prepared_by").order_by("-prepared_at")


@dataclass(frozen=True, slots=True)
class Sending:
    """How far a message has come, and when it was sent and opened."""

    state: MessageState
    sent_at: datetime | None
    opened_at: datetime | None


def latest_sendings(about: Iterable[Subject], *kinds: MessageKind) -> dict[str, Sending]:
    """How far the latest message of these kinds about each subject has come, by the subjects' ids; one query.

    The subjects are of one room and kind; those that nobody was written to about are left out.
    """
    subjects = list(about)
    if not subjects:
        return {}
    messages = Message.objects.filter(
        subject_room=subjects[0].room,
        subject_kind=subjects[0].kind,
        subject_id__in=[each.id for each in subjects],
        kind__in=kinds,
    )
    rows = messages.order_by("prepared_at").values_list("subject_id", "sent_at", "opened_at", "fault")
    latest = {about_id: (sent_at, opened_at, fault) for about_id, sent_at, opened_at, fault in rows}
    return {about_id: Sending(state_of(*facts), *facts[:2]) for about_id, facts in latest.items()}


def in_state(messages: QuerySet[Message], state: MessageState) -> QuerySet[Message]:
    """Those that have come so far, as `Message.state` says."""
    if state == MessageState.OPENED:
        return messages.exclude(opened_at=None)
    unopened = messages.filter(opened_at=None)
    if state == MessageState.FAILED:
        return unopened.exclude(fault="")
    return unopened.filter(fault="", sent_at__isnull=state == MessageState.PREPARED)
