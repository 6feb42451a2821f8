"""What pages are made of, known to Django."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The web floor."""

    name = "serikat.web"
