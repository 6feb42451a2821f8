"""Messages that were sent and not opened are found without reading all."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("chapters", "0003_one_association"),
        ("people", "0002_sessions_and_sending"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("opened_at", None), ("sent_at__isnull", False)),
                fields=["subject_room", "subject_kind", "subject_id"],
                name="people_message_unopened",
            ),
        ),
    ]
