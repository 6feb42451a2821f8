"""Makes people known to Django."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People."""

    name = "serikat.foundation.people"

    def ready(self) -> None:
        """Say how people are called in the journal, and which pages stand in the menu."""
        from serikat.foundation.people import menu, naming  # noqa: PLC0415 - models are there only now

        naming.register()
        menu.register()
