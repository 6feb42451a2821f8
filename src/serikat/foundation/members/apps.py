"""Makes the members known to Django."""

from __future__ import annotations

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """The members."""

    name = "serikat.foundation.members"

    def ready(self) -> None:
        """Say how members are called in the journal, and which pages stand in the menu."""
        from serikat.foundation.members import menu, naming  # noqa: PLC0415 - models are there only now

        naming.register()
        menu.register()
