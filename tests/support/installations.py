"""Installations for tests: a data folder of their own, and the `serikat` command run on it as a program."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

# Machines that build are busy; what has happened is not waited for any longer.
_READY_SECONDS = 300.0


def surroundings(data: Path, **more: str) -> dict[str, str]:
    """The environment of an installation, without what this test run was told."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SERIKAT_", "DATABASE_URL"))}
    paths = os.pathsep.join(part for part in sys.path if part)
    return {**kept, "PYTHONPATH": paths, "SERIKAT_DATA": str(data), "DJANGO_SETTINGS_MODULE": "", **more} | {
        "DJANGO_SETTINGS_MODULE": "serikat.config.settings"
    }


def serikat(data: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        command(*arguments), env=surroundings(data, **more), capture_output=True, text=True, timeout=180, check=False
    )


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "serikat.fronts.command_line.entry", *arguments]


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        return int(door.getsockname()[1])


def until(happened: Callable[[], bool]) -> bool:
    """Whether it happens before patience ends."""
    late = time.monotonic() + _READY_SECONDS
    while time.monotonic() < late:
        if happened():
            return True
        time.sleep(0.1)
    return False


def answers(port: int) -> bool:
    """Whether a Serikat answers on the port."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as reply:
            return bool(reply.read() == b"ok\n")
    except (urllib.error.URLError, OSError):
        return False


def is_listening(port: int) -> bool:
    """Whether anybody takes connections on the port."""
    with closing(socket.socket()) as door:
        return door.connect_ex(("127.0.0.1", port)) == 0


def settings_of(file: Path) -> dict[str, str]:
    """The settings that a file for systemd's EnvironmentFile holds."""
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def processes_with(mark: str) -> dict[int, str]:
    """The running processes whose environment holds the mark, with their commands; Linux tells."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
    return found
