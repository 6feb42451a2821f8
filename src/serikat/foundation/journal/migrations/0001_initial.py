"""The journal's table."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("deed", models.CharField(max_length=80)),
                ("actor_kind", models.CharField(max_length=20)),
                ("actor_id", models.CharField(max_length=64)),
                ("subject_room", models.CharField(max_length=40)),
                ("subject_kind", models.CharField(max_length=40)),
                ("subject_id", models.CharField(max_length=64)),
                ("reason", models.TextField(blank=True)),
                ("details", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["subject_room", "subject_kind", "subject_id", "-number"], name="journal_by_subject"
                    ),
                    models.Index(fields=["actor_kind", "actor_id", "-number"], name="journal_by_actor"),
                    models.Index(fields=["deed", "-number"], name="journal_by_deed"),
                ],
            },
        ),
    ]
