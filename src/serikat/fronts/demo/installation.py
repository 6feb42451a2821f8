"""The demo's installation: a data folder of its own, and settings that lead audits to this machine's sites alone."""

from __future__ import annotations

import os
import shutil
import socket
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from serikat.fronts.demo.outlets import outlets
from serikat.fronts.demo.serving import GONE
from serikat.fronts.demo.site_pages import GUIDELINE_SUBDOMAIN, SHOP

_MARK = "made-by-serikat-demo"


class NotOursError(Exception):
    """The folder holds something that no demo made, so it is not emptied."""


@dataclass(frozen=True, slots=True)
class Installation:
    """Where the demo's data lies, where its sites are served, and whether it goes on with what lay there."""

    folder: Path
    sites_port: int
    is_kept: bool

    @property
    def data(self) -> Path:
        """The data folder of the web."""
        return self.folder / "data"


def lay_out(folder: Path, host: str, *, keep: bool) -> Installation:
    """Empty the folder unless it is kept, and set this process's environment for the web. Raises NotOursError."""
    mark = folder / "data" / _MARK
    is_kept = keep and mark.is_file()
    if not is_kept:
        if (folder / "data").exists() and not mark.is_file():
            raise NotOursError(str(folder / "data"))
        shutil.rmtree(folder / "data", ignore_errors=True)
        mark.parent.mkdir(parents=True)
        mark.write_text("The demo empties this folder whenever it starts.\n", encoding="ascii")
    installation = Installation(folder.absolute(), _free_port(host), is_kept)
    hosts = installation.data / "hosts"
    hosts.write_text("".join(f"{host}:{installation.sites_port} {name}\n" for name in _names()), encoding="ascii")
    os.environ |= {
        "SERIKAT_ENV": "laptop",
        "SERIKAT_DATA": str(installation.data),
        "SERIKAT_HOSTS_FILE": str(hosts),
        "SERIKAT_ALLOW_PRIVATE": "yes",
        "SERIKAT_INTERVAL": "0",
        "SERIKAT_STANDARDS": str(files("serikat.fronts.demo") / "standards"),
        "SERIKAT_TIME_ZONE": "Asia/Jayapura",
    }
    os.environ.pop("DATABASE_URL", None)
    return installation


def _names() -> list[str]:
    """Every name under which the invented sites are asked for."""
    held = {outlet.host for outlet in outlets() if outlet.theme != GONE}
    return sorted({f"{before}{name}" for name in held for before in ("", "www.", GUIDELINE_SUBDOMAIN)} | {SHOP})


def _free_port(host: str) -> int:
    with closing(socket.create_server((host, 0))) as door:
        return int(door.getsockname()[1])
