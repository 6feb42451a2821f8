"""A message to a person: what was prepared, sent and opened."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import models
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.subjects import Subject
from serikat.foundation.people.models.links import LinkPurpose, OneTimeLink
from serikat.foundation.people.models.persons import Person


class Channel(models.TextChoices):
    """By what a message goes."""

    WHATSAPP = "whatsapp"
    EMAIL = "email"
    GATEWAY = "gateway"


class MessageKind(models.TextChoices):
    """What a message is for."""

    PLAN = "plan"
    REMINDER = "reminder"
    INVITATION = "invitation"
    RECEIPT = "receipt"
    DIGEST = "digest"


KIND_WORDS = {
    MessageKind.PLAN: Words("Rencana perbaikan", "Plan"),
    MessageKind.REMINDER: Words("Pengingat", "Reminder"),
    MessageKind.INVITATION: Words("Undangan", "Invitation"),
    MessageKind.RECEIPT: Words("Tanda terima", "Receipt"),
    MessageKind.DIGEST: Words("Ringkasan untuk grup", "Digest for a group"),
}
# What tells a member of the plan for an outlet.
OF_PLANS = (MessageKind.PLAN, MessageKind.REMINDER)
CHANNEL_WORDS = {
    Channel.WHATSAPP: Words("WhatsApp", "WhatsApp"),
    Channel.EMAIL: Words("Surel", "E-mail"),
    Channel.GATEWAY: Words("Gerbang pesan", "Message gateway"),
}


class MessageState(models.TextChoices):
    """How far a message has come."""

    PREPARED = "prepared"
    SENT = "sent"
    OPENED = "opened"
    FAILED = "failed"


STATE_WORDS = {
    MessageState.PREPARED: Words("Disiapkan", "Prepared"),
    MessageState.SENT: Words("Dikirim", "Sent"),
    MessageState.OPENED: Words("Dibuka", "Opened"),
    MessageState.FAILED: Words("Belum terkirim", "Not sent yet"),
}


class Message(models.Model):
    """One message about one subject. `to` is empty for a digest, which an officer pastes into a group.

    `text` holds nothing confidential, and never a link's secret: it says `[tautan]` where the link's address will
    stand, and each sending makes a link of its own, for `link_purpose`, that leads to `leads_to`.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    to = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="messages")
    chapter = models.ForeignKey(Chapter, models.PROTECT, null=True, blank=True, related_name="+")
    link_purpose = models.CharField(max_length=20, choices=LinkPurpose.choices, blank=True)
    leads_to = models.CharField(max_length=300, default="/")
    link = models.OneToOneField(OneTimeLink, models.SET_NULL, null=True, blank=True, related_name="message")
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.WHATSAPP)
    kind = models.CharField(max_length=12, choices=MessageKind.choices)
    text = models.TextField()
    subject_room = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=64)
    prepared_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["subject_room", "subject_kind", "subject_id", "-prepared_at"], name="people_message_by"
            ),
            models.Index(fields=["-prepared_at"], name="people_message_latest"),
            models.Index(
                fields=["subject_room", "subject_kind", "subject_id"],
                name="people_message_unopened",
                condition=models.Q(sent_at__isnull=False, opened_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"

    @property
    def about(self) -> Subject:
        """What the message is about."""
        return Subject(self.subject_room, self.subject_kind, self.subject_id)

    @property
    def kind_words(self) -> Words:
        """What it is for."""
        return KIND_WORDS[MessageKind(self.kind)]

    @property
    def state(self) -> MessageState:
        """How far it has come."""
        return state_of(self.sent_at, self.opened_at, self.fault)

    @property
    def state_words(self) -> Words:
        """How far it has come, in words."""
        return STATE_WORDS[self.state]

    @property
    def came_at(self) -> datetime | None:
        """When it was opened, or else sent; None before that, and where the last sending failed."""
        return self.opened_at or (None if self.fault else self.sent_at)


def state_of(sent_at: datetime | None, opened_at: datetime | None, fault: str) -> MessageState:
    """How far a message with these facts has come."""
    if opened_at:
        return MessageState.OPENED
    if fault:
        return MessageState.FAILED
    return MessageState.SENT if sent_at else MessageState.PREPARED
