"""The tree on disk is the tree of the design: a new floor or room fails until it is placed."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.sources import PACKAGE, ROOT, project_files, python_sources

FLOORS = {"config", "fronts", "departments", "foundation", "web", "engines", "standards"}
ROOMS = {
    "fronts": {"command_line", "secretariat", "public_site", "annual_report", "api", "demo"},
    "departments": {
        "verification", "assemblies", "meetings", "treasury", "partnerships", "training", "advocacy", "press_freedom",
        "newsroom",
    },
    "foundation": {"findings", "members", "boards", "documents", "people", "chapters", "journal"},
    "engines": {"site_audit", "legitimacy", "freedom_index", "judgement", "proof"},
}  # fmt: skip
TOP = {
    "README.md", "README.id.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE",
    "Makefile", "pyproject.toml", "glossary.toml", ".gitignore", ".ci", "requirements", "src", "tests", "docs",
    "locale",
}  # fmt: skip
SUITES = {"architecture", "journeys", "documentation", "benchmarks", "support"}
NETWORK = {"http.client", "http.server", "urllib.request", "xmlrpc", "telnetlib", "imaplib", "poplib"}


def rooms_on_disk(folder: str) -> set[str]:
    return {path.parent.name for path in (PACKAGE / folder).glob("*/__init__.py")} - {"tests"}


def test_the_house_has_the_floors_of_the_design() -> None:
    assert rooms_on_disk(".") == FLOORS
    assert {path.name for path in PACKAGE.glob("*.py")} <= {"__init__.py", "__main__.py"}


@pytest.mark.parametrize("floor", ROOMS)
def test_a_floor_has_the_rooms_of_the_design(floor: str) -> None:
    assert rooms_on_disk(floor) == ROOMS[floor]


def test_nothing_else_lies_at_the_top() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in project_files()}
    assert sorted(found - TOP) == []


def test_tests_of_the_whole_system_stand_in_their_suites() -> None:
    assert {path.name for path in (ROOT / "tests").glob("*/") if not path.name.startswith("__")} <= SUITES


def test_standards_hold_data_and_no_code() -> None:
    code = [source.name for source in python_sources() if source.path.is_relative_to(PACKAGE / "standards")]
    assert [name for name in code if "/tests/" not in name and not name.endswith("/__init__.py")] == []


def test_every_tests_folder_is_a_package() -> None:
    folders = {source.path.parent for source in python_sources() if source.is_test}
    assert [str(folder.relative_to(ROOT)) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_in_the_engines_only_gather_touches_the_network() -> None:
    """What import contracts cannot say: they see `urllib`, not `urllib.request`."""
    engines = [source for source in python_sources() if source.path.is_relative_to(PACKAGE / "engines")]
    used = [
        f"{source.name}: {module}"
        for source in engines
        if "gather" not in source.path.parts and not source.is_test
        for module in imported(source.tree)
        if any(module == banned or module.startswith(banned + ".") for banned in NETWORK)
    ]
    assert engines
    assert used == []


def imported(tree: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found
