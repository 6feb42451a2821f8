"""A claim of verification is told from news about it, and an observation of the register is read or left."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.reading.press_council import badge_claims, register_observation
from serikat.engines.site_audit.reading.site import Site

NOW = "2026-11-01T03:00:00+00:00"


def site_with(home: str, *registers: str) -> Site:
    url = "https://suaranusa.example/"
    fetches = [Fetch(url, url, "home", 200, (), home.encode(), NOW, "0" * 64)]
    for number, body in enumerate(registers):
        address = f"https://daftar.example/{number}"
        fetches.append(Fetch(address, address, "register", 200, (), body.encode(), NOW, "1" * 64))
    return Site(Gathering(url, NOW, "0", "test", Reached.READ, "", tuple(fetches)))


@pytest.mark.parametrize(
    "home",
    [
        "<p>Suara Nusa telah terverifikasi Dewan Pers</p>",
        "<p>Terverifikasi Administratif dan Faktual Dewan Pers</p>",
        "<p>Sertifikat 975/DP-Verifikasi/K/IV/2022 Dewan Pers</p>",
        "<img src='/img/logo-dewan-pers.png' alt='Dewan Pers'>",
    ],
)
def test_a_claim_is_quoted(home: str) -> None:
    assert len(badge_claims(site_with(home))) == 1


@pytest.mark.parametrize(
    "home",
    [
        "<a href='/1'>Dewan Pers sebut seribu media sudah terverifikasi tahun ini</a>",
        "<p>Kami belum terverifikasi Dewan Pers</p>",
        "<p>Pengaduan disampaikan kepada Dewan Pers</p>",
        "<img src='/1.jpg' alt='Ketua Dewan Pers memberi sambutan di kantor bupati rekaan'>",
    ],
)
def test_news_denials_and_mere_mentions_are_no_claim(home: str) -> None:
    assert badge_claims(site_with(home)) == []


def test_the_newest_observation_counts() -> None:
    old = '{"status": "Terverifikasi Faktual", "observed_at": "2022-03-01T00:00:00+00:00"}'
    new = '{"status": "", "observed_at": "2026-10-01T00:00:00+00:00"}'
    seen = register_observation(site_with("", old, new))
    assert seen is not None
    assert (seen.status, seen.is_factual) == ("", False)


@pytest.mark.parametrize("body", ["", "[]", '{"status": "x"}', '{"status": "x", "observed_at": "2026-10-01"}'])
def test_an_observation_that_cannot_be_dated_is_left(body: str) -> None:
    assert register_observation(site_with("", body)) is None
