"""A list of members on its way in: uploaded, looked at, confirmed, and perhaps undone."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.subjects import Subject
from serikat.foundation.members.models.outlets import MemberOutlet
from serikat.foundation.people.models import Person


class ImportState(models.TextChoices):
    """How far a list has come."""

    UPLOADED = "uploaded"
    CONFIRMED = "confirmed"
    UNDONE = "undone"


def stored_as(_roster_import: RosterImport, _file_name: str) -> str:
    """Where a list lies: under a name of ours, since that of the upload is the visitor's."""
    return f"rosters/{uuid.uuid4()}"


class RosterImport(models.Model):
    """One uploaded list, taken in for a chapter and those below it.

    `columns` maps column letters to fields as a person corrected them; None proposes anew. `decisions` answers, by the
    site in the list, which known outlet moved there; an empty string says that it is another one. Once `erased_at` is
    set the file is gone, and with it what the rows remember.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    file = models.FileField(upload_to=stored_as, max_length=200)
    sha256 = models.CharField(max_length=64)
    sheet = models.CharField(max_length=120, blank=True)
    columns = models.JSONField(null=True, blank=True)
    decisions = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=ImportState.choices, default=ImportState.UPLOADED)
    uploaded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict, blank=True)

    class Meta:
        indexes = [models.Index(fields=["chapter", "-uploaded_at"], name="members_import_by_chapter")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def subject(self) -> Subject:
        """The list as the journal names it."""
        return Subject("members", "import", str(self.public_id))


class RowOutcome(models.TextChoices):
    """What came of a row."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class ImportedRow(models.Model):
    """What a confirmed list did to one outlet; `before` and `after` hold the fields that it changed, for undoing.

    `problems` are those of the row as they were said then: `cell`, `id`, `en`. `kept_fields` names the fields that were
    changed since, because of which the row was not undone.
    """

    roster_import = models.ForeignKey(RosterImport, models.CASCADE, related_name="rows")
    row = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10, choices=RowOutcome.choices)
    outlet = models.ForeignKey(MemberOutlet, models.SET_NULL, null=True, blank=True, related_name="+")
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    address = models.CharField(max_length=300, blank=True)
    problems = models.JSONField(default=list, blank=True)
    kept_fields = models.JSONField(default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["roster_import", "row"], name="members_imported_row")]

    def __str__(self) -> str:
        return f"{self.roster_import} {self.row}: {self.outcome}"
