"""What an audit of an outlet saw, and how each clause stands since."""

from __future__ import annotations

import json
import uuid
import zlib
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Case, F, When
from django.utils import timezone

from serikat.engines.judgement.finding import Outcome
from serikat.foundation.findings.models.rounds import AuditRound
from serikat.foundation.members.models import MemberOutlet

OUTCOMES = [(each.value, each.value) for each in Outcome]


class OutletAudit(models.Model):
    """One audit of one outlet: the audit JSON whole (docs/audit-json.md), compressed, and where its evidence lies.

    `evidence` is a folder below the setting AUDIT_FOLDER. The counts are of the standards that bind.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    outlet = models.ForeignKey(MemberOutlet, models.CASCADE, related_name="+")
    round = models.ForeignKey(AuditRound, models.PROTECT, related_name="audits")
    gathered_at = models.DateTimeField()
    recorded_at = models.DateTimeField(default=timezone.now)
    release = models.CharField(max_length=40)
    reached = models.CharField(max_length=20)
    evidence = models.CharField(max_length=300)
    record_sha256 = models.CharField(max_length=64)
    compressed = models.BinaryField()
    met = models.PositiveSmallIntegerField()
    not_met = models.PositiveSmallIntegerField()
    unclear = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "outlet"], name="findings_one_audit_a_round")]
        indexes = [models.Index(fields=["outlet", "-gathered_at"], name="findings_audit_by_outlet")]

    def __str__(self) -> str:
        return f"{self.outlet} {self.gathered_at:%Y-%m-%d}"

    @cached_property
    def record(self) -> dict[str, Any]:
        """The audit JSON."""
        return json.loads(zlib.decompress(self.compressed))  # type: ignore[no-any-return]


class OutletState(models.Model):
    """How an outlet stands by its latest audit; what lists show and filter by, kept up with every audit.

    `missing` counts clauses of binding standards that are not met and that no answer in force settles. `changed_at` is
    when a clause last moved; `is_worse` that one fell and nobody has dealt with it yet;
    `is_urgent` that something urgent is open.
    """

    # Outlets know nothing of their state; this room's own lists filter and sort them by it.
    outlet = models.OneToOneField(
        MemberOutlet, models.CASCADE, primary_key=True, related_name="+", related_query_name="state"
    )
    latest = models.ForeignKey(OutletAudit, models.PROTECT, related_name="+")
    previous = models.ForeignKey(OutletAudit, models.PROTECT, null=True, blank=True, related_name="+")
    reached = models.CharField(max_length=20)
    gathered_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    met = models.PositiveSmallIntegerField()
    missing = models.PositiveSmallIntegerField()
    unclear = models.PositiveSmallIntegerField()
    is_worse = models.BooleanField(default=False)
    is_urgent = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = [
            models.Index(fields=["-missing", "outlet"], name="findings_state_by_missing"),
            models.Index(fields=["-unclear", "outlet"], name="findings_state_by_unclear"),
            models.Index(fields=["-gathered_at", "outlet"], name="findings_state_by_moment"),
            models.Index(fields=["recorded_at"], name="findings_state_by_recording"),
            models.Index(fields=["reached"], name="findings_state_by_reached"),
            models.Index(fields=["-changed_at", "outlet"], name="findings_state_by_change"),
        ]

    def __str__(self) -> str:
        return f"{self.outlet}: {self.missing}"


class ClauseState(models.Model):
    """How one clause stands for one outlet: what the machine last found, and what a person answered, side by side.

    `standing` is the answer in force, else the finding.
    """

    outlet = models.ForeignKey(MemberOutlet, models.CASCADE, related_name="+", related_query_name="clause_states")
    standard = models.CharField(max_length=60)
    clause = models.CharField(max_length=60)
    outcome = models.CharField(max_length=16, choices=OUTCOMES)
    answered = models.CharField(max_length=16, blank=True)
    standing = models.GeneratedField(
        expression=Case(When(answered="", then=F("outcome")), default=F("answered")),
        output_field=models.CharField(max_length=16),
        db_persist=True,
    )
    since = models.DateTimeField()
    unclear_times = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["outlet", "standard", "clause"], name="findings_one_clause_state"),
        ]
        indexes = [
            models.Index(fields=["clause", "standing", "standard", "outlet"], name="findings_clause_by_standing"),
        ]

    def __str__(self) -> str:
        return f"{self.outlet} {self.clause}: {self.outcome}"
