"""Reads settings from the environment: typed, from a file where `NAME_FILE` names one, all faults told at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

_YES, _NO = frozenset({"1", "true", "yes", "on", "ya"}), frozenset({"0", "false", "no", "off", "tidak", ""})


class Environment:
    """The environment's `SERIKAT_…` variables; what is wrong with them collects in `faults`."""

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self._variables = os.environ if variables is None else variables
        self.faults: list[str] = []

    def text(self, name: str, default: str = "") -> str:
        """The value as written; `NAME_FILE` may name a file that holds it, as secrets are often handed over."""
        file = self._variables.get(f"{name}_FILE", "")
        if not file:
            return self._variables.get(name, default).strip()
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            self.faults.append(f"{name}_FILE: {file} cannot be read ({error})")
            return default

    def switch(self, name: str, *, default: bool) -> bool:
        """Yes or no."""
        said = self.text(name).lower()
        if said in _YES:
            return True
        if said and said not in _NO:
            self.faults.append(f"{name}={said}: write yes or no")
        return default if not said else False

    def count(self, name: str, default: int, least: int = 0) -> int:
        """A whole number, at least `least`."""
        said = self.text(name)
        if not said:
            return default
        if not said.isdecimal() or int(said) < least:
            self.faults.append(f"{name}={said}: write a whole number from {least} up")
            return default
        return int(said)

    def seconds(self, name: str, default: float) -> float:
        """A time in seconds, not negative."""
        said = self.text(name)
        try:
            value = float(said) if said else default
        except ValueError:
            value = -1.0
        if not 0 <= value < float("inf"):
            self.faults.append(f"{name}={said}: write a number of seconds")
            return default
        return value

    def several(self, name: str) -> list[str]:
        """A list, written with commas."""
        return [part.strip() for part in self.text(name).split(",") if part.strip()]
