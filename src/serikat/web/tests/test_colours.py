"""Every ink is readable on every ground, in light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).resolve().parents[1] / "static/web/serikat.css").read_text(encoding="utf-8")
OUTCOMES = ("met", "not_met", "unclear", "failed_to_run")
INKS = ("ink", "soft", "accent", "accent-deep", "not_applicable", "unanswered", *OUTCOMES)
GROUNDS = ("paper", "sheet", "faint")
PAIRS = [
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    *((name, f"{name}-faint") for name in OUTCOMES),
    *(("on-fill", f"fill-{name}") for name in ("accent", *OUTCOMES)),
    *(("on-scale-low", f"scale-{step}") for step in (0, 1, 2)),
    ("on-scale-3", "scale-3"),
    ("on-scale-4", "scale-4"),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("accent", "accent-faint"),
    ("ink", "accent-faint"),
]
# A border that tells a field from the page, and a bar from it, needs less: WCAG 1.4.11.
SHAPES = [("edge", "sheet"), ("edge", "paper"), *((f"fill-{name}", "paper") for name in ("accent", *OUTCOMES))]


def schemes() -> list[dict[str, str]]:
    blocks = re.findall(r":root[^{]*\{([^}]*--paper[^}]*)\}", CSS)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks[:3]]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("at", [0, 1], ids=["light", "dark"])
def test_every_ink_is_readable_on_its_ground(at: int) -> None:
    scheme = schemes()[at]
    faint = [pair for pair in PAIRS if contrast(scheme[pair[0]], scheme[pair[1]]) < 4.5]
    assert faint + [pair for pair in SHAPES if contrast(scheme[pair[0]], scheme[pair[1]]) < 3] == []


def test_the_chosen_dark_is_the_device_s_dark() -> None:
    assert schemes()[1] == schemes()[2]
