"""Links that let one person in once."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from serikat.foundation.people.models.persons import Person


class LinkPurpose(models.TextChoices):
    """What a link does when it is used."""

    SIGN_IN = "sign_in"
    SET_UP_ACCOUNT = "set_up_account"


class OneTimeLink(models.Model):
    """A link sent to a person's own number or address. Only the hash of its secret is kept.

    Looking at it uses nothing up, because chat programs fetch every link for a preview; pressing its button does.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    secret_sha256 = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=20, choices=LinkPurpose.choices)
    leads_to = models.CharField(max_length=300, default="/")
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.purpose} {self.public_id}"

    @property
    def is_open(self) -> bool:
        """Whether it still lets somebody in."""
        return self.used_at is None and self.withdrawn_at is None and timezone.now() < self.until
