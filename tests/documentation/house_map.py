"""The map of the house in ARCHITECTURE.md: every room with the sentence on its door, from the top floor down."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

from tests.architecture.sources import PACKAGE, ROOT

BEGIN = "<!-- map: written by `make docs` from the rooms' docstrings -->"
END = "<!-- end of map -->"


def page() -> str:
    """ARCHITECTURE.md with its map brought up to date and the rest as it stands."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n\n{house_map()}\n\n{END}{after}"


def house_map() -> str:
    """A nested Markdown list of the rooms under `src/serikat`, each floor in the order of the import contracts."""
    return "\n".join(lines(PACKAGE, depth=0, order=floor_order()))


def lines(folder: Path, depth: int, order: dict[str, int]) -> list[str]:
    """One line for each room inside `folder` and, indented below it, for the rooms inside that."""
    inside = [path.parent for path in folder.glob("*/__init__.py") if path.parent.name != "tests"]
    written = []
    for room in sorted(inside, key=lambda room: (order.get(dotted(room), len(order)), room.name)):
        link = f"[`{room.name}/`]({room.relative_to(ROOT).as_posix()})"
        written += [f"{'  ' * depth}- {link} {sign(room)}", *lines(room, depth + 1, order)]
    return written


def sign(room: Path) -> str:
    """The first sentence of the room's docstring."""
    said = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or ""
    return said.split("\n\n")[0].replace("\n", " ")


def dotted(room: Path) -> str:
    """The room's name as Python imports it."""
    return ".".join(room.relative_to(PACKAGE.parent).parts)


def floor_order() -> dict[str, int]:
    """Where each room stands in the layers of the import contracts, so that the map reads from the top down."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layered = [contract for contract in contracts if contract["type"] == "layers"]
    names = [
        f"{container}.{name}"
        for contract in layered
        for container in contract["containers"]
        for layer in contract["layers"]
        for name in re.findall(r"\w+", layer)
    ]
    return {name: place for place, name in enumerate(names)}
