"""The questions by which an officer writes bylaws down: the samples' articles, asked of the officer's own text."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from serikat.engines.judgement.standard import Clause, Parameter, ParameterValue
from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.editions import shipped_bylaws
from serikat.engines.legitimacy.judging import ESSENTIAL
from serikat.engines.legitimacy.parameters import code_of
from serikat.engines.legitimacy.shares import share

_SAMPLES = ("contoh-smsi", "contoh-konferensi")
_SOURCE = "NASKAH"
_SHARES = {"share"}

_STAYS = Words(
    '{title}: naskah tidak mengaturnya, jadi putusan tentang musyawarah mana pun tetap "belum dapat ditentukan".',
    '{title}: the text is silent, so the verdict on any assembly stays "undetermined".',
)
_NOT_JUDGED = Words("{title}: tidak diatur, jadi tidak dinilai.", "{title}: not regulated, so it is not judged.")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that bylaws may regulate: its title, the sample's wording, and the values that an article may hold."""

    clause: Clause

    @property
    def rule(self) -> str:
        """The rule that the answer feeds; also the name of the question."""
        return self.clause.rule.rule if self.clause.rule else ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the officer's text says: article and quote, with its values; an empty article is *tidak diatur*."""

    article: str = ""
    quote: str = ""
    values: Mapping[str, ParameterValue] = field(default_factory=dict)

    @property
    def is_regulated(self) -> bool:
        """Whether the text says anything of it."""
        return bool(self.article)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the articles of an edition."""

    id: str
    title: str
    issuer: str
    in_force_from: date


def questions() -> tuple[Question, ...]:
    """All questions, in the order of an assembly; at the end what only some bylaws regulate."""
    shipped = {edition.id: edition for edition in shipped_bylaws()}
    return tuple(Question(clause) for name in _SAMPLES for clause in shipped[name].clauses)


def titles(rules: Collection[str]) -> Words:
    """The things that these rules look at, as bylaws call them, in the order of an assembly."""
    named = [question.clause.title for question in questions() if question.rule in rules]
    return Words(", ".join(title.id for title in named), ", ".join(title.en for title in named))


def value_of(text: str, sample: Parameter) -> ParameterValue:
    """What was typed, in words or codes, in the type of the sample's value; raises ValueError for what it cannot be."""
    text = text.strip()
    if sample.name in _SHARES:
        return share(text).text
    if isinstance(sample.value, tuple):
        parts = [part.strip() for part in text.split(",") if part.strip()]
        if not parts:
            raise ValueError(text)
        likely = tuple(map(str, sample.value))
        return tuple(int(part) if isinstance(sample.value[0], int) else code_of(part, likely) for part in parts)
    if isinstance(sample.value, int):
        number = int(text)
        if number < 0:
            raise ValueError(text)
        return number
    if not text:
        raise ValueError(text)
    return code_of(text, (str(sample.value),))


def consequence(question: Question, reply: Reply) -> Words | None:
    """What stays undetermined or unjudged after this reply; None where the text regulates it."""
    if reply.is_regulated:
        return None
    said, title = (_STAYS if question.rule in ESSENTIAL else _NOT_JUDGED), question.clause.title
    return Words(said.id.format(title=title.id), said.en.format(title=title.en))


def edition_toml(head: Head, replies: Mapping[str, Reply]) -> str:
    """The edition as TOML: a clause for each thing that is regulated, none for the rest."""
    lines = [
        "[standard]",
        f"id = {_text(head.id)}",
        f"title = {_words(Words(head.title, head.title))}",
        f"regulation = {_text(head.title)}",
        f"issuer = {_text(head.issuer)}",
        "voluntary = true",
        'text_url = ""',
        f"in_force_from = {head.in_force_from.isoformat()}",
        "",
        "[[source]]",
        f"key = {_text(_SOURCE)}",
        f"what = {_text(head.title)}",
    ]
    for question in questions():
        reply = replies.get(question.rule, Reply())
        if reply.is_regulated:
            lines += _clause(head, question, reply)
    return "\n".join(lines) + "\n"


def _clause(head: Head, question: Question, reply: Reply) -> Sequence[str]:
    sample, wording = question.clause, reply.quote or question.clause.title.id
    lines = [
        "",
        "[[clause]]",
        f"id = {_text(f'{head.id}-{question.rule}'.replace('_', '-'))}",
        f"number = {_text(reply.article)}",
        f"title = {_words(sample.title)}",
        f"wording = {_words(Words(wording, wording))}",
        f"level = {_text(sample.level)}",
        # What an officer copied from the text itself has been read; without a quote it is not confirmed.
        f"confidence = {_text('P' if reply.quote else 'U')}",
        f"sources = [{_text(_SOURCE)}]",
        f"weight = {sample.weight}",
        f"effort = {sample.effort}",
        f"stage = {_text(sample.stage)}",
        'applies_to = ["assembly"]',
        f"remedy = {_words(sample.remedy)}",
        "[[clause.way]]",
        'kind = "rule"',
        f"rule = {_text(question.rule)}",
        f"what = {_words(sample.ways[0].what)}",
    ]
    for name, value in reply.values.items():
        lines += [
            "[[clause.parameter]]",
            f"name = {_text(name)}",
            f"value = {_value(value)}",
            f"source = {_text(_SOURCE)}",
            f"confidence = {_text('P' if reply.quote else 'U')}",
        ]
    return lines


def _value(value: ParameterValue) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    return _text(value) if isinstance(value, str) else str(value)


def _text(text: str) -> str:
    """A TOML string; JSON's escapes are TOML's, but for the delete character."""
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def _words(words: Words) -> str:
    return f"{{ id = {_text(words.id)}, en = {_text(words.en)} }}"
