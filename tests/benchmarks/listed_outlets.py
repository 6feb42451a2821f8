"""Invented outlets in great number, with their audits' sums, and visits to the pages that list them."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from datetime import timedelta
from itertools import islice

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import include, path
from django.utils import timezone

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.actions.tallies import recount
from serikat.foundation.findings.models import AuditRound, ClauseState, OutletAudit, OutletState
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Account, Message, MessageKind, Person
from tests.support.builders import a_chapter, an_association

_CLAUSES = ("box-redaksi", "address-published", "uu12-responsible", "ppms-publish")
_REACHED = ("read",) * 8 + ("partial", "timeout")
_BATCH = 5_000


def bare(request: HttpRequest) -> HttpResponse:
    """A page of the same stack with nothing on it."""
    return render(request, "web/page_list.html")


urlpatterns = [path("kosong/", bare), path("", include("serikat.config.urls"))]


def begin() -> None:
    """An association with twenty chapters, and an officer who signs in."""
    root, officer = an_association()
    for number in range(20):
        a_chapter(root, f"Wilayah Rekaan {number:02}")
    account = Account.objects.get(person=officer)
    account.set_unusable_password()
    account.save()


def fill(count: int) -> None:
    """Make so many outlets in all, each written to, audited but for every fiftieth, and count as the worker does."""
    chapters = list(Chapter.objects.filter(depth=2).order_by("pk"))
    audit_round = AuditRound.objects.first() or AuditRound.objects.create(chapter=Chapter.objects.get(depth=1))
    have = MemberOutlet.objects.count()
    new = (_outlet(number, chapters[number % len(chapters)]) for number in range(have, count))
    while batch := MemberOutlet.objects.bulk_create(list(islice(new, _BATCH))):
        _audited([outlet for outlet in batch if outlet.pk % 50], audit_round)
        _written_to(batch)
    recount()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _outlet(number: int, chapter: Chapter) -> MemberOutlet:
    # Names are in no order that the database might profit by.
    name = f"Kabar {number * 7919 % 1_000_003:07} Rekaan"
    key = f"kabar-{number}.example"
    return MemberOutlet(name=name, address=f"https://{key}/", key=key, chapter=chapter)


def _written_to(outlets: list[MemberOutlet]) -> None:
    now, officer = timezone.now(), Person.objects.get()
    Message.objects.bulk_create(
        Message(
            kind=MessageKind.PLAN, subject_room="members", subject_kind="outlet", subject_id=str(outlet.public_id),
            prepared_by=officer, chapter_id=outlet.chapter_id, sent_at=now, opened_at=now if outlet.pk % 2 else None,
        )
        for outlet in outlets
    )  # fmt: skip


def _audited(outlets: list[MemberOutlet], audit_round: AuditRound) -> None:
    now = timezone.now()
    audits = OutletAudit.objects.bulk_create(
        OutletAudit(
            outlet=outlet, round=audit_round, gathered_at=now - timedelta(minutes=outlet.pk % 9_999), release="1",
            reached=_REACHED[outlet.pk % 10], evidence="", record_sha256="", compressed=zlib.compress(b"{}"),
            met=9, not_met=outlet.pk % 7, unclear=outlet.pk % 5,
        )
        for outlet in outlets
    )  # fmt: skip
    OutletState.objects.bulk_create(
        OutletState(
            outlet=audit.outlet, latest=audit, reached=audit.reached, gathered_at=audit.gathered_at,
            changed_at=audit.gathered_at, met=9, missing=audit.not_met, unclear=audit.unclear,
        )
        for audit in audits
    )  # fmt: skip
    ClauseState.objects.bulk_create(
        ClauseState(
            outlet=outlet, standard="standar-perusahaan-pers-2019", clause=clause, since=now,
            outcome="not_met" if (outlet.pk + at) % 4 == 0 else "met",
        )
        for outlet in outlets
        for at, clause in enumerate(_CLAUSES)
    )  # fmt: skip


class Visits:
    """What is measured, as a signed-in officer."""

    def __init__(self) -> None:
        self._client = Client()
        self._client.force_login(Account.objects.get(), settings.AUTHENTICATION_BACKENDS[0])
        self.filtered: dict[str, Callable[[], object]] = {
            "sorted by name": lambda: self._get("/media/?urut=nama"),
            "missing one clause": lambda: self._get("/media/?butir=standar-perusahaan-pers-2019/box-redaksi"),
            "one chapter": lambda: self._get(f"/media/?wilayah={Chapter.objects.filter(depth=2)[0].public_id}"),
            "text search": lambda: self._get("/media/?cari=kabar+00042"),
            "could not be read": lambda: self._get("/media/?terbaca=unread"),
            "plan not opened": lambda: self._get("/media/?rencana=belum-dibuka"),
            "plan not sent": lambda: self._get("/media/?rencana=belum-dikirim"),
            "home of an officer": lambda: self._get("/"),
            "page 500": lambda: self._get("/media/?halaman=500"),
        }

    def listed(self) -> object:
        """The list as it opens, with its pictures."""
        return self._get("/media/")

    def start_round(self) -> object:
        """A round over all of them, as the press of its button starts it."""
        begun = self._client.post("/pemeriksaan/mulai/", {"semua": "1", "yakin": "1"}, HTTP_HOST="localhost")
        assert begun.status_code == 302, begun
        return begun

    @override_settings(ROOT_URLCONF="tests.benchmarks.listed_outlets")
    def bare(self) -> object:
        """The bare page."""
        return self._get("/kosong/")

    def queries(self) -> int:
        """How many queries the list asks."""
        with CaptureQueriesContext(connection) as asked:
            self.listed()
        return len(asked)

    def _get(self, address: str) -> HttpResponse:
        response = self._client.get(address, HTTP_HOST="localhost")
        assert response.status_code == 200, address
        return response  # type: ignore[return-value]
