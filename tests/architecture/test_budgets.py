"""Functions and modules stay short enough to be read at one sitting."""

from __future__ import annotations

from tests.architecture.sources import python_sources

LINES_A_FUNCTION = 50
LINES_A_MODULE = 400


def test_no_function_is_longer_than_its_budget() -> None:
    too_long = [
        f"{source.name}:{function.lineno} {function.name} has {length} lines"
        for source in python_sources()
        if not source.is_written_by_django
        for function in source.functions()
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LINES_A_FUNCTION
    ]
    assert too_long == []


def test_no_module_is_longer_than_its_budget() -> None:
    too_long = [
        f"{source.name} has {length} lines"
        for source in python_sources()
        if not source.is_written_by_django and (length := len(source.text.splitlines())) > LINES_A_MODULE
    ]
    assert too_long == []
