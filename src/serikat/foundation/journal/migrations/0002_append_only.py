"""The database itself refuses changes of the journal, whatever program asks."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = (
    """CREATE TRIGGER journal_entry_no_{deed} BEFORE {deed} ON journal_entry
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
)
_POSTGRESQL = (
    """CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$""",
    """CREATE TRIGGER journal_entry_no_{deed} BEFORE {deed} ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION journal_refuse()""",
)


def refuse_changes(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Lay the triggers."""
    statements = _POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE
    for deed in ("UPDATE", "DELETE"):
        for statement in statements:
            editor.execute(statement.format(deed=deed), params=None)


def allow_changes(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away."""
    on_table = " ON journal_entry" if editor.connection.vendor == "postgresql" else ""
    for deed in ("UPDATE", "DELETE"):
        editor.execute(f"DROP TRIGGER journal_entry_no_{deed}{on_table}", params=None)


class Migration(migrations.Migration):
    """Triggers."""

    dependencies: ClassVar = [("journal", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(refuse_changes, allow_changes)]
