"""Messages: prepared, made ready with a link of their own, sent, or not arrived."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.actions import record
from serikat.foundation.journal.subjects import Subject
from serikat.foundation.people.access import can_send
from serikat.foundation.people.actions.links import make_link
from serikat.foundation.people.message_texts import LINK_STANDS_HERE
from serikat.foundation.people.models import Channel, LinkPurpose, Message, MessageKind, Person
from serikat.web.addresses import own_address
from serikat.web.language import said
from serikat.web.permission import require


@transaction.atomic
def prepare_message(
    *,
    about: Subject,
    kind: MessageKind,
    words: Words,
    by: Person,
    chapter: Chapter | None,
    to: Person | None = None,
    link_purpose: LinkPurpose | None = None,
    leads_to: str = "/",
) -> Message:
    """Keep a message that is ready to go; the caller asks whether `by` may write about the subject.

    `words` hold nothing confidential; where they say `[tautan]` the link will stand. `chapter` is that whose officers
    see the message; without one only the association's and the writer do.
    """
    message = Message.objects.create(
        to=to,
        kind=kind,
        text=said(words),
        chapter=chapter,
        link_purpose=link_purpose or "",
        leads_to=own_address(leads_to),
        subject_room=about.room,
        subject_kind=about.kind,
        subject_id=about.id,
        prepared_by=by,
    )
    record("people.message_prepared", about=about, by=by.actor, kind=str(kind), message=str(message.public_id))
    return message


@transaction.atomic
def ready_to_send(*, message: Message, text: str, by: Person) -> str:
    """The text as it goes out, with a link made for this sending; the link of an earlier sending opens no more.

    Only the text with `[tautan]` is kept, so that the link's secret stands nowhere but in the message itself.
    """
    require(can_send(by, message))
    kept = text.strip()
    if message.link_purpose and not any(word in kept for word in LINK_STANDS_HERE):
        kept = f"{kept}\n{LINK_STANDS_HERE[0]}"
    message.text = kept
    if message.link_purpose and message.to:
        if message.link and message.link.is_open:
            message.link.withdrawn_at = timezone.now()
            message.link.save(update_fields=["withdrawn_at"])
        message.link, secret = make_link(
            person=message.to, purpose=LinkPurpose(message.link_purpose), by=by, leads_to=message.leads_to
        )
        for word in LINK_STANDS_HERE:
            kept = kept.replace(word, f"{settings.ORIGIN}/t/{secret}/")
    message.save(update_fields=["text", "link"])
    return kept


@transaction.atomic
def note_sent(*, message: Message, by: Person, channel: Channel) -> None:
    """The message left by a channel."""
    require(can_send(by, message))
    message.sent_at, message.channel, message.fault = timezone.now(), channel, ""
    message.save(update_fields=["sent_at", "channel", "fault"])
    record("people.message_sent", about=message.about, by=by.actor, kind=message.kind, channel=str(channel))


@transaction.atomic
def note_fault(*, message: Message, by: Person, channel: Channel, fault: str) -> None:
    """The channel did not take the message; why."""
    require(can_send(by, message))
    message.channel, message.fault = channel, fault[:300]
    message.save(update_fields=["channel", "fault"])
    record("people.message_not_sent", about=message.about, by=by.actor, kind=message.kind, channel=str(channel))
