"""A person, and the roles that they hold in chapters."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.subjects import Actor, Subject


class Person(models.Model):
    """A person as the association knows them; most never sign in. `phone` is E.164 (`+62812…`) or empty."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=160)
    phone = models.CharField(max_length=20, blank=True, db_index=True)
    email = models.EmailField(blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name

    @property
    def subject(self) -> Subject:
        """The person as the journal names them."""
        return Subject("people", "person", str(self.public_id))

    @property
    def actor(self) -> Actor:
        """The person as one who does a deed."""
        return Actor("person", str(self.public_id))


class RoleKind(models.TextChoices):
    """What a person may do in a chapter and all below it; a representative of a member stands in `members`."""

    OFFICER = "officer"
    VERIFIER = "verifier"


ROLE_WORDS = {
    RoleKind.OFFICER: Words("Pengurus", "Officer"),
    RoleKind.VERIFIER: Words("Verifikator", "Verifier"),
}


class RoleQuerySet(models.QuerySet["Role"]):
    """Many roles."""

    def on(self, day: date) -> RoleQuerySet:
        """Those held on the day."""
        return self.filter(Q(since__lte=day) & (Q(until=None) | Q(until__gte=day)))


class Role(models.Model):
    """A role in a chapter over a stretch of time; it also counts in every chapter below."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="roles")
    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=RoleKind.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = RoleQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "until"], name="people_role_by_person")]

    def __str__(self) -> str:
        return f"{self.person}, {self.kind} {self.chapter}"

    @property
    def kind_words(self) -> Words:
        """What the role is called."""
        return ROLE_WORDS[RoleKind(self.kind)]
