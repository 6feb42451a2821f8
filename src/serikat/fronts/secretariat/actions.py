"""Plans, reminders and digests, prepared for whoever speaks for an outlet; an officer sends them one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.members.access import can_review_outlet
from serikat.foundation.members.actions.representatives import name_representative
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.members.queries import chapter_over, outlets_represented_by
from serikat.foundation.people.access import can_review
from serikat.foundation.people.messages import prepare_digest, prepare_plan_message, prepare_reminder
from serikat.foundation.people.models import Message, MessageKind, Person
from serikat.web.permission import RefusedError, require


@dataclass(frozen=True, slots=True)
class Prepared:
    """What came of preparing for many: the messages that are new, and the outlets that have nobody to write to."""

    messages: tuple[Message, ...]
    unreachable: tuple[MemberOutlet, ...]


@transaction.atomic
def prepare_plan(*, outlet: MemberOutlet, by: Person, is_reminder: bool = False) -> Message:
    """A message that leads to the outlet's plan; one that waits unsent is given back. Raises RefusedError.

    It is kept for the officers who look after all that the representative speaks for, since its link opens all of it.
    """
    require(can_review_outlet(by, outlet))
    to = name_representative(outlet=outlet, by=by)
    kinds = (MessageKind.REMINDER,) if is_reminder else (MessageKind.PLAN,)
    about = outlet.subject
    unsent = Message.objects.filter(subject_room=about.room, subject_kind=about.kind, subject_id=about.id, sent_at=None)
    waiting = unsent.filter(to=to, kind__in=kinds).order_by("-prepared_at").first()
    if waiting is not None:
        return waiting
    chapter = chapter_over([outlet, *outlets_represented_by(to).select_related("chapter")])
    require(can_review(by, chapter))
    prepare = prepare_reminder if is_reminder else prepare_plan_message
    leads_to = reverse("secretariat:outlet", args=[outlet.public_id])
    return prepare(to=to, about=about, name=str(outlet), chapter=chapter, leads_to=leads_to, by=by)


def prepare_plans(*, outlets: Iterable[MemberOutlet], by: Person, is_reminder: bool = False) -> Prepared:
    """Messages for many outlets, each in a transaction of its own; who cannot be written to is named."""
    messages, unreachable = [], []
    for outlet in outlets:
        try:
            messages.append(prepare_plan(outlet=outlet, by=by, is_reminder=is_reminder))
        except RefusedError:
            unreachable.append(outlet)
    return Prepared(tuple(messages), tuple(unreachable))


def prepare_group_digest(*, chapter: Chapter, lines: Sequence[Words], on: date, by: Person) -> Message:
    """A text for the chapter's group, without anybody's link or number."""
    require(can_review(by, chapter))
    return prepare_digest(about=chapter.subject, chapter=chapter, lines=lines, on=on, by=by)
