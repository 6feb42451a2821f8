"""What a secretary saw in the Press Council's register of an outlet, as evidence that was handed in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date

from serikat.engines.site_audit.evidence.record import Fetch, Gathering

REGISTER_URL = "https://dewanpers.or.id/data/perusahaanpers"
# The register's own day; the Council sits in Jakarta.
_BEGINNING = "T00:00:00+07:00"


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """The status of an outlet as printed in the register, empty where it was not listed, and the day of looking."""

    status: str
    observed_on: date


def with_register(gathering: Gathering, entry: RegisterEntry | None) -> Gathering:
    """The gathering with what was seen in the register, marked as handed in; the same where nothing was."""
    if entry is None:
        return gathering
    said = {"observed_at": f"{entry.observed_on.isoformat()}{_BEGINNING}", "status": entry.status}
    body = json.dumps(said, sort_keys=True, ensure_ascii=False).encode()
    fetch = Fetch(
        url=REGISTER_URL,
        final_url=REGISTER_URL,
        purpose="register",
        status=200,
        headers=(("Content-Type", "application/json"),),
        body=body,
        fetched_at=gathering.gathered_at,
        sha256=hashlib.sha256(body).hexdigest(),
        handed_in=True,
    )
    return replace(gathering, fetches=(*gathering.fetches, fetch))
