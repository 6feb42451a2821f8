"""Whether the pages that an outlet declares as its policies are there and hold what they promise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from serikat.engines.judgement.finding import Quote
from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.news_organization import NewsOrganization, Policy
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.placeholders import filler_in, registrable
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.text_files import host_in

_FEEDBACK = r"umpan\s+balik|masukan|saran\b|kritik|pengaduan|keluhan|hak\s+jawab|feedback|complaints?|suggestions?"
_DIVERSITY = r"keberagaman|keragaman|inklusi|kesetaraan|kelompok\s+rentan|disabilitas|diversity|inclusi(?:on|ve)|gender"
# What a page must speak of to be the policy that it is declared to be; the kinds that links name are enough as well.
_PROMISES: dict[str, tuple[tuple[PageKind, ...], str]] = {
    "actionableFeedbackPolicy": ((PageKind.CORRECTIONS, PageKind.COMMENT_POLICY), _FEEDBACK),
    "correctionsPolicy": ((PageKind.CORRECTIONS,), r"koreksi|ralat|pembetulan|corrections?\b"),
    "diversityPolicy": ((), _DIVERSITY),
    "diversityStaffingReport": ((), rf"(?:komposisi|jumlah|laporan)\s+(?:staf|wartawan|karyawan|redaksi)|{_DIVERSITY}"),
    "ethicsPolicy": ((PageKind.ETHICS,), r"kode\s+etik|etika|kode\s+perilaku|ethic|code\s+of\s+conduct"),
    "masthead": ((PageKind.MASTHEAD,), r"pe?mimpin(?:an)?\s+redaksi|redaktur|editor[\s-]in[\s-]chief|editors?\b"),
    "missionCoveragePrioritiesPolicy": ((), r"\bmisi\b|\bvisi\b|priorit|fokus\s+(?:liputan|pemberitaan)|mission"),
    "noBylinesPolicy": ((), r"byline|nama\s+(?:penulis|wartawan|reporter)|tanpa\s+nama|inisial"),
    "ownershipFundingInfo": (
        (),
        r"pemilik|dimiliki|pemegang\s+saham|penerbit|pendanaan|pendapatan|didanai|owne[rd]|shareholder|fund(?:ing|ed)",
    ),
    "unnamedSourcesPolicy": (
        (),
        (
            r"(?:sumber|narasumber)\s+(?:anonim|tanpa\s+nama|yang\s+tidak\s+disebut)|identitas\s+(?:nara)?sumber"
            r"|hak\s+tolak|unnamed|anonymous\s+sources?|anonymity"
        ),
    ),
    "verificationFactCheckingPolicy": (
        (),
        r"verifikasi|(?:cek|periksa|pemeriksaan)\s+fakta|uji\s+(?:kebenaran|informasi)|fact[\s-]?check|verif(?:y|ication)",
    ),
}
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, (_, pattern) in _PROMISES.items()}
_ENOUGH_WORDS = 30


class Held(StrEnum):
    """What became of a declared policy; only `holds` and `stated` keep the promise."""

    HOLDS = "holds"
    STATED = "stated"
    OFF_SITE = "off_site"
    GONE = "gone"
    PLACEHOLDER = "placeholder"
    UNREAD = "unread"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """A declared policy, what became of it, and the words that show it."""

    policy: Policy
    held: Held
    quote: Quote


def policy_pages(site: Site, organization: NewsOrganization) -> tuple[PolicyPage, ...]:
    """Each declared policy with the page to which it leads, as far as that page was read."""
    pages = {_as_linked(url): page for page in site.pages for url in (page.url, page.fetch.url, *page.fetch.redirects)}
    gone = {_as_linked(fetch.url) for fetch in site.gathering.fetches if _is_gone(fetch)}
    return tuple(_looked_up(policy, site, organization, pages, gone) for policy in organization.policies)


def _looked_up(
    policy: Policy, site: Site, organization: NewsOrganization, pages: dict[str, Page], gone: set[str]
) -> PolicyPage:
    declared = organization.page.quote(f"{policy.name}: {policy.value}")
    if not policy.address:
        # Only this property may be told in words where the declaration stands; the others are pages.
        is_told = policy.name == "ownershipFundingInfo" and len(policy.value.split()) > 1
        return PolicyPage(policy, Held.STATED if is_told else Held.UNSURE, declared)
    if registrable(host_in(policy.address)) != registrable(site.domain):
        return PolicyPage(policy, Held.OFF_SITE, declared)
    page = pages.get(_as_linked(policy.address))
    if page is None:
        return PolicyPage(policy, Held.GONE if _as_linked(policy.address) in gone else Held.UNREAD, declared)
    held, words = _held(policy.name, page, site)
    return PolicyPage(policy, held, page.quote(f"{policy.name}: {words}"))


def _held(name: str, page: Page, site: Site) -> tuple[Held, str]:
    heading = page.structure.h1 or page.structure.title or page.url
    if page is site.home:
        return Held.UNSURE, heading
    filler = filler_in(page.text)
    if filler:
        return Held.PLACEHOLDER, filler
    if name == "masthead" and any(page is shown and masthead.entries for shown, masthead in site.mastheads):
        return Held.HOLDS, heading
    kinds, pattern = _PROMISES[name][0], _PATTERNS[name]
    if len(page.text.split()) < _ENOUGH_WORDS:
        return Held.UNSURE, heading
    if site.kinds[page.url] in kinds or pattern.search(heading):
        return Held.HOLDS, heading
    line = _line_about(page, pattern)
    return (Held.HOLDS, line) if line else (Held.UNSURE, heading)


def _line_about(page: Page, pattern: re.Pattern[str]) -> str:
    """The first line about the matter beside its links: a menu that names such a page says nothing of it."""
    if not pattern.search(page.text):
        return ""
    links = {link.text for link in page.structure.links if pattern.search(link.text)}
    for line in page.lines:
        bare = line
        for words in links:
            bare = bare.replace(words, "")
        if pattern.search(bare):
            return line
    return ""


def _is_gone(fetch: Fetch) -> bool:
    return fetch.failure is not None and fetch.status in (404, 410)


def _as_linked(url: str) -> str:
    """The address without what links to one page differ in: scheme, `www.` and the last slash."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")
