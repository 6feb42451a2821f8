"""Shows how a gathering goes along, on standard error, so that standard output stays the report's."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
from rich.text import Text

from serikat.engines.judgement.words import Language, Words

_STAGES = {
    "home": Words("halaman depan", "home page"),
    "policy": Words("halaman redaksi", "identity pages"),
    "lists": Words("daftar berita", "lists of articles"),
    "sections": Words("rubrik", "sections"),
    "articles": Words("berita", "articles"),
    "guesses": Words("alamat yang lazim", "usual addresses"),
    "files": Words("berkas", "files"),
}
_READING = Words("Membaca", "Reading")
_LONGEST_NAME = 40


class ProgressBar:
    """One bar for one site: fed with (stage, done, planned, url), gone when the site is done.

    On anything but a terminal it stays silent.
    """

    def __init__(self, site: str, language: Language = "id", console: Console | None = None) -> None:
        self._language = language
        shown = console or Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TaskProgressColumn(),
            TextColumn("{task.fields[stage]}", markup=False),
            console=shown,
            transient=True,
            disable=not shown.is_terminal,
        )
        self._task = self._progress.add_task(_description(site, language), total=None, stage="")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def update(self, stage: str, done: int, planned: int, url: str) -> None:
        """Shows where the gathering stands: `done` of `planned` requests, and the kind of page being read."""
        words = _STAGES.get(stage)
        spoken = words.in_language(self._language) if words else stage
        self._progress.update(self._task, completed=done, total=max(planned, done), stage=f"{spoken} {_short(url)}")


def _description(site: str, language: Language) -> str:
    # Rich reads square brackets as markup; an address may hold them.
    return Text(f"{_READING.in_language(language)} {_short(site)}").markup


def _short(url: str) -> str:
    bare = url.partition("://")[2] or url
    return bare if len(bare) <= _LONGEST_NAME else f"{bare[: _LONGEST_NAME - 1]}…"
