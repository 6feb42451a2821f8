"""Rounds, audits, clause states, answers and questions."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("chapters", "0001_initial"),
        ("members", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("selection", "Selection"), ("scheduled", "Scheduled"), ("recheck", "Recheck")],
                        default="selection",
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("wanted", "Wanted"),
                            ("running", "Running"),
                            ("stopping", "Stopping"),
                            ("cancelled", "Cancelled"),
                            ("finished", "Finished"),
                            ("failed", "Failed"),
                        ],
                        default="wanted",
                        max_length=10,
                    ),
                ),
                ("standards", models.JSONField(default=list)),
                ("clauses", models.JSONField(blank=True, default=list)),
                ("selection", models.CharField(blank=True, max_length=300)),
                ("wanted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("began_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("alive_at", models.DateTimeField(blank=True, null=True)),
                ("worker", models.CharField(blank=True, max_length=120)),
                ("error", models.TextField(blank=True)),
                (
                    "chapter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chapters.chapter"
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ClauseState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("standard", models.CharField(max_length=60)),
                ("clause", models.CharField(max_length=60)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("met", "met"),
                            ("not_met", "not_met"),
                            ("unclear", "unclear"),
                            ("not_applicable", "not_applicable"),
                            ("failed_to_run", "failed_to_run"),
                        ],
                        max_length=16,
                    ),
                ),
                ("answered", models.CharField(blank=True, max_length=16)),
                ("since", models.DateTimeField()),
                ("unclear_times", models.PositiveSmallIntegerField(default=0)),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="clause_states",
                        to="members.memberoutlet",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HandedInPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("url", models.URLField(max_length=500)),
                ("file", models.FileField(max_length=200, upload_to="handed-in/")),
                ("sha256", models.CharField(max_length=64)),
                ("handed_in_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                ("is_accepted", models.BooleanField(blank=True, null=True)),
                ("remark", models.TextField(blank=True)),
                (
                    "handed_in_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="handed_in_pages",
                        to="members.memberoutlet",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OutletAudit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("gathered_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("release", models.CharField(max_length=40)),
                ("reached", models.CharField(max_length=20)),
                ("evidence", models.CharField(max_length=300)),
                ("record_sha256", models.CharField(max_length=64)),
                ("compressed", models.BinaryField()),
                ("met", models.PositiveSmallIntegerField()),
                ("not_met", models.PositiveSmallIntegerField()),
                ("unclear", models.PositiveSmallIntegerField()),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="audits", to="members.memberoutlet"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="audits", to="findings.auditround"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ClauseAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("standard", models.CharField(max_length=60)),
                ("clause", models.CharField(max_length=60)),
                (
                    "way",
                    models.CharField(
                        choices=[("rule", "rule"), ("document", "document"), ("visit", "visit"), ("person", "person")],
                        max_length=10,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("met", "met"),
                            ("not_met", "not_met"),
                            ("unclear", "unclear"),
                            ("not_applicable", "not_applicable"),
                            ("failed_to_run", "failed_to_run"),
                        ],
                        max_length=16,
                    ),
                ),
                ("reason", models.TextField()),
                ("evidence", models.JSONField(blank=True, default=list)),
                ("since", models.DateField()),
                ("until", models.DateField()),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="members.memberoutlet"
                    ),
                ),
                (
                    "audit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="findings.outletaudit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OutletState",
            fields=[
                (
                    "outlet",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="state",
                        serialize=False,
                        to="members.memberoutlet",
                    ),
                ),
                ("reached", models.CharField(max_length=20)),
                ("gathered_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("met", models.PositiveSmallIntegerField()),
                ("missing", models.PositiveSmallIntegerField()),
                ("unclear", models.PositiveSmallIntegerField()),
                ("is_worse", models.BooleanField(default=False)),
                ("is_urgent", models.BooleanField(default=False)),
                (
                    "latest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="findings.outletaudit"
                    ),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="findings.outletaudit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("standard", models.CharField(max_length=60)),
                ("clause", models.CharField(max_length=60)),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("unclear_twice", "Unclear Twice"),
                            ("differs", "Differs"),
                            ("worse", "Worse"),
                            ("handed_in", "Handed In"),
                        ],
                        max_length=14,
                    ),
                ),
                ("raised_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("due", models.DateField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="findings.clauseanswer",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="questions", to="members.memberoutlet"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Schedule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("every_days", models.PositiveSmallIntegerField(default=30)),
                ("next_at", models.DateTimeField()),
                ("is_on", models.BooleanField(default=True)),
                (
                    "chapter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="chapters.chapter"
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reached", models.CharField(blank=True, max_length=20)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("error", models.CharField(blank=True, max_length=300)),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="members.memberoutlet"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="targets", to="findings.auditround"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="auditround",
            index=models.Index(fields=["state", "wanted_at"], name="findings_round_by_state"),
        ),
        migrations.AddIndex(
            model_name="auditround",
            index=models.Index(fields=["chapter", "-wanted_at"], name="findings_round_by_chapter"),
        ),
        migrations.AddIndex(
            model_name="clausestate",
            index=models.Index(fields=["clause", "outcome", "outlet"], name="findings_clause_by_outcome"),
        ),
        migrations.AddConstraint(
            model_name="clausestate",
            constraint=models.UniqueConstraint(
                fields=("outlet", "standard", "clause"), name="findings_one_clause_state"
            ),
        ),
        migrations.AddIndex(
            model_name="handedinpage",
            index=models.Index(fields=["outlet", "-handed_in_at"], name="findings_page_by_outlet"),
        ),
        migrations.AddIndex(
            model_name="outletaudit",
            index=models.Index(fields=["outlet", "-gathered_at"], name="findings_audit_by_outlet"),
        ),
        migrations.AddConstraint(
            model_name="outletaudit",
            constraint=models.UniqueConstraint(fields=("round", "outlet"), name="findings_one_audit_a_round"),
        ),
        migrations.AddIndex(
            model_name="clauseanswer",
            index=models.Index(fields=["outlet", "standard", "clause", "-since"], name="findings_answer_by_clause"),
        ),
        migrations.AddIndex(
            model_name="outletstate",
            index=models.Index(fields=["-missing", "outlet"], name="findings_state_by_missing"),
        ),
        migrations.AddIndex(
            model_name="outletstate",
            index=models.Index(fields=["reached"], name="findings_state_by_reached"),
        ),
        migrations.AddIndex(
            model_name="outletstate",
            index=models.Index(fields=["-changed_at"], name="findings_state_by_change"),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(fields=["closed_at", "due"], name="findings_question_by_due"),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at", None)),
                fields=("outlet", "standard", "clause", "cause"),
                name="findings_one_open_question",
            ),
        ),
        migrations.AddIndex(
            model_name="target",
            index=models.Index(fields=["round", "reached"], name="findings_target_by_reached"),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(fields=("round", "outlet"), name="findings_one_target"),
        ),
    ]
