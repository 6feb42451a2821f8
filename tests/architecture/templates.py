"""The templates of all rooms as text, for the tests that look at them rather than render them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from tests.architecture.sources import PACKAGE, ROOT, project_files

_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_COMMENT = re.compile(r"\{% comment .*?%\}.*?\{% endcomment %\}", re.DOTALL)
_CLASSES = re.compile(r"\{% block (?:layout|page_class)\s*%\}.*?\{% endblock[^%]*%\}", re.DOTALL)
# What stands in these is code, not a sentence.
_CODE = {"code", "pre", "script", "style", "kbd"}
# Attributes that people read or hear.
_READ = {"title", "alt", "placeholder", "aria-label", "label", "heading", "hint", "legend", "summary"}


@dataclass(frozen=True, slots=True)
class Template:
    """One template: the room that it belongs to, and what it says."""

    path: Path
    room: Path
    text: str

    @property
    def name(self) -> str:
        """The path from the root of the project."""
        return self.path.relative_to(ROOT).as_posix()

    def named(self) -> list[str]:
        """The templates that it extends or includes."""
        return re.findall(r"\{%\s*(?:extends|include)\s+[\"']([^\"']+)", self.text)

    def bare_words(self) -> list[str]:
        """What it says to people outside template tags, where it stands in one language alone."""
        reader = _Reader()
        reader.feed(_TAG.sub("§", _CLASSES.sub("", _COMMENT.sub("", self.text))))
        return reader.words


class _Reader(HTMLParser):
    """Collects the words of texts and of attributes that people read."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._in_code: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CODE:
            self._in_code.append(tag)
        for name, value in attrs:
            if name in _READ and value and not name.startswith(":"):
                self._take(value)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._in_code:
            self._in_code.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self._in_code:
            self._take(data)

    def _take(self, text: str) -> None:
        self.words += re.findall(r"[^\W\d_]{2,}", text)


@cache
def templates() -> tuple[Template, ...]:
    """Every template of Django's that belongs to a room; reports that are files of their own are not among them."""
    found = []
    for path in project_files():
        inside = path.relative_to(ROOT).parts
        if path.suffix in {".html", ".txt"} and "templates" in inside and path.is_relative_to(PACKAGE):
            room = Path(*path.parts[: path.parts.index("templates")])
            if (room / "apps.py").is_file():
                found.append(Template(path, room, path.read_text(encoding="utf-8")))
    return tuple(found)
