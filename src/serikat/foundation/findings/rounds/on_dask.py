"""Runs shards on a Dask cluster: many machines, one shared folder; what it loses, the table gives out again."""

from __future__ import annotations

import time
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from typing import Any

import distributed

from serikat.engines.site_audit.shard_folder import AuditedOutlet
from serikat.foundation.findings.rounds.executor import Event, ExecutorLostError, Progressed, Settled, ShardTask
from serikat.foundation.findings.rounds.worker import settled

_TOPIC = "serikat-audited"
_STOP = "stop"
_LOOK_AGAIN_SECONDS = 0.1
_CONNECT_SECONDS = 5.0
_PATIENCE_SECONDS = 300.0
_NO_SCHEDULER = (
    "{address}: penjadwal Dask tidak menjawab. Jalankan `dask scheduler` di sana, lalu lanjutkan dengan --resume.\n"
    "{address}: no Dask scheduler answers. Start `dask scheduler` there, then go on with --resume."
)


# The library's own types are not whole.
_dask: Any = distributed


class StoppedError(Exception):
    """The round was stopped while the shard ran."""


class DaskExecutor:
    """Shards as tasks of a cluster: at `address` (`tcp://host:8786`), or one on this machine where that is empty.

    Raises ExecutorLostError where no scheduler answers, or a lost one has not come back after `patience` seconds.
    """

    def __init__(self, address: str, workers: int, patience: float = _PATIENCE_SECONDS) -> None:
        self._address = address
        self._patience = patience
        self._tasks: dict[Any, ShardTask] = {}
        self._heard: SimpleQueue[Progressed] = SimpleQueue()
        self._cluster: Any = None if address else _own_cluster(workers)
        self._client: Any = self._connected()
        self._lives = True
        self._seen_alive = time.monotonic()

    def room(self) -> int:
        """How many of the cluster's threads have no shard of ours."""
        if self._client.status != "running":
            return 0
        try:
            return int(sum(self._client.nthreads().values())) - len(self._tasks)
        except (OSError, TimeoutError):
            # A scheduler that has just died is noticed by the question before it is noticed by the client.
            return 0

    def submit(self, task: ShardTask) -> None:
        """Hand the shard to the scheduler; whether it is tried again, only the coordinator decides."""
        (task.folder / _STOP).unlink(missing_ok=True)
        self._tasks[self._client.submit(_audited, task, pure=False, retries=0)] = task

    def events(self, seconds: float) -> Sequence[Event]:
        """What the cluster says; what a lost scheduler ran settles as lost, and the new one is looked for."""
        until = time.monotonic() + seconds
        while True:
            self._look_after_scheduler()
            over = [future for future in self._tasks if future.status != "pending"]
            heard: list[Event] = [*self._progress(), *(self._settled(future) for future in over)]
            if heard or time.monotonic() >= until:
                return heard
            time.sleep(_LOOK_AGAIN_SECONDS)

    def close(self) -> None:
        """Have running shards stop at their next outlet, and leave the cluster."""
        for task in self._tasks.values():
            # A task's thread cannot be interrupted from here, but it looks into its folder.
            task.folder.mkdir(parents=True, exist_ok=True)
            (task.folder / _STOP).touch()
        self._tasks.clear()
        self._client.close(timeout=_CONNECT_SECONDS)
        if self._cluster is not None:
            self._cluster.close(timeout=_CONNECT_SECONDS)

    def _connected(self) -> Any:
        try:
            client = _dask.Client(self._cluster or self._address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, TimeoutError) as error:
            raise ExecutorLostError(_NO_SCHEDULER.format(address=self._address)) from error
        client.subscribe_topic(_TOPIC, self._hear)
        return client

    def _look_after_scheduler(self) -> None:
        """Notice a scheduler that went and one that came back; the client knocks at the old address by itself."""
        now = time.monotonic()
        if self._client.status == "running":
            self._lives = self._lives or self._is_heard_again()
            self._seen_alive = now
            return
        self._lives = False
        if now - self._seen_alive > self._patience:
            raise ExecutorLostError(_NO_SCHEDULER.format(address=self._address))
        if self._client.status == "closed":
            self._client = self._reconnected()

    def _is_heard_again(self) -> bool:
        """A new scheduler knows nobody who listens; whether it could be told."""
        try:
            self._client.subscribe_topic(_TOPIC, self._hear)
        except (OSError, TimeoutError):
            return False
        return True

    def _reconnected(self) -> Any:
        try:
            return self._connected()
        except ExecutorLostError:
            return self._client

    def _hear(self, event: tuple[float, dict[str, Any]]) -> None:
        said = event[1]
        self._heard.put(Progressed(int(said["number"]), AuditedOutlet(*said["audited"])))

    def _progress(self) -> list[Event]:
        heard: list[Event] = []
        while True:
            try:
                heard.append(self._heard.get_nowait())
            except Empty:
                return heard

    def _settled(self, future: Any) -> Settled:
        task = self._tasks.pop(future)
        if future.status != "finished":
            return Settled(task.number, error=f"the cluster lost the shard ({future.status})")
        try:
            settled: Settled = future.result(timeout=_CONNECT_SECONDS)
        except Exception as error:  # noqa: BLE001 - a result that died with its worker is a loss like any other
            return Settled(task.number, error=f"the cluster lost the shard ({type(error).__name__})")
        return settled


def _own_cluster(workers: int) -> Any:
    return _dask.LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)


def _audited(task: ShardTask) -> Settled:
    """The task that a worker runs."""
    worker = _dask.get_worker()

    def watch(audited: AuditedOutlet) -> None:
        said = [audited.key, audited.row, audited.reached, audited.offset, audited.length, audited.sha256]
        worker.log_event(_TOPIC, {"number": task.number, "audited": said})
        if (task.folder / _STOP).exists():
            raise StoppedError

    return settled(task, watch)
