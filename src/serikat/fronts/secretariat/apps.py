"""Makes the secretariat known to Django."""

from __future__ import annotations

from django.apps import AppConfig


class SecretariatConfig(AppConfig):
    """The secretariat."""

    name = "serikat.fronts.secretariat"

    def ready(self) -> None:
        """Say which pages stand in the menu, and what can be done with outlets."""
        from serikat.fronts.secretariat import menu  # noqa: PLC0415 - models are there only now

        menu.fill()
