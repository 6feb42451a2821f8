"""The release is named in one place, and the wheel carries all that Serikat needs to run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import serikat
from tests.architecture.sources import PACKAGE, ROOT, project_files

EVERY_COMMAND_WITHOUT_DJANGO = """
import importlib, pkgutil, sys
sys.modules["django"] = None
import serikat.fronts.command_line as room
for module in pkgutil.iter_modules(room.__path__, room.__name__ + "."):
    importlib.import_module(module.name)
"""


def run(*arguments: str, cwd: Path, path: Path | None = None) -> str:
    """What Python prints for these arguments, with `path` before all else on its search path."""
    environment = {**os.environ, "PYTHONPATH": str(path or ""), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *arguments], check=False, capture_output=True, text=True, cwd=cwd, env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-build-isolation", "--no-deps", "--no-index", "--quiet", "--wheel-dir", str(folder)]
    run("-m", "pip", "wheel", str(ROOT), *options, cwd=folder)
    [built] = folder.glob("serikat-*.whl")
    return built


def test_the_release_is_the_newest_entry_of_the_changelog() -> None:
    entries = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert entries[0] == serikat.RELEASE


@pytest.mark.slow
def test_the_wheel_carries_the_data_and_no_tests(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    ours = {path.relative_to(ROOT / "src").as_posix() for path in project_files() if path.is_relative_to(PACKAGE)}
    needed = {name for name in ours if "/tests/" not in name}
    assert "serikat/standards/pedoman-media-siber-2012.toml" in needed
    assert sorted(needed - carried) == []
    assert sorted(name for name in carried if "/tests/" in name) == []


@pytest.mark.slow
def test_an_installed_wheel_finds_its_standards(wheel: Path, tmp_path: Path) -> None:
    options = ["--no-deps", "--no-index", "--quiet", "--target", str(tmp_path / "installed"), str(wheel)]
    run("-m", "pip", "install", *options, cwd=tmp_path)
    command = ["-c", "from serikat.fronts.command_line.entry import main; import sys; sys.exit(main(['standards']))"]
    assert "pedoman-media-siber-2012" in run(*command, cwd=tmp_path, path=tmp_path / "installed")


@pytest.mark.slow
def test_every_command_can_be_loaded_without_django(tmp_path: Path) -> None:
    run("-c", EVERY_COMMAND_WITHOUT_DJANGO, cwd=tmp_path, path=ROOT / "src")
