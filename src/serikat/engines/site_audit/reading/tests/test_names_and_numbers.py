"""State names are told from words that hold them, and no quote repeats a date of birth."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.reading.competence import competence_claims
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.state_names import state_name_in, state_name_in_domain

NAMES = ("KPK", "Polri", "BIN", "Buser")
NOW = "2026-11-01T03:00:00+00:00"


@pytest.mark.parametrize("host", ["kpknews.example", "mediapolri.example", "buser24.example", "bin-online.example"])
def test_a_host_made_of_a_state_name_is_seen(host: str) -> None:
    assert state_name_in_domain(host, NAMES)


@pytest.mark.parametrize("host", ["kabinet.example", "binaberita.example", "robin.example", "sukapekan.example"])
def test_a_host_that_only_holds_the_letters_is_not(host: str) -> None:
    assert state_name_in_domain(host, NAMES) == ""


def test_a_name_counts_as_a_word_of_its_own() -> None:
    assert state_name_in("Suara Polri Rekaan", NAMES) == "Polri"
    assert state_name_in("Suara Kabinet", NAMES) == ""


@pytest.mark.parametrize(
    "line",
    [
        "Pemimpin Redaksi: Ani Contohwati, UKW 12345-REKA/WU/DP/IV/2021/01/02/83",
        "Wartawan Utama, lahir 01-02-1983",
    ],
)
def test_what_looks_like_a_date_of_birth_is_never_quoted(line: str) -> None:
    url = "https://suaranusa.example/redaksi"
    page = Fetch(url, url, "page", 200, (), f"<h1>Redaksi</h1><p>{line}</p>".encode(), NOW, "0" * 64)
    site = Site(Gathering(url, NOW, "0", "test", Reached.READ, "", (page,)))
    claims = competence_claims(site)
    assert claims
    assert not any("83" in claim.words or "1983" in claim.words for claim in claims)
