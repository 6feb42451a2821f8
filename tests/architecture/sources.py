"""The project's own files as they stand on disk, for the tests that look at code rather than run it."""

from __future__ import annotations

import ast
import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "serikat"
RULES = PACKAGE / "engines" / "site_audit" / "rules"
RULE_FIXTURES = PACKAGE / "engines" / "site_audit" / "tests" / "rules"

LEFT_BEHIND = re.compile(
    r"(bukti|evidence|serikat-data|serikat-keys|reports|demo-out|\.hypothesis|\.idea|\.vscode)/|[^/]+\.(html|json|jsonl|csv|xlsx)$|.*(\.pyc|\.DS_Store)$"
)
NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__", "node_modules"}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file of the project, read and parsed."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path from the root of the project, with forward slashes."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def is_test(self) -> bool:
        """Whether the file belongs to a tests folder."""
        return "tests" in self.path.relative_to(ROOT).parts

    @property
    def is_written_by_django(self) -> bool:
        """Whether the file is a migration that Django wrote from the models."""
        return self.path.parent.name == "migrations" and bool(re.fullmatch(r"\d{4}_\w+\.py", self.path.name))

    def functions(self) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method in the file, nested ones too."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that belongs to the project, whether or not it is committed yet."""
    found: list[Path] = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(
            name for name in folders if name not in NOT_OURS and not name.endswith(("_cache", ".egg-info"))
        )
        found += [Path(folder, name) for name in sorted(names)]
    return tuple(path for path in found if not is_left_behind(path.relative_to(ROOT).as_posix()))


def is_left_behind(name: str) -> bool:
    """Whether `.gitignore` counts the file as a trace of running Serikat rather than part of it."""
    return LEFT_BEHIND.match(name) is not None


@cache
def python_sources() -> tuple[Source, ...]:
    """Every Python file under `src` and `tests`, parsed once a run."""
    found = []
    for path in project_files():
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in {"src", "tests"}:
            text = path.read_text(encoding="utf-8")
            found.append(Source(path, text, ast.parse(text, filename=str(path))))
    return tuple(found)


@cache
def rule_sources() -> tuple[Source, ...]:
    """The rules of the site audit: one module each, its file name the slug."""
    return tuple(
        source for source in python_sources() if source.path.parent == RULES and source.path.stem != "__init__"
    )
