"""Audits the invented sites for real: over HTTP, as one shard of a round, by the rules that judge every site."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

from aiohttp.abc import AbstractResolver, ResolveResult

from serikat.engines.judgement.loading import Library, load_folder
from serikat.engines.site_audit import outlet as audited_outlet
from serikat.engines.site_audit.comparison import compare_articles
from serikat.engines.site_audit.findings import Audit, known_rules
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.limits import Budget, ReachPolicy
from serikat.engines.site_audit.shard import ListedOutlet, ShardSettings, run_shard
from serikat.engines.site_audit.shard_folder import LINES, AuditedOutlet
from serikat.fronts.demo.outlets import Outlet, outlets
from serikat.fronts.demo.serving import GONE
from serikat.fronts.demo.site_pages import SHOP

STANDARDS = ("standar-contoh-nusantara", "pedoman-contoh-nusantara")
_AT_ONCE = 4
# The invented outlets tell the same few stories in their own places; only what is copied whole counts as a copy.
_COPIED = 0.95
# The demo's own machine answers at once and minds no haste.
_BUDGET = Budget(pages=34, articles=16, interval=0.0, seconds=60.0, backoff=0.0, retries=0)

Watch = Callable[[Outlet], None]


@dataclass(frozen=True, slots=True)
class OutletAudit:
    """An outlet, what the audit of its site found, and the line of JSON that says so."""

    outlet: Outlet
    audit: Audit
    line: bytes


class LoopbackNames(AbstractResolver):
    """Leads the invented names, and no others, to this machine."""

    def __init__(self, host: str) -> None:
        self._host = host

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """This machine's address for a name of the demo; raises OSError for any other name."""
        held = [SHOP, *(outlet.host for outlet in outlets() if outlet.theme != GONE)]
        if not any(host == name or host.endswith(f".{name}") for name in held):
            raise OSError(f"no such name in the demo: {host}")
        flags = socket.AI_NUMERICHOST
        return [ResolveResult(hostname=host, host=self._host, port=port, family=family, proto=0, flags=flags)]

    async def close(self) -> None:
        """Nothing is open."""


def standards() -> Library:
    """The invented press council's editions."""
    return load_folder(files("serikat.fronts.demo") / "standards", known_rules())


def audit_all(members: Sequence[Outlet], host: str, port: int, folder: Path, watch: Watch) -> list[OutletAudit]:
    """The audits of these outlets, served on this host and port; `watch` is told of each outlet that is gathered.

    `folder` is emptied first, and holds the evidence then.
    """
    shutil.rmtree(folder, ignore_errors=True)
    addresses = [f"http://{member.host}:{port}{member.path}/" for member in members]
    listed = [
        ListedOutlet(audited_outlet.Outlet(address, member.name), row)
        for row, (address, member) in enumerate(zip(addresses, members, strict=True), 1)
    ]
    by_row = dict(enumerate(members, 1))
    audits: dict[str, Audit] = {}

    def showing(audit: Audit, key: str) -> None:
        audits[key] = audit

    settings = ShardSettings(
        standards=STANDARDS,
        budget=_BUDGET,
        policy=ReachPolicy(allow_private=True),
        at_once=_AT_ONCE,
        opening=partial(_opened, host),
        editions=standards,
        showing=showing,
    )
    run_shard(listed, folder, settings, lambda audited: watch(by_row[audited.row]))
    compare_articles([folder], _COPIED)
    manifest = run_shard(listed, folder, settings)
    return [_found(by_row[audited.row], audits[audited.key], folder, audited) for audited in manifest.audited]


def _opened(host: str, policy: ReachPolicy, *, gatherings: int, places: Path | None) -> Fetcher:
    return Fetcher(policy, names=LoopbackNames(host), gatherings=gatherings, places=places)


def _found(outlet: Outlet, audit: Audit, folder: Path, audited: AuditedOutlet) -> OutletAudit:
    with (folder / LINES).open("rb") as lines:
        lines.seek(audited.offset)
        return OutletAudit(outlet, audit, lines.read(audited.length))
