"""One entry of the journal."""

from __future__ import annotations

from typing import Any, Never

from django.db import models
from django.utils import timezone

from serikat.foundation.journal.subjects import Actor, Subject


class AppendOnlyError(Exception):
    """Somebody tried to change or remove what the journal holds."""


class EntryQuerySet(models.QuerySet["Entry"]):
    """Many entries: to be read."""

    def update(self, **_values: Any) -> Never:
        raise AppendOnlyError

    def delete(self) -> Never:
        raise AppendOnlyError

    def about(self, subject: Subject) -> EntryQuerySet:
        """What was done with one subject, the latest first."""
        return self.filter(subject_room=subject.room, subject_kind=subject.kind, subject_id=subject.id).order_by(
            "-number"
        )


class Entry(models.Model):
    """One deed. Triggers in the database refuse changes too; `details` carries no personal data.

    What people write as a reason may name somebody, so it stands apart and can be erased; the entry only commits to it.
    """

    number = models.BigAutoField(primary_key=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    deed = models.CharField(max_length=80)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.CharField(max_length=64)
    subject_room = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=64)
    reason_commitment = models.CharField(max_length=64, blank=True)
    details = models.JSONField(default=dict, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["subject_room", "subject_kind", "subject_id", "-number"], name="journal_by_subject"),
            models.Index(fields=["actor_kind", "actor_id", "-number"], name="journal_by_actor"),
            models.Index(fields=["deed", "-number"], name="journal_by_deed"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.deed}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> Never:
        raise AppendOnlyError

    @property
    def subject(self) -> Subject:
        """What the deed was about."""
        return Subject(self.subject_room, self.subject_kind, self.subject_id)

    @property
    def actor(self) -> Actor:
        """Who did it."""
        return Actor(self.actor_kind, self.actor_id)

    @property
    def reason(self) -> str:
        """Why, as it was written; empty where none was given or where it was erased."""
        told: Reason | None = getattr(self, "told", None)
        return told.text if told else ""

    @property
    def has_lost_its_reason(self) -> bool:
        """Whether a reason was given and erased since."""
        return bool(self.reason_commitment) and not self.reason


class Reason(models.Model):
    """Why a deed was done, in the words of whoever did it, with the salt that opens the entry's commitment to them."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="told")
    salt = models.CharField(max_length=64)
    text = models.TextField()

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.text}"
