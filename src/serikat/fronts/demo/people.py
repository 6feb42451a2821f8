"""The invented federation's officers and members, brought in by the same actions as real ones."""

from __future__ import annotations

import time
from dataclasses import dataclass

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.conf import settings
from django.db import transaction

from serikat.foundation.chapters.actions import open_chapter
from serikat.foundation.chapters.models import Chapter, Level, Region
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.actions import (
    invite_officer,
    note_sent,
    ready_to_send,
    set_up_account,
    set_up_association,
)
from serikat.foundation.people.models import Account, Channel, Message, Person, RoleKind
from serikat.fronts.demo.outlets import FEDERATION
from serikat.fronts.secretariat.actions import prepare_plan

PASSWORD = "peragaan-serikat"  # noqa: S105 - printed on the screen; it opens the demo alone
# What an authenticator would be given; the same for all who sign in here, so that one code does for each.
SECRET = "SERIKATPERAGAANSERIKATPERAGAAN22"  # noqa: S105
_PERIOD = 30
MEMBER_OUTLET = "jendela-negeri-rekaan.example"
_MALUKU = "81"
# One chapter looks after several regencies, as associations do where members are few.
_CHAPTERS = (
    ("Kota Ambon", ("81.71",)),
    ("Maluku Tengah dan Seram", ("81.01", "81.05", "81.06")),
    ("Tual, Kei, dan Aru", ("81.72", "81.02", "81.07")),
    ("Buru dan Tanimbar", ("81.03", "81.04", "81.08", "81.09")),
)


@dataclass(frozen=True, slots=True)
class SignIn:
    """A person who can sign in to the demo, and what for."""

    username: str
    name: str
    kind: RoleKind
    chapter: str


SIGN_INS = (
    SignIn("sekretaris", "Sekar Rekaan", RoleKind.OFFICER, ""),
    SignIn("ambon", "Ambar Fiktif", RoleKind.OFFICER, "Kota Ambon"),
    SignIn("verifikator", "Vino Rekaan", RoleKind.VERIFIER, ""),
)


def current_code(now: float | None = None) -> str:
    """The second factor's code of this half minute."""
    return format_hotp_value(hotp_value(SECRET, int(now or time.time()) // _PERIOD))


@transaction.atomic
def set_up() -> Person:
    """The association, its chapters and those who sign in; the first officer, who does what follows."""
    first = SIGN_INS[0]
    account = set_up_association(
        association=FEDERATION.id,
        level=Level.PROVINCE,
        regions=tuple(Region.objects.filter(code=_MALUKU)),
        name=first.name,
        username=first.username,
        password=PASSWORD,
    )
    TOTP.activate(account, SECRET)
    root = Chapter.objects.get(depth=1)
    chapters = {name: _chapter(root, name, codes, account.person) for name, codes in _CHAPTERS}
    for number, one in enumerate(SIGN_INS[1:], 1):
        invitation = invite_officer(
            name=one.name,
            phone=f"+62812555010{number}",
            email="",
            chapter=chapters.get(one.chapter, root),
            kind=one.kind,
            by=account.person,
        )
        TOTP.activate(set_up_account(secret=send(invitation), username=one.username, password=PASSWORD), SECRET)
    return account.person


def first_officer() -> Person:
    """Who set the association up."""
    return Account.objects.get(username=SIGN_INS[0].username).person


def member_link() -> str:
    """The address in a plan that is sent to somebody who speaks for an outlet; each run sends another."""
    outlet = MemberOutlet.objects.select_related("chapter").get(key=MEMBER_OUTLET)
    message = prepare_plan(outlet=outlet, by=first_officer())
    return f"{settings.ORIGIN}/t/{send(message)}/"


def send(message: Message) -> str:
    """Send a message as its writer would, by WhatsApp; the secret of its link."""
    text = ready_to_send(message=message, text=message.text, by=message.prepared_by)
    note_sent(message=message, by=message.prepared_by, channel=Channel.WHATSAPP)
    return text.partition("/t/")[2].partition("/")[0]


def _chapter(root: Chapter, name: str, codes: tuple[str, ...], by: Person) -> Chapter:
    regions = tuple(Region.objects.filter(code__in=codes))
    return open_chapter(
        name=f"FMR {name}", level=Level.REGENCY, below=Chapter.objects.get(pk=root.pk), regions=regions,
        by=by.actor,
    )  # fmt: skip
