"""What the base template needs on every page."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from serikat.engines.judgement.words import Language
from serikat.web import language, theme
from serikat.web.navigation import Line, Place, lines_for


@dataclass(frozen=True, slots=True)
class PageContext:
    """The reader's language and theme, and the menu, which is worked out only where a page draws it."""

    request: HttpRequest
    language: Language
    theme: theme.Theme
    association: str

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
    association = getattr(settings, "ASSOCIATION_NAME", "") or "Serikat"
    chosen = theme.chosen(request.COOKIES.get(theme.COOKIE))
    return {"frame": PageContext(request, language.current(), chosen, association)}
