"""Changes of the tree of chapters by people: who may is asked here, since chapters know no people."""

from __future__ import annotations

from datetime import date

from serikat.foundation.chapters import actions as chapters
from serikat.foundation.chapters.models import Chapter, Coverage, Level, Region
from serikat.foundation.people.access import can_act_as_officer
from serikat.foundation.people.models import Person
from serikat.web.permission import require


def open_chapter_below(
    *, name: str, level: Level, below: Chapter, by: Person, regions: tuple[Region, ...] = ()
) -> Chapter:
    """A new chapter: officers of the one above it, or of one above that. Raises RefusedError."""
    require(can_act_as_officer(by, below))
    return chapters.open_chapter(name=name, level=level, below=below, regions=regions, by=by.actor)


def cover_region(*, chapter: Chapter, region: Region, by: Person, since: date | None, source: str) -> Coverage:
    """From a day on the chapter covers the region too. Raises RefusedError."""
    require(can_act_as_officer(by, chapter))
    return chapters.cover_region(chapter=chapter, region=region, by=by.actor, since=since, source=source)


def end_coverage(*, coverage: Coverage, by: Person, reason: str, on: date) -> None:
    """The chapter covers the region no more. Raises RefusedError."""
    require(can_act_as_officer(by, coverage.chapter))
    chapters.end_coverage(coverage=coverage, by=by.actor, reason=reason, on=on)
