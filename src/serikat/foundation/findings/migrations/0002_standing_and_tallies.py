"""Standing of a clause as one column, counts of chapters, and what is needed to find a line that was recorded."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("chapters", "0002_regions"),
        ("findings", "0001_initial"),
        ("members", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChapterTally",
            fields=[
                (
                    "chapter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="chapters.chapter",
                    ),
                ),
                ("outlets", models.PositiveIntegerField()),
                ("counts", models.JSONField()),
                ("counted_at", models.DateTimeField()),
            ],
        ),
        migrations.RemoveIndex(
            model_name="clausestate",
            name="findings_clause_by_outcome",
        ),
        migrations.RemoveIndex(
            model_name="outletstate",
            name="findings_state_by_change",
        ),
        migrations.AddField(
            model_name="clausestate",
            name="standing",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Case(
                    models.When(answered="", then=models.F("outcome")), default=models.F("answered")
                ),
                output_field=models.CharField(max_length=16),
            ),
        ),
        migrations.AddField(
            model_name="outletstate",
            name="recorded_at",
            field=models.DateTimeField(auto_now=True),
        ),
        migrations.AddField(
            model_name="target",
            name="line_sha256",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AlterField(
            model_name="auditround",
            name="kind",
            field=models.CharField(
                choices=[
                    ("selection", "Selection"),
                    ("scheduled", "Scheduled"),
                    ("recheck", "Recheck"),
                    ("handed_in", "Handed In"),
                ],
                default="selection",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="question",
            name="cause",
            field=models.CharField(
                choices=[
                    ("unclear_twice", "Unclear Twice"),
                    ("differs", "Differs"),
                    ("worse", "Worse"),
                    ("handed_in", "Handed In"),
                    ("ran_out", "Ran Out"),
                ],
                max_length=14,
            ),
        ),
        migrations.AddIndex(
            model_name="clauseanswer",
            index=models.Index(fields=["until"], name="findings_answer_by_end"),
        ),
        migrations.AddIndex(
            model_name="clausestate",
            index=models.Index(fields=["clause", "standing", "standard", "outlet"], name="findings_clause_by_standing"),
        ),
        migrations.AddIndex(
            model_name="outletstate",
            index=models.Index(fields=["-unclear", "outlet"], name="findings_state_by_unclear"),
        ),
        migrations.AddIndex(
            model_name="outletstate",
            index=models.Index(fields=["-gathered_at", "outlet"], name="findings_state_by_moment"),
        ),
        migrations.AddIndex(
            model_name="outletstate",
            index=models.Index(fields=["recorded_at"], name="findings_state_by_recording"),
        ),
        migrations.AddIndex(
            model_name="outletstate",
            index=models.Index(fields=["-changed_at", "outlet"], name="findings_state_by_change"),
        ),
    ]
