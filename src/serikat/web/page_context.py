"""What the base template needs on every page."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.http import HttpRequest

from serikat.engines.judgement.words import Language
from serikat.web import language, theme
from serikat.web.addresses import own_address
from serikat.web.navigation import Line, Place, lines_for

_named_by: list[Callable[[HttpRequest], str]] = []


def association_named_by(ask: Callable[[HttpRequest], str]) -> None:
    """Registers who knows the association's name, which the web floor does not; asked on every page, more than once."""
    _named_by[:] = [ask]


@dataclass(frozen=True, slots=True)
class PageContext:
    """The reader's language and theme, the association's name and the menu, each worked out only where it is drawn."""

    request: HttpRequest
    language: Language
    theme: theme.Theme

    @property
    def association(self) -> str:
        """The association's name; the software's where it has none yet."""
        return (_named_by[0](self.request) if _named_by else "") or "Serikat"

    @property
    def work(self) -> list[Line]:
        """The menu of work."""
        return lines_for(self.request, Place.WORK)

    @property
    def section(self) -> Line | None:
        """The list or page of the menu below which the page's address lies; none for the home page and for itself."""
        current = (line for line in self.work if line.is_current)
        return next((line for line in current if line.url not in {"/", self.request.path}), None)

    @property
    def came_from(self) -> str:
        """The page here that led to this one; empty where that is not known, is the home page or was for signing in."""
        with suppress(ValueError):
            before = urlsplit(self.request.headers.get("Referer", ""))
            is_here = before.path == self.request.path and self.request.method != "POST"
            if before.netloc == self.request.get_host() and not is_here:
                address = own_address(urlunsplit(("", "", before.path, before.query, "")))
                return "" if address == "/" or address.startswith(settings.LOGIN_URL) else address
        return ""

    @property
    def account(self) -> list[Line]:
        """The person's own affairs."""
        return lines_for(self.request, Place.ACCOUNT)

    @property
    def open(self) -> list[Line]:
        """The menu of open pages."""
        return lines_for(self.request, Place.OPEN)


def page(request: HttpRequest) -> dict[str, PageContext]:
    """The context processor: `frame` in every template."""
    return {"frame": PageContext(request, language.current(), theme.chosen(request.COOKIES.get(theme.COOKIE)))}
