"""Laying out a new rule."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from serikat.fronts.command_line.scaffold import NotLaidOut, lay_out


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "engines" / "site_audit" / "rules").mkdir(parents=True)
    (tmp_path / "engines" / "site_audit" / "tests" / "rules").mkdir(parents=True)
    return tmp_path


def test_a_new_rule_has_a_module_with_the_three_headings(package: Path) -> None:
    module = lay_out("office_photos", package).files[0]
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    assert module.relative_to(package).as_posix() == "engines/site_audit/rules/office_photos.py"
    assert [line for line in said.splitlines() if line.startswith("## ")] == [
        "## Why it matters", "## What is looked for", "## What it cannot see",
    ]  # fmt: skip


def test_a_new_rule_has_an_example_of_yes_and_of_no(package: Path) -> None:
    examples = [path for path in lay_out("office_photos", package).files if path.suffix == ".html"]
    assert [path.name.split("_")[0] for path in examples] == ["met", "not"]
    assert {path.parent.name for path in examples} == {"office_photos"}


def test_the_lines_for_the_clause_name_the_rule(package: Path) -> None:
    lines = lay_out("office_photos", package).clause_lines
    assert tomllib.loads("[[clause]]\n" + lines)["clause"][0]["way"][0]["rule"] == "office_photos"


def test_a_laid_out_rule_runs(package: Path) -> None:
    names: dict[str, object] = {}
    exec(lay_out("office_photos", package).files[0].read_text(encoding="utf-8"), names)
    check = names["check"]
    assert callable(check)
    assert check(None, None).outcome == "unclear"


def test_an_existing_rule_is_left_alone(package: Path) -> None:
    first = lay_out("office_photos", package).files[0]
    first.write_text("mine", encoding="utf-8")
    with pytest.raises(NotLaidOut, match="already"):
        lay_out("office_photos", package)
    assert first.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["", "Office", "office-photos", "../photos", "_photos", "2photos", "class", "a" * 41])
def test_a_name_that_is_no_slug_is_refused(package: Path, name: str) -> None:
    with pytest.raises(NotLaidOut, match="cannot name a rule"):
        lay_out(name, package)


def test_an_installed_package_is_not_written_into(tmp_path: Path) -> None:
    with pytest.raises(NotLaidOut, match="working copy"):
        lay_out("office_photos", tmp_path)
