"""Web addresses as the audit compares them: normalised, without secrets, told apart by the site that they name."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

import can_ada
import tldextract

_LONGEST, _LONGEST_HOST = 2000, 300
# Two blogs of one hosting service are two sites. These services are not in the Public Suffix List's private section.
_HOSTING = (
    "000webhostapp.com", "blogspot.co.id", "epizy.com", "great-site.net", "infinityfreeapp.com", "jimdofree.com",
    "medium.com", "rf.gd", "substack.com", "tumblr.com", "webador.com", "weebly.com", "wordpress.com",
)  # fmt: skip
_suffixes = tldextract.TLDExtract(
    suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True, extra_suffixes=_HOSTING
)
_TRACKING = re.compile(r"(?:^|&)(?:utm_[a-z]+|fbclid|gclid|igsh|ref|m|amp)=[^&]*", re.IGNORECASE)


def normalised(url: str) -> str:
    """The address as browsers understand it (WHATWG URL), without user name, password or fragment.

    Empty for what is no http or https address, has no host, or is longer than 2,000 characters.
    """
    if len(url) > _LONGEST:
        return ""
    try:
        parsed = can_ada.parse(url)
    except ValueError:
        return ""
    if parsed.protocol not in ("http:", "https:") or not parsed.hostname:
        return ""
    parsed.username = ""
    parsed.password = ""
    parsed.hash = ""
    return str(parsed.href)


def seeds(address: str) -> tuple[str, ...]:
    """The addresses to try, in order, for what a person typed: https first where no scheme is given, http after it.

    Raises ValueError where the words hold no address of a web site.
    """
    typed = address.strip()
    has_scheme = re.match(r"[a-z][a-z0-9+.-]*://", typed, re.IGNORECASE) is not None
    tries = [typed if has_scheme else f"https://{typed}"]
    if tries[0].lower().startswith("https://"):
        tries.append(f"http://{tries[0][8:]}")
    found = tuple(filter(None, map(normalised, tries)))
    if not found or re.search(r"\s", typed) or (not has_scheme and "@" in typed):
        raise ValueError(f"not the address of a web site: {address!r}")
    return found


def with_other_www(url: str) -> str:
    """The same address with `www.` added or taken away; empty where the host has other labels before its domain."""
    host = host_of(url)
    bare = host.removeprefix("www.")
    if site_of(url) != bare:
        return ""
    return url.replace(f"://{host}", f"://{bare if host != bare else 'www.' + bare}", 1)


def host_of(url: str) -> str:
    """The host in lower case, or an empty string."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def port_of(url: str) -> int:
    """The port asked, the scheme's own where none is written."""
    parts = urlsplit(url)
    return parts.port or (443 if parts.scheme == "https" else 80)


def origin_of(url: str) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def site_of(url: str) -> str:
    """What names the site: its registrable domain; host and port for a bare IP address or a name such as localhost."""
    parts = urlsplit(url)
    # Longer than any host name: not worth remembering.
    return _site(parts.hostname or "", parts.netloc) if len(parts.netloc) <= _LONGEST_HOST else parts.netloc


@lru_cache(maxsize=16384)
def _site(host: str, netloc: str) -> str:
    if is_ip(host):
        return netloc.lower()
    registrable = _suffixes.extract_str(host).top_domain_under_public_suffix
    if registrable:
        return registrable
    # Names ending in a suffix that the list does not know, `.example` among them, still have a last two labels.
    labels = host.rsplit(".", 2)
    return ".".join(labels[-2:]) if len(labels) > 1 else netloc.lower()


def is_ip(host: str) -> bool:
    """Whether the host is a literal IP address."""
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def same_page_key(url: str) -> str:
    """The address by which two links are one page: no scheme, `www.`, tracking query or trailing slash."""
    parts = urlsplit(url)
    query = _TRACKING.sub("", parts.query).lstrip("&")
    path = re.sub(r"/amp/?$", "", parts.path)
    path = re.sub(r"/index\.(?:html?|php)$", "/", path).rstrip("/")
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{query}"
