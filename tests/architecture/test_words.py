"""What people read is said in both languages, and keeps the promises of the house about what it never says."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from functools import cache

import pytest

from tests.architecture.sources import PACKAGE, project_files, python_sources

# Our result is a finding for a reviewer and never a pass; an unverified medium is never called illegal.
NEVER_SAID = re.compile(
    r"(?<!bukan )(?<!tidak )(?<!belum )\b(lolos|lulus)\b|\b(ilegal|illegal|abal-abal)\b", re.IGNORECASE
)

Said = tuple[str, str, str]


def words_in_code() -> Iterator[Said]:
    """Where, Indonesian, English: for each `Words(...)` written out in the code."""
    for source in python_sources():
        for node in ast.walk(source.tree):
            if not source.is_test and isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                said = {keyword.arg: keyword.value for keyword in node.keywords}
                both = node.args if len(node.args) == 2 else [said.get("id"), said.get("en")]
                if node.func.id == "Words" and all(isinstance(value, ast.Constant) for value in both):
                    yield f"{source.name}:{node.lineno}", *(str(value.value) for value in both)  # type: ignore[misc, union-attr]


def words_in_standards() -> Iterator[Said]:
    """The same for each `{ id = …, en = … }` in the shipped standards."""
    for path in project_files():
        if path.suffix == ".toml" and path.is_relative_to(PACKAGE):
            yield from pairs(tomllib.loads(path.read_text(encoding="utf-8")), path.name)


def pairs(value: object, where: str) -> Iterator[Said]:
    if isinstance(value, dict):
        if {"id", "en"} == set(value):
            yield where, value["id"], value["en"]
        else:
            for key, inner in value.items():
                yield from pairs(inner, f"{where} {value.get('id', '')}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from pairs(inner, where)


@cache
def said() -> list[Said]:
    return [*words_in_code(), *words_in_standards()]


def test_both_languages_are_there_and_differ() -> None:
    assert said()
    missing = [where for where, *both in said() if not all(text.strip() for text in both)]
    alike = [where for where, ours, theirs in said() if ours == theirs and len(ours.split()) > 3]
    assert missing + alike == []


def test_both_languages_have_the_same_gaps_to_fill() -> None:
    def gaps(sentence: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(sentence)} - {None}

    assert [where for where, ours, theirs in words_in_code() if gaps(ours) != gaps(theirs)] == []


def test_nothing_says_what_the_house_never_says() -> None:
    assert [f"{where}: {text}" for where, *both in said() for text in both if NEVER_SAID.search(text)] == []


@pytest.mark.parametrize("sentence", ["Situs ini lolos.", "Media ilegal", "An illegal medium"])
def test_a_forbidden_word_would_be_seen(sentence: str) -> None:
    assert NEVER_SAID.search(sentence)
