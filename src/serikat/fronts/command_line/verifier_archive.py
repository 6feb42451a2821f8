"""`serikat-verify.pyz`: the verifier in one file, for a bare Python and nothing else; the same bytes everywhere."""

from __future__ import annotations

import ast
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import serikat

VERIFIER = "serikat-verify.pyz"
_START = "serikat.fronts.command_line.verify"
# Read by a Python of any age, so that an old one can say what it lacks.
_MAIN = """\
import sys

if sys.version_info < (3, 11):
    sys.exit("Perlu Python 3.11 atau lebih baru. / Python 3.11 or newer is needed.")

from serikat.fronts.command_line.verify import main

sys.exit(main())
"""
_SHEBANG = b"#!/usr/bin/env python3\n"
# The first moment that a ZIP can tell: the archive says nothing of when or where it was made.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def verifier_archive() -> bytes:
    """The archive. Nothing in it is compressed, since compressors differ from machine to machine."""
    held = io.BytesIO()
    held.write(_SHEBANG)
    files = {"__main__.py": _MAIN.encode(), **{_place(name): _file(name).read_bytes() for name in modules()}}
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, files[name])
    return held.getvalue()


def modules() -> list[str]:
    """The modules of ours that checking a certificate needs, by name, with the packages that they stand in."""
    found: set[str] = set()
    waiting = [_START]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        parent = name.rpartition(".")[0]
        waiting += [parent] if parent else []
        waiting += _imported(name)
    return sorted(found)


def _imported(name: str) -> Iterator[str]:
    """The modules of ours that one imports; a package imported as a whole is one whose modules are found by name."""
    for node in ast.walk(ast.parse(_file(name).read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if _is_ours(alias.name))
        elif isinstance(node, ast.ImportFrom) and node.module and _is_ours(node.module):
            yield node.module
            for inner in (f"{node.module}.{alias.name}" for alias in node.names):
                if _is_ours(inner):
                    yield inner
                    yield from (f"{inner}.{path.stem}" for path in _modules_in(inner))


def _modules_in(package: str) -> list[Path]:
    file = _file(package)
    return [path for path in file.parent.glob("*.py") if path != file] if file.name == "__init__.py" else []


def _is_ours(name: str) -> bool:
    return name.split(".")[0] == serikat.__name__ and _file(name).is_file()


def _file(name: str) -> Path:
    """Where a module of ours lies; a path where nothing lies for a name that is no module."""
    inside = Path(serikat.__file__).parent.joinpath(*name.split(".")[1:])
    return inside / "__init__.py" if inside.is_dir() else inside.with_suffix(".py")


def _place(name: str) -> str:
    return _file(name).relative_to(Path(serikat.__file__).parent.parent).as_posix()


def main() -> int:
    """Writes the archive to the path given (`make verifier`)."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(VERIFIER)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(verifier_archive())
    target.chmod(0o755)
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
