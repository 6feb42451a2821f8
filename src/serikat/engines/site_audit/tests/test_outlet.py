"""An outlet is not a domain: what is its own, what is its parent's, and when two spellings are one outlet."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.outlet import FormerAddress, Outlet


@pytest.mark.parametrize(
    "spelling",
    [
        "kabar-contoh.example",
        "https://kabar-contoh.example/",
        "http://www.Kabar-Contoh.example",
        "https://kabar-contoh.example:443/index.php",
        "https://kabar-contoh.example/beranda/",
    ],
)
def test_spellings_of_one_address_are_one_outlet(spelling: str) -> None:
    assert Outlet(spelling).key == "kabar-contoh.example"


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("banten.grup-contoh.example", "banten.grup-contoh.example"),
        ("https://grup-contoh.example/banten/", "grup-contoh.example/banten"),
        ("https://grup-contoh.example/banten/index.html", "grup-contoh.example/banten"),
        ("https://grup-contoh.example/media.php?id=3", "grup-contoh.example/media.php?id=3"),
        ("http://kabar-contoh.blogspot.com", "kabar-contoh.blogspot.com"),
        ("http://127.0.0.1:8001/", "127.0.0.1:8001"),
    ],
)
def test_a_subdomain_a_path_and_a_blog_are_outlets_of_their_own(address: str, key: str) -> None:
    assert Outlet(address).key == key


def test_outlets_of_a_group_are_paced_together_and_blogs_of_one_service_apart() -> None:
    assert Outlet("banten.grup-contoh.example").pacing_key == Outlet("grup-contoh.example/riau").pacing_key
    assert Outlet("satu-contoh.blogspot.com").pacing_key != Outlet("dua-contoh.blogspot.com").pacing_key


def test_a_site_of_its_own_owns_all_its_hosts() -> None:
    outlet = Outlet("https://www.kabar-contoh.example")
    assert outlet.is_whole_site
    assert outlet.owns("http://kabar-contoh.example/redaksi")
    assert outlet.owns("https://dalam.kabar-contoh.example/pedoman")


def test_a_subdomain_owns_its_host_and_may_read_its_parents() -> None:
    outlet = Outlet("banten.grup-contoh.example")
    assert outlet.owns("https://www.banten.grup-contoh.example/redaksi")
    assert not outlet.owns("https://grup-contoh.example/redaksi")
    assert not outlet.owns("https://riau.grup-contoh.example/redaksi")
    assert outlet.reaches("https://grup-contoh.example/redaksi")
    assert not outlet.reaches("https://lain-contoh.example/")


def test_a_path_owns_what_lies_under_it() -> None:
    outlet = Outlet("https://grup-contoh.example/kabar")
    assert outlet.owns("https://grup-contoh.example/kabar")
    assert outlet.owns("http://www.grup-contoh.example/kabar/2026/berita")
    assert not outlet.owns("https://grup-contoh.example/kabarnya")
    assert not outlet.owns("https://dalam.grup-contoh.example/kabar/")


def test_a_former_address_is_its_own() -> None:
    outlet = Outlet("kabar-baru.example", former=(FormerAddress("kabar-lama.example"), FormerAddress("tidak ada")))
    assert outlet.owns("https://kabar-lama.example/redaksi")
    assert outlet.former_urls == ("https://kabar-lama.example/",)


@pytest.mark.parametrize("words", ["", "tidak ada", "redaksi@kabar.example", "ftp://kabar.example"])
def test_words_that_are_no_address_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match="not the address"):
        Outlet(words)
