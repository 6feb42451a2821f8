"""Changes of the tree of chapters; who may is asked by the rooms above, which know people."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from serikat.foundation.chapters.models import Chapter, Coverage, Level, Region
from serikat.foundation.journal.actions import record
from serikat.foundation.journal.subjects import Actor


@transaction.atomic
def open_chapter(
    *, name: str, level: Level, by: Actor, below: Chapter | None = None, regions: tuple[Region, ...] = ()
) -> Chapter:
    """A new chapter below another; without one it is the association itself."""
    facts = {"name": name, "level": level}
    tree = Chapter.objects
    # The parent read anew and held, since its count of children says where the next one stands.
    parent = tree.select_for_update(no_key=True).get(pk=below.pk) if below else None
    chapter: Chapter = tree.add_child(parent, create_kwargs=facts) if parent else tree.add_root(create_kwargs=facts)
    record("chapters.opened", about=chapter.subject, by=by, level=str(level))
    for region in regions:
        cover_region(chapter=chapter, region=region, by=by)
    return chapter


@transaction.atomic
def cover_region(
    *, chapter: Chapter, region: Region, by: Actor, since: date | None = None, source: str = ""
) -> Coverage:
    """From a day on the chapter covers the region too; what it covers already stays as it is."""
    Chapter.objects.select_for_update(no_key=True).get(pk=chapter.pk)
    known = Coverage.objects.filter(chapter=chapter, region=region, until=None).first()
    if known is not None:
        return known
    coverage, _ = Coverage.objects.update_or_create(
        chapter=chapter, region=region, since=since, defaults={"until": None, "source": source}
    )
    record("chapters.region_covered", about=chapter.subject, by=by, region=region.code)
    return coverage


@transaction.atomic
def end_coverage(*, coverage: Coverage, by: Actor, reason: str, on: date) -> None:
    """The day before was the last on which the chapter covered the region; the row stays."""
    coverage.until = on - timedelta(days=1)
    if not Coverage.objects.filter(pk=coverage.pk, until=None).update(until=coverage.until):
        return
    record("chapters.region_left", about=coverage.chapter.subject, by=by, reason=reason, region=coverage.region_id)
