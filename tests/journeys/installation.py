"""An installation of its own, in a folder of its own, run by the real programs in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Installation:
    """Its folder, and the settings that differ from a laptop's."""

    folder: Path
    settings: Mapping[str, str]

    def environment(self) -> dict[str, str]:
        """What its processes are started with."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SERIKAT_")}
        kept.pop("DATABASE_URL", None)
        own = {
            "SERIKAT_DATA": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "serikat.config.settings",
            "PYTHONPATH": f"{_ROOT / 'src'}{os.pathsep}{_ROOT}",
        }
        return {**kept, **own, **self.settings}

    def tell(self, script: str) -> str:
        """Run some lines of Python with Django ready; what they print."""
        lines = f"import django; django.setup()\n{script}"
        run = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", lines], env=self.environment(), capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        return run.stdout.strip()

    def migrated(self) -> None:
        """Make its tables."""
        self.tell("from django.core.management import call_command; call_command('migrate', verbosity=0)")

    @contextmanager
    def worker(self) -> Iterator[subprocess.Popen[bytes]]:
        """A worker for as long as the block runs; killed at its end if it still lives."""
        command = [sys.executable, "-W", "ignore", "-m", "serikat.fronts.command_line.entry", "work"]
        process = subprocess.Popen(command, env=self.environment())
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def wait_for(self, question: str, seconds: float) -> str:
        """Ask again until the answer is no longer empty or `0`; fails after so many seconds."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            said = self.tell(question)
            if said not in ("", "0", "False"):
                return said
        raise AssertionError(f"still nothing after {seconds} seconds: {question}")
