"""The first command of a new installation, or of a new release, finds the tables that it needs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

COMMAND = (sys.executable, "-m", "serikat.fronts.command_line.entry")


def surroundings(data: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("SERIKAT_", "DJANGO_", "DATABASE_"))
    }
    return kept | {"SERIKAT_DATA": str(data)}


def test_a_list_taken_in_before_anything_else_is_told_what_to_do(tmp_path: Path) -> None:
    asked = [*COMMAND, "import", "members", "daftar.xlsx"]
    ended = subprocess.run(asked, env=surroundings(tmp_path / "data"), capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "Belum ada asosiasi di sini" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_worker_may_be_started_before_the_web(tmp_path: Path) -> None:
    data, log = tmp_path / "data", tmp_path / "log"
    with log.open("w") as said:
        worker = subprocess.Popen([*COMMAND, "work"], env=surroundings(data), stderr=said)
        patience = time.monotonic() + 300
        while not list(data.glob("*.sqlite3")) and worker.poll() is None and time.monotonic() < patience:
            time.sleep(0.1)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(300) == 0
    assert log.read_text() == ""
