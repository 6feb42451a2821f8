"""Shows how a round goes along, on standard error: done, rate, time left, and why sites could not be read."""

from __future__ import annotations

import time
from collections import Counter
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.text import Text

from serikat.engines.judgement.words import Language, Words
from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.shard_folder import AuditedOutlet
from serikat.foundation.findings.phrases import REACHED_WORDS

_AUDITING = Words("Memeriksa", "Auditing")
_COMPARING = Words("Membandingkan berita", "Comparing articles")
_RATE = Words("{rate}/menit", "{rate}/min")
_LEFT = Words("sisa {left}", "{left} left")
_READ = (Reached.READ, Reached.PARTIAL)
_MOST_KINDS = 2
# The rate of the last minutes tells more of the time left than that of a night.
_WINDOW_SECONDS = 300.0


class RoundProgress:
    """One bar for a round: fed with every finished outlet. On anything but a terminal it stays silent."""

    def __init__(
        self, total: int, already: Counter[str], language: Language = "id", console: Console | None = None
    ) -> None:
        shown = console or Console(stderr=True)
        self._reached = Counter(already)
        self._language = language
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            _Pace(language),
            TextColumn("{task.fields[unread]}", markup=False),
            console=shown,
            transient=True,
            disable=not shown.is_terminal,
            speed_estimate_period=_WINDOW_SECONDS,
        )
        self._task = self._progress.add_task(
            _AUDITING.in_language(language), total=total, completed=already.total(), unread=""
        )
        self._began = time.monotonic()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def audited(self, outlet: AuditedOutlet) -> None:
        """Count one finished outlet."""
        self._reached[outlet.reached] += 1
        self._progress.update(self._task, advance=1, unread=failures(self._reached, self._language, _MOST_KINDS))

    def comparing(self) -> None:
        """Say that all are gathered, and their articles are being compared with one another."""
        self._progress.update(self._task, description=_COMPARING.in_language(self._language))


class _Pace(ProgressColumn):
    """Outlets a minute, and the time left at that rate."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def render(self, task: Task) -> Text:
        """Both, once there is a rate."""
        if not task.speed:
            return Text("")
        rate = _RATE.filled(rate=f"{task.speed * 60:.0f}").in_language(self._language)
        left = _LEFT.filled(left=spoken(task.time_remaining or 0.0)).in_language(self._language)
        return Text(f"{rate}, {left}")


def failures(reached: Counter[str], language: Language, most: int = len(Reached)) -> str:
    """How many sites could not be read, by kind, the most frequent first: `Domain tidak ditemukan 3, …`."""
    unread = Counter({kind: count for kind, count in reached.items() if kind not in _READ})
    return ", ".join(
        f"{REACHED_WORDS[Reached(kind)].in_language(language)} {count}" for kind, count in unread.most_common(most)
    )


def spoken(seconds: float) -> str:
    """A span of time as hours, minutes and seconds: `2:05:00`, `3:20`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
