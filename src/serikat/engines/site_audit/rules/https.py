"""Readers reach the site over an encrypted connection.

## Why it matters
Without HTTPS anyone on the way can change what readers see, and browsers mark the site as not secure. No press law
asks for it; readers and partners do.

## What is looked for
Whether the home page was read over https, and whether the certificate was accepted.

## What it cannot see
The strength of the connection, or single pages that still load parts over http.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.observations import met, not_applicable, not_met, unclear
from serikat.engines.site_audit.reading.site import Site

_MET = Words(id="Halaman depan dibuka lewat HTTPS.", en="The home page opens over HTTPS.")
_NOT_MET = Words(id="Halaman depan dibuka tanpa enkripsi (http).", en="The home page opens without encryption (http).")
_CERTIFICATE = Words(
    id="Sertifikat HTTPS ditolak, lalu situs dibaca tanpa enkripsi.",
    en="The HTTPS certificate was refused; the site was then read without encryption.",
)
_LOCAL = Words(
    id="Situs dibuka dari jaringan lokal; HTTPS tidak dinilai.",
    en="The site was read on a local network; HTTPS is not judged.",
)
_HANDED_IN = Words(
    id="Halaman diserahkan pemilik sebagai berkas; sambungannya tidak terlihat.",
    en="The pages were handed in as files; the connection cannot be seen.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks at the scheme of the home page as it was read."""
    home = site.home
    if home is None or home.fetch.handed_in:
        return unclear(_HANDED_IN)
    parts = urlsplit(home.url)
    quote = home.quote(home.url)
    if parts.scheme == "https":
        return met(_MET, (quote,))
    if _is_local(parts.hostname or ""):
        return not_applicable(_LOCAL, (quote,))
    broken = [fetch for fetch in site.gathering.fetches if fetch.failure is Reached.TLS]
    return not_met(_CERTIFICATE if broken else _NOT_MET, (quote,))


def _is_local(host: str) -> bool:
    if host == "localhost" or host.endswith((".localhost", ".test", ".example")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False
