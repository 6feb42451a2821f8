"""The service files run commands that there are, with settings that there are, and the pages name each of them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from serikat.fronts.command_line.entry import parser
from tests.architecture.sources import ROOT
from tests.support.installations import settings_of

FOLDER = ROOT / "docs" / "service"
UNITS = sorted([*FOLDER.glob("*.service"), *FOLDER.glob("*.timer")])
COMMAND = re.compile(r"/opt/serikat/app/\.venv/bin/serikat ([^\n']+)")


def commands() -> list[str]:
    return [found for unit in UNITS for found in COMMAND.findall(unit.read_text(encoding="utf-8"))]


def test_every_command_of_a_unit_is_one() -> None:
    assert sorted(said.split()[0] for said in commands()) == ["backup", "serve", "work"]
    for said in commands():
        parser().parse_args(said.replace("$$", "$").split(" /")[0].split() + (["x"] if " /" in said else []))


def test_every_setting_of_the_files_is_documented() -> None:
    said = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    held = set(settings_of(FOLDER / "settings.example"))
    held |= {name for unit in UNITS for name in re.findall(r"SERIKAT_\w+", unit.read_text(encoding="utf-8"))}
    assert "SERIKAT_SECRET_KEY_FILE" in held
    assert [name for name in sorted(held) if f"`{name.removesuffix('_FILE')}`" not in said] == []


@pytest.mark.parametrize("page", ["run-it-for-real.md", "jalankan-sungguhan.md"])
def test_both_pages_name_every_file(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert [file.name for file in sorted(FOLDER.iterdir()) if file.name not in text] == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed here")
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8")
        (tmp_path / unit.name).write_text(COMMAND.sub("/bin/true", text), encoding="utf-8")
    files = [str(tmp_path / unit.name) for unit in UNITS]
    done = subprocess.run(
        ["systemd-analyze", "verify", *files], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert [line for line in done.stderr.splitlines() if str(tmp_path) in line or "serikat" in line] == []
