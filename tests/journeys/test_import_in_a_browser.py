"""In a browser: a list goes from upload to members, on a wide screen and on a telephone, clean to axe."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from serikat.foundation.members.tests.lists import a_list
from serikat.web.tests.browser import CHROMIUM, chromium
from tests.support.installations import answers, command, free_port, surroundings, until

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
]
# A new association, and a session of its first officer, whose key is printed.
_SET_UP = """
import django
django.setup()
from tests.support.builders import an_association
from tests.support.visits import visiting
root, person = an_association()
print(visiting(person).cookies["sessionid"].value)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """An installation served by a process of its own, and its officer's session."""
    port = free_port()
    environment = surroundings(tmp_path_factory.mktemp("serikat"), SERIKAT_PORT=str(port))
    subprocess.run(command("migrate"), env=environment, check=True)
    made = subprocess.run([sys.executable, "-c", _SET_UP], env=environment, check=True, capture_output=True, text=True)
    served = command("serve", "--no-worker", "--processes", "1")
    with subprocess.Popen(served, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            assert until(lambda: answers(port))
            yield f"http://127.0.0.1:{port}", made.stdout.split()[-1]
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


def looked_at(page: Any, width: int) -> None:
    """Nothing hangs over the edge, nothing is amiss for those who listen to the page."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    assert page.evaluate("document.documentElement.scrollWidth") == width, page.url
    assert [one["id"] + ": " + one["nodes"][0]["html"] for one in axe.run(page).response["violations"]] == [], page.url


@pytest.mark.parametrize("width", [1280, 390])
def test_a_list_goes_from_upload_to_members(browser: Any, site: tuple[str, str], tmp_path: Path, width: int) -> None:
    address, session = site
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    roster = tmp_path / "anggota.csv"
    site_name = f"kabar-{width}.example"
    roster.write_bytes(
        a_list(
            f"Kabar {width},{site_name},PT Kabar Rekaan,Banten,Kota Serang,Rani Fiktif,0812 3456 7890,,",
            "Salah,x,,,,,,,",
        )
    )
    page.goto(f"{address}/anggota/")
    page.get_by_role("link", name="Unggah daftar").first.click()
    looked_at(page, width)
    page.get_by_label("Berkas daftar anggota").set_input_files(roster)
    page.get_by_role("button", name="Unggah dan lihat kolomnya").click()
    looked_at(page, width)
    page.get_by_role("button", name="Periksa barisnya").click()
    assert page.get_by_role("heading", level=1).inner_text() == "1 anggota baru, 0 berubah"
    looked_at(page, width)
    page.get_by_role("button", name="Masukkan 1 baris").click()
    assert page.get_by_role("heading", level=1).inner_text() == "1 anggota ditambahkan, 0 diperbarui"
    looked_at(page, width)
    page.get_by_role("link", name=f"Kabar {width}").click()
    looked_at(page, width)
    page.goto(f"{address}/anggota/")
    looked_at(page, width)
    assert page.get_by_text(site_name).count() == 1
    assert complaints == []
