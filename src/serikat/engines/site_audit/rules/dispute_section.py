"""The guideline on the site says that the Press Council settles disputes.

## Why it matters
Guideline clause 9. It is the first clause that shortened copies drop, and the one that tells a reader where to go when
a reply did not settle the matter.

## What is looked for
On the guideline page (else the pages of corrections or ethics), a passage in which disputes and the Press Council
stand together.

## What it cannot see
A guideline shown as a picture or PDF.
"""

from __future__ import annotations

import re

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unless_unread
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

_DISPUTE = re.compile(
    r"(?:sengketa|perselisihan|pengaduan|keberatan|dispute)[^\n]{0,200}dewan\s+pers|dewan\s+pers[^\n]{0,120}(?:sengketa|perselisihan)"
    r"|dispute[^\n]{0,200}press\s+council",
    re.IGNORECASE,
)

_MET = Words(
    id="Bagian sengketa dimuat: Dewan Pers yang menyelesaikan.",
    en="The section on disputes is there: the Press Council settles them.",
)
_NOT_MET = Words(
    id="Bagian bahwa sengketa diselesaikan Dewan Pers tidak ditemukan di halaman pedoman.",
    en="The guideline page does not say that the Press Council settles disputes.",
)
_NO_PAGE = Words(
    id="Halaman pedoman tidak ditemukan, jadi bagian sengketanya juga tidak ada.",
    en="No guideline page was found, and so no section on disputes.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for disputes and the Council in one passage."""
    for page in site.of_kind(PageKind.GUIDELINE, PageKind.CORRECTIONS, PageKind.ETHICS, PageKind.MASTHEAD):
        line = next(page.lines_like(_DISPUTE, ("dewan", "council")), "")
        if line:
            return met(_MET, (page.quote(line),))
    words = _NOT_MET if site.of_kind(PageKind.GUIDELINE) else _NO_PAGE
    return unless_unread(site, (PageKind.GUIDELINE,), not_met(words, looked_at(site, PageKind.GUIDELINE)))
