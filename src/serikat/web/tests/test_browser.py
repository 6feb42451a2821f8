"""In a browser the pages are whole on every screen, clean to axe, reachable by keyboard, and light."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import Any

import pytest

from serikat.web.tests.browser import chromium, opened

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("serikat.web.tests.site"),
]
FONT = "document.fonts.check('16px \"Plus Jakarta Sans\"')"
SHIFTS = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(0), 500);
})"""


@pytest.fixture
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 360])
@pytest.mark.parametrize("path", ["/komponen/", "/salah/refused/"])
def test_a_page_is_whole_and_clean_to_axe(browser: Any, site: str, path: str, width: int, theme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(browser, site + path, width=width, theme=theme)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(FONT)
    assert [one["id"] + ": " + one["nodes"][0]["html"] for one in axe.run(page).response["violations"]] == []
    assert [said for said in page.complaints if "403" not in said] == []


def test_a_page_holds_at_twice_the_letters(browser: Any, site: str) -> None:
    page = opened(browser, site + "/komponen/", width=640)
    page.evaluate("document.documentElement.classList.add('large')")
    page.evaluate("document.styleSheets[0].insertRule('.large { font-size: 200% }')")
    assert page.evaluate("document.documentElement.scrollWidth") == 640


def test_nothing_jumps_while_a_page_loads(browser: Any, site: str) -> None:
    page = opened(browser, site + "/komponen/", width=390)
    assert page.evaluate(SHIFTS) < 0.01


def test_the_keyboard_goes_everywhere_and_one_sees_where(browser: Any, site: str) -> None:
    page = opened(browser, site + "/komponen/")
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
    assert set(seen) == {"solid"}
    page.goto(site + "/komponen/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"


def test_without_scripts_the_menu_opens_and_the_filters_work(browser: Any, site: str) -> None:
    page = opened(browser, site + "/komponen/", width=390, scripts=False)
    page.get_by_role("button", name="Menu", exact=True).click()
    page.get_by_role("link", name="Pemeriksaan").click()
    assert page.url.endswith("/pemeriksaan/")
    page.get_by_text("Saring daftar").click()
    page.get_by_label("Cari nama atau alamat").fill("teluk")
    page.get_by_role("button", name="Saring", exact=True).click()
    assert "cari=teluk" in page.url
    assert "urut=nama" in page.url


def test_without_scripts_a_reader_turns_to_english_and_to_dark(browser: Any, site: str) -> None:
    page = opened(browser, site + "/komponen/", scripts=False)
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Dark").click()
    assert page.get_by_role("heading", level=1).first.inner_text().startswith("All that pages")
    assert page.locator("html[data-theme=dark]").count() == 1


def test_text_is_copied_and_the_message_follows_what_was_edited(browser: Any, site: str) -> None:
    page = opened(browser, site + "/komponen/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_text("Contoh teks untuk disesuaikan").click()
    page.get_by_role("button", name="Salin", exact=True).click()
    page.get_by_role("button", name="Tersalin").wait_for()
    assert "Warta Karang Rekaan" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_label("Pesan").fill("Salam & hormat")
    assert page.locator("#pesan-link").get_attribute("href") == "https://wa.me/628000000000?text=Salam+%26+hormat"


def test_the_first_visit_is_light(browser: Any, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    bodies: dict[str, bytes] = {}
    page.on("response", lambda response: bodies.update({response.url: response.body()}))
    page.goto(site + "/komponen/")
    page.wait_for_load_state("networkidle")
    weights = {url: min(len(body), len(gzip.compress(body))) for url, body in bodies.items()}
    assert any(url.endswith(".woff2") for url in weights)
    assert sum(weights.values()) < 60_000, weights


ROW = """row => ({
  lines: new Set([...row.children].map(tab => tab.offsetTop)).size,
  hidden: row.scrollWidth > row.clientWidth,
  seen: [...row.children].map(tab => tab.getBoundingClientRect()).map(tab => tab.left >= 0 && tab.right <= innerWidth),
})"""


@pytest.mark.parametrize("width", [390, 320])
def test_tabs_are_one_row_on_a_telephone_that_the_keyboard_moves(browser: Any, site: str, width: int) -> None:
    page = opened(browser, site + "/komponen/", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    row = page.locator(".tabs ul").first
    before = row.evaluate(ROW)
    assert (before["lines"], before["hidden"], before["seen"][0], before["seen"][-1]) == (1, True, True, False)
    row.locator("a").first.focus()
    for at in range(1, len(before["seen"])):
        page.keyboard.press("Tab")
        assert row.evaluate(ROW)["seen"][at]
    assert row.evaluate("row => row.lastElementChild.contains(document.activeElement)")


def test_a_row_of_tabs_begins_at_the_one_that_is_shown(browser: Any, site: str) -> None:
    page = opened(browser, site + "/komponen/", width=320)
    page.evaluate("""() => {
      const tabs = document.querySelectorAll('.tabs a');
      tabs[0].removeAttribute('aria-current');
      tabs[tabs.length - 1].setAttribute('aria-current', 'page');
    }""")
    page.add_script_tag(url=page.locator("script[type=module]").first.get_attribute("src") + "?anew", type="module")
    assert page.locator(".tabs ul").first.evaluate(ROW)["seen"][-1]
