"""Companies, outlets, standing, control and imports."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("chapters", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Company",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("legal_name", models.CharField(max_length=200)),
                ("match_name", models.CharField(db_index=True, max_length=200)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="MemberOutlet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(db_index=True, max_length=160)),
                ("address", models.URLField(max_length=300)),
                ("key", models.CharField(max_length=300, unique=True)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("responsible_person", models.CharField(blank=True, max_length=160)),
                ("editor_in_chief", models.CharField(blank=True, max_length=160)),
                ("member_number", models.CharField(blank=True, max_length=60)),
                ("more", models.JSONField(blank=True, default=dict)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "chapter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chapters.chapter"
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outlets",
                        to="members.company",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chapters.region",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FormerDomain",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.URLField(max_length=300)),
                ("key", models.CharField(db_index=True, max_length=300)),
                ("until", models.DateField(blank=True, null=True)),
                ("source", models.CharField(blank=True, max_length=200)),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_domains",
                        to="members.memberoutlet",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CouncilStatus",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("status", models.CharField(max_length=80)),
                ("certificate", models.CharField(blank=True, max_length=80)),
                ("observed_on", models.DateField()),
                ("source", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="council_statuses",
                        to="members.memberoutlet",
                    ),
                ),
            ],
            options={
                "ordering": ("-observed_on", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Control",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        choices=[("meta", "Meta"), ("file", "File"), ("dns", "Dns"), ("vouched", "Vouched")],
                        max_length=8,
                    ),
                ),
                ("token", models.CharField(max_length=64, unique=True)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("shown_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.TextField(blank=True)),
                ("owner_mark", models.CharField(blank=True, max_length=300)),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                ("lost_at", models.DateTimeField(blank=True, null=True)),
                ("lost_because", models.CharField(blank=True, max_length=300)),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "vouched_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="controls", to="members.memberoutlet"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Representative",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="representatives",
                        to="members.memberoutlet",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RosterImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("file_name", models.CharField(max_length=200)),
                ("file", models.FileField(max_length=200, upload_to="rosters/")),
                ("sha256", models.CharField(max_length=64)),
                ("sheet", models.CharField(blank=True, max_length=120)),
                ("columns", models.JSONField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("uploaded", "Uploaded"), ("confirmed", "Confirmed"), ("undone", "Undone")],
                        default="uploaded",
                        max_length=10,
                    ),
                ),
                ("uploaded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("counts", models.JSONField(blank=True, default=dict)),
                (
                    "chapter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="chapters.chapter"
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ImportedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("row", models.PositiveIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("created", "Created"),
                            ("changed", "Changed"),
                            ("unchanged", "Unchanged"),
                            ("refused", "Refused"),
                        ],
                        max_length=10,
                    ),
                ),
                ("before", models.JSONField(blank=True, default=dict)),
                ("after", models.JSONField(blank=True, default=dict)),
                (
                    "outlet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="members.memberoutlet",
                    ),
                ),
                (
                    "roster_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="members.rosterimport"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("candidate", "Candidate"),
                            ("member", "Member"),
                            ("suspended", "Suspended"),
                            ("left", "Left"),
                        ],
                        max_length=10,
                    ),
                ),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="standings", to="members.memberoutlet"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="memberoutlet",
            index=models.Index(fields=["chapter", "name"], name="members_outlet_by_chapter"),
        ),
        migrations.AddIndex(
            model_name="memberoutlet",
            index=models.Index(fields=["region"], name="members_outlet_by_region"),
        ),
        migrations.AddIndex(
            model_name="control",
            index=models.Index(fields=["outlet", "-asked_at"], name="members_control_by_outlet"),
        ),
        migrations.AddIndex(
            model_name="representative",
            index=models.Index(fields=["person", "until"], name="members_rep_by_person"),
        ),
        migrations.AddIndex(
            model_name="rosterimport",
            index=models.Index(fields=["chapter", "-uploaded_at"], name="members_import_by_chapter"),
        ),
        migrations.AddIndex(
            model_name="importedrow",
            index=models.Index(fields=["roster_import", "row"], name="members_imported_row"),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["outlet", "until"], name="members_standing_by_outlet"),
        ),
    ]
