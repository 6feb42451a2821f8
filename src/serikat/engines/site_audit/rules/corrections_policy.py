"""The outlet says how it corrects its own mistakes.

## Why it matters
JTI and the Trust Project ask for a corrections policy: a promise to correct, where corrections stand and how they are
marked. It is more than a way to ask for one, which the Press Law wants: readers see that mistakes do not just vanish.

## What is looked for
Outside the guideline and the articles, a sentence that says what the newsroom does with a mistake: that it corrects it,
where, and how it marks the corrected item.

## What it cannot see
Whether it happens; rules on the corrections themselves look at that.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.corrections_policy import correction_passages
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.placeholders import filler_in
from serikat.engines.site_audit.reading.reply_channels import CORRECTION, reply_channels
from serikat.engines.site_audit.reading.site import Site

_MET = Words(
    id="Cara redaksi memperbaiki kekeliruan dijelaskan di situs.",
    en="The site says how the newsroom corrects its mistakes.",
)
_ONLY_A_WAY = Words(
    id="Koreksi disebut, tetapi bagaimana redaksi memperbaiki dan menandainya belum dijelaskan.",
    en="Corrections are mentioned, but not how the newsroom makes and marks them.",
)
_PLACEHOLDER = Words(
    id="Halaman koreksi masih berisi teks contoh.", en="The page on corrections still holds placeholder text."
)
_NOT_MET = Words(id="Kebijakan koreksi tidak ditemukan di situs.", en="No corrections policy was found on the site.")


def check(site: Site, asked: Asked) -> Observation:
    """Looks for a sentence that says what becomes of a mistake."""
    for page in site.of_kind(PageKind.CORRECTIONS):
        filler = filler_in(page.text)
        if filler:
            return not_met(_PLACEHOLDER, (page.quote(filler),))
    passages = list(correction_passages(site))
    if passages:
        return met(_MET, (passage.page.quote(passage.text) for passage in passages[:3]))
    channels = reply_channels(site, CORRECTION)
    if channels:
        return unclear(_ONLY_A_WAY, (channel.page.quote(channel.text) for channel in channels[:3]))
    kinds = (PageKind.CORRECTIONS, PageKind.ETHICS)
    return unless_unread(site, kinds, not_met(_NOT_MET, looked_at(site, *kinds, PageKind.HOME)))
