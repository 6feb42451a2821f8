"""Makes the secretariat known to Django."""

from __future__ import annotations

from django.apps import AppConfig


class SecretariatConfig(AppConfig):
    """The secretariat."""

    name = "serikat.fronts.secretariat"
