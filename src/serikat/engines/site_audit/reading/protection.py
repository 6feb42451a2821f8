"""The procedure that protects journalists: where a site publishes it, which points it covers, and who is counsel."""

from __future__ import annotations

import re
from dataclasses import dataclass

from serikat.engines.judgement.finding import Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind, kind_named
from serikat.engines.site_audit.reading.roles import Role
from serikat.engines.site_audit.reading.site import Site

_COUNSEL = re.compile(
    r"(?:kuasa|penasihat|penasehat|konsultan|bantuan)\s+hukum|tim\s+advokasi|\bLBH\b|legal\s+counsel|advokat", re.I
)
_ENOUGH_WORDS = 80


@dataclass(frozen=True, slots=True)
class Point:
    """A point of Regulation 5/2008 and the words by which a text shows it."""

    name: Words
    pattern: re.Pattern[str]


POINTS = (
    Point(
        Words("perlindungan hukum", "legal protection"),
        re.compile(r"(?:perlindungan|bantuan|pendampingan|pembelaan)\s+hukum", re.I),
    ),
    Point(
        Words("bebas dari kekerasan, perampasan, dan penyensoran", "no violence, seizure or censorship"),
        re.compile(r"kekerasan|perampasan|penyitaan|sensor", re.I),
    ),
    Point(
        Words("bekal untuk penugasan berbahaya", "letter, gear and insurance for dangerous postings"),
        re.compile(
            r"surat\s+(?:pe)?(?:nu)?tugas|asuransi|peralatan\s+keselamatan|wilayah\s+(?:konflik|berbahaya|perang)|alat\s+pelindung",
            re.I,
        ),
    ),
    Point(
        Words("penanggung jawab mewakili dalam perkara", "the responsible person represents in cases"),
        re.compile(
            r"diwakili\s+(?:oleh\s+)?penanggung\s*jawab|penanggung\s*jawab(?:nya)?[^.\n]{0,60}(?:mewakili|perkara|pengadilan|hukum)",
            re.I,
        ),
    ),
    Point(
        Words("hak tolak", "the right to protect sources"), re.compile(r"hak\s+tolak|identitas\s+(?:nara)?sumber", re.I)
    ),
    Point(
        Words("pemilik tidak memaksa melanggar kode etik", "owners force no breach of the code"),
        re.compile(
            r"(?:pemilik|manajemen|perusahaan\s+pers)[^.\n]{0,60}(?:dilarang|tidak\s+(?:boleh\s+)?)?(?:memaksa|paksa)",
            re.I,
        ),
    ),
)


def protection_pages(site: Site) -> tuple[Page, ...]:
    """The pages that are about the protection of journalists, with words of their own."""
    return tuple(page for page in site.of_kind(PageKind.PROTECTION) if len(page.text.split()) >= _ENOUGH_WORDS)


def protection_link(site: Site) -> Quote | None:
    """A link that names such a page, where the page itself was not read."""
    for page in site.of_kind(PageKind.HOME, PageKind.MASTHEAD, PageKind.ABOUT):
        for link in page.structure.links:
            if _is_hinted(link.raw_text.lower()) and kind_named(link.raw_text) is PageKind.PROTECTION:
                return page.quote(link.text)
    return None


def _is_hinted(words: str) -> bool:
    return "lindung" in words or "protect" in words


def points_in(text: str) -> tuple[Point, ...]:
    """The points that the text shows."""
    return tuple(point for point in POINTS if point.pattern.search(text))


def counsel(site: Site) -> Quote | None:
    """Legal counsel as the site names it: under a role of the masthead, or on a page of protection."""
    for page, masthead in site.mastheads:
        for entry in masthead.of(Role.LEGAL_COUNSEL):
            if entry.names and not entry.problem:
                return page.quote(entry.text)
    for page in protection_pages(site):
        line = next((line for line in page.lines if _COUNSEL.search(line) and len(line) < 300), "")
        if line:
            return page.quote(line)
    return None
