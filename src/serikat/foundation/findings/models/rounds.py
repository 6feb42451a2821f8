"""A round: which outlets are to be audited, how far that is, and when it is done again."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.subjects import Subject
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person


class RoundKind(models.TextChoices):
    """Why a round is run."""

    SELECTION = "selection"
    SCHEDULED = "scheduled"
    RECHECK = "recheck"
    HANDED_IN = "handed_in"


KIND_WORDS: dict[str, Words] = {
    RoundKind.SELECTION: Words("Pilihan pengurus", "Chosen by an officer"),
    RoundKind.SCHEDULED: Words("Terjadwal", "Scheduled"),
    RoundKind.RECHECK: Words("Periksa lagi", "Recheck"),
    RoundKind.HANDED_IN: Words("Halaman kiriman", "Handed-in pages"),
}


class RoundState(models.TextChoices):
    """What a round waits for. A worker takes what is `wanted` and what is `running` without a live worker."""

    WANTED = "wanted"
    RUNNING = "running"
    STOPPING = "stopping"
    CANCELLED = "cancelled"
    FINISHED = "finished"
    FAILED = "failed"


STATE_WORDS: dict[str, Words] = {
    RoundState.WANTED: Words("Menunggu giliran", "Waiting its turn"),
    RoundState.RUNNING: Words("Sedang berjalan", "Running"),
    RoundState.STOPPING: Words("Sedang dihentikan", "Stopping"),
    RoundState.CANCELLED: Words("Dihentikan", "Stopped"),
    RoundState.FINISHED: Words("Selesai", "Finished"),
    RoundState.FAILED: Words("Terhenti karena gangguan", "Stopped by a fault"),
}


class AuditRound(models.Model):
    """One round over chosen outlets. Its shards stand in the shard table under `public_id`.

    `clauses` is empty, or names those whose pages alone a recheck looks at again.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=RoundKind.choices, default=RoundKind.SELECTION)
    state = models.CharField(max_length=10, choices=RoundState.choices, default=RoundState.WANTED)
    standards = models.JSONField(default=list)
    clauses = models.JSONField(default=list, blank=True)
    selection = models.CharField(max_length=300, blank=True)
    started_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    wanted_at = models.DateTimeField(default=timezone.now)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    alive_at = models.DateTimeField(null=True, blank=True)
    worker = models.CharField(max_length=120, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "wanted_at"], name="findings_round_by_state"),
            models.Index(fields=["chapter", "-wanted_at"], name="findings_round_by_chapter"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.wanted_at:%Y-%m-%d}"

    @property
    def subject(self) -> Subject:
        """The round as the journal names it."""
        return Subject("findings", "round", str(self.public_id))


class Target(models.Model):
    """One outlet of a round; `reached` says how far its gathering came, empty while it waits.

    `line_sha256` names the line of the shard that was recorded, so that it is not recorded again.
    """

    round = models.ForeignKey(AuditRound, models.CASCADE, related_name="targets")
    outlet = models.ForeignKey(MemberOutlet, models.CASCADE, related_name="+")
    reached = models.CharField(max_length=20, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=300, blank=True)
    line_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "outlet"], name="findings_one_target")]
        indexes = [models.Index(fields=["round", "reached"], name="findings_target_by_reached")]

    def __str__(self) -> str:
        return f"{self.outlet}: {self.reached or '…'}"


class Schedule(models.Model):
    """A chapter's outlets are audited anew every so many days."""

    chapter = models.OneToOneField(Chapter, models.CASCADE, related_name="+")
    every_days = models.PositiveSmallIntegerField(default=30)
    next_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    is_on = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"{self.chapter}: {self.every_days}"
