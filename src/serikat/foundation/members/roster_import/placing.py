"""Which chapter looks after an outlet of a list, by its region; a row that is another chapter's to enter is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter, Coverage
from serikat.foundation.chapters.queries import association
from serikat.foundation.members.roster.places import region_coded

OTHER_CHAPTER = Words(
    "{region} dikelola {chapter}. Minta pengurus {chapter} memasukkan baris ini.",
    "{region} is looked after by {chapter}. Ask an officer of {chapter} to enter this row.",
)
NO_CHAPTER = Words(
    "Belum ada cabang yang mencakup {region}. Minta pengurus {chapter} memasukkannya atau mengatur cakupan.",
    "No chapter covers {region} yet. Ask an officer of {chapter} to enter this row or to arrange the coverage.",
)


@dataclass(frozen=True, slots=True)
class Placing:
    """The chapter that a list is taken in for, and who covers what on the day."""

    chapter: Chapter
    covering: Mapping[str, Chapter]
    top: Chapter

    def of(self, region: str) -> Chapter | Words:
        """The chapter of an outlet in the region (a code, or empty), or why it is not this list's to enter."""
        if not region:
            return self.chapter
        province = region.partition(".")[0]
        found = self.covering.get(region) or self.covering.get(province)
        if found is not None and found.is_within(self.chapter):
            return found
        # A list that names the province alone leaves open which regency, so it may well be one of ours.
        if region == province and self._has_part_of(province):
            return self.chapter
        if found is None and self.chapter.depth == 1:
            return self.chapter
        place = region_coded(region)
        said = NO_CHAPTER if found is None else OTHER_CHAPTER
        return said.filled(region=place.name if place else region, chapter=(found or self.top).name)

    def _has_part_of(self, province: str) -> bool:
        return any(
            code.partition(".")[0] == province and chapter.is_within(self.chapter)
            for code, chapter in self.covering.items()
        )


def placing_for(chapter: Chapter, on: date) -> Placing:
    """Who covers what on a day, as a list for this chapter sees it."""
    coverages = Coverage.objects.on(on).select_related("chapter").order_by("chapter__depth", "chapter__path")
    return Placing(chapter, {each.region_id: each.chapter for each in coverages}, association() or chapter)
