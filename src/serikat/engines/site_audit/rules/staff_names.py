"""The names of the masthead are those of the staff list.

## Why it matters
The Press Council's operating guideline of 2024 asks for a list of staff whose names equal the masthead. Sources differ
on how many it takes (10 listed, or 5 with proof of pay), so the number is a parameter with its source.

## What is looked for
The different people named on the masthead, counted, so that a reviewer can lay the list beside them.

## What it cannot see
The staff list itself. Fewer names on the site than the list needs proves nothing, so this rule only ever asks.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation, Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import unclear
from serikat.engines.site_audit.reading.person_names import is_same_name
from serikat.engines.site_audit.reading.site import Site

_COUNTED = Words(
    id="{count} nama orang tercantum di box redaksi; angka yang disebut untuk daftar karyawan: {least}. "
    "Bandingkan namanya dengan daftar karyawan.",
    en="{count} people are named on the masthead; the number spoken of for the staff list is {least}. "
    "Compare the names with the staff list.",
)
_NONE = Words(
    id="Tidak ada nama yang terbaca di box redaksi untuk dibandingkan dengan daftar karyawan.",
    en="No name could be read on the masthead to compare with the staff list.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Counts the distinct people on the masthead."""
    least = asked.number("min_staff", 10)
    people: list[str] = []
    quotes: list[Quote] = []
    for page, masthead in site.mastheads:
        for entry in masthead.entries:
            fresh = [name for name in entry.names if not entry.problem and _is_new(name, people)]
            people += fresh
            quotes += [page.quote(entry.text)] if fresh else []
    if not people:
        return unclear(_NONE)
    return unclear(_COUNTED.filled(count=len(people), least=f"{least:g}"), dict.fromkeys(quotes))


def _is_new(name: str, people: list[str]) -> bool:
    return not any(is_same_name(name, other) for other in people)
