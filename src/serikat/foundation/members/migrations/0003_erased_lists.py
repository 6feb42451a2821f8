"""Lists know when their content was erased; why control was lost is a word of ours, said in both languages."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SAID = {
    "Domain diparkir saat diperiksa.": "parked",
    "Domain mengalihkan pembaca ke situs lain saat diperiksa.": "redirected_away",
    "Server nama domain berganti.": "other_hands",
}


def as_words(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    """Put the word in the place of the sentence."""
    control = apps.get_model("members", "Control")
    for said, word in SAID.items():
        control.objects.filter(lost_because=said).update(lost_because=word)


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0002_questions_and_reasons"),
    ]

    operations = [
        migrations.AddField(
            model_name="rosterimport",
            name="erased_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunPython(as_words, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="control",
            name="lost_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("parked", "Parked"),
                    ("redirected_away", "Redirected Away"),
                    ("other_hands", "Other Hands"),
                ],
                max_length=20,
            ),
        ),
    ]
