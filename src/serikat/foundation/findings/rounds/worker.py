"""One worker process of this machine: audits a shard at a time, and never outlives the program that started it."""

from __future__ import annotations

import os
import signal
import threading
from functools import partial
from multiprocessing.connection import Connection

from serikat.engines.site_audit.shard import Watch, run_shard
from serikat.engines.site_audit.shard_folder import AuditedOutlet, ShardBusyError
from serikat.foundation.findings.rounds.executor import Progressed, Settled, ShardTask


def work(orders: Connection, lifeline: Connection) -> None:
    """Take shards from `orders` and answer there, until it or the `lifeline` is closed at the other end.

    A stop needs no farewell: what is finished is on the disk, and what is under way is begun again by another.
    """
    # Ctrl-C reaches every process of a terminal, but the coordinator alone decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with, args=(lifeline,), daemon=True).start()
    while True:
        try:
            task = orders.recv()
        except EOFError:
            return
        orders.send(settled(task, partial(_tell, orders, task.number)))


def settled(task: ShardTask, watch: Watch) -> Settled:
    """Run the shard and say what came of it; raises nothing, for the sake of whoever waits."""
    try:
        return Settled(task.number, run_shard(task.outlets, task.folder, task.settings, watch))
    except ShardBusyError as error:
        return Settled(task.number, error=str(error), busy=True)
    except Exception as error:  # noqa: BLE001 - any other end of a shard is for the coordinator to weigh
        return Settled(task.number, error=f"{type(error).__name__}: {error}")


def _tell(orders: Connection, number: int, audited: AuditedOutlet) -> None:
    orders.send(Progressed(number, audited))


def _leave_with(lifeline: Connection) -> None:
    try:
        lifeline.recv()
    except EOFError:
        pass
    finally:
        os._exit(1)
