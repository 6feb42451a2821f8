"""Who owns an outlet and what it lives from, as its own pages tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from serikat.engines.judgement.finding import Quote
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.placeholders import placeholder_in
from serikat.engines.site_audit.reading.site import Site

_PAGES = (PageKind.ABOUT, PageKind.MASTHEAD, PageKind.CONTACT, PageKind.ADVERTISING, PageKind.TERMS)
_OWNER = re.compile(
    r"\b(?:(?:para\s+)?pemegang\s+saham|pemilik(?:\s+(?:saham|media|perusahaan|manfaat|modal))?|(?:struktur\s+)?kepemilikan"
    r"(?:\s+(?:saham|media|perusahaan))?|owners?|ownership|shareholders?)\b\s*(?:[:=\t–—-]|adalah\b|ialah\b|is\b|are\b)\s*"
    r"(?P<labelled>\S.*)"
    r"|\b(?:dimiliki\s+(?:sepenuhnya\s+)?oleh|sahamnya\s+dimiliki|anak\s+(?:perusahaan|usaha)\s+(?:dari\s+)?"
    r"|(?:wholly\s+)?owned\s+by|subsidiary\s+of)\s+(?P<told>\S.*)",
    re.IGNORECASE,
)
# A line that is only the label, its owner standing on the next one.
_HEADING = re.compile(
    r"^\W*(?:(?:para\s+)?pemegang\s+saham|pemilik(?:\s+(?:media|perusahaan))?|(?:struktur\s+)?kepemilikan"
    r"(?:\s+(?:saham|media|perusahaan))?|owners?(?:hip)?|shareholders?)\W*$",
    re.IGNORECASE,
)
_OWNER_HINTS = ("milik", "pemegang", "anak perusahaan", "anak usaha", "owne", "shareholder", "subsidiary")
# For small letters, which are several times as quick to match as letters of either case.
_FUNDING = re.compile(
    r"\bsumber\s+(?:pendanaan|pendapatan|pembiayaan|dana|penghasilan|keuangan)\b"
    r"|\b(?:pendapatan|penghasilan|pembiayaan|pendanaan)(?:\s+(?:utama|usaha))?\s+(?:kami|redaksi|media|perusahaan|situs"
    r"|berasal|diperoleh|didapat)"
    r"|\b(?:kami|media\s+ini|situs\s+ini|redaksi|perusahaan)\s+(?:\w+\s+){0,3}(?:didanai|dibiayai|menerima\s+(?:hibah|donasi|dana))"
    r"|\bfunded\s+by\b|\bour\s+(?:funding|revenue)\b|\bsources?\s+of\s+(?:funding|revenue|income)\b"
)
_FUNDING_HINTS = ("dana", "dapatan", "biaya", "hasilan", "keuangan", "hibah", "donasi", "fund", "revenue", "income")
# A page of its own, which no kind names; other pages without a kind list news about other people's companies.
_OWN_PAGE = re.compile(
    r"kepemilikan|pemegang\s+saham|legalitas|transparansi|pendanaan|ownership|funding", re.IGNORECASE
)
_LONGEST_LINE = 1000


def owners_named(site: Site) -> list[Quote]:
    """The lines that name an owner or a shareholder, on the outlet's own pages; templates' fillers left out."""
    return [page.quote(line) for page in _own_pages(site) for line in _owner_lines(page)]


def funding_told(site: Site) -> list[Quote]:
    """The lines that tell what the outlet lives from."""
    return [
        page.quote(line)
        for page in _own_pages(site)
        for line in map(page.lines.__getitem__, page.lines_with(_FUNDING_HINTS))
        if _FUNDING.search(line[:_LONGEST_LINE].lower()) and len(line.split()) > 4 and not placeholder_in(line)
    ]


def _own_pages(site: Site) -> Iterator[Page]:
    """Pages about the outlet: what its news says of other companies' owners is no disclosure."""
    titled = (page for page in site.of_kind(PageKind.OTHER) if _OWN_PAGE.search(page.structure.h1))
    yield from site.of_kind(*_PAGES)
    yield from titled


def _owner_lines(page: Page) -> Iterator[str]:
    for at in page.lines_with(_OWNER_HINTS):
        line = page.lines[at]
        if len(line) > _LONGEST_LINE:
            continue
        if _HEADING.match(line):
            below = page.lines[at + 1] if at + 1 < len(page.lines) else ""
            if _names_somebody(below):
                yield f"{line} {below}"
            continue
        found = _OWNER.search(line)
        if found and _names_somebody(found["labelled"] or found["told"]):
            yield line


def _names_somebody(words: str) -> bool:
    """Whether a name follows: capitals, and none that a template left behind."""
    first = words.strip(" \t\"“'(:-–—")
    return bool(first) and (first[0].isupper() or first[0].isdigit()) and not placeholder_in(words)
