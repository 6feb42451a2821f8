"""Makes the chapters known to Django."""

from __future__ import annotations

from django.apps import AppConfig


class ChaptersConfig(AppConfig):
    """The chapters."""

    name = "serikat.foundation.chapters"

    def ready(self) -> None:
        """Say how chapters are called in the journal."""
        from serikat.foundation.chapters import naming  # noqa: PLC0415 - models are there only now

        naming.register()
