"""What the code imports and what `pyproject.toml` asks for are the same."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import packages_distributions

from tests.architecture.sources import ROOT, Source, python_sources

OURS = {"serikat", "tests"}
# Django is told by name what to load.
SETTINGS = "src/serikat/config/settings.py"
DOTTED = re.compile(r"[a-z_]\w*(\.\w+)*")
UNDER_DJANGO = {"django.contrib.auth.hashers.Argon2PasswordHasher": ["argon2"]}


def asked_for(*, by_tools: bool) -> set[str]:
    """The distributions that `pyproject.toml` names, by their normal names."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = settings["dependency-groups"].values() if by_tools else []
    extras = settings["project"]["optional-dependencies"].values()
    lines = [
        *settings["project"]["dependencies"],
        *(line for extra in extras for line in extra),
        *(line for group in groups for line in group if isinstance(line, str)),
    ]
    return {normal(re.split(r"[^\w.-]", line)[0]) for line in lines}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def distributions() -> Mapping[str, list[str]]:
    """The distributions that hold each importable package; asking takes a while."""
    return packages_distributions()


@cache
def imported(source: Source) -> set[str]:
    """The distributions whose packages the file imports, wherever in the file it does so."""
    found: set[str] = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
        elif isinstance(node, ast.Constant) and source.name == SETTINGS and DOTTED.fullmatch(str(node.value)):
            found |= {str(node.value).split(".")[0], *UNDER_DJANGO.get(str(node.value), [])}
    return {
        normal(distributions()[name][0]) if name in distributions() else normal(name)
        for name in found - OURS - sys.stdlib_module_names
        if source.name != SETTINGS or name in distributions()
    }


def test_the_product_imports_only_what_it_asks_for() -> None:
    asked = asked_for(by_tools=False)
    product = [source for source in python_sources() if not source.is_test]
    assert sorted(f"{source.name}: {name}" for source in product for name in imported(source) - asked) == []


def test_the_tests_import_only_what_is_asked_for() -> None:
    asked = asked_for(by_tools=True)
    assert sorted(f"{source.name}: {name}" for source in python_sources() for name in imported(source) - asked) == []


def test_nothing_is_asked_for_in_vain() -> None:
    used = {name for source in python_sources() if not source.is_test for name in imported(source)}
    assert sorted(asked_for(by_tools=False) - used) == []
