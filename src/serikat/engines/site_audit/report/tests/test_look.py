"""The page keeps the house's look: readable colours in light and dark, and whole on a small telephone."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from serikat.engines.site_audit.report.html import render_html
from serikat.engines.site_audit.report.tests.audits import SITE, varied_audit

CHROMIUM = Path("/usr/bin/chromium")
INKS = ("ink", "soft", "accent", "met", "not_met", "unclear", "not_applicable", "failed_to_run")
GROUNDS = ("paper", "sheet", "faint")


def schemes() -> list[dict[str, str]]:
    css = (files("serikat.engines.site_audit.report") / "styles.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]
    return [dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block)) for block in blocks]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", schemes(), ids=["light", "dark"])
def test_every_ink_is_readable_on_every_ground(scheme: dict[str, str]) -> None:
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    assert [pair for pair in pairs if contrast(scheme[pair[0]], scheme[pair[1]]) < 4.5] == []


def test_contrast_is_measured_as_wcag_does() -> None:
    assert round(contrast("#ffffff", "#000000"), 1) == 21.0
    assert round(contrast("#ffffff", "#777777"), 2) == 4.48


@pytest.mark.browser
def test_a_browser_shows_it_whole_on_a_telephone_and_asks_nobody(tmp_path: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    page_file = tmp_path / "laporan.html"
    page_file.write_text(render_html(varied_audit()), encoding="utf-8")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=flags)
        view = browser.new_page(viewport={"width": 360, "height": 740})
        asked: list[str] = []
        complaints: list[str] = []
        view.on("request", lambda request: asked.append(request.url))
        view.on("console", lambda message: complaints.append(message.text))
        view.goto(page_file.as_uri())
        assert view.evaluate("document.documentElement.scrollWidth") == 360
        assert view.evaluate("document.fonts.check('16px \"Plus Jakarta Sans\"')")
        assert view.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 242)"
        browser.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert complaints == []
    assert SITE not in asked
