"""Questions about many chapters and regions."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from serikat.foundation.chapters.models import Chapter, Coverage, Region


def association() -> Chapter | None:
    """The root of the tree: the association whose installation this is; None before the first visit."""
    return Chapter.objects.filter(depth=1).first()


def within(chapters: list[Chapter], field: str = "path") -> Q:
    """A condition: the path in `field` lies in or below one of the chapters; holds for nothing where there are none."""
    condition = Q(pk__in=[])
    for chapter in chapters:
        condition |= Q(**{f"{field}__startswith": chapter.path})
    return condition


def subtree(chapters: list[Chapter]) -> QuerySet[Chapter]:
    """The chapters and all below them, in the order of the tree."""
    return Chapter.objects.filter(within(chapters)).order_by("path")


def covering(region: Region, on: date) -> Chapter | None:
    """The lowest chapter that covers a region on a day: its regency's, else its province's, else none."""
    codes = [region.code] + ([region.province_id] if region.province_id else [])
    coverages = Coverage.objects.on(on).filter(region_id__in=codes).select_related("chapter", "region")
    return max(coverages, key=lambda each: (len(each.region_id), each.chapter.depth)).chapter if coverages else None
