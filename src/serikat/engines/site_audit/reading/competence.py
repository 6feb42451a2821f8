"""Claims of journalists' competence (Wartawan Utama) on pages of identity, the personal part of numbers cut off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.site import Site

# The last part of a number looks like a date of birth, so it is never quoted.
_NUMBER = re.compile(
    r"(?:\d{1,6}\s*[-–]\s*)?[A-Z]{2,15}/(?:WU|WMd?|Wda|W[A-Za-z]{1,3})/DP/[IVX]+/\d{4}(?P<tail>(?:/\d{1,4})*)", re.I
)
_LEVEL = re.compile(
    r"wartawan\s+utama|UKW\s*[-–:]?\s*(?:jenjang\s+)?utama|kompetensi\s+(?:wartawan\s+)?utama", re.IGNORECASE
)
_UTAMA = re.compile(r"/WU/|utama", re.IGNORECASE)
_LONGEST_CLAIM = 300
_DIGITS = re.compile(r"\d{2}[/.-]\d{2}[/.-]\d{2,4}")


@dataclass(frozen=True, slots=True)
class CompetenceClaim:
    """A claim as it stands on the page, cut before what may be a date of birth."""

    page: Page
    words: str
    has_number: bool


def competence_claims(site: Site) -> list[CompetenceClaim]:
    """Claims of the Utama level on the pages of identity, those with a number first."""
    found = []
    for page in site.identity_pages:
        for line in (page.lines[at] for at in page.lines_with(("/dp/", "utama"))):
            if len(line) > _LONGEST_CLAIM:
                continue
            number = _NUMBER.search(line)
            if number and _UTAMA.search(number[0]):
                found.append(CompetenceClaim(page, _cut(line, number), True))
            elif _LEVEL.search(line) and page is not site.home:
                found.append(CompetenceClaim(page, _without_dates(line), False))
    return sorted(found, key=lambda claim: not claim.has_number)


def _cut(line: str, number: re.Match[str]) -> str:
    """The line up to the year of the number."""
    end = number.start("tail")
    return line[:end] + ("…" if end < len(line) else "")


def _without_dates(line: str) -> str:
    date = _DIGITS.search(line)
    return line[: date.start()].rstrip() + "…" if date else line
