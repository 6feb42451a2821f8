"""The outlet publishes the guideline itself, whole and in its official words.

## Why it matters
Clause 8 of Peraturan Dewan Pers 1/Peraturan-DP/III/2012 obliges cyber media to publish "this" guideline clearly. A
summary in the outlet's own words drops duties that readers can invoke, and is the commonest finding on small sites.

## What is looked for
The page that links call the guideline, or any other page that carries it. Its words are compared with the hashed
five-word shingles of the official text, clause by clause: nearly all of it is met; some of it is not met, naming
the missing clauses; next to none is a paraphrase, and not met.

## What it cannot see
A guideline shown as a picture or PDF, and whether readers notice the link.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation, Quote
from serikat.engines.judgement.standard import Standard
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.guideline_text import Coverage, coverage, may_carry, shingles
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

# Measured on real pages: the official text covers 1.00, pages in own words at most 0.06; between them lie cut copies.
_WHOLE = 0.85
_CLAUSE_FOUND = 0.5
_A_COPY = 0.3
# A page about something else may carry the guideline, but never in fewer words than this.
_LONG_ENOUGH = 3000
_LINES_TRIED = 12

_MET = Words(
    id="Naskah pedoman dimuat utuh: {share} bagian naskah resmi ada di halaman ini.",
    en="The guideline is published whole: {share} of the official text stands on this page.",
)
_CUT = Words(
    id="Naskah pedoman dimuat, tetapi tidak utuh ({share} bagian). Yang tidak ditemukan: {missing}.",
    en="The guideline is published but not whole ({share}). Not found: {missing}.",
)
_OWN_WORDS = Words(
    id="Halaman pedoman ada, tetapi isinya kata-kata sendiri ({share} naskah resmi), bukan naskah resmi.",
    en="The guideline page is in the outlet's own words ({share} of the official text), not the official text.",
)
_MISSING = Words(
    id="Tidak ditemukan halaman yang memuat pedoman.",
    en="No page that carries the guideline was found.",
)
_NO_EDITION = Words(
    id="Sidik naskah pedoman tidak tersedia untuk edisi ini, jadi naskahnya tidak dapat dikenali.",
    en="This edition carries no fingerprints of the guideline, so its text cannot be recognised.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Compares the guideline page with the official text of the edition that the clause names."""
    edition = asked.guideline
    if edition is None or not edition.fingerprints:
        return unclear(_NO_EDITION)
    named = site.of_kind(PageKind.GUIDELINE)
    best = max(((coverage(page.text, edition.fingerprints), page) for page in named), key=_share, default=None)
    if best is None or best[0].whole < _A_COPY:
        others = ((coverage(page.text, edition.fingerprints), page) for page in _may_carry(site, edition))
        best = max((*(() if best is None else (best,)), *others), key=_share, default=None)
    if best is None or (best[0].whole < _A_COPY and best[1] not in named):
        return unless_unread(site, (PageKind.GUIDELINE,), not_met(_MISSING, _home(site)))
    found, page = best
    share = f"{found.whole:.0%}"
    quotes = _quotes(page, edition)
    missing = found.below(_CLAUSE_FOUND)
    if found.whole >= _WHOLE and not missing:
        return met(_MET.filled(share=share), quotes)
    if found.whole >= _A_COPY:
        return not_met(_cut(share, missing, edition), quotes)
    return not_met(_OWN_WORDS.filled(share=share), quotes)


def _share(pair: tuple[Coverage, Page]) -> float:
    return pair[0].whole


def _may_carry(site: Site, edition: Standard) -> list[Page]:
    """Other long pages with some of its words: some sites put the guideline under the masthead."""
    kinds = (PageKind.MASTHEAD, PageKind.ABOUT, PageKind.ETHICS, PageKind.TERMS, PageKind.OTHER, PageKind.CORRECTIONS)
    long = (page for page in site.of_kind(*kinds) if len(page.plain) >= _LONG_ENOUGH)
    return [page for page in long if may_carry(page.plain, edition.fingerprints)]


def _home(site: Site) -> tuple[Quote, ...]:
    home = site.home
    return (home.quote(home.structure.title or home.url),) if home else ()


def _quotes(page: Page, edition: Standard) -> tuple[Quote, ...]:
    """The heading, and the longest line that shares words with the official text (or simply the longest)."""
    official = frozenset[int]().union(*edition.fingerprints.values())
    longest = sorted(page.lines, key=len, reverse=True)[:_LINES_TRIED]
    body = next((line for line in longest if shingles(line) & official), longest[0] if longest else "")
    heading = page.structure.h1 or page.structure.title
    return tuple(page.quote(words) for words in (heading, body) if words)


def _cut(share: str, missing: tuple[str, ...], edition: Standard) -> Words:
    titles = {clause.number.lower(): clause.title for clause in edition.clauses}
    spoken = [(number, titles.get(number.lower())) for number in missing]
    return Words(
        id=_CUT.id.format(
            share=share, missing=_listed([f"butir {n}" + (f" ({t.id})" if t else "") for n, t in spoken])
        ),
        en=_CUT.en.format(
            share=share, missing=_listed([f"clause {n}" + (f" ({t.en})" if t else "") for n, t in spoken])
        ),
    )


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "–"
