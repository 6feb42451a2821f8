"""Things are called by the field's words, and no room is a drawer for odds and ends."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator

from tests.architecture.sources import ROOT, Source, python_sources

DJANGO_S_OWN = {"AUTH_PASSWORD_VALIDATORS"}
DRAWERS = {"util", "helper", "common", "misc", "core", "base", "manager", "service"}


def test_no_module_is_named_for_odds_and_ends() -> None:
    named = [
        source.name
        for source in python_sources()
        for part in source.path.relative_to(ROOT).with_suffix("").parts
        if DRAWERS & {word.removesuffix("s") for word in words_of(part)} and part != "tests"
    ]
    assert named == []


def test_identifiers_use_the_glossary_s_words() -> None:
    better = {tuple(words_of(wrong)): term["name"] for term in glossary_terms() for wrong in term.get("instead_of", [])}
    found = [
        f"{source.name}:{line} {identifier}: say {better[wrong]}"
        for source in python_sources()
        for identifier, line in identifiers(source)
        for wrong in better
        if holds(words_of(identifier), wrong)
    ]
    assert found == []


def test_a_synonym_is_never_itself_a_term() -> None:
    names = {term["name"] for term in glossary_terms()}
    assert [wrong for term in glossary_terms() for wrong in term.get("instead_of", []) if wrong in names] == []


def test_every_term_is_whole() -> None:
    for term in glossary_terms():
        assert re.fullmatch(r"[a-z][a-z_]*", term["name"]), term["name"]
        assert term["en"], term["name"]
        assert term["id"], term["name"]
        assert term["meaning"].endswith("."), term["name"]


def test_a_wrong_word_is_seen_inside_a_name_but_not_inside_a_word() -> None:
    assert holds(words_of("read_imprintPage"), ("imprint",))
    assert not holds(words_of("reprinted"), ("print",))


def glossary_terms() -> list[dict[str, str]]:
    return tomllib.loads((ROOT / "glossary.toml").read_text(encoding="utf-8"))["term"]  # type: ignore[no-any-return]


def words_of(identifier: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", identifier)
    return [word for word in re.split(r"[\W_]+", spaced.lower()) if word]


def holds(words: list[str], wrong: tuple[str, ...]) -> bool:
    """Whether the wrong words stand in the name side by side, in the singular or the plural."""
    singular = [word.removesuffix("s") for word in words]
    target = [word.removesuffix("s") for word in wrong]
    return any(singular[at : at + len(target)] == target for at in range(len(words)))


def identifiers(source: Source) -> Iterator[tuple[str, int]]:
    """Names that the file itself gives: modules, classes, functions, arguments, variables, fields."""
    yield source.path.stem, 1
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id not in DJANGO_S_OWN:
            yield node.id, node.lineno
