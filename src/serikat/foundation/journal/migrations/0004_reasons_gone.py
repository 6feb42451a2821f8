"""The column of reasons goes, and the database refuses changes of the journal again."""

from __future__ import annotations

from importlib import import_module
from typing import ClassVar

from django.db import migrations

_triggers = import_module("serikat.foundation.journal.migrations.0002_append_only")


class Migration(migrations.Migration):
    """In a step of its own, since PostgreSQL changes no table that has rows on their way."""

    dependencies: ClassVar = [("journal", "0003_reasons_apart")]
    operations: ClassVar = [
        migrations.RemoveField("entry", "reason"),
        migrations.RunPython(_triggers.refuse_changes, _triggers.allow_changes),
    ]
