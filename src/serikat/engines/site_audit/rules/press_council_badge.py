"""The Press Council's badge or the word "terverifikasi" is shown only where it is due.

## Why it matters
Since 2019 the Press Council allows its logo, and the word, only to media that are factually verified under a
certificate still in force. Readers and governments rely on it.

## What is looked for
Words and pictures on the pages of identity by which the site calls itself verified, and a certificate number. Whether
that is true only an observation of the Council's register can say, if the evidence holds one that is young enough; an
older one, such as a list of 2022, accuses nobody. A site that claims nothing has nothing to show.

## What it cannot see
The register itself, unless it was observed, and badges whose picture has neither a telling name nor a text.
"""

from __future__ import annotations

from datetime import timedelta

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_applicable, not_met, unclear
from serikat.engines.site_audit.reading.press_council import CERTIFICATE, badge_claims, register_observation
from serikat.engines.site_audit.reading.site import Site

_MET = Words(
    id="Situs menyebut diri terverifikasi, dan daftar Dewan Pers pada {day} menyebutnya “{status}”.",
    en="The site calls itself verified, and the Council's register said “{status}” of it on {day}.",
)
_NOT_MET = Words(
    id="Situs menyebut diri terverifikasi, tetapi daftar Dewan Pers pada {day} menunjukkan: {status}.",
    en="The site calls itself verified, but the Council's register showed on {day}: {status}.",
)
_OLD = Words(
    id="Situs menyebut diri terverifikasi. Pengamatan daftar Dewan Pers ({day}) sudah lebih dari {days} hari, jadi "
    "tidak dipakai; periksa daftarnya sekarang.",
    en="The site calls itself verified. The observation of the Council's register ({day}) is more than {days} days old "
    "and is not used; look at the register now.",
)
_AHEAD = Words(
    id="Situs menyebut diri terverifikasi. Pengamatan daftar Dewan Pers bertanggal {day}, sesudah situs dibaca, jadi "
    "tidak dipakai; perbaiki tanggalnya.",
    en="The site calls itself verified. The observation of the Council's register is dated {day}, after the site was "
    "read, and is not used; put its date right.",
)
_UNKNOWN = Words(
    id="Situs menyebut diri terverifikasi; cocokkan dengan daftar Dewan Pers.",
    en="The site calls itself verified; compare with the Council's register.",
)
_RUN_OUT = Words(
    id="Situs menampilkan sertifikat tahun {year}; sertifikat berlaku {years} tahun. Tanyakan perpanjangannya.",
    en="The site shows a certificate of {year}; certificates hold for {years} years. Ask about its renewal.",
)
_NONE = Words(
    id="Situs tidak menampilkan logo Dewan Pers dan tidak menyebut diri terverifikasi.",
    en="The site shows no logo of the Press Council and does not call itself verified.",
)
_NOT_LISTED = "–"


def check(site: Site, asked: Asked) -> Observation:
    """Looks for claims, then for a young observation of the register."""
    claims = badge_claims(site)
    if not claims:
        return not_applicable(_NONE)
    days = asked.number("observation_days", 90)
    years = asked.number("certificate_years", 5)
    seen = register_observation(site)
    if seen is not None:
        day = f"{seen.observed_at:%Y-%m-%d}"
        if seen.observed_at - site.gathered_at > timedelta(days=1):
            return unclear(_AHEAD.filled(day=day), claims)
        if site.gathered_at - seen.observed_at > timedelta(days=days):
            return unclear(_OLD.filled(day=day, days=f"{days:g}"), claims)
        quotes = (*claims, seen.quote())
        if seen.is_factual:
            return met(_MET.filled(day=day, status=seen.status), quotes)
        return not_met(_NOT_MET.filled(day=day, status=seen.status or _NOT_LISTED), quotes)
    certificates = (CERTIFICATE.search(claim.text) for claim in claims)
    year = max((int(found["year"]) for found in certificates if found), default=0)
    if year and year + years < site.gathered_at.year:
        return unclear(_RUN_OUT.filled(year=year, years=f"{years:g}"), claims)
    return unclear(_UNKNOWN, claims)
