"""Audits for tests: what a round would bring back, without a site."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from serikat import RELEASE
from serikat.engines.judgement.finding import Quote
from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.evidence.store import write_evidence
from serikat.engines.site_audit.findings import judge
from serikat.engines.site_audit.report.as_json import audit_record
from serikat.foundation.findings.actions.recording import record_audit
from serikat.foundation.findings.actions.rounds import start_round
from serikat.foundation.findings.models import AuditRound, OutletAudit
from serikat.foundation.findings.standards import library
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person

STANDARD = "standar-perusahaan-pers-2019"
ADDRESS, MASTHEAD, LEGAL = "address-published", "box-redaksi", "legal-entity"
HOME = "<title>Kabar Rekaan</title><h1>Kabar Rekaan</h1><p>Jl. Rekaan No. 17 <b>Serang</b></p><script>alert(1)</script>"


def an_audit(
    outlet: MemberOutlet,
    outcomes: Mapping[str, str],
    *,
    by: Person,
    reached: str = "read",
    at: datetime | None = None,
    audit_round: AuditRound | None = None,
) -> OutletAudit:
    """One recorded audit: the outcome of each clause of STANDARD that is named, and its home page as evidence."""
    found = audit_round or start_round(chapter=outlet.chapter, outlets=[outlet], by=by)
    moment = at or timezone.now()
    gathering = gathered(outlet, moment)
    folder = f"{found.public_id}/0001/{outlet.key}"
    write_evidence(gathering, Path(settings.AUDIT_FOLDER) / folder, replace=True)
    record = {**_skeleton(outlet, gathering), "reached": reached}
    record["findings"] = [_found(clause, outcome, gathering) for clause, outcome in outcomes.items()]
    return record_audit(audit_round=found, outlet=outlet, record=record, evidence=folder).audit


def gathered(outlet: MemberOutlet, at: datetime, body: str = HOME) -> Gathering:
    """What one visit to the outlet's home page brings."""
    stamp = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    data = body.encode()
    digest = hashlib.sha256(data).hexdigest()
    kind = (("Content-Type", "text/html; charset=utf-8"),)
    home = Fetch(outlet.address, outlet.address, "home", 200, kind, data, stamp, digest)
    return Gathering(outlet.address, stamp, RELEASE, "test", Reached.READ, "", (home,))


def blocked(outlet: MemberOutlet, *, by: Person) -> OutletAudit:
    """A real judgement of a site that turned our reader away."""
    at = timezone.now() - timedelta(days=1)
    stamp = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    nothing = hashlib.sha256(b"").hexdigest()
    home = Fetch(outlet.address, outlet.address, "home", 403, (), b"", stamp, nothing, Reached.BLOCKED, "HTTP 403")
    gathering = Gathering(outlet.address, stamp, RELEASE, "test", Reached.BLOCKED, "HTTP 403", (home,))
    found = start_round(chapter=outlet.chapter, outlets=[outlet], by=by)
    folder = f"{found.public_id}/0001/{outlet.key}"
    write_evidence(gathering, Path(settings.AUDIT_FOLDER) / folder, replace=True)
    record = audit_record(judge(gathering, library(), [STANDARD]))
    return record_audit(audit_round=found, outlet=outlet, record=record, evidence=folder).audit


def _skeleton(outlet: MemberOutlet, gathering: Gathering) -> dict[str, Any]:
    record = audit_record(judge(gathering, library(), [STANDARD]))
    return {**record, "verdicts": [], "plan": {}}


def _found(clause: str, outcome: str, gathering: Gathering) -> dict[str, Any]:
    home = gathering.fetches[0]
    quote = Quote(home.final_url, "Jl. Rekaan No. 17 Serang", home.fetched_at, home.sha256)
    way = library().standard(STANDARD).clause(clause).rule
    return {
        "standard": STANDARD, "clause": clause, "rule": way.rule if way else clause, "outcome": outcome,
        "reason": f"Alasan rekaan: {outcome}.", "reason_en": f"An invented reason: {outcome}.",
        "quotes": [asdict(quote)], "release": RELEASE,
    }  # fmt: skip
