"""The release is named in one place, and the wheel carries all that Serikat needs to run."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import serikat
from tests.architecture.sources import PACKAGE, ROOT, project_files


def test_the_release_is_the_newest_entry_of_the_changelog() -> None:
    entries = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert entries[0] == serikat.RELEASE


@pytest.mark.slow
def test_the_wheel_carries_the_data_and_no_tests(tmp_path: Path) -> None:
    command = ["-m", "pip", "wheel", str(ROOT), "--no-build-isolation", "--no-deps", "--no-index", "-q", "-w", str(tmp_path)]
    subprocess.run([sys.executable, *command], check=True, capture_output=True, text=True)
    [wheel] = tmp_path.glob("serikat-*.whl")
    carried = set(zipfile.ZipFile(wheel).namelist())
    ours = {path.relative_to(ROOT / "src").as_posix() for path in project_files() if path.is_relative_to(PACKAGE)}
    needed = {name for name in ours if "/tests/" not in name}
    assert sorted(needed - carried) == []
    assert sorted(name for name in carried if "/tests/" in name) == []


@pytest.mark.slow
def test_the_engine_commands_start_without_django() -> None:
    blocked = "import sys; sys.modules['django'] = None; from serikat.fronts.command_line import entry; entry.main"
    subprocess.run([sys.executable, "-c", blocked], check=True, capture_output=True, text=True, cwd=ROOT / "src")
