"""Reasons stand apart from the entries, which commit to them, so that what names somebody can be erased."""

from __future__ import annotations

import os
from importlib import import_module
from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from serikat.engines.proof.commitments import SALT_LENGTH, commitment

_triggers = import_module("serikat.foundation.journal.migrations.0002_append_only")


def put_apart(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Each reason into a row of its own, the commitment to it into the entry."""
    entries, reasons = apps.get_model("journal", "Entry"), apps.get_model("journal", "Reason")
    for entry in entries.objects.exclude(reason="").iterator():
        salt = os.urandom(SALT_LENGTH)
        reasons.objects.create(entry_id=entry.pk, salt=salt.hex(), text=entry.reason)
        made = commitment("reason", entry.reason, salt)
        entries.objects.filter(pk=entry.pk).update(reason="", reason_commitment=made)


class Migration(migrations.Migration):
    """While reasons move, the triggers that refuse changes are away."""

    dependencies: ClassVar = [("journal", "0002_append_only")]
    operations: ClassVar = [
        migrations.RunPython(_triggers.allow_changes, _triggers.refuse_changes),
        migrations.AddField("entry", "reason_commitment", models.CharField(max_length=64, blank=True, default="")),
        migrations.AlterField("entry", "reason_commitment", models.CharField(max_length=64, blank=True)),
        migrations.CreateModel(
            name="Reason",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="told",
                        serialize=False,
                        to="journal.entry",
                    ),
                ),
                ("salt", models.CharField(max_length=64)),
                ("text", models.TextField()),
            ],
        ),
        migrations.RunPython(put_apart, migrations.RunPython.noop),
    ]
