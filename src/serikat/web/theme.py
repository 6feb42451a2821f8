"""Light, dark, or as the device has it: a choice kept in a cookie."""

from __future__ import annotations

from typing import Literal

Theme = Literal["auto", "light", "dark"]

COOKIE = "theme"
THEMES: tuple[Theme, ...] = ("auto", "light", "dark")


def chosen(cookie: str | None) -> Theme:
    """The theme that a cookie asks for, else the device's own."""
    return next((theme for theme in THEMES if theme == cookie), "auto")
