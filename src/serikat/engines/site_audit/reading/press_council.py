"""What a site claims of its standing with the Press Council, and what an observation of the register says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from serikat.engines.judgement.finding import Quote
from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.site import Site

_COUNCIL = re.compile(rb"dewan[\s_-]*pers")
_CLAIM = re.compile(
    r"(?:terverifikasi|ter-verifikasi|(?:telah|sudah)\s+(?:di)?verifikasi|verified)[^.\n]{0,80}dewan\s*pers"
    r"|dewan\s*pers[^.\n]{0,40}(?:terverifikasi|verified)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:belum|tidak|bukan|akan|proses|agar|syarat|hanya|untuk)\b", re.IGNORECASE)
CERTIFICATE = re.compile(r"\b\d{1,5}/DP-(?:Ter)?[Vv]erifikasi/K/[IVX]+/(?P<year>\d{4})\b")
_IMAGES = (
    "img[src*='dewanpers' i],img[src*='dewan-pers' i],img[src*='dewan_pers' i],img[alt*='dewan pers' i],"
    "img[alt*='dewanpers' i]"
)
_PLACES = (
    PageKind.HOME, PageKind.MASTHEAD, PageKind.ABOUT, PageKind.CONTACT, PageKind.GUIDELINE, PageKind.ADVERTISING,
)  # fmt: skip
# Above this many words a link is a headline: news about verification, not a claim of one's own.
_HEADLINE = 5
_LONGEST_CLAIM = 200


@dataclass(frozen=True, slots=True)
class RegisterObservation:
    """What the Press Council's register showed of this outlet: `status` as printed there, empty if not listed."""

    status: str
    observed_at: datetime
    fetch: Fetch

    @property
    def is_factual(self) -> bool:
        """Whether the register calls the outlet factually verified."""
        return "faktual" in self.status.lower() and _DENIED.search(self.status) is None

    def quote(self) -> Quote:
        """The observation as a quote of the register."""
        words = f"{self.status or '–'} ({self.observed_at:%Y-%m-%d})"
        return Quote(
            self.fetch.final_url, words, self.fetch.fetched_at, self.fetch.sha256, handed_in=self.fetch.handed_in
        )


def badge_claims(site: Site) -> list[Quote]:
    """Words and pictures by which the site calls itself verified by the Press Council, one quote each."""
    return list(dict.fromkeys(quote for page in site.of_kind(*_PLACES) for quote in _on_page(page)))


def register_observation(site: Site) -> RegisterObservation | None:
    """The newest observation of the register in the evidence: a `register` fetch whose body is a JSON object with
    `status` and `observed_at` (ISO 8601). None where there is none that can be read.
    """
    found = [seen for fetch in site.fetches_for("register") if (seen := _observation(fetch)) is not None]
    return max(found, key=lambda seen: seen.observed_at, default=None)


def _on_page(page: Page) -> Iterator[Quote]:
    # Searching bytes for a plain word spares most pages the pattern.
    lowered = page.encoded.lower()
    if b"dewan" not in lowered or not _COUNCIL.search(lowered):
        return
    claims = [line for line in page.lines_like(_CLAIM, ("dewan",)) if len(line) <= _LONGEST_CLAIM]
    headlines = {link.text for link in page.structure.links if len(link.text.split()) > _HEADLINE} if claims else set()
    yield from (page.quote(line) for line in claims if line not in headlines and not _DENIED.search(line))
    certificate = CERTIFICATE.search(page.plain)
    if certificate:
        yield page.quote(certificate[0])
    for image in select(page.tree, _IMAGES):
        alt, source = image.attributes.get("alt") or "", image.attributes.get("src") or ""
        # A photograph of an event at the Council carries a caption; a badge carries a name.
        if len(alt.split()) <= _HEADLINE and len(source) <= _LONGEST_CLAIM:
            yield page.quote(f"{alt or '(tanpa alt)'} [{source.rpartition('/')[2]}]")


def _observation(fetch: Fetch) -> RegisterObservation | None:
    try:
        said = json.loads(fetch.body)
        observed_at = datetime.fromisoformat(said["observed_at"])
        status = str(said["status"] or "")
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return RegisterObservation(status, observed_at, fetch) if observed_at.tzinfo else None
