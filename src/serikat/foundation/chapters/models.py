"""Regions, chapters, and which regions a chapter covers when."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone
from treebeard.mp_tree import MP_Node

from serikat.engines.judgement.words import Words
from serikat.foundation.journal.subjects import Subject


class RegionKind(models.TextChoices):
    """What a region is."""

    PROVINCE = "province"
    REGENCY = "regency"
    CITY = "city"


class Region(models.Model):
    """A province, regency or city by its Kemendagri code (`36`, `36.04`); codes come and go, so they are dated."""

    code = models.CharField(max_length=8, primary_key=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=RegionKind.choices)
    province = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="regencies")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Level(models.TextChoices):
    """Where a chapter stands in the association."""

    NATIONAL = "national"
    PROVINCE = "province"
    REGENCY = "regency"


LEVEL_WORDS = {
    Level.NATIONAL: Words("Pusat", "National"),
    Level.PROVINCE: Words("Provinsi", "Province"),
    Level.REGENCY: Words("Kabupaten/kota", "Regency or city"),
}


class Chapter(MP_Node):
    """One chapter of the association; the root is the association itself.

    By its path is asked who may see what, so a path never changes: new chapters stand last, and pages sort by name.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=160)
    level = models.CharField(max_length=10, choices=Level.choices)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            # One installation is one association; of two first visits at once the second stops here.
            models.UniqueConstraint(fields=["depth"], condition=Q(depth=1), name="chapters_one_association"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def subject(self) -> Subject:
        """The chapter as the journal names it."""
        return Subject("chapters", "chapter", str(self.public_id))

    @property
    def level_words(self) -> Words:
        """What its level is called."""
        return LEVEL_WORDS[Level(self.level)]

    def is_within(self, other: Chapter) -> bool:
        """Whether this is the other chapter or one below it."""
        return self.path.startswith(other.path)


class CoverageQuerySet(models.QuerySet["Coverage"]):
    """Many coverages."""

    def on(self, day: date) -> CoverageQuerySet:
        """Those that held on the day."""
        began = Q(since=None) | Q(since__lte=day)
        return self.filter(began & (Q(until=None) | Q(until__gte=day)))


class Coverage(models.Model):
    """A chapter covers a region over a stretch of time; what was true when, and when it was written down."""

    chapter = models.ForeignKey(Chapter, models.CASCADE, related_name="coverages")
    region = models.ForeignKey(Region, models.PROTECT, related_name="coverages")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = CoverageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chapter", "region", "since"], name="chapters_one_coverage_since"),
        ]

    def __str__(self) -> str:
        return f"{self.chapter} / {self.region}"
