"""Makes the journal known to Django."""

from __future__ import annotations

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The journal."""

    name = "serikat.foundation.journal"
