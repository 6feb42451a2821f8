"""TOML tables that know the lines that they were written on, so that a fault in a standard can be pointed at."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from serikat.engines.judgement.words import Words

Address = tuple[str | int, ...]
Choice = TypeVar("Choice", bound=StrEnum)

_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_PATH = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_PATH})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_PATH})[ \t]*=")
# Strings come first, so that a bracket, a "#" or a line end inside one is never read as structure.
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}' + r"|'''.*?'{3,5}" + r'|"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'|#[^\n]*|[\[\]{}]|\n",
    re.DOTALL,
)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class StandardError(ValueError):
    """A standard that cannot be used; reads `file:line: what is wrong and what to do next`."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file = file
        self.line = line
        self.message = message


def line_index(text: str) -> dict[Address, int]:
    """The line (from 1) of every table header and key of a TOML text, by address such as `("clause", 2, "weight")`.

    Keys inside an inline table are not listed: ask for the key that holds it.
    """
    lines: dict[Address, int] = {}
    counts: dict[Address, int] = {}
    table: Address = ()
    for line, statement in _statements(text):
        if header := _HEADER.match(statement):
            table = _header_address(_path(header[2]), header[1] == "[[", counts)
            lines.setdefault(table, line)
        elif key := _KEY.match(statement):
            path = _path(key[1])
            for length in range(1, len(path) + 1):
                lines.setdefault(table + path[:length], line)
    return lines


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each line that begins a statement, with its number: not those inside a string, an array or an inline table."""
    text += "\n"
    line, depth = 1, 0
    yield line, text[: text.index("\n")]
    for token in _TOKEN.finditer(text):
        mark = token[0]
        depth += (mark in "[{") - (mark in "]}")
        line += mark.count("\n")
        if mark == "\n" and depth == 0:
            yield line, text[token.end() : text.find("\n", token.end())]


def _path(dotted: str) -> Address:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, dotted))


def _header_address(path: Address, is_array: bool, counts: dict[Address, int]) -> Address:
    """Where a header points: every array of tables on the way stands at its latest element."""
    address: Address = ()
    for position, name in enumerate(path):
        address += (name,)
        if is_array and position == len(path) - 1:
            counts[address] = counts.get(address, -1) + 1
        if address in counts:
            address += (counts[address],)
    return address


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file, which knows where it stands and refuses what does not belong there."""

    content: Mapping[str, object]
    address: Address
    file: str
    lines: Mapping[Address, int]

    def line(self, key: str | None = None) -> int:
        """The line of a key, or of the nearest table above it that has one."""
        address = self.address if key is None else (*self.address, key)
        while address and address not in self.lines:
            address = address[:-1]
        return self.lines.get(address, 1)

    def refusal(self, message: str, key: str | None = None) -> StandardError:
        return StandardError(self.file, self.line(key), message)

    def expect(self, required: set[str], optional: set[str]) -> None:
        for key in self.content:
            if key not in required | optional:
                raise self.refusal(f'"{key}" is no key here; {self.advice(key, required | optional)}', key)
        self.require(required)

    def require(self, keys: set[str]) -> None:
        for key in sorted(keys - self.content.keys()):
            raise self.refusal(f'"{key}" is missing; add it to this table')

    def advice(self, wrong: str, known: Collection[str]) -> str:
        near = get_close_matches(wrong, sorted(known), 1)
        return f'did you mean "{near[0]}"?' if near else f"choose from {', '.join(sorted(known))}"

    def text(self, key: str, default: str | None = None) -> str:
        if default is not None and key not in self.content:
            return default
        value = self.content[key]
        if not isinstance(value, str) or not (value.strip() or default == ""):
            raise self.refusal(f'"{key}" must be a text that is not empty', key)
        return value

    def slug(self, key: str) -> str:
        value = self.text(key)
        if not _SLUG.fullmatch(value):
            raise self.refusal(f'"{key}" must be small letters and digits joined by "-", and is "{value}"', key)
        return value

    def words(self, key: str) -> Words:
        value = self.content[key]
        if not isinstance(value, dict) or value.keys() != {"id", "en"}:
            raise self.refusal(f'"{key}" must be {{ id = "…", en = "…" }}: both languages and nothing else', key)
        for text in value.values():
            if not isinstance(text, str) or not text.strip():
                raise self.refusal(f'"{key}" must say something in both languages', key)
        return Words(value["id"], value["en"])

    def optional_words(self, key: str) -> Words | None:
        return self.words(key) if key in self.content else None

    def one_of(self, key: str, known: Collection[str]) -> str:
        value = self.text(key)
        if value not in known:
            raise self.refusal(f'"{key}" is "{value}", which is unknown; {self.advice(value, known)}', key)
        return value

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        return kind(self.one_of(key, [member.value for member in kind]))

    def flag(self, key: str) -> bool:
        value = self.content.get(key, False)
        if not isinstance(value, bool):
            raise self.refusal(f'"{key}" must be true or false', key)
        return value

    def grade(self, key: str) -> int:
        value = self.content[key]
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 5:
            raise self.refusal(f'"{key}" must be a whole number from 1 to 5', key)
        return value

    def day(self, key: str) -> date:
        value = self.content[key]
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.refusal(f'"{key}" must be a date without quotes, such as 2012-03-26', key)
        return value

    def optional_day(self, key: str) -> date | None:
        return self.day(key) if key in self.content else None

    def names(self, key: str, known: Collection[str], what: str) -> tuple[str, ...]:
        """A list of texts, each of which must be among `known`; an absent key is an empty list."""
        values = self.texts(key)
        for value in values:
            if value not in known:
                message = f'"{key}" names the {what} "{value}", which does not exist'
                raise self.refusal(f"{message}; {self.advice(value, known)}", key)
        return values

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; an absent key is an empty list."""
        values = self.content.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.refusal(f'"{key}" must be a list of texts', key)
        return tuple(values)

    def table(self, key: str) -> Table:
        value = self.content[key]
        if not isinstance(value, dict):
            raise self.refusal(f'"{key}" must be one table, written [{key}]', key)
        return Table(value, (*self.address, key), self.file, self.lines)

    def tables(self, key: str) -> list[Table]:
        values = self.content.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.refusal(f'"{key}" must be written as [[{key}]], once for each', key)
        return [Table(v, (*self.address, key, n), self.file, self.lines) for n, v in enumerate(values)]
