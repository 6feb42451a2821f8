"""One sentence in the two languages of the house, so that engines can speak without a translation framework."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence for people: `id` in Indonesian, `en` in English; both are written by the same author, side by side."""

    id: str
    en: str

    def in_language(self, language: Language) -> str:
        """The sentence in the language asked for."""
        return self.id if language == "id" else self.en

    def filled(self, **values: object) -> Words:
        """The sentence with its `{placeholders}` filled alike in both languages; braces in a value stay as they are."""
        return Words(self.id.format(**values), self.en.format(**values))
