"""In a browser, under the strict content policy: the first visit, an invitation, a passkey, a message to WhatsApp."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.builders import PASSWORD
from tests.support.visits import code_now

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An empty installation, served by a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://localhost:{port}"
    settings = {
        "SERIKAT_DATA": str(tmp_path_factory.mktemp("serikat")),
        "SERIKAT_ORIGIN": address,
        "SERIKAT_PORT": str(port),
    }
    environment = {**os.environ, **settings, "DJANGO_SETTINGS_MODULE": "serikat.config.settings"}
    command = [sys.executable, "-m", "serikat.fronts.command_line.entry", "serve"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield waited_for(address)
        finally:
            server.terminate()


def waited_for(address: str) -> str:
    for _ in range(400):
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=5).close()
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return address
    pytest.fail("the site did not start")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield started
        started.close()


def visitor(browser: Any, complaints: list[str]) -> Any:
    """A page of a new visitor; what the browser complains of is gathered."""
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page


def set_up(page: Any, site: str) -> None:
    page.goto(f"{site}/")
    for field, value in {"association": "Serikat Contoh", "name": "Sekar Rekaan", "username": "sekar"}.items():
        page.fill(f"#id_{field}", value)
    page.select_option("#id_region", "36")
    page.fill("#id_password", PASSWORD)
    page.click("text=Simpan dan lanjutkan")
    page.click("summary:has-text('Tidak bisa memindai')")
    page.fill("#id_code", code_now(page.inner_text("#rahasia").strip()))
    page.click("button:has-text('Pasang')")
    page.click("text=Sudah saya simpan")


@pytest.fixture(scope="module")
def complaints() -> list[str]:
    """What the browser complained of, of scripts and styles that the content policy forbids for instance."""
    return []


@pytest.fixture(scope="module")
def head(browser: Any, site: str, complaints: list[str]) -> Any:
    """The first officer, signed in."""
    page = visitor(browser, complaints)
    set_up(page, site)
    return page


def invite(page: Any, site: str) -> str:
    """The link of an invitation, as the officer copies it."""
    page.goto(f"{site}/pengurus/undang/")
    page.fill("#id_name", "Dewi Rekaan")
    page.fill("#id_phone", "0812 0000 0002")
    page.select_option("#id_chapter", index=1)
    page.click("text=Siapkan undangan")
    page.click("text=Siapkan untuk disalin")
    found = re.search(r"http://\S+/t/\S+", page.inner_text("#siap"))
    assert found
    return found.group()


def accept_with_passkey(page: Any, link: str) -> None:
    """Set the account up, and add a passkey of a telephone that knows its owner."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": options | {"isUserVerified": True, "automaticPresenceSimulation": True}},
    )
    page.goto(link)
    page.fill("#id_username", "dewi")
    page.fill("#id_password", PASSWORD)
    page.click("text=Buat akun >> nth=-1")
    page.click("text=Atau pakai kunci masuk")
    page.check("#id_passwordless")
    page.click("#add_passkey")
    page.wait_for_url("**/kode-cadangan/")


def test_an_invited_officer_comes_in_by_a_passkey(browser: Any, site: str, head: Any, complaints: list[str]) -> None:
    dewi = visitor(browser, complaints)
    accept_with_passkey(dewi, invite(head, site))
    dewi.goto(f"{site}/akun/")
    dewi.click("text=Keluar dari perangkat ini")
    dewi.click("#passkey_login")
    dewi.wait_for_url(f"{site}/")
    dewi.goto(f"{site}/pengurus/")
    assert "Dewi Rekaan" in dewi.inner_text("tbody")
    assert [said for said in complaints if "404" not in said] == []


def test_sending_by_whatsapp_leaves_for_it_past_the_content_policy(site: str, head: Any, complaints: list[str]) -> None:
    invite(head, site)
    head.goto(f"{site}/pesan/")
    head.click("tbody a")
    asked: list[Any] = []
    head.route("https://wa.me/**", lambda route: route.fulfill(status=200, body="WhatsApp"))
    head.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - the driver marks what it calls
    head.click("text=Kirim lewat WhatsApp")
    head.wait_for_url("https://wa.me/**")
    last = asked[-1]
    assert last.url.startswith("https://wa.me/6281200000002?text=Salam")
    assert "referer" not in last.headers
    assert [said for said in complaints if "404" not in said] == []


def test_what_was_refused_is_what_one_sees_first(site: str, head: Any) -> None:
    head.goto(f"{site}/pengurus/")
    head.click("tbody a")
    head.select_option("#id_chapter", index=1)
    head.select_option("#id_kind", "officer")
    head.click("text=Beri peran >> nth=-1")
    told = head.locator(".message-problem")
    assert "sudah memegang peran itu" in told.inner_text()
    expect = pytest.importorskip("playwright.sync_api").expect
    expect(told).to_be_focused()
    expect(told).to_be_in_viewport()


PAGES = ("akun", "akun/faktor-kedua", "pengurus", "pengurus/undang", "wilayah", "wilayah/buka", "pesan", "jurnal")


def test_every_page_fits_a_telephone_and_is_clean_to_axe(browser: Any, site: str, head: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    stranger = visitor(browser, [])
    stranger.goto(f"{site}/masuk/")
    found = faults_of(stranger, axe)
    for address in PAGES:
        head.goto(f"{site}/{address}/")
        found += faults_of(head, axe)
    stranger.goto(invite(head, site))
    found += faults_of(stranger, axe)
    assert found == []


def faults_of(page: Any, axe: Any) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth")
    too_wide = [f"{page.url}: {wide} wide"] if wide > 390 else []
    return too_wide + [f"{page.url}: {one['id']}" for one in axe.run(page).response["violations"]]
