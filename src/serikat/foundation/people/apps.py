"""Makes people known to Django."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People."""

    name = "serikat.foundation.people"

    def ready(self) -> None:
        """Say how people are called in the journal, and which pages stand in the menu."""
        from serikat.foundation.people import menu, middleware, naming  # noqa: PLC0415 - models are there only now
        from serikat.web.page_context import association_named_by  # noqa: PLC0415

        naming.register()
        menu.register()
        association_named_by(middleware.association_name)
