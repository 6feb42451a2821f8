"""Keeps the counts of the chapters up to date, so that lists show them without counting."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Max, Sum
from django.utils import timezone

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.models import ChapterTally, OutletState
from serikat.foundation.findings.queries.tallies import as_values, count_now
from serikat.foundation.members.models import MemberOutlet

# Counting may take so large a share of the worker's time.
_SHARE = 30
_LONGEST_REST = timedelta(minutes=10)


def recount() -> None:
    """Count every chapter with all below it."""
    rows = [
        ChapterTally(
            chapter=chapter,
            outlets=tally.outlets,
            counts=as_values(tally),
            counted_at=tally.counted_at or timezone.now(),
        )
        for chapter, tally in count_now().items()
    ]
    ChapterTally.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["chapter"],
        update_fields=["outlets", "counts", "counted_at"],
        batch_size=200,
    )


@dataclass(slots=True)
class Recounting:
    """Counts anew when something changed, the more rarely the longer counting takes."""

    rests_until: float = 0.0

    def when_due(self) -> bool:
        """Count if something changed and the rest is over; says whether it did. Three queries where nothing did."""
        begun = time.monotonic()
        if begun < self.rests_until or not _has_changed():
            return False
        recount()
        rest = min((time.monotonic() - begun) * _SHARE, _LONGEST_REST.total_seconds())
        self.rests_until = time.monotonic() + max(1.0, rest)
        return True


def _has_changed() -> bool:
    counted = ChapterTally.objects.filter(chapter__depth=1).aggregate(at=Max("counted_at"), outlets=Sum("outlets"))
    if counted["at"] is None:
        return Chapter.objects.exists()
    recorded = OutletState.objects.aggregate(at=Max("recorded_at"))["at"]
    if recorded is not None and recorded > counted["at"]:
        return True
    return bool(MemberOutlet.objects.filter(removed_at=None).count() != counted["outlets"]) or (
        Chapter.objects.count() != ChapterTally.objects.count()
    )
