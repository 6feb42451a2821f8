"""How it was shown that whoever speaks for an outlet controls its site."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.members.models.outlets import MemberOutlet
from serikat.foundation.people.models import Person

# After so long a look that was asked for has come, or its worker died.
A_LOOK = timedelta(minutes=1)


class ControlMethod(models.TextChoices):
    """By what control is shown."""

    META = "meta"
    FILE = "file"
    DNS = "dns"
    VOUCHED = "vouched"


METHOD_WORDS = {
    ControlMethod.META: Words("Tag meta di halaman depan", "Meta tag on the home page"),
    ControlMethod.FILE: Words("Berkas di situs", "File on the site"),
    ControlMethod.DNS: Words("Catatan DNS", "DNS record"),
    ControlMethod.VOUCHED: Words("Dijamin pengurus", "Vouched for by an officer"),
}


class LostCause(models.TextChoices):
    """Why control that was shown counts no more; the first two are what an audit came to."""

    PARKED = "parked"
    REDIRECTED_AWAY = "redirected_away"
    OTHER_HANDS = "other_hands"


LOST_WORDS = {
    LostCause.PARKED: Words("domain diparkir saat diperiksa", "the domain was parked when it was audited"),
    LostCause.REDIRECTED_AWAY: Words(
        "domain mengalihkan pembaca ke situs lain", "the domain sent its readers to another site"
    ),
    LostCause.OTHER_HANDS: Words("server nama domain berganti", "the domain has other name servers"),
}


class Control(models.Model):
    """One showing of control: asked for with a token, shown on a day, lost when the domain changed hands.

    A look at the site is wanted from `wanted_at` until the worker had it at `checked_at`; `seen` holds what it saw.
    `owner_mark` tells one owner of the domain from the next: name servers and addresses as they were when it was shown.
    """

    outlet = models.ForeignKey(MemberOutlet, models.CASCADE, related_name="controls")
    method = models.CharField(max_length=8, choices=ControlMethod.choices, blank=True)
    token = models.CharField(max_length=64, unique=True)
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    shown_at = models.DateTimeField(null=True, blank=True)
    vouched_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    owner_mark = models.CharField(max_length=300, blank=True)
    wanted_at = models.DateTimeField(null=True, blank=True)
    wanted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    seen = models.JSONField(default=list, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    lost_at = models.DateTimeField(null=True, blank=True)
    lost_because = models.CharField(max_length=20, choices=LostCause.choices, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["outlet", "-asked_at"], name="members_control_by_outlet"),
            models.Index(
                fields=["wanted_at"],
                name="members_control_wanted",
                condition=models.Q(wanted_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outlet}: {self.method or 'asked'}"

    @property
    def holds(self) -> bool:
        """Whether control is shown and was not lost since."""
        return self.shown_at is not None and self.lost_at is None

    @property
    def seen_words(self) -> list[Words]:
        """What the last look at the site saw, place by place."""
        return [Words(each["id"], each["en"]) for each in self.seen]

    def is_looked_at(self, now: datetime) -> bool:
        """Whether a look is under way; one that did not come for so long may be asked for again."""
        return self.wanted_at is not None and self.wanted_at > now - A_LOOK
