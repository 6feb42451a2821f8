"""What the base template needs on every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from serikat.engines.judgement.words import Language
from serikat.web import language, theme
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
