"""`make pictures`: takes the pictures of both READMEs anew, of the demo as anybody starts it."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from serikat.web.tests.browser import chromium
from tests.support.installations import command, free_port, surroundings, until

IMAGES = Path(__file__).parents[2] / "docs" / "images"
LARGEST = 200_000
_OUTLET, _REPORT = "Lentera Pulau Rekaan", "jendela-negeri-rekaan.example"


def main() -> int:
    """Writes the pictures; 1 where one of them is too heavy for a README."""
    with tempfile.TemporaryDirectory(prefix="serikat-pictures-") as name, chromium() as browser:
        folder = Path(name)
        with _demo(folder) as log:
            _take_web(browser, log.read_text(encoding="utf-8"), folder)
        _run(folder, "demo", "--no-serve", "--out", str(folder / "reports"))
        report = folder / "reports" / "laporan" / f"{_REPORT}.html"
        page = browser.new_context(viewport={"width": 1040, "height": 1560}).new_page()
        page.goto(report.as_uri())
        page.screenshot(path=IMAGES / "report.png")
    heavy = [path.name for path in IMAGES.glob("*.png") if path.stat().st_size > LARGEST]
    print("Heavier than 200 kB: " + ", ".join(heavy) if heavy else f"The pictures lie in {IMAGES.name}.")
    return 1 if heavy else 0


@contextmanager
def _demo(folder: Path) -> Iterator[Path]:
    """The demo, after its audits, and what it printed."""
    log = folder / "log"
    environment = surroundings(folder / "none", SERIKAT_PORT=str(free_port()))
    with log.open("wb") as heard:
        demo = subprocess.Popen(command("demo", "--out", str(folder)), env=environment, stdout=heard, stderr=heard)
        try:
            if not until(lambda: b"semua halaman sekarang terisi" in log.read_bytes()):
                sys.exit(log.read_text(encoding="utf-8"))
            yield log
        finally:
            demo.terminate()
            demo.wait(60)


def _take_web(browser: Any, printed: str, folder: Path) -> None:
    origin, member = (re.findall(pattern, printed)[0] for pattern in (r"(http://\S+)/masuk/", r"http://\S+/t/\S+"))
    officer = browser.new_context(viewport={"width": 1280, "height": 1240}).new_page()
    officer.goto(f"{origin}/masuk/")
    officer.fill("[name=login]", "sekretaris")
    officer.fill("[name=password]", "peragaan-serikat")
    officer.locator("main form button").first.click()
    officer.fill("[name=code]", _run(folder, "demo", "--code").strip())
    officer.locator("main form button").first.click()
    officer.wait_for_url(f"{origin}/")
    officer.goto(f"{origin}/media/")
    officer.screenshot(path=IMAGES / "outlets.png")
    officer.get_by_role("link", name=_OUTLET).click()
    officer.wait_for_url("**/media/*-*/")
    officer.screenshot(path=IMAGES / "outlet.png")
    telephone = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    telephone.goto(member)
    telephone.locator("main form button").first.click()
    telephone.wait_for_url("**/saya/**")
    telephone.screenshot(path=IMAGES / "member-telephone.png")


def _run(folder: Path, *arguments: str) -> str:
    environment = surroundings(folder / "data")
    return subprocess.run(command(*arguments), env=environment, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
