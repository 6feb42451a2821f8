"""Chooses where shards run: on this machine, or where the one setting says."""

from __future__ import annotations

import os

from serikat.engines.judgement.words import Words
from serikat.foundation.findings.rounds.executor import Executor
from serikat.foundation.findings.rounds.local import LocalExecutor

EXECUTOR_SETTING = "SERIKAT_EXECUTOR"
_UNKNOWN = Words(
    "{setting}={said}: tulis dask atau dask://ALAMAT_SCHEDULER, atau kosongkan.",
    "{setting}={said}: write dask or dask://SCHEDULER_ADDRESS, or leave it empty.",
)
_NOT_INSTALLED = Words(
    'Dask belum terpasang. Jalankan: pip install "serikat[dask]"',
    'Dask is not installed. Run: pip install "serikat[dask]"',
)


class NoExecutorError(Exception):
    """The setting names nothing that can run shards here, with what to do about it."""

    def __init__(self, words: Words) -> None:
        super().__init__(f"{words.id}\n{words.en}")
        self.words = words


def executor_for(workers: int) -> Executor:
    """So many worker processes of this machine, or what SERIKAT_EXECUTOR names. Raises NoExecutorError."""
    said = os.environ.get(EXECUTOR_SETTING, "").strip()
    if not said:
        return LocalExecutor(workers)
    kind, _, address = said.partition("://")
    if kind != "dask":
        raise NoExecutorError(_UNKNOWN.filled(setting=EXECUTOR_SETTING, said=said))
    try:
        from serikat.foundation.findings.rounds.on_dask import DaskExecutor  # noqa: PLC0415 - an optional part
    except ModuleNotFoundError as error:
        raise NoExecutorError(_NOT_INSTALLED) from error
    return DaskExecutor(address if not address or "://" in address else f"tcp://{address}", workers)
