"""The whole main job in a browser, from an empty installation to a member whose mended site is seen to be mended."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import xlsxwriter
from django.utils import timezone

from serikat.fronts.demo.later import PUT_RIGHT, a_month_later
from serikat.fronts.demo.outlets import outlets
from serikat.fronts.demo.serving import Sites, serving, sites_of
from serikat.web.tests.browser import CHROMIUM, chromium
from tests.journeys.visitor import Visitor
from tests.support.installations import answers, command, free_port, surroundings, until
from tests.support.visits import code_now

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
]
WIDE, TELEPHONE = 1280, 390
NAME, HOST = "Warta Karang Rekaan", PUT_RIGHT[0]
OVERRULED = "#standar-contoh-nusantara-scn-responsible"
MEMBERS = (
    ("No", "Nama Media", "Website", "Kab/Kota", "Ketua", "No HP"),
    ("1", NAME, f"https://www.{HOST}/", "Kota Tual", "Gilang Rekaan", "0812-5550-201"),
    ("2", "Embun Pagi Fiktif", "embun-pagi-fiktif.example", "Kota Tual", "Laila Fiktif", "+62 812 5550 202"),
    ("3", "Hikayat Kota Fiktif", "htpp://hikayat-kota-fiktif.example", "Ambon", "Mina Rekaan", ""),
    ("4", "Surya Jala Rekaan", "belum ada", "Ambon", "Uci Fiktif", ""),
)


@dataclass(frozen=True, slots=True)
class Installation:
    """Where it is reached, and the invented sites that it audits, which may be changed while it runs."""

    origin: str
    sites: Sites
    now: datetime


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """An empty installation that runs with its worker, and can reach the invented sites."""
    port, hosts, now = free_port(), tmp_path / "hosts", datetime.now(UTC)
    sites = sites_of(outlets(), now)
    with serving("127.0.0.1", 0, now, tmp_path, sites) as served:
        names = (f"{before}{host}" for host in sites for before in ("", "www."))
        hosts.write_text("".join(f"127.0.0.1:{served} {name}\n" for name in names), encoding="ascii")
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
            yield Installation(f"http://127.0.0.1:{port}", sites, now)
        finally:
            web.terminate()
            web.wait(60)


@contextmanager
def visiting(browser: Any, origin: str, width: int) -> Iterator[Visitor]:
    """Somebody with a browser of their own."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    try:
        yield Visitor(context.new_page(), origin)
    finally:
        context.close()


def test_from_a_sheet_to_a_site_that_is_mended(installation: Installation, tmp_path: Path) -> None:
    with chromium() as browser, visiting(browser, installation.origin, WIDE) as secretary:
        sets_up(secretary)
        takes_in(secretary, a_sheet(tmp_path))
        audits_all(secretary)
        outlet = reads_the_plan(secretary)
        overrules_a_finding(secretary)
        secretary.goes_to(outlet)
        link = sends_the_plan(secretary)
        with visiting(browser, installation.origin, TELEPHONE) as member:
            opens_the_plan(member, link)
            a_month_later(installation.sites, installation.now)
            has_it_looked_at_again(member)
        sees_what_came_of_it(secretary, outlet)


def sets_up(secretary: Visitor) -> None:
    """The first visit: association, first officer, second factor."""
    secretary.goes_to("/")
    page = secretary.page
    page.fill("[name=association]", "Serikat Contoh Rekaan")
    page.check("[name=level][value=province]") if page.query_selector("[type=radio]") else page.select_option(
        "[name=level]", "province"
    )
    page.fill("[name=name]", "Sekar Rekaan")
    page.fill("[name=username]", "sekar")
    page.fill("[name=password]", "rahasia-contoh-123")
    page.locator("main form button").last.click()
    secretary.looks()
    page.locator("main summary").first.click()
    page.fill("[name=code]", code_now(page.locator("#rahasia").inner_text().strip()))
    secretary.presses("Pasang")


def a_sheet(folder: Path) -> Path:
    """The list as an Excel sheet."""
    sheet = folder / "anggota.xlsx"
    with xlsxwriter.Workbook(sheet) as book:
        page = book.add_worksheet("Anggota")
        for row, cells in enumerate(MEMBERS):
            page.write_row(row, 0, cells)
    return sheet


def takes_in(secretary: Visitor, sheet: Path) -> None:
    """Upload, correct a column, look at the rows, confirm."""
    page = secretary.page
    secretary.goes_to("/anggota/")
    secretary.presses("Unggah daftar")
    page.get_by_label("Berkas daftar anggota").set_input_files(sheet)
    secretary.presses("Unggah dan lihat kolomnya")
    column = page.get_by_label("Ketua")
    assert column.input_value() == ""
    column.select_option(label="Penanggung Jawab")
    secretary.presses("Periksa barisnya")
    assert page.get_by_role("heading", level=1).inner_text() == "3 anggota baru, 0 berubah"
    assert "belum ada" in page.locator("main").inner_text()
    secretary.presses("Masukkan 3 baris")
    assert page.get_by_role("heading", level=1).inner_text() == "3 anggota ditambahkan, 0 diperbarui"


def audits_all(secretary: Visitor) -> None:
    """All outlets, with progress that renews itself."""
    secretary.goes_to("/")
    secretary.presses("Periksa semua")
    secretary.presses("Mulai pemeriksaan")
    secretary.page.get_by_role("heading", name="Pemeriksaan selesai: 3 dari 3 situs terbaca").wait_for()
    secretary.looks()


def reads_the_plan(secretary: Visitor) -> str:
    """The outlet's page, found in the list: what is missing and what to do first; its path."""
    secretary.presses("Lihat hasilnya")
    secretary.page.get_by_role("link", name=NAME).click()
    secretary.looks()
    assert "belum terpenuhi" in secretary.page.inner_text("h1")
    assert "Box redaksi" in secretary.page.locator("#rencana").inner_text()
    secretary.unfolds()
    return str(urlsplit(secretary.page.url).path)


def overrules_a_finding(secretary: Visitor) -> None:
    """A finding that is wrong: the officer's answer counts until a day, the machine's finding stays beside it."""
    page = secretary.page
    page.locator(OVERRULED).get_by_role("link", name="Jawab sendiri").click()
    secretary.looks()
    page.check("[name=outcome][value=met]")
    page.fill("[name=reason]", "Sudah dilihat di kantor redaksi.")
    page.fill("[name=until]", (timezone.localdate() + timedelta(days=90)).isoformat())
    secretary.presses("Lanjut")
    secretary.presses("Simpan jawaban")
    assert "Sudah dilihat di kantor redaksi." in page.inner_text("main")
    assert "Belum terpenuhi" in page.inner_text("main")


def sends_the_plan(secretary: Visitor) -> str:
    """By WhatsApp, in the officer's own words: the path of the one-time address that stands in the message."""
    page = secretary.page
    secretary.presses("Kirim rencana")
    secretary.presses("Siapkan pesan")
    text = page.get_by_label("Pesan", exact=True)
    text.fill(f"Salam hangat dari sekretariat. {text.input_value()}")
    page.context.route("https://wa.me/**", lambda route: route.fulfill(body="<title>WhatsApp</title>"))
    with page.expect_event("request", lambda request: request.url.startswith("https://wa.me/")) as sent:
        page.get_by_role("button", name="Kirim lewat WhatsApp").click()
    address = urlsplit(sent.value.url)
    assert address.path == "/628125550201"
    message = parse_qs(address.query)["text"][0]
    assert message.startswith("Salam hangat dari sekretariat.")
    assert "belum terpenuhi" not in message
    link = re.search(r"http://[^/\s]+(/t/[\w-]+/)", message)
    assert link is not None
    return link[1]


def opens_the_plan(member: Visitor, link: str) -> None:
    """The member's own page, behind the one-time address: first what two people can do this week."""
    member.goes_to(link)
    member.page.locator("main form button").first.click()
    member.looks()
    assert NAME in member.page.inner_text("main")
    assert member.page.get_by_role("heading", name="Yang bisa dibereskan minggu ini").is_visible()
    copies_a_text(member)
    member.unfolds()


def copies_a_text(member: Visitor) -> None:
    """A text ready to paste holds what is known of the outlet."""
    text = member.page.locator(".copy", has_text="Gilang Rekaan").first
    text.get_by_role("button", name="Salin").click()
    text.get_by_role("button", name="Tersalin").wait_for()
    assert "Gilang Rekaan" in member.page.evaluate("navigator.clipboard.readText()")


def has_it_looked_at_again(member: Visitor) -> None:
    """The site was mended meanwhile, and the member is told so without pressing again."""
    member.presses("Sudah saya perbaiki, periksa lagi")
    member.page.get_by_role("heading", name="Situs sudah dilihat lagi").wait_for()
    member.looks()
    assert "Terpenuhi Box redaksi" in " ".join(member.page.locator("#baru").inner_text().split())


def sees_what_came_of_it(secretary: Visitor, outlet: str) -> None:
    """The secretary reads that the plan was opened and the site has changed."""
    secretary.goes_to("/media/")
    row = secretary.page.locator("main tbody tr", has_text=NAME)
    assert "dibuka" in row.inner_text()
    secretary.goes_to(outlet)
    assert secretary.page.locator("#perubahan").is_visible()
