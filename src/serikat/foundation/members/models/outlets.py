"""A company, and the outlets that it publishes."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.utils import timezone

from serikat.engines.site_audit.outlet import FormerAddress, Outlet
from serikat.foundation.chapters.models import Chapter, Region
from serikat.foundation.journal.subjects import Subject


class Company(models.Model):
    """A press company. `match_name` is its name without legal form and marks, by which spellings meet."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    legal_name = models.CharField(max_length=200)
    match_name = models.CharField(max_length=200, db_index=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.legal_name

    @property
    def subject(self) -> Subject:
        """The company as the journal names it."""
        return Subject("members", "company", str(self.public_id))


class MemberOutlet(models.Model):
    """One outlet of a member, in the chapter that looks after it.

    `key` is what makes two spellings of its address one outlet (`engines.site_audit.outlet`). The two names of people
    are those on the member's list, which an audit compares with the masthead. `more` holds other cells of the list.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=160, db_index=True)
    address = models.URLField(max_length=300)
    key = models.CharField(max_length=300, unique=True)
    company = models.ForeignKey(Company, models.PROTECT, null=True, blank=True, related_name="outlets")
    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="+")
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    responsible_person = models.CharField(max_length=160, blank=True)
    editor_in_chief = models.CharField(max_length=160, blank=True)
    member_number = models.CharField(max_length=60, blank=True)
    more = models.JSONField(default=dict, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["chapter", "name"], name="members_outlet_by_chapter"),
            models.Index(fields=["region"], name="members_outlet_by_region"),
        ]

    def __str__(self) -> str:
        return self.name or self.key

    @property
    def subject(self) -> Subject:
        """The outlet as the journal names it."""
        return Subject("members", "outlet", str(self.public_id))

    @property
    def as_audited(self) -> Outlet:
        """The outlet as an audit means it, with its former domains."""
        former = tuple(FormerAddress(each.address, each.until) for each in self.former_domains.all())
        return Outlet(self.address, self.name, former)


class FormerDomain(models.Model):
    """An address that the outlet had before, up to a day."""

    outlet = models.ForeignKey(MemberOutlet, models.CASCADE, related_name="former_domains")
    address = models.URLField(max_length=300)
    key = models.CharField(max_length=300, db_index=True)
    until: models.DateField[date | None, date | None] = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.key
