"""Finds where a site tells readers how to send a right of reply or a correction."""

from __future__ import annotations

import re
from dataclasses import dataclass

from serikat.engines.site_audit.reading.contacts import read_contacts
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site

RIGHT_OF_REPLY = re.compile(r"hak\s+jawab|right\s+of\s+reply", re.IGNORECASE)
CORRECTION = re.compile(
    r"hak\s+koreksi|(?:permintaan|permohonan|pengajuan|mengajukan|untuk|hak\s+jawab\s*(?:&|dan|/|,)|kebijakan)\s+"
    r"(?:hak\s+)?koreksi|koreksi\s+(?:berita|pemberitaan|atas)|ralat|corrections?\b|melaporkan\s+kesalahan",
    re.IGNORECASE,
)
# Without one of these a page speaks of neither; looking for them is far cheaper than the patterns.
_HINTS = ("awab", "AWAB", "oreksi", "OREKSI", "Ralat", "ralat", "RALAT", "orrection", "eply", "esalahan")
# How a sentence tells the reader where to turn, without the address itself.
_WAY_IN = re.compile(
    r"(?:kontak|alamat|email|e-mail|surel)\s+(?:resmi\s+)?redaksi|hubungi\s+(?:redaksi|kami)|menghubungi\s+(?:redaksi|kami)"
    r"|(?:melalui|lewat|via|ke)\s+(?:email|e-mail|surel|surat|whatsapp|wa\b|kontak|formulir|nomor|alamat|telepon)"
    r"|formulir|contact\s+(?:us|the\s+newsroom)|by\s+e-?mail",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|(?:\+?62|\b0)[\d\s().-]{8,16}\d|wa\.me/", re.IGNORECASE)
# A heading, the sentence under it and the address under that.
_NEAR = 6
# The guideline's own words are no channel for the right, and a privacy notice speaks of correcting personal data.
_LEFT_OUT = (PageKind.GUIDELINE, PageKind.PRIVACY, PageKind.ARTICLE, PageKind.SECTION)


@dataclass(frozen=True, slots=True)
class ReplyChannel:
    """A passage about the right: `has_way_in` tells whether it says where to turn."""

    page: Page
    text: str
    has_way_in: bool


def reply_channels(site: Site, about: re.Pattern[str]) -> list[ReplyChannel]:
    """The passages on the matter outside guideline and articles; those that say where to turn come first."""
    found = []
    for page in site.pages:
        kind = site.kinds[page.url]
        if kind in _LEFT_OUT or not any(hint in page.plain for hint in _HINTS):
            continue
        found.extend(_passages(page, about, own_page=kind is PageKind.CORRECTIONS))
    return sorted(found, key=lambda channel: not channel.has_way_in)


def _passages(page: Page, about: re.Pattern[str], *, own_page: bool) -> list[ReplyChannel]:
    found = []
    links = {link.text for link in page.structure.links if about.search(link.text)}
    for at, line in enumerate(page.lines):
        if not about.search(_without(line, links)):
            continue
        near = page.lines[at : at + _NEAR]
        passage = " ".join(near)
        way_in = bool(_ADDRESS.search(passage) or _WAY_IN.search(passage))
        if not way_in and own_page:
            contacts = read_contacts(page)
            way_in = bool(contacts.emails or contacts.phones or contacts.whatsapps)
        text = line if len(line.split()) > 5 or len(near) == 1 else f"{line} {near[1]}"
        found.append(ReplyChannel(page, text, way_in))
    return found


def _without(line: str, links: set[str]) -> str:
    """The line without the links on the matter: a menu that names the page of hak jawab says nothing about it."""
    for words in links:
        line = line.replace(words, "")
    return line
