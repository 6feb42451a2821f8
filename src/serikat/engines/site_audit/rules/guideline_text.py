"""The outlet publishes the guideline itself, whole and in its official words.

## Why it matters
Clause 8 of Peraturan Dewan Pers 1/Peraturan-DP/III/2012 obliges cyber media to publish "this" guideline clearly. A
summary in the outlet's own words drops duties that readers can invoke, and is the commonest finding on small sites.

## What is looked for
The page that links call the guideline, or any other page that carries it. Its words are compared with the hashed
five-word shingles of the official text, clause by clause: nearly all of it is met; some of it is not met, naming
the missing clauses; next to none is a paraphrase, and not met. A page without words of its own, a copy that lacks only
the preamble and a whole copy with one changed word in a very short clause are left to a person.

## What it cannot see
A guideline shown as a picture or PDF, and whether readers notice the link.
"""

from __future__ import annotations

from itertools import accumulate

from serikat.engines.judgement.finding import Observation, Quote
from serikat.engines.judgement.standard import Standard
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.guideline_text import Coverage, coverage, may_carry, shingles
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind, kind_named
from serikat.engines.site_audit.reading.queries import select_first
from serikat.engines.site_audit.reading.site import Site

# Measured on real pages: the official text covers 1.00, pages in own words at most 0.06; between them lie cut copies.
_WHOLE = 0.85
_CLAUSE_FOUND = 0.5
_A_COPY = 0.3
# A page about something else may carry the guideline, but never in fewer words than this.
_LONG_ENOUGH = 3000
_LINES_TRIED = 12
# One changed word takes five shingles: half of a clause this short.
_FEW_SHINGLES = 12
_NEARLY_WHOLE, _MOSTLY_WHOLE = 0.95, 0.88
# Of a clause that was taken out, only words that it shares with others are left.
_STILL_THERE = 0.2
_PREAMBLE = "pembukaan"
# Fewer letters than this between menu and footer are no text; beside a document they may introduce it.
_FEWEST_LETTERS, _FEWEST_BESIDE_DOCUMENT = 40, 200
_DOCUMENT = 'iframe,embed,object,a[href$=".pdf"],a[href*="drive.google.com"]'

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
_NO_WORDS = Words(
    id="Halaman pedoman ada, tetapi tidak memuat teks; mungkin berupa gambar, PDF, atau dimuat JavaScript.",
    en="There is a guideline page, but no text on it; it may be a picture, a PDF or filled by JavaScript.",
)
_NEARLY = Words(
    id="Naskah pedoman dimuat ({share} bagian), tetapi ada bagian yang berbeda; bandingkan sendiri: {missing}.",
    en="The guideline is published ({share}), but a part differs; compare it yourself: {missing}.",
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
    official = frozenset[int]().union(*edition.fingerprints.values())
    named = site.of_kind(PageKind.GUIDELINE)
    best = max(((coverage(page.text, edition.fingerprints), page) for page in named), key=_share, default=None)
    if best is None or best[0].whole < _A_COPY:
        others = ((coverage(page.text, edition.fingerprints), page) for page in _may_carry(site, official))
        copies = [pair for pair in others if pair[0].whole >= _A_COPY]
        best = max(copies, key=_share, default=best)
    if best is None:
        return unless_unread(site, (PageKind.GUIDELINE,), not_met(_MISSING, _home(site)))
    found, page = best
    share = f"{found.whole:.0%}"
    quotes = _quotes(page, official)
    missing = found.below(_CLAUSE_FOUND)
    if found.whole >= _WHOLE and not missing:
        return met(_MET.filled(share=share), quotes)
    if missing and all(_is_doubtful(number, found, edition) for number in missing):
        return unclear(_with_clauses(_NEARLY, share, missing, edition), quotes)
    if found.whole >= _A_COPY:
        return not_met(_with_clauses(_CUT, share, missing, edition), quotes)
    if _is_bare(site, page):
        return unclear(_NO_WORDS, (page.quote(page.structure.h1 or page.structure.title or page.url),))
    return not_met(_OWN_WORDS.filled(share=share), quotes)


def _is_doubtful(number: str, found: Coverage, edition: Standard) -> bool:
    """Whether a missing clause says little: the preamble, or in a whole copy one with a few changed words."""
    is_hidden = len(edition.fingerprints[number]) < _FEW_SHINGLES and found.whole >= _NEARLY_WHOLE
    is_changed = found.by_clause[number] >= _STILL_THERE and found.whole >= _MOSTLY_WHOLE
    return number == _PREAMBLE or is_hidden or is_changed


def _is_bare(site: Site, page: Page) -> bool:
    """Whether the page has no words of its own beside what the home page shows too and the names of pages."""
    shared = frozenset(site.home.lines) if site.home else frozenset[str]()
    enough = _FEWEST_BESIDE_DOCUMENT if select_first(page.tree, _DOCUMENT) else _FEWEST_LETTERS
    letters = accumulate(len(line) for line in page.lines if line not in shared and kind_named(line) is None)
    return all(so_far < enough for so_far in letters)


def _share(pair: tuple[Coverage, Page]) -> float:
    return pair[0].whole


def _may_carry(site: Site, official: frozenset[int]) -> list[Page]:
    """Other long pages with some of its words: some sites put the guideline under the masthead."""
    kinds = (PageKind.MASTHEAD, PageKind.ABOUT, PageKind.ETHICS, PageKind.TERMS, PageKind.OTHER, PageKind.CORRECTIONS)
    long = (page for page in site.of_kind(*kinds) if len(page.plain) >= _LONG_ENOUGH)
    return [page for page in long if may_carry(page.plain, official)]


def _home(site: Site) -> tuple[Quote, ...]:
    home = site.home
    return (home.quote(home.structure.title or home.url),) if home else ()


def _quotes(page: Page, official: frozenset[int]) -> tuple[Quote, ...]:
    """The heading, and the longest line that shares words with the official text (or simply the longest)."""
    longest = sorted(page.lines, key=len, reverse=True)[:_LINES_TRIED]
    body = next((line for line in longest if shingles(line) & official), longest[0] if longest else "")
    heading = page.structure.h1 or page.structure.title
    return tuple(page.quote(words) for words in (heading, body) if words)


def _with_clauses(words: Words, share: str, missing: tuple[str, ...], edition: Standard) -> Words:
    titles = {clause.number.lower(): clause.title for clause in edition.clauses}
    spoken = [(number, titles.get(number.lower())) for number in missing]
    return Words(
        id=words.id.format(
            share=share, missing=_listed([f"butir {n}" + (f" ({t.id})" if t else "") for n, t in spoken])
        ),
        en=words.en.format(
            share=share, missing=_listed([f"clause {n}" + (f" ({t.en})" if t else "") for n, t in spoken])
        ),
    )


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "–"
