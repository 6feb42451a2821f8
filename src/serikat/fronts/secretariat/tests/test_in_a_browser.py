"""A member's journey on a telephone that runs no scripts: the link, this week's steps, the text, another look."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from serikat.web.tests.browser import chromium

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROOT = Path(__file__).parents[5]
# Written by a process of the installation's own: the journal's triggers let no test clear its tables.
A_MEMBER = """
from datetime import timedelta
from django.utils import timezone
from serikat.foundation.people.actions import make_link
from serikat.foundation.people.models import LinkPurpose
from serikat.fronts.secretariat.tests.audited import an_audit
from tests.support.builders import a_representative, an_association, an_outlet

root, officer = an_association()
outlet = an_outlet(root, "Warta Karang Rekaan", phone="+628130000001")
outlet.editor_in_chief = "Rukmini Rekaan"
outlet.save()
an_audit(outlet, officer, at=timezone.now() - timedelta(days=1))
path = f"/saya/{outlet.public_id}/"
_, secret = make_link(person=a_representative(outlet), purpose=LinkPurpose.SIGN_IN, by=officer, leads_to=path)
print(f"/t/{secret}/", path)
"""
LOOKED = """
from serikat.foundation.findings.models import AuditRound, RoundKind, RoundState

AuditRound.objects.filter(kind=RoundKind.RECHECK).update(state=RoundState.FINISHED)
"""


@dataclass(frozen=True, slots=True)
class Installation:
    address: str
    environment: dict[str, str]

    def told(self, program: str) -> str:
        """What a program that knows Django says inside the installation."""
        whole = f"import django; django.setup()\n{program}"
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", whole],
            env=self.environment, cwd=ROOT, check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Installation]:
    """An empty installation, served by a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://localhost:{port}"
    settings = {"SERIKAT_DATA": str(tmp_path), "SERIKAT_ORIGIN": address}
    environment = {**os.environ, **settings, "DJANGO_SETTINGS_MODULE": "serikat.config.settings"}
    for command in (["migrate", "-v", "0"], ["collectstatic", "--noinput", "-v", "0"]):
        subprocess.run([sys.executable, "-W", "ignore", "-m", "django", *command], env=environment, check=True)
    command = [sys.executable, "-W", "ignore", "-m", "django", "runserver", "--noreload", f"localhost:{port}"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield Installation(waited_for(address), environment)
        finally:
            server.terminate()


def waited_for(address: str) -> str:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=5).close()
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return address
    pytest.fail("the site did not start")


def a_member(site: Installation) -> tuple[str, str]:
    """The link that a member got, and the path that it leads to."""
    link, path = site.told(A_MEMBER).split()
    return f"{site.address}{link}", path


def test_a_member_without_scripts_goes_from_the_link_to_another_look(site: Installation) -> None:
    link, path = a_member(site)
    with chromium() as browser:
        page = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False).new_page()
        page.goto(link)
        page.get_by_role("main").get_by_role("button").first.click()
        page.wait_for_url(f"**{path}")
        assert page.get_by_role("heading", name="Yang bisa dibereskan minggu ini").is_visible()
        assert page.locator("pre", has_text="Pemimpin Redaksi/Penanggung Jawab: Rukmini Rekaan").first.is_visible()
        page.get_by_role("button", name="Sudah saya perbaiki, periksa lagi").click()
        page.get_by_role("heading", name="Situs Anda sedang dilihat lagi").wait_for()
        site.told(LOOKED)
        page.get_by_role("heading", name="Situs sudah dilihat lagi").wait_for(timeout=15_000)
