"""Lists remember the answers given about them, and rows why they were refused or kept."""

from django.db import migrations, models

import serikat.foundation.members.models.imports


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="importedrow",
            name="address",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="importedrow",
            name="kept_fields",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="importedrow",
            name="problems",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="rosterimport",
            name="decisions",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AlterField(
            model_name="rosterimport",
            name="file",
            field=models.FileField(max_length=200, upload_to=serikat.foundation.members.models.imports.stored_as),
        ),
    ]
