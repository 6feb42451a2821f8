"""The cache that all worker processes share, for rate limits."""

from __future__ import annotations

from typing import ClassVar

from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def make_table(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make it, in the database that is being migrated."""
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """The cache table."""

    dependencies: ClassVar[list[tuple[str, str]]] = []
    operations: ClassVar = [migrations.RunPython(make_table, migrations.RunPython.noop)]
