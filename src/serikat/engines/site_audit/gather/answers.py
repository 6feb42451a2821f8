"""Answers that look like pages and are none: refusals, challenges, parked domains, empty shells, soft 404s."""

from __future__ import annotations

import re

from serikat.engines.site_audit.evidence.record import Fetch, Reached
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.tangle import tangled

Fault = tuple[Reached, str]

_REFUSALS = frozenset({401, 403, 407, 429, 451})
_CHALLENGE_TITLE = re.compile(
    r"^\W*(just a moment|attention required|access denied|akses ditolak|one moment,? please|please wait|ddos-guard"
    r"|checking your browser|robot challenge|bot verification|human verification|security check|verifying you"
    r"|sucuri website firewall|vercel security checkpoint|are you (?:a )?(?:robot|human)|pemeriksaan keamanan"
    r"|verifikasi (?:keamanan|manusia)|request rejected|pardon our interruption)",
    re.IGNORECASE,
)
_CHALLENGE_MARKS = re.compile(
    r"cf-chl|challenge-platform|cf-turnstile|g-recaptcha|h-captcha|hcaptcha\.com|imunify360|slowAES|/aes\.js"
    r"|sucuri_cloudproxy|ddos-guard|awswaf|_incapsula_|captcha-delivery|lsrecap|sgcaptcha|bitninja",
    re.IGNORECASE,
)
_COOKIE_WALLS = ("slowAES.decrypt", "toNumbers(", "sgcaptcha", "awsWafCookieDomainList")
_CHALLENGE_WORDS, _CHALLENGE_BYTES = 150, 60_000

_PARKED_WORDS = re.compile(
    r"account (?:has been |is )?suspended|akun (?:hosting )?(?:ini )?(?:telah |sedang )?(?:ditangguhkan|dinonaktifkan)"
    r"|this (?:web ?site|account) (?:has been|is) suspended"
    r"|(?:situs|website|hosting) (?:ini )?(?:telah |sedang )?ditangguhkan"
    r"|domain (?:name )?(?:is|may be|ini) (?:for sale|dijual|parked|diparkir)|(?:buy|beli) (?:this )?domain"
    r"|is for sale|parked domain|domain (?:has |is |telah )?(?:expired|kedaluwarsa|kadaluarsa)|domain parking"
    r"|(?:apache2? .{0,20}default page|welcome to nginx!|it works!|default web site page|web server's default page)"
    r"|future home of something|domain ini (?:telah|sudah) (?:terdaftar|aktif)|domain anda (?:telah|sudah) aktif"
    r"|^index of /",
    re.IGNORECASE,
)
_PARKING_HOSTS = re.compile(
    r"sedoparking|parkingcrew|bodis\.com|parklogic|afternic|hugedomains|above\.com|cashparking|/cgi-sys/suspendedpage"
    r"|window\.park\s*=|location\.href\s*=\s*[\"']/lander|dan\.com|parking-lander|sav\.com/parking|domainsponsor",
    re.IGNORECASE,
)
_PARKED_MOST_WORDS, _PARKED_MOST_LINKS = 250, 8

_APP_ROOT = re.compile(
    r"""<div[^>]{0,80}\bid\s*=\s*["']?(app|root|__next|__nuxt|___gatsby|svelte|q-app)["'\s>]""", re.IGNORECASE
)
_NEEDS_SCRIPT = re.compile(
    r"(?:enable|aktifkan|mengaktifkan|requires?|needs?|membutuhkan|memerlukan).{0,30}java ?script", re.IGNORECASE
)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_LATER = re.compile(r"<(?:script|i?frame|img|svg|object|embed|video|meta[^>]{0,80}refresh)\b", re.IGNORECASE)
_SHELL_MOST_WORDS, _SHELL_MOST_LINKS = 40, 5

_NOT_FOUND = re.compile(
    r"^\W*(404\b|(?:halaman|artikel|berita|page|konten)[\w\s]{0,30}(?:tidak (?:di)?temukan|tidak ada|not found|hilang)"
    r"|not found\b|page not found|nothing found|oops)|\b404\b.{0,20}(?:not found|tidak ditemukan)"
    r"|(?:page not found|halaman tidak ditemukan)",
    re.IGNORECASE,
)
_HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*){0,4}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def refusal(fetch: Fetch) -> Fault | None:
    """Whether the server kept our agent out: by status, or by a challenge page, even one with status 200."""
    status = fetch.status or 0
    if fetch.header("cf-mitigated") or fetch.header("x-amzn-waf-action"):
        return Reached.BLOCKED, f"HTTP {status}, {_guard_named(fetch) or 'firewall'} challenge"
    if status in _REFUSALS:
        return Reached.BLOCKED, ", ".join(filter(None, (f"HTTP {status}", _guard_named(fetch))))
    if status not in (200, 202, 405, 406, 503):
        return None
    start = fetch.body[:_CHALLENGE_BYTES].decode("latin-1")
    title = _title(start)
    if _CHALLENGE_TITLE.match(title) and (status != 200 or _CHALLENGE_MARKS.search(start)) and _few_words(fetch):
        return Reached.BLOCKED, f"HTTP {status}, {_guard_named(fetch) or 'challenge'}: {title[:60]}"
    if any(mark in start for mark in _COOKIE_WALLS) and _few_words(fetch):
        return Reached.BLOCKED, f"HTTP {status}, a script and a cookie are demanded before the page"
    return None


def parked(page: Page) -> Fault | None:
    """Whether a home page is a stand-in: for sale, suspended, expired, or a server's default page.

    Several signs must meet: the words or the parking company, little text, hardly a link.
    """
    links = {link.url for link in page.structure.links}
    if len(links) > _PARKED_MOST_LINKS or len(page.text.split()) > _PARKED_MOST_WORDS:
        return None
    said = _PARKED_WORDS.search(page.structure.title) or _PARKED_WORDS.search(page.text)
    if said:
        return Reached.PARKED, " ".join(said[0].split())
    company = _PARKING_HOSTS.search(page.markup)
    return (Reached.PARKED, company[0]) if company else None


def blank(page: Page) -> Fault | None:
    """Whether a home page shows nothing at all and has nothing that might show later: a fault of the server mostly."""
    if page.structure.links or _LATER.search(page.markup) or page.text.strip():
        return None
    return Reached.HTTP_ERROR, "an empty answer"


def empty_shell(page: Page) -> Fault | None:
    """Whether the page waits for JavaScript to become one: next to no words or links, and a script to add them."""
    # Links first: they settle nearly every page, and are read anyway.
    if len(page.structure.links) > _SHELL_MOST_LINKS or not _SCRIPT.search(page.markup):
        return None
    markup = page.markup
    words = len(page.text.split())
    root = _APP_ROOT.search(markup)
    signed = root is not None or _NEEDS_SCRIPT.search(markup) is not None
    if words > (_SHELL_MOST_WORDS if signed else 0):
        return None
    return Reached.EMPTY_SHELL, f"{words} words without JavaScript{f', element #{root[1]}' if root else ''}"


def soft_404(page: Page) -> Fault | None:
    """Whether a page with status 200 says in its title or heading that there is none."""
    for words in (page.structure.title, page.structure.h1):
        if _NOT_FOUND.search(words[:200]):
            return Reached.HTTP_ERROR, f"soft 404: {words[:80]}"
    return None


def is_html(body: bytes) -> bool:
    """Whether the bytes begin as an HTML page, whatever their content type says."""
    return _HTML.match(body[:2000]) is not None


def _title(markup: str) -> str:
    found = re.search(r"<title[^>]{0,100}>([^<]{0,200})", markup, re.IGNORECASE)
    return " ".join(found[1].split()) if found else ""


def _few_words(fetch: Fetch) -> bool:
    return len(fetch.body) < 400_000 and not tangled(fetch.body) and len(Page(fetch).text.split()) <= _CHALLENGE_WORDS


def _guard_named(fetch: Fetch) -> str:
    server = fetch.header("server").lower()
    for name in ("cloudflare", "sucuri", "ddos-guard", "imunify360", "akamai", "litespeed", "bitninja"):
        if name in server:
            return name
    if fetch.header("cf-ray"):
        return "cloudflare"
    if fetch.header("x-sucuri-id"):
        return "sucuri"
    return "imunify360" if b"imunify360" in fetch.body[:20_000].lower() else ""
