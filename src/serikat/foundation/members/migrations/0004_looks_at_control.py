"""A look at a site for the sign of control is asked for by a page and had by the worker."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0003_erased_lists"),
        ("people", "0003_unopened_messages"),
    ]

    operations = [
        migrations.AddField(
            model_name="control",
            name="seen",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="control",
            name="wanted_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="control",
            name="wanted_by",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddIndex(
            model_name="control",
            index=models.Index(
                condition=models.Q(("wanted_at__isnull", False)), fields=["wanted_at"], name="members_control_wanted"
            ),
        ),
    ]
