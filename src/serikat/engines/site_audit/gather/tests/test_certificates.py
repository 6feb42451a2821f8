"""Faults of a certificate are told apart, and the page is read without it where the site allows that."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.evidence.remedies import explain, how_to_fix
from serikat.engines.site_audit.gather.exchange import FAULTS
from serikat.engines.site_audit.gather.gathering import gather_site
from serikat.engines.site_audit.gather.tests.servers import QUICK, TEST_BED, Names, Reply, html, serving

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


def self_signed(folder: Path) -> ssl.SSLContext:
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=kabar.example",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


async def test_a_self_signed_certificate_is_named_as_such(tmp_path: Path) -> None:
    async with serving({"/": Reply(html("Kabar"))}, tls=self_signed(tmp_path)) as server:
        url = f"https://kabar.example:{server.port}/"
        gathering = await gather_site(url, QUICK, policy=TEST_BED, names=Names({"kabar.example": "127.0.0.1"}))
        assert gathering.reached is Reached.TLS
        assert "self-signed" in gathering.reached_detail


@pytest.mark.parametrize(("fault", "words"), [(10, "sudah kedaluwarsa"), (62, "nama domain lain")])
def test_an_expired_and_a_foreign_certificate_are_told_in_words_of_their_own(fault: int, words: str) -> None:
    detail = f"https: {FAULTS[fault]}"
    assert words in explain(Reached.TLS, detail).id
    assert "hosting" in how_to_fix(Reached.TLS, detail).id


async def test_a_server_that_speaks_no_tls_is_read_over_http_and_the_failure_kept() -> None:
    async with serving({"/": Reply(html("Kabar"))}) as server:
        gathering = await gather_site(f"127.0.0.1:{server.port}", QUICK, policy=TEST_BED)
        assert gathering.reached is Reached.READ
        secure, plain = [fetch for fetch in gathering.fetches if fetch.purpose == "home"]
        assert secure.url.startswith("https://")
        assert secure.failure is Reached.TLS
        assert plain.failure is None
        assert "https: " in gathering.reached_detail


@pytest.mark.parametrize(
    ("rules", "reached"),
    [(Reply(b"User-agent: *\nDisallow: /", kind="text/plain"), "robots"), (Reply(status=500), "http_error")],
)
async def test_a_site_without_tls_whose_robots_file_closes_it_is_said_to_be_closed(rules: Reply, reached: str) -> None:
    async with serving({"/": Reply(html("Kabar")), "/robots.txt": rules}) as server:
        gathering = await gather_site(f"127.0.0.1:{server.port}", QUICK, policy=TEST_BED)
        assert gathering.reached == reached
