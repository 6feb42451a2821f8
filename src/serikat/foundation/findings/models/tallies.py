"""How the outlets of a chapter and of all below it stand, counted once so that no visit to a list counts them again."""

from __future__ import annotations

from django.db import models

from serikat.foundation.chapters.models import Chapter


class ChapterTally(models.Model):
    """The counts of one chapter with all below it, as plain values (`queries.tallies.Tally` reads them)."""

    chapter = models.OneToOneField(Chapter, models.CASCADE, primary_key=True, related_name="+")
    outlets = models.PositiveIntegerField()
    counts = models.JSONField()
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.chapter}: {self.outlets}"
