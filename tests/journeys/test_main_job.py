"""The main job in a browser, on an installation that was empty: set it up, audit the members, overrule, check again."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from serikat.fronts.demo.serving import serving
from serikat.web.tests.browser import CHROMIUM, chromium
from tests.support.installations import answers, command, free_port, surroundings, until

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
]
HOSTS = ("embun-pagi-fiktif.example", "hikayat-kota-fiktif.example", "lentera-pulau-rekaan.example")
TAKE_IN = """
import sys, json, django
django.setup()
from serikat.foundation.chapters.queries import association
from serikat.foundation.members.models import MemberOutlet
for host in json.loads(sys.argv[1]):
    MemberOutlet.objects.create(name=host.split(".")[0], address=f"http://{host}/", key=host, chapter=association())
"""
MILLISECONDS = 90_000


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An empty installation that runs, and can reach the invented sites."""
    port, hosts = free_port(), tmp_path / "hosts"
    with serving("127.0.0.1", 0, datetime.now(UTC), tmp_path) as sites:
        hosts.write_text("".join(f"127.0.0.1:{sites} {host}\n" for host in HOSTS), encoding="ascii")
        environment = surroundings(
            tmp_path / "data",
            SERIKAT_PORT=str(port),
            SERIKAT_ALLOW_PRIVATE="yes",
            SERIKAT_HOSTS_FILE=str(hosts),
            SERIKAT_INTERVAL="0",
            SERIKAT_STANDARDS=str(files("serikat.fronts.demo") / "standards"),
        )
        web = subprocess.Popen(command("serve", "--processes", "1"), env=environment)
        try:
            assert until(lambda: answers(port))
            yield environment
        finally:
            web.terminate()
            web.wait(60)


class Officer:
    """A person before a screen of some width, who sees to it that every page is whole and clean."""

    def __init__(self, page: Any, origin: str) -> None:
        from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

        self.page, self.origin, self._axe = page, origin, Axe()
        page.set_default_timeout(MILLISECONDS)

    def goes_to(self, path: str) -> None:
        self.page.goto(self.origin + path)
        self.looks()

    def presses(self, name: str) -> None:
        self.page.locator("main").get_by_role("button", name=name, exact=True).or_(
            self.page.locator("main").get_by_role("link", name=name, exact=True)
        ).first.click()
        self.page.wait_for_load_state("networkidle")
        self.looks()

    def looks(self) -> None:
        """No word is cut off at the side, and nothing keeps a blind reader out."""
        width = self.page.viewport_size["width"]
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width, self.page.url
        found = self._axe.run(self.page).response["violations"]
        assert [f"{each['id']}: {each['nodes'][0]['html']}" for each in found] == [], self.page.url


def sets_up(officer: Officer) -> None:
    """The first visit: association, first officer, second factor."""
    officer.goes_to("/")
    page = officer.page
    page.fill("[name=association]", "Serikat Contoh Rekaan")
    page.check("[name=level][value=province]") if page.query_selector("[type=radio]") else page.select_option(
        "[name=level]", "province"
    )
    page.fill("[name=name]", "Sekar Rekaan")
    page.fill("[name=username]", "sekar")
    page.fill("[name=password]", "rahasia-contoh-123")
    page.locator("main form button").last.click()
    page.wait_for_load_state("networkidle")
    officer.looks()
    page.locator("main summary").first.click()
    secret = page.locator("#rahasia").inner_text().strip()
    page.fill("[name=code]", format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    officer.presses("Pasang")


def audits_all(officer: Officer) -> None:
    """All outlets, with progress that renews itself."""
    officer.goes_to("/media/")
    officer.presses("Periksa semua media")
    officer.presses("Mulai pemeriksaan")
    officer.page.get_by_role("heading", name="Pemeriksaan selesai").wait_for()
    officer.looks()


def overrules(officer: Officer) -> None:
    """A finding that is wrong: the officer's answer counts, the machine's finding stays beside it."""
    page = officer.page
    page.locator("main a[href*='/butir/']").first.click()
    page.wait_for_load_state("networkidle")
    officer.looks()
    page.check("[name=outcome][value=met]")
    page.fill("[name=reason]", "Sudah dilihat di kantor redaksi.")
    officer.presses("Lanjut")
    officer.presses("Simpan jawaban")
    assert "Sudah dilihat di kantor redaksi." in page.inner_text("main")


def checks_again(officer: Officer) -> None:
    """The result of looking again stands there within a minute, without a press."""
    officer.presses("Periksa lagi")
    officer.page.get_by_role("heading", name="dilihat lagi").or_(
        officer.page.get_by_role("heading", name="Tidak ada yang berubah")
    ).wait_for(timeout=60_000)
    officer.looks()


@pytest.mark.parametrize("width", [1280, 390])
def test_an_officer_gets_from_nothing_to_a_plan(installation: dict[str, str], width: int) -> None:
    with chromium() as browser:
        page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
        officer = Officer(page, f"http://127.0.0.1:{installation['SERIKAT_PORT']}")
        sets_up(officer)
        subprocess.run([sys.executable, "-c", TAKE_IN, json.dumps(HOSTS)], env=installation, check=True)
        audits_all(officer)
        officer.goes_to("/media/")
        page.locator("main table a[href^='/media/']", has_text="lentera").first.click()
        page.wait_for_load_state("networkidle")
        officer.looks()
        outlet = page.url.removeprefix(officer.origin)
        assert "belum terpenuhi" in page.inner_text("h1")
        overrules(officer)
        officer.goes_to(outlet)
        checks_again(officer)
