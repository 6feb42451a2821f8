"""The questions by which a past assembly is entered from its papers, as far as its bylaws need them."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from serikat.engines.judgement.standard import Standard
from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.paper_answers import ADDING, AUTOMATIC, PROVISIONAL
from serikat.engines.legitimacy.record import FORMAT

# Without these there is no record at all.
NEEDED = ("/assembly/title", "/assembly/held_on", "/editions")
_PARAMETER = re.compile(r"\{([a-z_]+)\.([a-z_]+)\}")
_NAMES = ("id", "unit", "person", "letter", "by", "kind", "office", "decision", "at")


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """One fact, or one for each of several: its place in the record, how it is written, and which rules need it.

    `place` has a star for every entry of a list and `{rule.parameter}` for every value of an article. `kind` says how
    the answer is read (paper_answers), `when` a fact on which the question depends, `paper` in which paper it stands.
    """

    place: str
    kind: str
    rules: frozenset[str]
    when: str
    paper: str
    asks: Words


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to put now: its place, and which entries or values (codes, ids) it is about."""

    question: PaperQuestion
    place: str
    about: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """By which it is remembered that it was asked; several questions can fill one list."""
        return f"{self.place} {self.question.kind}"


@cache
def questions() -> tuple[PaperQuestion, ...]:
    """All questions, in the order of an assembly and its papers."""
    text = (files(__package__) / "paper_questions.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return tuple(
        PaperQuestion(
            row["place"], row["kind"], frozenset(row["rules"].split()), row["when"], row["paper"],
            Words(row["id"], row["en"]),
        )
        for row in rows
    )  # fmt: skip


def empty_record(name: str) -> dict[str, Any]:
    """A record that knows nothing but its own name."""
    return {"format": FORMAT, "assembly": {"id": name}}


def next_ask(content: Mapping[str, Any], asked: Collection[str], editions: Iterable[Standard]) -> Ask | None:
    """The first question that the editions need, whose condition holds and which was not asked; None at the end.

    All are asked where none of the editions is at hand.
    """
    regulated, done = _regulated(editions), frozenset(asked)
    for question in questions():
        is_needed = not question.rules or not regulated or question.rules & regulated.keys()
        if not is_needed or question.kind.partition(".")[0] in AUTOMATIC:
            continue
        for ask in _expanded(question, content, regulated):
            is_open = question.kind in ADDING or ask.place.endswith(PROVISIONAL)
            if ask.key not in done and (is_open or fact_at(content, ask.place) is None):
                return ask
    return None


def automatic(content: Mapping[str, Any], editions: Iterable[Standard]) -> Iterator[PaperQuestion]:
    """The lists that follow from the units and need no question, where they are not there yet."""
    regulated = _regulated(editions)
    for question in questions():
        is_wanted = not regulated or bool(question.rules & regulated.keys())
        if question.kind.partition(".")[0] in AUTOMATIC and is_wanted and fact_at(content, question.place) is None:
            yield question


def fact_at(content: Any, place: str) -> Any:
    """The fact at a place of what was entered; None where there is none."""
    for step in place.strip("/").split("/"):
        try:
            content = content[int(step)] if isinstance(content, list) else content[step]
        except (KeyError, IndexError, ValueError, TypeError):
            return None
    return content


def _regulated(editions: Iterable[Standard]) -> dict[str, dict[str, tuple[str, ...]]]:
    """The rules that these editions ask, each with the values of its parameters."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for clause in (clause for edition in editions for clause in edition.clauses if clause.rule):
        held = found.setdefault(clause.rule.rule if clause.rule else "", {})
        for parameter in clause.parameters:
            values = parameter.value if isinstance(parameter.value, tuple) else (parameter.value,)
            held[parameter.name] = (*held.get(parameter.name, ()), *map(str, values))
    return found


def _expanded(
    question: PaperQuestion, content: Mapping[str, Any], regulated: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> Iterator[Ask]:
    """The question for every entry and every value that its place stands for."""
    wanted = _PARAMETER.search(question.place)
    values = regulated.get(wanted[1], {}).get(wanted[2], ()) if wanted else ("",)
    for value, numbers in product(values, list(_numbers(question.place, content))):
        place = _PARAMETER.sub(value, question.place)
        about = []
        for number in numbers:
            head = place.partition("/*")[0]
            place = place.replace("*", str(number), 1)
            about.append(_name(fact_at(content, f"{head}/{number}"), number))
        if _holds(question.when, content, numbers):
            yield Ask(question, place, (*about, *([value] if value else [])))


def _numbers(place: str, content: Mapping[str, Any]) -> Iterator[tuple[int, ...]]:
    """The numbers of the entries that the stars of a place stand for."""
    head, star, rest = place.partition("/*")
    if not star:
        yield ()
        return
    for number in range(len(fact_at(content, head) or ())):
        for inner in _numbers(f"{head}/{number}{rest}", content):
            yield (number, *inner)


def _name(entry: Any, number: int) -> str:
    held = entry if isinstance(entry, dict) else {}
    return next((str(held[key]) for key in _NAMES if key in held), str(number + 1))


def _holds(when: str, content: Mapping[str, Any], numbers: tuple[int, ...]) -> bool:
    """Whether a condition holds: `/place`, `!/place`, `/place=one other` or `/place!=one`."""
    for number in numbers:
        when = when.replace("*", str(number), 1)
    place, equals, values = when.partition("=")
    if not when:
        return True
    if not equals:
        return bool(fact_at(content, place.lstrip("!"))) != place.startswith("!")
    return (str(fact_at(content, place.rstrip("!"))) in values.split()) != place.endswith("!")
