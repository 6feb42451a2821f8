"""A round on a real Dask cluster of two workers: it outlives the death of a task, of a worker and of the scheduler."""

from __future__ import annotations

import importlib.util
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from serikat.engines.site_audit.shard_folder import LINES, ShardBusyError, ShardFolder
from serikat.engines.site_audit.tests.loopback_sites import Sites, serving_sites
from serikat.foundation.findings.rounds.executor import ExecutorLostError
from serikat.foundation.findings.rounds.table import State
from serikat.foundation.findings.rounds.tests.rounds import Round, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        importlib.util.find_spec("distributed") is None, reason="Dask (distributed) is not installed here"
    ),
]


@dataclass(slots=True)
class Cluster:
    """A scheduler and workers as processes of their own."""

    port: int
    log: Path
    scheduler: subprocess.Popen[bytes] | None = None
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def start(self) -> None:
        """A scheduler at the old address, and two workers that find it."""
        self.scheduler = self._dask("scheduler", "--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard")
        self.start_worker()
        self.start_worker()

    def start_worker(self) -> None:
        self.workers.append(self._dask("worker", self.address, "--nthreads", "1", "--no-dashboard"))

    def stop(self) -> None:
        for process in [self.scheduler, *self.workers]:
            kill_all_of(process)

    def _dask(self, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", *arguments]
        with self.log.open("ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True, cwd=self.log.parent)


def kill_all_of(process: subprocess.Popen[bytes] | None) -> None:
    """Kill a process and its children at one blow, as when a machine goes."""
    if process is not None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = Cluster(port, tmp_path_factory.mktemp("dask") / "log")
    started.start()
    yield started
    started.stop()


@pytest.fixture
def sites() -> Iterator[Sites]:
    with serving_sites(16, pause=0.05) as serving:
        yield serving


def on(cluster: Cluster, workers: int = 2) -> Any:
    from serikat.foundation.findings.rounds.on_dask import DaskExecutor  # noqa: PLC0415 - an optional part

    executor = DaskExecutor(cluster.address, workers)
    until(lambda: executor.room() >= workers, "the workers have come")
    return executor


def whole_lines(folder: Path) -> int:
    return sum(lines.read_bytes().count(b"\n") for lines in folder.glob(f"evidence/*/{LINES}"))


def finished_so_far(held: Round) -> list[str]:
    """The outlets finished when the middle of the round is reached."""
    until(lambda: held.failures or whole_lines(held.folder) >= 3, "some outlets are finished")
    until(lambda: held.failures or held.told, "the coordinator has heard of some")
    return list(held.told)


def assert_whole(held: Round, sites: Sites, before: list[str]) -> None:
    """All outlets are in the lines once, and none that was finished before the loss was visited again."""
    assert held.failures == []
    assert held.states() == {State.DONE: 4}
    assert held.keys() == [each.outlet.key for each in sites.outlets]
    assert sorted(held.told) == sorted(held.keys())
    assert before
    assert {sites.visits()[key] for key in before} == {1}


def test_a_killed_task_runs_again(cluster: Cluster, sites: Sites, tmp_path: Path) -> None:
    import distributed  # noqa: PLC0415 - an optional part

    held = Round(tmp_path)
    held.lay_down(sites.outlets, size=4)
    running = held.start(on(cluster))
    before = finished_so_far(held)
    with distributed.Client(cluster.address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        victim = next(iter(client.run(os.getpid).values()))
    os.kill(victim, signal.SIGKILL)
    running.join()
    assert_whole(held, sites, before)


def test_a_killed_worker_s_shards_go_to_the_other(cluster: Cluster, sites: Sites, tmp_path: Path) -> None:
    held = Round(tmp_path)
    held.lay_down(sites.outlets, size=4)
    running = held.start(on(cluster))
    before = finished_so_far(held)
    kill_all_of(cluster.workers.pop(0))
    running.join()
    assert_whole(held, sites, before)
    cluster.start_worker()


def test_a_killed_scheduler_is_waited_for(cluster: Cluster, sites: Sites, tmp_path: Path) -> None:
    held = Round(tmp_path)
    held.lay_down(sites.outlets, size=4)
    running = held.start(on(cluster))
    before = finished_so_far(held)
    kill_all_of(cluster.scheduler)
    cluster.start()
    running.join()
    assert_whole(held, sites, before)


def test_a_round_that_is_stopped_leaves_no_shard_running(cluster: Cluster, sites: Sites, tmp_path: Path) -> None:
    held = Round(tmp_path)
    held.lay_down(sites.outlets, size=4)
    with pytest.raises(KeyboardInterrupt):
        held.run(on(cluster), stop_after=2)
    until(lambda: not any(is_held(folder) for folder in tmp_path.glob("evidence/*")), "the workers have stopped")
    assert len(sites.visits()) < len(sites.outlets)
    before = list(held.told)
    held.run(on(cluster))
    assert held.keys() == [each.outlet.key for each in sites.outlets]
    assert {sites.visits()[key] for key in before} == {1}


def is_held(folder: Path) -> bool:
    try:
        with ShardFolder(folder):
            return False
    except ShardBusyError:
        return True


def test_where_no_scheduler_answers_it_says_what_to_start() -> None:
    from serikat.foundation.findings.rounds.on_dask import DaskExecutor  # noqa: PLC0415 - an optional part

    with pytest.raises(ExecutorLostError, match="dask scheduler"):
        DaskExecutor("tcp://127.0.0.1:9", 1)
