"""Runs shards in worker processes of this machine, so that a page that brings one down does not end the round."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from serikat.foundation.findings.rounds.executor import Event, Settled, ShardTask
from serikat.foundation.findings.rounds.worker import work

# Parsers in C leave memory in pieces; a fresh process after some thousand outlets costs a second and keeps it flat.
_RETIRES_AFTER = 10


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    orders: Connection
    lifeline: Connection
    task: ShardTask | None = None
    settled: int = 0


class LocalExecutor:
    """So many worker processes, each with one shard at a time; one that dies, or has worked long, is replaced."""

    def __init__(self, workers: int, retires_after: int = _RETIRES_AFTER) -> None:
        self._most = max(1, workers)
        self._retires_after = retires_after
        self._workers: list[_Worker] = []

    def room(self) -> int:
        """How many workers are idle or not started yet."""
        return self._most - sum(worker.task is not None for worker in self._workers)

    def submit(self, task: ShardTask) -> None:
        """Give the shard to an idle worker, or to a new one."""
        worker = next((each for each in self._workers if each.task is None), None)
        if worker is None:
            worker = _started()
            self._workers.append(worker)
        try:
            worker.orders.send(task)
        except OSError:
            # It died while it was idle.
            self._end(worker)
            self.submit(task)
        else:
            worker.task = task

    def events(self, seconds: float) -> Sequence[Event]:
        """What the workers say; a worker that died without a word settles its shard as lost."""
        heard: list[Event] = []
        ready = wait([worker.orders for worker in self._workers], seconds)
        for worker in [each for each in self._workers if each.orders in ready]:
            try:
                event: Event = worker.orders.recv()
            except (EOFError, OSError):
                self._end(worker)
                if worker.task is not None:
                    said = f"the worker died ({worker.process.exitcode})"
                    heard.append(Settled(worker.task.number, error=said))
                continue
            heard.append(event)
            if isinstance(event, Settled):
                worker.task = None
                worker.settled += 1
                if worker.settled >= self._retires_after:
                    self._end(worker)
        return heard

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in list(self._workers):
            self._end(worker)

    def _end(self, worker: _Worker) -> None:
        """Part from a worker; one that is idle leaves when nobody is there to give it orders."""
        self._workers.remove(worker)
        worker.orders.close()
        worker.lifeline.close()
        worker.process.join()


def _started() -> _Worker:
    # A fresh interpreter, not a fork: the network stack's threads do not survive a fork.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    their_end, our_end = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(theirs, their_end), name="serikat-worker", daemon=True)
    process.start()
    theirs.close()
    their_end.close()
    return _Worker(process, ours, our_end)
