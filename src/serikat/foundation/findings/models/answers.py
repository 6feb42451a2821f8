"""What people say: answers that settle a clause, questions that wait for one, pages that a member handed in."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from serikat.engines.judgement.standard import WayKind
from serikat.engines.judgement.words import Words
from serikat.foundation.findings.models.audits import OUTCOMES, OutletAudit
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person


class ClauseAnswer(models.Model):
    """A person's word on a clause, from a day until another; never changed, a later one stands beside it.

    Where it overrules a finding, `audit` is the audit that held that finding, and both stay visible.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    outlet = models.ForeignKey(MemberOutlet, models.CASCADE, related_name="+")
    standard = models.CharField(max_length=60)
    clause = models.CharField(max_length=60)
    way = models.CharField(max_length=10, choices=[(each.value, each.value) for each in WayKind])
    outcome = models.CharField(max_length=16, choices=OUTCOMES)
    reason = models.TextField()
    evidence = models.JSONField(default=list, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    recorded_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    audit = models.ForeignKey(OutletAudit, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["outlet", "standard", "clause", "-since"], name="findings_answer_by_clause"),
            models.Index(fields=["until"], name="findings_answer_by_end"),
        ]

    def __str__(self) -> str:
        return f"{self.outlet} {self.clause}: {self.outcome}"


class QuestionCause(models.TextChoices):
    """Why a clause goes to a person."""

    UNCLEAR_TWICE = "unclear_twice"
    DIFFERS = "differs"
    WORSE = "worse"
    HANDED_IN = "handed_in"
    RAN_OUT = "ran_out"


CAUSE_WORDS: dict[str, Words] = {
    QuestionCause.UNCLEAR_TWICE: Words("Dua kali belum jelas", "Unclear twice"),
    QuestionCause.DIFFERS: Words("Temuan baru berbeda dari jawaban", "A new finding differs from the answer"),
    QuestionCause.WORSE: Words("Memburuk sejak pemeriksaan lalu", "Worse since the last audit"),
    QuestionCause.HANDED_IN: Words("Halaman kiriman anggota menunggu dilihat", "A page handed in waits to be seen"),
    QuestionCause.RAN_OUT: Words("Masa berlaku jawaban habis", "An answer ran out"),
}


class Question(models.Model):
    """A clause of an outlet that a person is asked to look at by a day; closed by an answer or by a clear finding.

    `taken_by` is who said that they look at it, so that two do not do the same work; anyone else still may.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    outlet = models.ForeignKey(MemberOutlet, models.CASCADE, related_name="+")
    standard = models.CharField(max_length=60)
    clause = models.CharField(max_length=60)
    cause = models.CharField(max_length=14, choices=QuestionCause.choices)
    raised_at = models.DateTimeField(default=timezone.now)
    due = models.DateField()
    taken_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.ForeignKey(ClauseAnswer, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["outlet", "standard", "clause", "cause"],
                condition=models.Q(closed_at=None),
                name="findings_one_open_question",
            ),
        ]
        indexes = [models.Index(fields=["closed_at", "due"], name="findings_question_by_due")]

    def __str__(self) -> str:
        return f"{self.outlet} {self.clause}: {self.cause}"


class HandedInPage(models.Model):
    """A page that a member saved and gave; it counts as evidence so marked until an officer has seen it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    outlet = models.ForeignKey(MemberOutlet, models.CASCADE, related_name="+")
    url = models.URLField(max_length=500)
    file = models.FileField(upload_to="handed-in/", max_length=200)
    sha256 = models.CharField(max_length=64)
    handed_in_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField(default=timezone.now)
    seen_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    seen_at = models.DateTimeField(null=True, blank=True)
    is_accepted = models.BooleanField(null=True, blank=True)
    remark = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["outlet", "-handed_in_at"], name="findings_page_by_outlet")]

    def __str__(self) -> str:
        return f"{self.outlet} {self.url}"
