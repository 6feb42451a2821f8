"""The web floor as a Django app."""

from __future__ import annotations

from django import forms
from django.apps import AppConfig

from serikat.web.language import said_later


class WebConfig(AppConfig):
    """What every page stands on."""

    name = "serikat.web"
    label = "web"

    def ready(self) -> None:
        """Forms ask for what is missing in the house's words."""
        forms.Field.default_error_messages["required"] = said_later("Bagian ini perlu diisi.", "This is needed.")
