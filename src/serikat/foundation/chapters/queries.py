"""Questions about many chapters and regions."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q, QuerySet

from serikat.foundation.chapters.models import Chapter, Coverage, Region


def association() -> Chapter | None:
    """The root of the tree: the association whose installation this is; None before the first visit."""
    return Chapter.objects.filter(depth=1).first()


def within(chapters: list[Chapter], field: str = "path") -> Q:
    """A condition: the path in `field` lies in or below one of the chapters; holds for nothing where there are none."""
    return below_paths([chapter.path for chapter in chapters], field)


def below_paths(paths: Collection[str], field: str = "path") -> Q:
    """The same for chapters of which only the paths are known."""
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{field}__startswith": path})
    return condition


def subtree(chapters: list[Chapter]) -> QuerySet[Chapter]:
    """The chapters and all below them, the highest first, then by name."""
    return Chapter.objects.filter(within(chapters)).order_by("depth", "name")


def as_tree(chapters: Iterable[Chapter]) -> list[Chapter]:
    """The chapters as a tree is read: each right below its own, neighbours by name."""
    listed = list(chapters)
    names = {each.path: each.name.casefold() for each in listed}

    def place(chapter: Chapter) -> list[str]:
        ends = range(Chapter.steplen, len(chapter.path) + 1, Chapter.steplen)
        return [names.get(chapter.path[:end], chapter.path[:end]) for end in ends]

    return sorted(listed, key=place)


def topmost(chapters: Iterable[Chapter]) -> list[Chapter]:
    """Those of the chapters that lie below none of the others: what they hold together, each part once."""
    found: list[Chapter] = []
    for chapter in sorted(set(chapters), key=lambda each: each.path):
        if not any(chapter.is_within(top) for top in found):
            found.append(chapter)
    return found


def covering(region: Region, on: date) -> Chapter | None:
    """The lowest chapter that covers a region on a day: its regency's, else its province's, else none."""
    codes = [region.code] + ([region.province_id] if region.province_id else [])
    coverages = Coverage.objects.on(on).filter(region_id__in=codes).select_related("chapter", "region")
    return max(coverages, key=lambda each: (len(each.region_id), each.chapter.depth)).chapter if coverages else None
