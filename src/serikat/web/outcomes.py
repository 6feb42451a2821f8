"""Every outcome's word and sign, the same on every page: never a colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from serikat.engines.judgement.words import Words


@dataclass(frozen=True, slots=True)
class Sign:
    """How an outcome is shown: its word, and its icon in the sprite; its colour is the CSS class of the outcome."""

    words: Words
    icon: str


OUTCOMES: Mapping[str, Sign] = {
    "met": Sign(Words("Terpenuhi", "Met"), "met"),
    "not_met": Sign(Words("Belum terpenuhi", "Not yet met"), "not_met"),
    "unclear": Sign(Words("Belum jelas", "Unclear"), "unclear"),
    "not_applicable": Sign(Words("Tidak berlaku", "Does not apply"), "not_applicable"),
    "failed_to_run": Sign(Words("Gagal diperiksa", "Could not be checked"), "failed_to_run"),
    "unanswered": Sign(Words("Belum dijawab", "Unanswered"), "unanswered"),
}
