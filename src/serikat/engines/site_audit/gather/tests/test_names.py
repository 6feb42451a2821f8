"""What a person types as the address of a site, and what makes two addresses one site."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.evidence.remedies import explain
from serikat.engines.site_audit.gather.gathering import gather_site
from serikat.engines.site_audit.gather.tests.servers import QUICK, TEST_BED, Names, Reply, html, serving
from serikat.engines.site_audit.web_addresses import normalised, same_page_key, seeds, site_of, with_other_www


def test_an_address_without_scheme_is_tried_securely_first() -> None:
    assert seeds(" Kabar.example/berita ") == ("https://kabar.example/berita", "http://kabar.example/berita")


def test_an_address_with_http_stays_http() -> None:
    assert seeds("http://kabar.example") == ("http://kabar.example/",)


# As the resolver says it (c-ares, ares_strerror.c).
@pytest.mark.parametrize("said", ["Could not contact DNS servers", "Timeout while contacting DNS servers"])
def test_a_silent_name_service_is_told_in_words_of_its_own(said: str) -> None:
    assert "tidak menjawab" in explain(Reached.DNS, said).id


@pytest.mark.parametrize(
    "typed", ["", "dua kata", "ftp://kabar.example", "redaksi@kabar.example", "http://", "http://[::"]
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not the address of a web site"):
        seeds(typed)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://dalam.kabar.co.id/x", "kabar.co.id"),
        ("https://www.kabar.desa.id/", "kabar.desa.id"),
        ("https://warta.blogspot.com/", "warta.blogspot.com"),
        ("https://warta.wordpress.com/", "warta.wordpress.com"),
        ("https://a.kabar.example/", "kabar.example"),
        ("http://127.0.0.1:8000/", "127.0.0.1:8000"),
        ("http://localhost:8000/", "localhost:8000"),
    ],
)
def test_a_site_is_its_registrable_domain(url: str, site: str) -> None:
    assert site_of(url) == site


def test_the_other_form_with_www() -> None:
    assert with_other_www("https://kabar.co.id/x") == "https://www.kabar.co.id/x"
    assert with_other_www("https://www.kabar.co.id/x") == "https://kabar.co.id/x"
    assert with_other_www("https://dalam.kabar.co.id/") == ""


def test_addresses_of_one_page_share_a_key() -> None:
    same = [
        "https://kabar.example/a",
        "http://www.kabar.example/a/",
        "https://kabar.example/a?utm_source=x",
        "https://kabar.example/a/amp/",
    ]
    assert len({same_page_key(url) for url in same}) == 1
    assert same_page_key("https://kabar.example/?p=1") != same_page_key("https://kabar.example/?p=2")


def test_scripts_mail_and_overlong_addresses_are_none() -> None:
    for url in ("javascript:alert(1)", "mailto:a@kabar.example", "http://kabar.example/" + "a" * 3000):
        assert normalised(url) == ""


async def test_a_name_without_address_is_dns() -> None:
    gathering = await gather_site("kabar.example", QUICK, policy=TEST_BED, names=Names({}))
    assert gathering.reached is Reached.DNS


async def test_a_name_that_exists_only_with_www_is_read() -> None:
    async with serving({"/": Reply(html("Kabar"))}) as server:
        names = Names({"www.kabar.example": "127.0.0.1"})
        gathering = await gather_site(f"http://kabar.example:{server.port}/", QUICK, policy=TEST_BED, names=names)
        assert gathering.reached is Reached.READ


async def test_a_closed_port_is_refused() -> None:
    async with serving({}) as server:
        pass
    gathering = await gather_site(server.url, QUICK, policy=TEST_BED)
    assert gathering.reached is Reached.REFUSED
