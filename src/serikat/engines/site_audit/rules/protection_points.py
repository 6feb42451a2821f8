"""The procedure that protects journalists covers the points of the Press Council's standard.

## Why it matters
Peraturan Dewan Pers 5/2008 says what protection is: legal help, no violence, seizure or censorship, letter, gear and
insurance for dangerous postings, the responsible person standing up in cases, the right to protect sources, and
owners who force nobody to breach the code. A page with a title and two sentences helps no one.

## What is looked for
On the page about the protection of journalists, words for each of the six points. All six are met; up to two without
their usual words are put before a person; more are not met, named.

## What it cannot see
Points said in words of another kind, a procedure shown as a picture or PDF, and whether it is kept.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.protection import POINTS, points_in, protection_pages
from serikat.engines.site_audit.reading.site import Site

_FEW_MISSING = 2

_MET = Words(
    id="SOP di situs memuat keenam bagian standar perlindungan wartawan.",
    en="The procedure on the site covers all six points of the standard.",
)
_SOME = Words(
    id="Kata yang lazim untuk bagian ini tidak ditemukan dalam SOP: {missing}.",
    en="The usual words for these points were not found in the procedure: {missing}.",
)
_NOT_MET = Words(
    id="SOP di situs belum memuat {count} dari {all} bagian: {missing}.",
    en="The procedure on the site lacks {count} of {all} points: {missing}.",
)
_SILENT = Words(
    id="SOP perlindungan wartawan tidak ditemukan di situs; isinya dapat dinilai dari berkas.",
    en="The procedure was not found on the site; its content can be judged from the file.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Counts the points that the fullest page of protection covers."""
    page = max(protection_pages(site), key=lambda page: len(points_in(page.text)), default=None)
    if page is None:
        return unless_unread(site, (PageKind.PROTECTION,), unclear(_SILENT))
    covered = points_in(page.text)
    missing = [point for point in POINTS if point not in covered]
    lines = (next((line for line in page.lines if point.pattern.search(line)), "") for point in covered)
    quotes = [page.quote(line) for line in dict.fromkeys(lines) if line]
    if not missing:
        return met(_MET, quotes)
    heading = page.quote(page.structure.h1 or page.structure.title)
    words = _NOT_MET if len(missing) > _FEW_MISSING else _SOME
    reason = Words(
        id=words.id.format(count=len(missing), all=len(POINTS), missing="; ".join(point.name.id for point in missing)),
        en=words.en.format(count=len(missing), all=len(POINTS), missing="; ".join(point.name.en for point in missing)),
    )
    seen = not_met if len(missing) > _FEW_MISSING else unclear
    return seen(reason, (heading, *quotes))
