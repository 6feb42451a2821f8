"""Every module and room says in one sentence what it is for."""

from __future__ import annotations

import ast

from tests.architecture.sources import PACKAGE, python_sources


def test_every_module_says_what_it_is_for() -> None:
    silent = [source.name for source in python_sources() if source.text.strip() and not ast.get_docstring(source.tree)]
    assert silent == []


def test_every_room_has_a_sign_on_its_door() -> None:
    rooms = {source.path.parent for source in python_sources() if not source.is_test} | {PACKAGE}
    without = [
        str(room.relative_to(PACKAGE))
        for room in sorted(rooms)
        if not (room / "__init__.py").is_file() or not ast.get_docstring(ast.parse((room / "__init__.py").read_text()))
    ]
    assert without == []


def test_a_sentence_ends_with_a_full_stop() -> None:
    open_ended = [
        source.name
        for source in python_sources()
        if (said := ast.get_docstring(source.tree)) and not said.splitlines()[0].rstrip().endswith((".", "?"))
    ]
    assert open_ended == []
