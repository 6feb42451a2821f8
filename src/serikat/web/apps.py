"""The web floor as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """What every page stands on."""

    name = "serikat.web"
    label = "web"
