"""Sessions that can be ended everywhere, names alike in any letters, and messages that make their links when sent."""

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

import serikat.foundation.people.models.accounts


class Migration(migrations.Migration):
    dependencies = [
        ("chapters", "0002_regions"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="account",
            name="session_salt",
            field=models.CharField(default=serikat.foundation.people.models.accounts.new_session_salt, max_length=16),
        ),
        migrations.AddField(
            model_name="message",
            name="chapter",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="chapters.chapter",
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="leads_to",
            field=models.CharField(default="/", max_length=300),
        ),
        migrations.AddField(
            model_name="message",
            name="link_purpose",
            field=models.CharField(
                blank=True, choices=[("sign_in", "Sign In"), ("set_up_account", "Set Up Account")], max_length=20
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["-prepared_at"], name="people_message_latest"),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("username"), name="people_username_in_any_letters"
            ),
        ),
    ]
