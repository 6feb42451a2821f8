"""E-mail addresses, telephone and WhatsApp numbers on a page: shown, linked, or masked against collectors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.placeholders import placeholder_in
from serikat.engines.site_audit.reading.queries import select, select_first


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach the outlet: `value` normalised (lower case; `+62…`), `text` as seen on the page or in a link."""

    value: str
    text: str
    is_placeholder: bool = False


@dataclass(frozen=True, slots=True)
class Contacts:
    """The contacts of a page, each value once, those shown before those only linked."""

    emails: tuple[Contact, ...] = ()
    phones: tuple[Contact, ...] = ()
    whatsapps: tuple[Contact, ...] = ()

    @property
    def has_real_email(self) -> bool:
        """Whether an e-mail address is given that a template did not leave behind."""
        return any(not contact.is_placeholder for contact in self.emails)

    @property
    def has_real_number(self) -> bool:
        """Whether a telephone or WhatsApp number is given that a template did not leave behind."""
        return any(not contact.is_placeholder for contact in (*self.phones, *self.whatsapps))


_EMAIL = re.compile(
    r"(?<![\w.@+-])[\w+-][\w.+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,4}[a-z]{2,12}(?![\w-])", re.IGNORECASE
)
_SPELLED = re.compile(
    r"(?<![\w.@+-])([\w+-][\w.+-]{0,63})\s*(?:\[\s*(?:at|@)\s*\]|\(\s*(?:at|@)\s*\)|\{\s*at\s*\}|\s@\s)\s*"
    r"((?:[a-z0-9-]{1,63}(?:\s*(?:\.|\[\s*(?:dot|titik)\s*\]|\(\s*(?:dot|titik)\s*\))\s*|\s+(?:dot|titik)\s+)){1,3}[a-z]{2,12})\b"
    r"|(?<![\w.@+-])([\w+-][\w.+-]{2,63})\s+at\s+([a-z0-9-]{3,63}\s+(?:dot|titik)\s+[a-z]{2,12}"
    r"(?:\s+(?:dot|titik)\s+[a-z]{2,3})?)\b",
    re.IGNORECASE,
)
# What stands for the @ in them, or for the stop; far quicker to look for than the whole.
_MASKED_AT = re.compile(r"[\[({@](?:(?<=@)\s|(?<!@)\s*(?:at|@)\s*[\])}])", re.IGNORECASE)
_MASKED_STOP = (" dot", "\ndot", " titik", "\ntitik")
_DOT = re.compile(r"\s*(?:\[\s*(?:dot|titik)\s*\]|\(\s*(?:dot|titik)\s*\)|\.)\s*|\s+(?:dot|titik)\s+", re.IGNORECASE)
# Signs in disguise that read as what they are.
_DISGUISED = re.compile(r"＠|\[\.\]|\(\.\)")
_BODIES = ("Organization", "Corporation", "LocalBusiness", "NewspaperPublisher")
_ASSET = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|css|js)$", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\d/.,+-])(?:"
    r"\+\s?62[\s.-]?(?:\(0?\)\s?)?\(?\d{1,4}\)?(?:[\s.–-]{0,2}\d{2,6}){1,4}"
    r"|62[\s-]?8\d{1,3}(?:[\s.–-]?\d{2,5}){2,3}"
    r"|0\s?8\d{1,2}(?:[\s.–-]{0,2}\d{2,5}){2,3}"
    r"|\(\s?\+?62[\s-]?\d{2,3}\s?\)[\s.-]?\d{3,4}[\s.-]?\d{2,5}"
    r"|\(\s?0\d{2,3}\s?\)[\s.–-]*\d{3,4}[\s.–-]?\d{2,5}"
    r"|0[2-79]\d{1,2}\s?[-–.\s]\s?\d{3,4}[\s.–-]?\d{2,4}"
    r"|0[2-79]\d{8,9}"
    r")(?![\d/]|[.,-]\d)"
)
_LANDLINE_BARE = re.compile(r"^0[2-79]")
_CALLED = re.compile(
    r"telp|telepon|tlp|phone|\btel\b|\bhp\b|\bwa\b|whats?\s?app|hotline|hubungi|kontak|contact|fax|call|☎|📞|📱|\bcp\b",
    re.IGNORECASE,
)
_WHATSAPP = re.compile(r"\bw\.?a\b|whats?\s?app", re.IGNORECASE)
# `081200000000/085600000000`
_ONE_AFTER_OTHER = re.compile(r"(?<=\d{6})/(?=0\d{7}|\+62)")
# Numbers that are no telephones, however they look.
_OTHER_NUMBERS = re.compile(
    r"\b(?:nib|npwp|nik|nim|nip|nuptk|ahu|sk|akta|rekening|rek\.?|no\.?\s*rek|siup|tdp|ktp|isbn|issn|rp\.?|kbli|idr)\b[^\n]{0,24}?[\d.\-/\s]{6,}"
    r"|\d{1,5}[-/][A-Z]{2,}[^\s]*",
    re.IGNORECASE,
)
_HINT = re.compile(r"@|\[\s*at|\(\s*at|\+\s?62|\b0[\s]?\d|\(0\d|\b62[\s-]?8", re.IGNORECASE)
# Every number has as many digits close together, and few lines do.
_DIGITS = re.compile(r"\d(?:[\s.()+–-]*\d){7}")
_FEWEST, _MOST = 9, 14
# Of the country and of the trunk.
_BEGINNINGS = ("62", "0")
# Where complaints about the outlet go, and who made the site: neither reaches the newsroom.
_COUNCIL = "dewanpers.or.id"
_COUNCIL_OFFICE = re.compile(r"dewan\s+pers\b.{0,80}\b(?:gedung|lt|telp|telepon|tel|kebon\s+sirih)\b", re.IGNORECASE)
_MAKER = re.compile(
    r"\b(?:themes?|templates?|tema|powered|developed|designed|hosting|web\s*design|made)\s+(?:by|oleh)\b", re.IGNORECASE
)
_MAKER_WORDS = ("theme", "template", "tema", "powered", "developed", "designed", "hosting", "design", "made by")
_EMAIL_UNSEEN = re.compile(r"\W*(?:e-?mail|surel)(?:\s+redaksi)?\s*:\W*", re.IGNORECASE)


def read_contacts(page: Page) -> Contacts:
    """The e-mail addresses, telephone and WhatsApp numbers of a page; what looks like one but is an id is left out."""
    linked = tuple(_links(page))
    declared = tuple(_declared(page))
    emails = [*_shown_emails(page), *(contact for kind, contact in (*linked, *declared) if kind == "email")]
    phones, chats = [], []
    for contact, is_chat in _shown_phones(page):
        phones.append(contact)
        if is_chat:
            chats.append(contact)
    phones.extend(contact for kind, contact in (*linked, *declared) if kind == "phone")
    chats.extend(contact for kind, contact in linked if kind == "whatsapp")
    makers = _makers(page) if emails else ""
    own = (contact for contact in emails if not contact.value.endswith(_COUNCIL) and contact.value not in makers)
    return Contacts(_once(own), _once(phones), _once(chats))


def may_be_reached_otherwise(page: Page) -> bool:
    """Whether a page has a form for messages, or says `E-mail:` with nothing to read after it, as before a picture."""
    has_form = select_first(page.tree, "form textarea:not([name*=comment])") is not None
    return has_form or any(_EMAIL_UNSEEN.fullmatch(page.lines[at]) for at in page.lines_with(("mail", "surel")))


def _makers(page: Page) -> str:
    """The words and linked addresses of the lines that credit the makers of the site."""
    lines = [page.lines[at] for at in page.lines_with(_MAKER_WORDS) if _MAKER.search(page.lines[at])]
    if not lines:
        return ""
    nodes = select(page.tree, "a[href^='mailto:' i]")
    linked = [
        unquote(node.attributes.get("href") or "")
        for node in nodes
        if node.parent is not None and _MAKER.search(node.parent.text())
    ]
    return " ".join((*lines, *linked)).lower()


def _once(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    seen: dict[str, Contact] = {}
    for contact in contacts:
        seen.setdefault(contact.value, contact)
    return tuple(seen.values())


def _email(value: str, text: str) -> Contact:
    return Contact(value.lower(), text, bool(placeholder_in(value)))


def _undisguised(sign: re.Match[str]) -> str:
    return "@" if sign.group() == "＠" else "."


def _shown_emails(page: Page) -> Iterator[Contact]:
    for at in page.lines_with(("@", "＠")):
        for found in _EMAIL.finditer(_DISGUISED.sub(_undisguised, page.lines[at])):
            if not _ASSET.search(found.group()):
                yield _email(found.group(), found.group())
    if _MASKED_AT.search(page.text) or page.shows(_MASKED_STOP):
        for found in _SPELLED.finditer(page.text):
            mailbox, host = filter(None, found.groups())
            yield _email(f"{mailbox}@{_DOT.sub('.', host)}", found.group())
    for node in select(page.tree, "[data-cfemail],a[href*='email-protection#']"):
        found_in = node.attributes
        decoded = _unmasked(found_in.get("data-cfemail") or (found_in.get("href") or "").rpartition("#")[2])
        if _EMAIL.fullmatch(decoded):
            yield _email(decoded, decoded)


def _unmasked(masked: str) -> str:
    """Cloudflare's masked e-mail: hexadecimal, the first byte is the key to the others; empty where it is not that."""
    try:
        numbers = bytes.fromhex(masked)
    except ValueError:
        return ""
    return bytes(number ^ numbers[0] for number in numbers[1:]).decode("utf-8", "replace") if numbers else ""


def _shown_phones(page: Page) -> Iterator[tuple[Contact, bool]]:
    """Numbers in the text with whether WhatsApp is said beside or above them."""
    for at in page.lines_with(_BEGINNINGS):
        line, above = page.lines[at], page.lines[at - 1] if at else ""
        if _DIGITS.search(line) and _HINT.search(line) and not _COUNCIL_OFFICE.search(line):
            bare = _OTHER_NUMBERS.sub(lambda found: " " * len(found.group()), _ONE_AFTER_OTHER.sub(" ", line))
            called = bool(_CALLED.search(line) or _CALLED.search(above))
            chatted = bool(_WHATSAPP.search(line)) or _is_heading(above)
            for found in _PHONE.finditer(bare):
                value = _dialled(found.group())
                alone = not any(letter.isalnum() for letter in line[: found.start()])
                if value and (called or alone or not _LANDLINE_BARE.match(found.group())):
                    chat = chatted and value.startswith("+628")
                    yield Contact(value, found.group().strip(), bool(placeholder_in(found.group()))), chat


def _is_heading(line: str) -> bool:
    return len(line) < 40 and bool(_WHATSAPP.search(line))


def _dialled(written: str) -> str:
    """`+62` and the digits; empty where they are too few or too many for a telephone."""
    digits = re.sub(r"\D", "", written)
    if digits.startswith("62"):
        digits = digits[2:].removeprefix("0")
    elif digits.startswith("0"):
        digits = digits[1:]
    return f"+62{digits}" if _FEWEST - 1 <= len(digits) <= _MOST - 2 else ""


def _links(page: Page) -> Iterator[tuple[str, Contact]]:
    for node in select(page.tree, "a[href^='mailto:' i],a[href^='tel:' i],a[href*='wa.me' i],a[href*='whatsapp' i]"):
        href = (node.attributes.get("href") or "").strip()
        scheme, _, rest = href.partition(":")
        if scheme.lower() == "mailto":
            for found in _EMAIL.finditer(unquote(rest.partition("?")[0])):
                yield "email", _email(found.group(), href)
        elif scheme.lower() == "tel":
            value = _dialled(unquote(rest))
            if value:
                yield "phone", Contact(value, href, bool(placeholder_in(unquote(rest))))
        else:
            number = _chat_number(href)
            value = _dialled(number)
            if value:
                yield "whatsapp", Contact(value, href, bool(placeholder_in(number)))


def _declared(page: Page) -> Iterator[tuple[str, Contact]]:
    """What structured data gives for the publisher and its contact points; a person's or an event's is not theirs."""
    given: list[tuple[str, object]] = [("email", page.structure.meta("email"))]
    for thing in page.structure.json_ld:
        kinds = thing.get("@type")
        if any(str(kind).endswith(_BODIES) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            points = thing.get("contactPoint")
            for place in (thing, *(points if isinstance(points, list) else [points])):
                if isinstance(place, dict):
                    given += [("email", place.get("email")), ("phone", place.get("telephone"))]
    for kind, value in given:
        text = " ".join(value.split()) if isinstance(value, str) else ""
        address = text.removeprefix("mailto:")
        if kind == "email" and _EMAIL.fullmatch(address):
            yield kind, _email(address, text)
        elif kind == "phone" and _dialled(text):
            yield kind, Contact(_dialled(text), text, bool(placeholder_in(text)))


def _chat_number(href: str) -> str:
    """The number that a WhatsApp link opens; empty for buttons that share the page."""
    try:
        parts = urlsplit(href)
        queried = parse_qs(parts.query).get("phone", [""])[0]
    except ValueError:
        return ""
    if queried:
        return queried
    host = (parts.hostname or "").lower()
    return parts.path.strip("/") if host.endswith("wa.me") and parts.path.strip("/+").isdigit() else ""
