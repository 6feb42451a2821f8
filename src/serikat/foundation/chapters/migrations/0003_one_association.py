"""One installation is one association."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("chapters", "0002_regions"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="chapter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("depth", 1)), fields=("depth",), name="chapters_one_association"
            ),
        ),
    ]
