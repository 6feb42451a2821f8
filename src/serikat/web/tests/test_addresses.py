"""Nobody is led to somebody else's site."""

from __future__ import annotations

import pytest

from serikat.web.addresses import own_address


@pytest.mark.parametrize(
    "address",
    [
        "https://jahat.example/",
        "//jahat.example",
        "/\\jahat.example",
        "javascript:alert(1)",
        "",
        "anggota/",
        "/\t/jahat.example",
    ],
)
def test_an_address_elsewhere_leads_home(address: str) -> None:
    assert own_address(address, otherwise="/anggota/") == "/anggota/"


def test_an_own_address_stays() -> None:
    assert own_address("/media/?cari=kabar&urut=nama") == "/media/?cari=kabar&urut=nama"
