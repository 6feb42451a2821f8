"""An outlet as an audit leaves it, judged by the real rules from one invented home page."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.utils import timezone

from serikat import RELEASE
from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.findings import judge
from serikat.engines.site_audit.report.as_json import audit_record
from serikat.foundation.findings.actions.recording import record_audit
from serikat.foundation.findings.actions.rounds import start_round
from serikat.foundation.findings.models import AuditRound, OutletAudit, RoundState
from serikat.foundation.findings.standards import library
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person

STANDARDS = ["uu-pers-1999", "standar-perusahaan-pers-2019", "pedoman-media-siber-2012"]
HOME = "<title>Kabar Rekaan</title><h1>Kabar Rekaan</h1><p>Kabar dari kota Tirtamaya ditulis setiap hari.</p>"


def an_audit(outlet: MemberOutlet, by: Person, home: str = HOME, at: datetime | None = None) -> OutletAudit:
    """One round over the outlet, finished, with what its home page shows."""
    moment = at or timezone.now()
    audit_round = start_round(chapter=outlet.chapter, outlets=[outlet], by=by)
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    body = home.encode()
    kind = (("Content-Type", "text/html; charset=utf-8"),)
    digest = hashlib.sha256(body).hexdigest()
    fetch = Fetch(outlet.address, outlet.address, "home", 200, kind, body, stamp, digest)
    gathering = Gathering(outlet.address, stamp, RELEASE, "test", Reached.READ, "", (fetch,))
    record = audit_record(judge(gathering, library(), STANDARDS))
    audit = record_audit(audit_round=audit_round, outlet=outlet, record=record, evidence="none").audit
    AuditRound.objects.filter(pk=audit_round.pk).update(state=RoundState.FINISHED, ended_at=moment)
    return audit
