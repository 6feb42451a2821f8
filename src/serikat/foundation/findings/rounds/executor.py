"""Where shards run: the port that the coordinator speaks to, and what passes through it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from serikat.engines.site_audit.shard import ListedOutlet, ShardSettings
from serikat.engines.site_audit.shard_folder import AuditedOutlet, Manifest


@dataclass(frozen=True, slots=True)
class ShardTask:
    """What a worker is asked to do: these outlets, into this folder, which all machines of the round see alike."""

    number: int
    outlets: tuple[ListedOutlet, ...]
    folder: Path
    settings: ShardSettings


@dataclass(frozen=True, slots=True)
class Progressed:
    """A worker has finished one outlet of a shard that is still running."""

    number: int
    audited: AuditedOutlet


@dataclass(frozen=True, slots=True)
class Settled:
    """A shard is no longer running: with a manifest it ran to its end, else `error` says why not.

    `busy` means that it was never begun, because another worker still holds its folder.
    """

    number: int
    manifest: Manifest | None = None
    error: str = ""
    busy: bool = False


Event = Progressed | Settled


class Executor(Protocol):
    """Runs shards somewhere. Whatever is lost on the way, every submitted shard settles exactly once."""

    def room(self) -> int:
        """How many more shards it takes now."""

    def submit(self, task: ShardTask) -> None:
        """Begin a shard."""

    def events(self, seconds: float) -> Sequence[Event]:
        """What happened; waits at most so long for something to happen."""

    def close(self) -> None:
        """Stop at once whatever runs; what a shard has finished stays finished."""


class ExecutorLostError(Exception):
    """There is nowhere left to run a shard, with what to do about it."""
