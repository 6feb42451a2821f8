"""The 38 provinces and 514 regencies and cities of the Ministry's list."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from serikat.engines.site_audit.reading.regions import all_regions

_SOURCE = "Kepmendagri 300.2.2-2138/2025"


def write_regions(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the table."""
    region = apps.get_model("chapters", "Region")
    rows = sorted(all_regions(), key=lambda each: len(each.code))
    region.objects.bulk_create(
        region(
            code=each.code,
            name=each.name,
            kind="province" if each.is_province else "city" if each.is_city else "regency",
            province_id=None if each.is_province else each.code[:2],
            source=_SOURCE,
        )
        for each in rows
    )


class Migration(migrations.Migration):
    """Regions."""

    dependencies: ClassVar = [("chapters", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(write_regions, migrations.RunPython.noop)]
