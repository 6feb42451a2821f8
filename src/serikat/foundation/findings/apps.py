"""Makes findings known to Django."""

from __future__ import annotations

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """Findings."""

    name = "serikat.foundation.findings"

    def ready(self) -> None:
        """Say how rounds and audits are called in the journal, and what stands in the menu."""
        from serikat.foundation.findings import menu, naming  # noqa: PLC0415 - models are there only now

        naming.register()
        menu.fill()
