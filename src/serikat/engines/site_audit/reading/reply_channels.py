"""Finds where a site tells readers how to send a right of reply or a correction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from serikat.engines.site_audit.reading.contacts import read_contacts
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.queries import select, select_first
from serikat.engines.site_audit.reading.site import Site

RIGHT_OF_REPLY = re.compile(
    r"hak\s+jawab|right\s+of\s+reply"
    r"|(?:dirugikan|keberatan)\b.{0,160}\b(?:sanggahan|klarifikasi|koreksi)",
    re.IGNORECASE,
)
CORRECTION = re.compile(
    r"hak\s+koreksi|(?:permintaan|permohonan|pengajuan|mengajukan|untuk|hak\s+jawab\s*(?:&|dan|/|,)|kebijakan)\s+"
    r"(?:hak\s+)?koreksi|koreksi\s+(?:berita|pemberitaan|atas)|ralat|corrections?\b|melaporkan\s+kesalahan",
    re.IGNORECASE,
)
# Without one of these a page or a line is about neither; looking for them is far cheaper than the patterns.
_HINTS = {
    RIGHT_OF_REPLY: ("jawab", "reply", "dirugikan", "keberatan"),
    CORRECTION: ("koreksi", "ralat", "correction", "kesalahan"),
}
# How a sentence tells the reader where to turn, without the address itself; for small letters, the quicker to match.
_WAY_IN = re.compile(
    r"(?:kontak|alamat|email|e-mail|surel)\s+(?:resmi\s+)?redaksi|hubungi\s+(?:redaksi|kami)|menghubungi\s+(?:redaksi|kami)"
    r"|(?:melalui|lewat|via|ke)\s+(?:email|e-mail|surel|surat|whatsapp|wa\b|kontak|formulir|nomor|alamat|telepon)"
    r"|(?:kepada|ke|pada)\s+(?:(?:pihak|tim|meja|pimpinan)\s+)?redaksi"
    r"|formulir|contact\s+(?:us|the\s+newsroom)|by\s+e-?mail"
)
# The words of law, code and guideline are a duty and no channel, wherever an outlet copies them to.
_OFFICIAL = re.compile(
    r"hak\s+(?:jawab|koreksi)\s+(?:adalah|wajib|mengacu)|\b(?:wartawan|pers)\b.{0,80}\bmelayani\s+hak"
    r"|melayani\s+hak\s+jawab\s+dan\s+hak\s+koreksi\s+secara\s+proporsional|pedoman\s+hak\s+jawab\s+yang"
    r"|atau\s+hak\s+jawab\s+(?:wajib|sebagaimana|tersebut)",
    re.IGNORECASE,
)
_FOOTER = "footer,[class*=footer],[id*=footer]"
# Each begins with a single sign, which a search finds fast: an e-mail address, a number, a chat.
_ADDRESS = re.compile(
    r"[@60w](?:(?<=[\w.+-]@)[\w-]+\.[\w.]+|(?:(?<=6)2|(?<=\b0))[\d\s().-]{8,16}\d|(?<=w)a\.me/)", re.IGNORECASE
)
# Complaints to the Council are another way than the outlet's own.
_COUNCILS = re.compile(
    r"\b(?:ke|kepada|melalui)\s+dewan\s+pers|dewanpers\.or\.id|(?:gedung|kantor|alamat)\s+dewan\s+pers", re.IGNORECASE
)
_OWN_MAIL = re.compile(r"@(?!dewanpers\.or\.id)[\w-]+\.\w", re.IGNORECASE)
# A heading, the sentence under it and the address under that.
_NEAR = 6
_HEADING_WORDS = 8
# The guideline's own words are no channel for the right, and a privacy notice speaks of correcting personal data.
_LEFT_OUT = (PageKind.GUIDELINE, PageKind.PRIVACY, PageKind.ARTICLE, PageKind.SECTION)


@dataclass(frozen=True, slots=True)
class ReplyChannel:
    """A passage about the right: `has_way_in` tells whether it says where to turn."""

    page: Page
    text: str
    has_way_in: bool


_READ: WeakKeyDictionary[Site, dict[re.Pattern[str], tuple[ReplyChannel, ...]]] = WeakKeyDictionary()


def reply_channels(site: Site, about: re.Pattern[str]) -> tuple[ReplyChannel, ...]:
    """The passages on the matter outside guideline and articles; those that say where to turn come first.

    Several rules ask of the same matter, so what a site says of it is read once.
    """
    known = _READ.setdefault(site, {})
    if about not in known:
        known[about] = tuple(_read(site, about))
    return known[about]


def _read(site: Site, about: re.Pattern[str]) -> list[ReplyChannel]:
    found = []
    shared = frozenset(site.home.lines) if site.home else frozenset[str]()
    for page in site.pages:
        kind = site.kinds[page.url]
        if kind in _LEFT_OUT or not page.says(_HINTS[about]):
            continue
        if kind is PageKind.HOME:
            found.extend(_on_home(page, about))
        else:
            found.extend(_passages(page, about, shared, own_page=kind is PageKind.CORRECTIONS))
    return sorted(found, key=lambda channel: not channel.has_way_in)


def _on_home(page: Page, about: re.Pattern[str]) -> list[ReplyChannel]:
    """The passages of a home page: news of replies stands there too, so that only an address beside the words counts,
    or a sentence in the footer that says where to turn.
    """
    found = []
    footer: str | None = None
    for at, line in _lines_about(page, about):
        beside = page.lines[at : at + 2] if len(line.split()) <= _HEADING_WORDS else (line,)
        has_address = _ADDRESS.search(" ".join(beside)) is not None
        if not has_address and _WAY_IN.search(line.lower()) and footer is None:
            footer = " ".join(word for node in select(page.tree, _FOOTER) for word in node.text().split())
        if has_address or (footer and line in footer and _WAY_IN.search(line.lower())):
            found.append(ReplyChannel(page, line, has_way_in=True))
    return found


def _lines_about(page: Page, about: re.Pattern[str], *, official: bool = False) -> Iterator[tuple[int, str]]:
    """The lines on the matter with their places, without menus and (unless asked) the texts of law and guideline."""
    places = page.lines_with(_HINTS[about])
    links = _links_about(page, about) if places else set[str]()
    for at in places:
        line = page.lines[at]
        if not about.search(_without(line, links)):
            continue
        below = page.lines[at + 1] if at + 1 < len(page.lines) else ""
        is_official = _OFFICIAL.search(line) or (len(line.split()) <= _HEADING_WORDS and _OFFICIAL.search(below))
        if official or not is_official:
            yield at, line


def _links_about(page: Page, about: re.Pattern[str]) -> set[str]:
    """The words on links that are about the matter."""
    hinted = [link for link in page.structure.links if any(hint in link.raw_text.lower() for hint in _HINTS[about])]
    return {link.text for link in hinted if about.search(link.raw_text)}


def _passages(page: Page, about: re.Pattern[str], shared: frozenset[str], *, own_page: bool) -> list[ReplyChannel]:
    """The passages of an inner page; what it shares with the home page (`shared`) says nothing of the matter."""
    found = []
    about_lines = list(_lines_about(page, about, official=own_page))
    buttons = _buttons(page) if about_lines else frozenset[str]()
    for at, line in about_lines:
        near = [line, *(below for below in page.lines[at + 1 : at + _NEAR] if below not in shared)]
        passage = " ".join(words for words in near if not _is_the_councils(words))
        way_in = not buttons.isdisjoint(near) or _has_way_in(passage)
        if not way_in and own_page:
            contacts = read_contacts(page)
            form = select_first(page.tree, "form textarea") is not None
            way_in = form or bool(contacts.emails or contacts.phones or contacts.whatsapps)
        text = line if len(line.split()) > 5 or len(near) == 1 else f"{line} {near[1]}"
        found.append(ReplyChannel(page, text, way_in))
    return found


def _is_the_councils(line: str) -> bool:
    speaks_of_it = "dewan" in line.lower() and _COUNCILS.search(line) is not None
    return speaks_of_it and _OWN_MAIL.search(line) is None


def _has_way_in(passage: str) -> bool:
    return _ADDRESS.search(passage) is not None or _WAY_IN.search(passage.lower()) is not None


def _buttons(page: Page) -> frozenset[str]:
    """The words on links that open a mail or a chat."""
    nodes = select(page.tree, "a[href^='mailto:' i],a[href*='wa.me/' i]")
    return frozenset(" ".join(node.text().split()) for node in nodes)


def _without(line: str, links: set[str]) -> str:
    """The line without the links on the matter: a menu that names the page of hak jawab says nothing about it."""
    for words in links:
        line = line.replace(words, "")
    return line
