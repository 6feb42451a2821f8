"""The import contracts bite: a forbidden import, put into a copy of the house, breaks the contract that forbids it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE, ROOT

# Contract's name begins with -> a file, and the import to write into it.
TRESPASSES = {
    "The floors": ("foundation/members/trespass.py", "import serikat.departments.verification"),
    "The fronts": ("fronts/api/trespass.py", "import serikat.fronts.secretariat"),
    "The departments": ("departments/training/trespass.py", "def late():\n    import serikat.departments.treasury"),
    "The foundation": ("foundation/journal/trespass.py", "import serikat.foundation.chapters"),
    "The web floor": ("web/trespass.py", "import serikat.engines.site_audit"),
    "The engines: three": ("engines/judgement/trespass.py", "import serikat.engines.legitimacy"),
    "The engines know neither": ("engines/proof/trespass.py", "import sqlite3"),
    "In the engines only gather": ("engines/site_audit/reading/trespass.py", "import aiohttp"),
    "The site audit": ("engines/site_audit/reading/other_trespass.py", "import serikat.engines.site_audit.gather"),
    "The rules": ("engines/site_audit/rules/trespass_one.py", "import serikat.engines.site_audit.rules.trespass_two"),
    "No room": ("departments/advocacy/trespass_one.py", "import serikat.departments.advocacy.trespass_two"),
}


def lint_imports(source: Path) -> str:
    """The contracts of pyproject.toml held against the house below `source`; what import-linter prints."""
    command = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    arguments = ["--no-cache", "--config", str(ROOT / "pyproject.toml")]
    done = subprocess.run(
        [sys.executable, "-c", command, *arguments],
        capture_output=True, text=True, check=False, cwd=source, env={"PYTHONPATH": str(source), "COLUMNS": "200"},
    )  # fmt: skip
    return done.stdout + done.stderr


def write(house: Path, file: str, text: str) -> None:
    (house / file).write_text(f'"""A trespass."""\n\n{text}\n', encoding="utf-8")


@pytest.mark.slow
def test_every_contract_breaks_where_it_is_trespassed(tmp_path: Path) -> None:
    house = tmp_path / "serikat"
    shutil.copytree(PACKAGE, house, ignore=shutil.ignore_patterns("tests", "__pycache__"))
    for file, trespass in TRESPASSES.values():
        write(house, file, trespass)
    write(house, "engines/site_audit/rules/trespass_two.py", "")
    write(house, "departments/advocacy/trespass_two.py", "import serikat.departments.advocacy.trespass_one")
    said = lint_imports(tmp_path)
    broken = [line for line in said.splitlines() if " BROKEN" in line]
    assert [name for name in TRESPASSES if not any(line.startswith(name) for line in broken)] == [], said
    assert [line for line in said.splitlines() if " KEPT" in line] == []
