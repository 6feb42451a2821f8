"""Who has taken a question; outlets no longer name what findings hold of them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0002_standing_and_tallies"),
        ("members", "0003_erased_lists"),
        ("people", "0002_sessions_and_sending"),
    ]

    operations = [
        migrations.AddField(
            model_name="question",
            name="taken_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="question",
            name="taken_by",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AlterField(
            model_name="clauseanswer",
            name="outlet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="members.memberoutlet"
            ),
        ),
        migrations.AlterField(
            model_name="clausestate",
            name="outlet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                related_query_name="clause_states",
                to="members.memberoutlet",
            ),
        ),
        migrations.AlterField(
            model_name="handedinpage",
            name="outlet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="members.memberoutlet"
            ),
        ),
        migrations.AlterField(
            model_name="outletaudit",
            name="outlet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="members.memberoutlet"
            ),
        ),
        migrations.AlterField(
            model_name="outletstate",
            name="outlet",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                primary_key=True,
                related_name="+",
                related_query_name="state",
                serialize=False,
                to="members.memberoutlet",
            ),
        ),
        migrations.AlterField(
            model_name="question",
            name="outlet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="members.memberoutlet"
            ),
        ),
    ]
