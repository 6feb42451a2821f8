"""Makes the members known to Django."""

from __future__ import annotations

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """The members."""

    name = "serikat.foundation.members"

    def ready(self) -> None:
        """Say how members are called in the journal."""
        from serikat.foundation.members import naming  # noqa: PLC0415 - models are there only now

        naming.register()
