"""A page of an outlet's evidence, found by the hash of its bytes, and readied to be looked at without running it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from selectolax.lexbor import LexborHTMLParser

from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.evidence.store import GATHERING, read_evidence
from serikat.engines.site_audit.evidence.warc import EvidenceError
from serikat.engines.site_audit.reading.page import Page
from serikat.foundation.findings.models import OutletAudit
from serikat.foundation.members.models import MemberOutlet

# So many audits back a page is looked for: the findings of a recheck quote pages of the audits before it.
_AUDITS = 30
_SHOWN = 200_000
_BEFORE_QUOTE = 4_000
_LONGEST_QUOTE = 40
# What acts, or asks the network for something before any policy is heard.
_ACTS = "script, link, base, meta, iframe, frame, object, embed, applet, noscript, portal, template"
# Possessive: a hostile page full of spaces must not have them tried in every grouping.
_GAP = r"(?:\s|<[^<>]{0,400}>|&nbsp;|&#160;)++"


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page of the evidence, and the audit that fetched it."""

    fetch: Fetch
    audit: OutletAudit

    @property
    def page(self) -> Page:
        """The page as the rules read it."""
        return Page(self.fetch)


def stored_page(outlet: MemberOutlet, sha256: str) -> StoredPage | None:
    """The page with these bytes in the evidence of the outlet's audits, the newest first; None where none holds it."""
    audits = OutletAudit.objects.filter(outlet=outlet).defer("compressed").order_by("-gathered_at", "-pk")
    for audit in audits[:_AUDITS]:
        folder = Path(settings.AUDIT_FOLDER) / audit.evidence
        if _holds(folder, sha256):
            try:
                fetches = read_evidence(folder).fetches
            except EvidenceError:
                continue
            found = next((each for each in fetches if each.sha256 == sha256 and each.body), None)
            if found is not None:
                return StoredPage(found, audit)
    return None


def _holds(folder: Path, sha256: str) -> bool:
    """Whether evidence names these bytes; cheaper than unpacking it."""
    try:
        fetches = json.loads((folder / GATHERING).read_text(encoding="utf-8"))["fetches"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return any(fetch["sha256"] == sha256 for fetch in fetches)


@dataclass(frozen=True, slots=True)
class Source:
    """The source to show, escaped, the quote marked in it; `is_cut` says that the page goes on before or after."""

    text: SafeString
    is_marked: bool
    is_cut: bool


def source_with(markup: str, quote: str) -> Source:
    """The source of a page with the words of a quote marked, however tags stand between them."""
    begin, end = _place(markup, quote)
    start = max(0, begin - _BEFORE_QUOTE) if len(markup) > _SHOWN and begin >= 0 else 0
    stop = min(len(markup), start + _SHOWN)
    is_cut = start > 0 or stop < len(markup)
    if begin < 0:
        return Source(mark_safe(escape(markup[start:stop])), is_marked=False, is_cut=is_cut)  # noqa: S308 - escaped
    text = format_html(
        '{}<mark id="kutipan">{}</mark>{}', markup[start:begin], markup[begin:end], markup[end:max(stop, end)]
    )  # fmt: skip
    return Source(text, is_marked=True, is_cut=is_cut)


def lines_with(page: Page, quote: str) -> list[tuple[str, bool]]:
    """The words of the page, line by line, each with whether it holds words of the quote."""
    wanted = [_plain(line) for line in quote.splitlines() if _plain(line)]
    return [(line, any(part in _plain(line) or _plain(line) in part for part in wanted)) for line in page.lines[:3_000]]


def still(page: Page) -> str:
    """The page as it looks without anything that acts: no script, no frame, nothing fetched from anywhere."""
    tree = LexborHTMLParser(page.markup)
    for node in tree.css(_ACTS):
        node.decompose()
    return tree.html or ""


def _place(markup: str, quote: str) -> tuple[int, int]:
    words = unescape(quote).split()[:_LONGEST_QUOTE]
    if not words:
        return -1, -1
    spelled = [f"(?:{re.escape(word)}|{re.escape(escape(word))})" for word in words]
    for count in (len(spelled), 6, 3):
        found = re.search(_GAP.join(spelled[:count]), markup, re.IGNORECASE)
        if found:
            return found.span()
    return -1, -1


def _plain(line: str) -> str:
    return " ".join(line.split()).casefold()
