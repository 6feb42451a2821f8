"""Pages lead somewhere: no broken link, no page that the index forgets, no setting or target left unsaid."""

from __future__ import annotations

import ast
import re
from enum import StrEnum
from pathlib import Path

import pytest

from serikat.engines.judgement.finding import Outcome
from serikat.engines.legitimacy.judging import known_rules
from serikat.engines.site_audit.evidence.record import Reached
from tests.architecture.sources import ROOT, project_files, python_sources
from tests.documentation.assembly_pages_id import prose

SETTING = re.compile(r"\bSERIKAT_[A-Z][A-Z_]*[A-Z]\b")
LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")


def markdown() -> list[Path]:
    return [path for path in project_files() if path.suffix == ".md"]


def links(page: Path) -> list[str]:
    without_code = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [link for link in LINK.findall(without_code) if not re.match(r"[a-z]+:|#", link)]


def test_every_link_between_pages_leads_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in markdown()
        for link in links(page)
        if not (page.parent / link.split("#")[0]).exists()
    ]
    assert broken == []


def test_the_index_knows_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert [name for name in sorted(pages) if f"({name})" not in index] == []


def test_every_rule_on_assemblies_is_told_in_indonesian() -> None:
    assert sorted(prose()) == sorted(known_rules())


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in folder.glob("*.md") if path.name != "README.md" and path.name not in listed] == []


def test_every_setting_is_documented() -> None:
    said = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    used = {name for source in python_sources() for name in SETTING.findall(source.text)}
    used |= set(SETTING.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    assert sorted(used - set(SETTING.findall(said))) == []


def test_every_key_of_the_audit_is_documented() -> None:
    said = (ROOT / "docs" / "audit-json.md").read_text(encoding="utf-8")
    writing = ("site_audit/report/as_json.py", "site_audit/shard.py")
    writers = [source for source in python_sources() if source.name.endswith(writing)]
    records = [node for source in writers for node in ast.walk(source.tree) if isinstance(node, ast.Dict)]
    keys = {str(key.value) for record in records for key in record.keys if isinstance(key, ast.Constant)}
    assert {"url", "findings", "copies", "roster_row"} <= keys
    assert sorted(key for key in keys if f"`{key}`" not in said) == []


@pytest.mark.parametrize("words", [Outcome, Reached])
def test_every_word_of_the_audit_is_documented(words: type[StrEnum]) -> None:
    said = (ROOT / "docs" / "audit-json.md").read_text(encoding="utf-8")
    assert [word.value for word in words if f"| `{word.value}` |" not in said] == []


def test_every_command_and_option_is_documented() -> None:
    said = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    words = [*(f"serikat {name}" for name in given_to("add_parser")), *given_to("add_argument")]
    assert "serikat audit" in words
    assert [word for word in words if word.startswith(("serikat ", "--")) and word not in said] == []


def given_to(method: str) -> list[str]:
    """The first word given to each call of an argument parser's method in the command line."""
    room = [source for source in python_sources() if "command_line" in source.path.parts and not source.is_test]
    calls = [node for source in room for node in ast.walk(source.tree) if isinstance(node, ast.Call) and node.args]
    named = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == method]
    return [str(call.args[0].value) for call in named if isinstance(call.args[0], ast.Constant)]


def test_every_make_target_is_documented() -> None:
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    said = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [target for target in targets if f"make {target}" not in said] == []


def test_both_front_pages_show_the_same_commands() -> None:
    def commands(name: str) -> list[str]:
        blocks = re.findall(r"```sh\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
        return [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]

    assert commands("README.md") == commands("README.id.md") != []
