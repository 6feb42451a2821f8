"""What a rule is asked and what it may say: an article's parameters in, faults, open facts and quotes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.standard import Parameter
from serikat.engines.judgement.words import Language, Words
from serikat.engines.legitimacy.fact_names import fact_name
from serikat.engines.legitimacy.presence import Presence
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.shares import Share, share
from serikat.engines.legitimacy.terms import in_language

_MOST_SAID = 3
_UNSPOKEN = {"attested", "document", "proof", "order"}
_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?)?")
_MORE = Words("{said} Dan {n} hal serupa lagi.", "{said} And {n} more like it.")


@dataclass(frozen=True, slots=True)
class FactQuote:
    """A fact as it stands in the record: its place, who attests it, the document's hash and what it is."""

    place: str
    value: Any
    by: str = ""
    sha256: str = ""
    title: str = ""

    @property
    def source(self) -> str:
        """Who attests it, and the document where it has a name; empty where nobody does."""
        return f"{self.by}, {self.title}" if self.by and self.title else self.by

    @property
    def text(self) -> str:
        """The fact as the record writes it; the order of its keys, which says nothing, leaves no trace."""
        return _shown(self.value)

    @property
    def words(self) -> Words:
        """The fact as people read it; what is quoted elsewhere, hashes and attestations, is left out."""
        return Words(_spoken(self.value, "id"), _spoken(self.value, "en"))


@dataclass(frozen=True, slots=True)
class OpenFact:
    """A fact that the record does not hold, at its place, and on which an article waits.

    The question is answered yes or no, and no breaks the article, unless its text is doubtful; a choice asks which of
    several is so.
    """

    place: str
    question: Words
    is_choice: bool = False
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """One way in which an article is not met; where a rule in `explained_by` is not met either, that explains it."""

    reason: Words
    explained_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What a rule saw of one article."""

    outcome: Outcome
    reason: Words
    quotes: tuple[FactQuote, ...] = ()
    needs: tuple[OpenFact, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """One article as put to a rule, under one reading of its parameters.

    `regulated` counts, for each rule, the articles that ask it and concern this assembly.
    """

    parameters: Mapping[str, Parameter]
    presence: Presence
    regulated: Mapping[str, int] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the edition says anything of this."""
        return name in self.parameters

    def number(self, name: str, otherwise: int = 0) -> int:
        """A whole number, or what the rule takes where the edition gives none."""
        parameter = self.parameters.get(name)
        return int(parameter.value) if parameter and isinstance(parameter.value, int | float) else otherwise

    def text(self, name: str, otherwise: str = "") -> str:
        """One word of the edition."""
        parameter = self.parameters.get(name)
        return str(parameter.value) if parameter else otherwise

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of words, or one alone."""
        parameter = self.parameters.get(name)
        if parameter is None:
            return ()
        return tuple(map(str, parameter.value)) if isinstance(parameter.value, tuple) else (str(parameter.value),)

    def numbers(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers, or one alone."""
        return tuple(int(each) for each in self.texts(name))

    def share(self, name: str, otherwise: str) -> Share:
        """A share such as "2/3" or "1/2+1"; raises ValueError for a text that is none."""
        return share(self.text(name, otherwise))


class Look:
    """Gathers what a rule sees: faults win over open facts, open facts over what is met."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._faults: dict[Fault, None] = {}
        self._needs: dict[str, OpenFact] = {}
        self._quotes: dict[str, FactQuote] = {}
        self._shown_for_faults: dict[str, FactQuote] = {}

    def fault(self, reason: Words, *places: str, explained_by: tuple[str, ...] = ()) -> None:
        """Something is not as the article asks; `places` are quoted."""
        self._faults.setdefault(Fault(reason, explained_by))
        self._show(self._shown_for_faults, places)

    def open(self, place: str, question: Words, *, is_doubtful: bool = False) -> None:
        """The record does not say; yes meets the article, and no breaks it unless that is doubtful."""
        self._needs.setdefault(place, OpenFact(place, question, is_doubtful=is_doubtful))

    def ask(self, place: str, question: Words) -> None:
        """The record does not say which of several is so; no answer is yes or no."""
        self._needs.setdefault(place, OpenFact(place, question, is_choice=True))

    def quote(self, *places: str) -> None:
        """Shows facts that the outcome rests on; a fault shows its own where it has any."""
        self._show(self._quotes, places)

    def _show(self, shown: dict[str, FactQuote], places: Iterable[str]) -> None:
        for place in places:
            if len(shown) < _MOST_SAID * 2 and place not in shown:
                shown[place] = quoted(self._record.raw, place)

    def join(self, other: Look) -> None:
        """Takes over what was seen of one part."""
        self._faults |= other._faults
        self._needs = other._needs | self._needs
        self._show(self._shown_for_faults, other._shown_for_faults)
        self._show(self._quotes, other._quotes)

    @property
    def worst(self) -> tuple[int, int]:
        """How bad it is, to choose the best of several: faults, then open facts."""
        return len(self._faults), len(self._needs)

    def seen(self, met: Words) -> Seen:
        """The outcome: `met` is said where nothing is missing and nothing open."""
        needs, faults = tuple(self._needs.values()), tuple(self._faults)
        quotes = tuple(((faults and self._shown_for_faults) or self._quotes).values())
        if faults:
            return Seen(Outcome.NOT_MET, _joined([fault.reason for fault in faults]), quotes, (), faults)
        if needs:
            return Seen(Outcome.UNCLEAR, _joined([need.question for need in needs]), quotes, needs)
        return Seen(Outcome.MET, met, quotes)


def set_aside(reason: Words) -> Seen:
    """The article does not concern this assembly."""
    return Seen(Outcome.NOT_APPLICABLE, reason)


def quoted(raw: Mapping[str, Any], place: str) -> FactQuote:
    """The fact at a place of the record, with the nearest attestation on the way to it."""
    at: Any = raw
    attested: list[dict[str, Any]] = []
    for step in place.strip("/").split("/"):
        attested = _attested(at) or attested
        try:
            at = at[int(step)] if isinstance(at, list) else at[step]
        except (KeyError, IndexError, ValueError, TypeError):
            at = None
            break
    attested = _attested(at) or attested
    first = attested[0] if attested else {}
    return FactQuote(
        place, at, str(first.get("by", "")), str(first.get("document") or ""), str(first.get("title") or "")
    )


def _attested(at: Any) -> list[dict[str, Any]]:
    return at.get("attested") or [] if isinstance(at, dict) else []


def _shown(at: Any) -> str:
    if at is None:
        return ""
    if isinstance(at, dict):
        return "; ".join(f"{key}: {_shown(value)}" for key, value in sorted(at.items()) if key != "attested")
    if isinstance(at, list):
        return ", ".join(map(_shown, at[:_MOST_SAID])) + (" …" if len(at) > _MOST_SAID else "")
    return str(at).lower() if isinstance(at, bool) else str(at)


def _spoken(at: Any, language: Language) -> str:
    if at is None:
        return ""
    if isinstance(at, dict):
        facts = {key: value for key, value in sorted(at.items()) if key not in _UNSPOKEN}
        return "; ".join(f"{fact_name(key).in_language(language)}: {_spoken(value, language)}"
                         for key, value in facts.items())  # fmt: skip
    if isinstance(at, list):
        shown = ", ".join(_spoken(each, language) for each in at[:_MOST_SAID])
        return shown + (" …" if len(at) > _MOST_SAID else "")
    if isinstance(at, str) and _TIME.fullmatch(at):
        return in_language(datetime.fromisoformat(at) if "T" in at else date.fromisoformat(at), language)
    return in_language(at, language)


def _joined(said: list[Words]) -> Words:
    shown = said[:_MOST_SAID]
    joined = Words(" ".join(words.id for words in shown), " ".join(words.en for words in shown))
    if len(said) <= _MOST_SAID:
        return joined
    return Words(_MORE.id.format(said=joined.id, n=len(said) - _MOST_SAID),
                 _MORE.en.format(said=joined.en, n=len(said) - _MOST_SAID))  # fmt: skip
