"""One sentence in the two languages of the house, so that engines can speak without a translation framework."""

from __future__ import annotations

from collections.abc import Mapping
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
        """The sentence with its `{placeholders}` filled: alike in both languages, but for values that are Words.

        Braces in a value stay as they are.
        """
        return Words(self.id.format(**_spoken(values, "id")), self.en.format(**_spoken(values, "en")))


def _spoken(values: Mapping[str, object], language: Language) -> dict[str, object]:
    return {name: each.in_language(language) if isinstance(each, Words) else each for name, each in values.items()}
