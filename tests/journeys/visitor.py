"""A person before a screen, who sees to it that every page is whole and clean, on every screen and in the dark."""

from __future__ import annotations

from typing import Any

MILLISECONDS = 60_000
WIDTHS = (390, 1280)


class Visitor:
    """One browser page; `origin` is where the installation is reached."""

    def __init__(self, page: Any, origin: str) -> None:
        from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

        self.page, self._origin, self._axe = page, origin, Axe()
        page.set_default_timeout(MILLISECONDS)
        self._complaints: list[str] = []
        page.on("pageerror", lambda error: self._complaints.append(str(error)))
        page.on("console", lambda said: self._complaints.append(said.text) if said.type == "error" else None)

    def goes_to(self, path: str) -> None:
        """Open a page, and look at it."""
        self.page.goto(self._origin + path)
        self.looks()

    def presses(self, name: str) -> None:
        """Press the button or follow the link of this name, and look at what comes."""
        main = self.page.locator("main")
        button, link = (main.get_by_role(role, name=name, exact=True) for role in ("button", "link"))
        with self.page.expect_navigation():
            button.or_(link).first.click()
        self.looks()

    def unfolds(self) -> None:
        """Open all that is folded away, and look at that as well."""
        for folded in self.page.locator("main details").all():
            folded.evaluate("element => element.open = true")
        self.looks()

    def looks(self) -> None:
        """No word is cut off at the side, nothing keeps a blind reader out, and the browser has no complaint."""
        self.page.wait_for_load_state()
        own = self.page.viewport_size
        for width in WIDTHS:
            self.page.set_viewport_size({**own, "width": width})
            assert self.page.evaluate("document.documentElement.scrollWidth") <= width, self.page.url
            self._is_clean(f"at {width}")
        # Without motion, so that no colour is caught on its way.
        self.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        self._is_clean("in the dark", runOnly=["color-contrast"])
        self.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        self.page.set_viewport_size(own)
        assert self._complaints == [], self.page.url

    def _is_clean(self, how: str, **options: Any) -> None:
        """Axe has nothing against the page as it stands now."""
        found = self._axe.run(self.page, options=options).response["violations"]
        faults = [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]
        assert not faults, f"{self.page.url} {how}: {faults}"
