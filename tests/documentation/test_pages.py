"""Pages lead somewhere: no broken link, no page that the index forgets, no setting or target left unsaid."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.sources import ROOT, project_files, python_sources

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
    forgotten = [path.name for path in (ROOT / "docs").glob("*.md") if path.name != "README.md" and path.name not in index]
    assert forgotten == []


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in folder.glob("*.md") if path.name != "README.md" and path.name not in listed] == []


def test_every_setting_is_documented() -> None:
    said = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    used = {name for source in python_sources() for name in SETTING.findall(source.text)}
    used |= set(SETTING.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    assert sorted(used - set(SETTING.findall(said))) == []


def test_every_make_target_is_documented() -> None:
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    said = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [target for target in targets if f"make {target}" not in said] == []


def test_both_front_pages_show_the_same_commands() -> None:
    def commands(name: str) -> list[str]:
        blocks = re.findall(r"```sh\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
        return [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]

    assert commands("README.md") == commands("README.id.md") != []
