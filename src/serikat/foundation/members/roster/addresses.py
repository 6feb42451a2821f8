"""The addresses of sites in one cell of a list, as people type them: bare, misspelt, several at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from ipaddress import IPv4Address

import can_ada
import tldextract

from serikat.foundation.members.roster.blanks import seen_of

_LONGEST = 2000
_MOST_IN_A_CELL = 10
_LONGEST_KEPT = 300
_MISSING = re.compile(
    r"[\W_]*|(?:tidak|belum|tdk|blm)(?:\s+(?:ada|punya|tersedia|diketahui|aktif))?|n/?a|nihil|kosong|nil|none|null|x|0",
    re.IGNORECASE,
)
_USUAL = r"(?:com|co|id|net|org|info|news|tv|or|web|my|biz|online|site|press|media|xyz|example)"
# `htpp://`, `https ://`, `http:\\`, `https//`, `https;//`: what is meant is plain.
_SCHEME = re.compile(r"(?<![\w.-])h[htps]{2,6}\s*(?:[:;,]{1,2}\s*[/\\]*|[/\\]{1,4})\s*", re.IGNORECASE)
_REPAIRS = (
    (re.compile(r"\b(https?)\.(?=www\.)", re.IGNORECASE), r"\1://"),
    (re.compile(r"\bwww\s*[.,;]+\s*", re.IGNORECASE), "www."),
    (re.compile(rf"(?<=\w)\s*\.\s*(?={_USUAL}\b)", re.IGNORECASE), "."),
    (re.compile(rf"(?<=\w),(?={_USUAL}(?:$|[\s/.]))", re.IGNORECASE), "."),
    # `kabar.example/warta.example`: two sites with a stroke between them.
    (re.compile(rf"(?<![/:])/(?=(?:www\.)?[\w-]+\.(?:{_USUAL}\.)?(?:com|id|net|org|example)\b)", re.IGNORECASE), " "),
)
_BETWEEN = re.compile(r"[\s,;|]+")
_JOINING = re.compile(
    r"dan|atau|&|\+|/|-|\d{1,2}[.)]|[\w./ ]+:|(?:alamat|nama|website|web|situs|domain|url|link)", re.IGNORECASE
)
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]{1,62}")
_HOME = re.compile(r"/+(?:index\.(?:html?|php|aspx?)|home|beranda|wp-admin|wp-login\.php)?/?", re.IGNORECASE)
_ARTICLE = re.compile(r"/(?:[^/]+/){3,}|/\d{4}/|\d{5,}|\.(?:html?|php|amp)$|[a-z0-9]+(?:-[a-z0-9]+){4,}", re.IGNORECASE)
_INVENTED = ("example", "localhost", "test")
_ELSEWHERE = re.compile(
    r"(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|instagram\.com|youtube\.com|youtu\.be|tiktok\.com|twitter\.com|x\.com|"
    r"t\.me|wa\.me|whatsapp\.com|linktr\.ee|threads\.net|threads\.com|play\.google\.com|maps\.google\.com|goo\.gl)$"
)


class Fault(StrEnum):
    """What keeps a cell from giving an address."""

    MISSING = "missing"
    EMAIL = "email"
    ELSEWHERE = "elsewhere"
    UNKNOWN_ENDING = "unknown_ending"
    SPACE_INSIDE = "space_inside"
    NO_ADDRESS = "no_address"


@dataclass(frozen=True, slots=True)
class AddressCell:
    """What a cell holds: addresses of sites, or why there are none.

    `is_mended` says that the cell was misspelt and read as meant; `is_cut` that it held an article's address, of
    which the site's was taken; `is_foreign` that a name has letters beyond a to z, which may imitate another's.
    """

    addresses: tuple[str, ...] = ()
    fault: Fault | None = None
    is_mended: bool = False
    is_foreign: bool = False
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a cell: an address, a reason why it is none, or neither."""

    address: str = ""
    fault: Fault | None = None
    is_cut: bool = False


def read_addresses(cell: str) -> AddressCell:
    """The addresses in a cell, as `https://host/` or, where http was written, `http://host/`; never raises."""
    typed = seen_of(cell, _LONGEST)
    if _MISSING.fullmatch(typed):
        return AddressCell(fault=Fault.MISSING)
    mended = _mended(typed)
    spoken = [word for word in _BETWEEN.split(mended) if word.strip("()[]<>\"'.")]
    words = [_read(word) for word in spoken]
    found = [word for word in words if word.address]
    if not found:
        return AddressCell(fault=next((word.fault for word in words if word.fault), Fault.NO_ADDRESS))
    first = words.index(found[0])
    # `kabar banten.example`: a name with a space in it, of which the last word may be another's site.
    if any(not _JOINING.fullmatch(word) and not word.endswith(":") for word in spoken[:first]):
        return AddressCell(fault=Fault.SPACE_INSIDE)
    unique = tuple(dict.fromkeys(word.address for word in found))[:_MOST_IN_A_CELL]
    return AddressCell(
        unique,
        is_mended=mended != typed,
        is_foreign=any("xn--" in address for address in unique),
        is_cut=any(word.is_cut for word in found),
    )


def read_former(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The addresses that an outlet had before, as `read_addresses` gives them, and the words that are none."""
    typed = seen_of(cell, _LONGEST)
    if _MISSING.fullmatch(typed):
        return (), ()
    spoken = [word for word in _BETWEEN.split(_mended(typed)) if word.strip("()[]<>\"'.")]
    read = [(word, _read(word).address) for word in spoken if not _JOINING.fullmatch(word)]
    found = dict.fromkeys(address for _, address in read if 0 < len(address) <= _LONGEST_KEPT)
    wrong = tuple(word for word, address in read if not 0 < len(address) <= _LONGEST_KEPT)
    return tuple(found)[:_MOST_IN_A_CELL], wrong


@lru_cache(maxsize=8192)
def looks_like_an_address(cell: str) -> bool:
    """Whether a cell holds an address or plainly tries to: what tells a column of sites from one of names."""
    seen = read_addresses(cell) if "." in cell or "/" in cell else AddressCell()
    return bool(seen.addresses) or seen.fault is Fault.ELSEWHERE


def _mended(typed: str) -> str:
    mended = _SCHEME.sub(lambda found: "https://" if "s" in found[0].lower() else "http://", typed)
    for pattern, instead in _REPAIRS:
        mended = pattern.sub(instead, mended)
    return re.sub(r"(?:https?://)+(?=https?://)", "", mended)


def _read(word: str) -> _Word:
    bare = word.strip("()[]<>\"'.,")
    has_scheme = bare.lower().startswith(("http://", "https://"))
    if "@" in bare.partition("//")[2 if has_scheme else 0].partition("/")[0]:
        return _Word(fault=Fault.EMAIL)
    try:
        parsed = can_ada.parse(bare if has_scheme else f"https://{bare}")
    except ValueError:
        return _Word()
    host = str(parsed.hostname).rstrip(".")
    if not _is_host(host, bare, has_scheme):
        return _Word()
    if _ELSEWHERE.search(host):
        return _Word(fault=Fault.ELSEWHERE)
    if not _has_known_ending(host):
        return _Word(fault=Fault.UNKNOWN_ENDING)
    path = str(parsed.pathname)
    is_cut = bool(_ARTICLE.search(path)) and not _HOME.fullmatch(path)
    port = f":{parsed.port}" if parsed.port else ""
    kept = "/" if is_cut or _HOME.fullmatch(path) else f"{path.rstrip('/')}/"
    return _Word(f"{parsed.protocol}//{host}{port}{kept}", is_cut=is_cut)


def _is_host(host: str, typed: str, has_scheme: bool) -> bool:
    if _HOST.fullmatch(host):
        return len(host) <= 253
    try:  # a number alone would be read as one as well, so it has to stand there in four parts
        return has_scheme and str(IPv4Address(host)) in typed
    except ValueError:
        return False


def _has_known_ending(host: str) -> bool:
    ending = host.rpartition(".")[2]
    return ending.isdigit() or ending in _INVENTED or bool(_suffixes()(host).suffix)


@cache
def _suffixes() -> tldextract.TLDExtract:
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
