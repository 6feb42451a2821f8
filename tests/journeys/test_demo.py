"""`serikat demo` as people start it: once its story is told, no page that it offers is empty."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.installation import Installation
from tests.support.installations import command, free_port, surroundings, until

pytestmark = pytest.mark.slow
# What each who signs in reads on the pages of the menu, and on an outlet that changed.
_VISITS = """
import json, re
from django.test import Client
from serikat.foundation.members.models import MemberOutlet, RosterImport
from serikat.foundation.people.models import Account

outlet = MemberOutlet.objects.get(key="hikayat-kota-fiktif.example").public_id
blocked = MemberOutlet.objects.get(key="benteng-berita-rekaan.example").public_id
taken_in = RosterImport.objects.get().public_id
paths = {
    "/": "/", "/media/": "/media/", "/anggota/": "/anggota/", "/impor/": "/impor/", "/pemeriksaan/": "/pemeriksaan/",
    "/pertanyaan/": "/pertanyaan/", "/rencana/": "/rencana/", "/pesan/": "/pesan/", "/jurnal/": "/jurnal/",
    "belum dibuka": "/rencana/?keadaan=belum-dibuka", "list": f"/impor/{taken_in}/?hasil=refused",
    "outlet": f"/media/{outlet}/", "handed in": f"/media/{blocked}/",
}
said = {}
for username in ("sekretaris", "ambon", "verifikator"):
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(Account.objects.get(username=username))
    for name, path in paths.items():
        answer = client.get(path)
        said[f"{username} {name}"] = (answer.status_code, answer.content.decode())
print(json.dumps(said))
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What each person read on each page, and what the terminal said."""

    pages: dict[str, Any]
    terminal: str

    def read(self, who: str, page: str) -> str:
        status, text = self.pages[f"{who} {page}"]
        assert status == 200, (who, page)
        return str(text)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """The demo, after its audits and after people have written to one another."""
    folder = tmp_path_factory.mktemp("demo")
    log, environment = folder / "log", surroundings(folder / "none", SERIKAT_PORT=str(free_port()))
    with log.open("wb") as heard:
        demo = subprocess.Popen(command("demo", "--out", str(folder)), env=environment, stdout=heard, stderr=heard)
        try:
            assert until(lambda: b"semua halaman sekarang terisi" in log.read_bytes()), log.read_text()
            settings = {"SERIKAT_STANDARDS": str(Path("src/serikat/fronts/demo/standards").absolute())}
            yield Told(json.loads(Installation(folder / "data", settings).tell(_VISITS)), log.read_text())
        finally:
            demo.terminate()
            demo.wait(60)


@pytest.mark.parametrize(
    "page",
    ["/", "/media/", "/anggota/", "/impor/", "/pemeriksaan/", "/pertanyaan/", "/rencana/", "/pesan/", "/jurnal/",
     "belum dibuka", "list", "outlet"],
)  # fmt: skip
def test_no_page_is_empty(told: Told, page: str) -> None:
    assert 'class="empty"' not in told.read("sekretaris", page)


def test_the_terminal_sums_up_the_audits(told: Told) -> None:
    assert "40 dari 40 media diperiksa" in told.terminal
    assert "Paling sering kurang: " in told.terminal
    assert "Laporan tiap media: http://" in told.terminal


def test_a_chapter_s_officer_sees_its_outlets_alone(told: Told) -> None:
    assert "Warta Karang Rekaan" in told.read("sekretaris", "/media/")
    assert "Warta Karang Rekaan" not in told.read("ambon", "/media/")
    assert "Hikayat Kota Fiktif" in told.read("ambon", "/media/")


def test_an_outlet_says_what_changed_since_the_last_audit(told: Told) -> None:
    assert 'id="perubahan"' in told.read("verifikator", "outlet")


def test_a_member_s_page_waits_to_be_seen(told: Told) -> None:
    assert "Benteng Berita Rekaan" in told.read("ambon", "/pertanyaan/")


def test_a_site_that_only_could_not_be_read_is_no_sign_of_trouble(told: Told) -> None:
    assert "Pelita Dermaga Rekaan" in told.read("ambon", "/")
    assert "Benteng Berita Rekaan" not in told.read("ambon", "/")


def test_a_page_handed_in_shows_what_is_there_and_never_what_is_missing(told: Told) -> None:
    heading = told.read("ambon", "handed in").partition("<h1")[2].partition("</h1>")[0]
    assert "butir belum jelas" in heading
