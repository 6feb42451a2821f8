"""What was true of an outlet when: its membership, the Press Council's status as observed, who speaks for it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.members.models.outlets import MemberOutlet
from serikat.foundation.members.roster.listed_status import STATUS_WORDS, ListedStatus
from serikat.foundation.people.models import Person


class StandingKind(models.TextChoices):
    """How an outlet stands in the association."""

    CANDIDATE = "candidate"
    MEMBER = "member"
    SUSPENDED = "suspended"
    LEFT = "left"


STANDING_WORDS = {
    StandingKind.CANDIDATE: Words("Calon anggota", "Candidate"),
    StandingKind.MEMBER: Words("Anggota", "Member"),
    StandingKind.SUSPENDED: Words("Dibekukan", "Suspended"),
    StandingKind.LEFT: Words("Keluar", "Left"),
}


_NO_STATUS = Words("–", "–")


class DatedQuerySet(models.QuerySet["Standing"]):
    """Many dated rows."""

    def on(self, day: date) -> DatedQuerySet:
        """Those in force on the day."""
        return self.filter((Q(since=None) | Q(since__lte=day)) & (Q(until=None) | Q(until__gte=day)))


class Standing(models.Model):
    """An outlet's standing over a stretch of time, with its source, and when that was written down."""

    outlet = models.ForeignKey(MemberOutlet, models.CASCADE, related_name="standings")
    kind = models.CharField(max_length=10, choices=StandingKind.choices)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = DatedQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["outlet", "until"], name="members_standing_by_outlet")]

    def __str__(self) -> str:
        return f"{self.outlet}: {self.kind}"

    @property
    def kind_words(self) -> Words:
        """What the standing is called."""
        return STANDING_WORDS[StandingKind(self.kind)]


class CouncilStatus(models.Model):
    """What somebody saw in the Press Council's register, on a day; it accuses nobody and decides nothing."""

    outlet = models.ForeignKey(MemberOutlet, models.CASCADE, related_name="council_statuses")
    status = models.CharField(max_length=80)
    certificate = models.CharField(max_length=80, blank=True)
    observed_on = models.DateField()
    source = models.CharField(max_length=200)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-observed_on", "-pk")

    def __str__(self) -> str:
        return f"{self.outlet}: {self.status}"

    @property
    def status_words(self) -> Words:
        """What was seen, in words; a dash where only a certificate was."""
        return STATUS_WORDS[ListedStatus(self.status)] if self.status in set(ListedStatus) else _NO_STATUS


class Representative(models.Model):
    """A person who speaks for an outlet over a stretch of time, and so sees its pages."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    outlet = models.ForeignKey(MemberOutlet, models.CASCADE, related_name="representatives")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["person", "until"], name="members_rep_by_person")]

    def __str__(self) -> str:
        return f"{self.person} / {self.outlet}"
