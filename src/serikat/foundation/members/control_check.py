"""Looks at a site for the sign of control, through the guarded fetcher and with this installation's settings."""

from __future__ import annotations

import asyncio
from pathlib import Path

from django.conf import settings

from serikat.engines.site_audit.gather.control import ControlSeen, look_for_control, owner_mark
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.hosts_file import opened_with
from serikat.engines.site_audit.gather.limits import ReachPolicy
from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.members.models import MemberOutlet


def look(outlet: MemberOutlet, token: str) -> ControlSeen:
    """What stands on the site and in DNS now; takes at most half a minute."""
    # The former domains are asked of the database here, since no query may run inside the loop.
    return asyncio.run(_look(outlet.as_audited, token))


def mark_now(outlet: MemberOutlet) -> str:
    """By what the domain is held now; empty where nobody says."""
    return "" if settings.AUDIT_HOSTS_FILE else asyncio.run(owner_mark(outlet.as_audited))


async def _look(outlet: Outlet, token: str) -> ControlSeen:
    policy = ReachPolicy(allow_private=settings.AUDIT_ALLOW_PRIVATE)
    hosts = settings.AUDIT_HOSTS_FILE
    async with opened_with(Path(hosts), policy) if hosts else Fetcher(policy) as fetcher:
        # A test bed has names of its own, of which no name server knows.
        return await look_for_control(outlet, token, fetcher, _nothing if hosts else None)


async def _nothing(_name: str, _kind: str) -> tuple[str, ...]:
    return ()
