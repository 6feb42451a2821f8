"""An association with two chapters that know nothing of each other, one person of each role, and an audited outlet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db.models import Q
from django.test import Client
from django.utils import timezone

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings import worker
from serikat.foundation.findings.actions.answers import answer_clause
from serikat.foundation.findings.actions.handed_in import hand_in_pages
from serikat.foundation.findings.actions.rounds import start_round
from serikat.foundation.findings.models import (
    AuditRound,
    ClauseAnswer,
    ClauseState,
    HandedInPage,
    OutletAudit,
    Question,
    RoundState,
)
from serikat.foundation.findings.page_evidence import GivenPage
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.actions import account_for_link, make_link, prepare_message
from serikat.foundation.people.models import LinkPurpose, Message, MessageKind, Person, RoleKind
from serikat.fronts.demo.serving import serving
from tests.support.builders import a_chapter, a_person_with_role, a_representative, an_association, an_outlet

# Whoever may not see the chapter of Ambon must never read these.
SITE = "embun-pagi-fiktif.example"
SECRETS = ("Kabar Teluk Rahasia", "Wira Teluk Rahasia", "Ambar Rahasia", "628135550001", SITE)


@dataclass(frozen=True, slots=True)
class Audited:
    """What is known of the outlet of `a` after a real audit: the round, a page, an answer, a question, a page given."""

    audit_round: AuditRound
    sha256: str
    answer: ClauseAnswer
    question: Question
    page: HandedInPage


@dataclass(frozen=True, slots=True)
class World:
    """What the walk meets; `a` and `b` are the two chapters, and what is asked for belongs to `a`."""

    association: Person
    officer_a: Person
    verifier_a: Person
    officer_b: Person
    member_a: Person
    member_b: Person
    root: Chapter
    chapter_a: Chapter
    outlet_a: MemberOutlet
    message_a: Message
    link: str
    audited: Audited

    def roles(self) -> dict[str, Person | None]:
        """The visitors in the order of the table's columns."""
        return {
            "nobody": None,
            "association": self.association,
            "officer_a": self.officer_a,
            "verifier_a": self.verifier_a,
            "officer_b": self.officer_b,
            "member_a": self.member_a,
            "member_b": self.member_b,
        }


@contextmanager
def sites(folder: Path, settings: Any) -> Iterator[None]:
    """The demo's sites served on this machine, and settings by which a worker audits them into the folder."""
    with serving("127.0.0.1", 0, datetime.now(UTC), folder) as port:
        (folder / "hosts").write_text(f"127.0.0.1:{port} {SITE}\n", encoding="ascii")
        settings.AUDIT_HOSTS_FILE = str(folder / "hosts")
        settings.AUDIT_ALLOW_PRIVATE, settings.AUDIT_INTERVAL, settings.AUDIT_WORKERS = True, 0.0, 1
        settings.AUDIT_FOLDER, settings.AUDIT_DATABASE = folder / "rounds", f"sqlite:///{folder / 'rounds.sqlite3'}"
        settings.STORAGES = {**settings.STORAGES, "default": _files_in(folder)}
        yield


def _files_in(folder: Path) -> dict[str, object]:
    return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder / "files"}}


def an_audit(outlet: MemberOutlet, by: Person) -> Audited:
    """The outlet audited by a real worker, then what people do with it. Its site has to be served."""
    audit_round = start_round(chapter=outlet.chapter, outlets=[outlet], by=by)
    assert worker.run_next(Q(pk=audit_round.pk), Event())
    audit_round.refresh_from_db()
    assert audit_round.state == RoundState.FINISHED, audit_round.error
    record = OutletAudit.objects.get(round=audit_round).record
    state = ClauseState.objects.filter(outlet=outlet, outcome=Outcome.NOT_MET)[0]
    answer = answer_clause(
        outlet=outlet, standard=state.standard, clause=state.clause, outcome=Outcome.MET, reason="Sudah dilihat.",
        until=timezone.localdate() + timedelta(days=30), by=by,
    )  # fmt: skip
    given = GivenPage("redaksi.html", b"<title>Redaksi</title><h1>Redaksi</h1>", f"http://{SITE}/redaksi/")
    [page] = hand_in_pages(outlet=outlet, pages=[given], by=by).pages
    return Audited(audit_round, record["pages"][0]["sha256"], answer, Question.objects.get(outlet=outlet), page)


def a_world() -> World:
    """A new world, made by the builders and actions that all tests use; within `sites`."""
    root, association = an_association()
    chapter_a = a_chapter(root, "Serikat Contoh Ambon", "81.71")
    chapter_b = a_chapter(root, "Serikat Contoh Buru", "81.04")
    outlet_a = an_outlet(chapter_a, "Kabar Teluk Rahasia", f"http://{SITE}/", "+628135550001")
    outlet_b = an_outlet(chapter_b, "Kabar Bukit", "https://bukit.example/")
    officer_a = a_person_with_role(chapter_a, name="Ambar Rahasia")
    member_a = a_representative(outlet_a, name="Wira Teluk Rahasia")
    message = prepare_message(
        about=outlet_a.subject,
        kind=MessageKind.PLAN,
        words=Words("Rencana Kabar Teluk Rahasia: [tautan]", "Plan of Kabar Teluk Rahasia: [link]"),
        by=officer_a,
        chapter=chapter_a,
        to=member_a,
        link_purpose=LinkPurpose.SIGN_IN,
    )
    _, secret = make_link(person=member_a, purpose=LinkPurpose.SIGN_IN, by=officer_a)
    return World(
        association=association,
        officer_a=officer_a,
        verifier_a=a_person_with_role(chapter_a, RoleKind.VERIFIER),
        officer_b=a_person_with_role(chapter_b),
        member_a=member_a,
        member_b=a_representative(outlet_b),
        root=root,
        chapter_a=chapter_a,
        outlet_a=outlet_a,
        message_a=message,
        link=secret,
        audited=an_audit(outlet_a, officer_a),
    )


def visitor(person: Person | None, **options: Any) -> Client:
    """A browser in which the person is signed in: officers with a second factor, members as by their link."""
    client = Client(**options)
    if person is not None:
        account = account_for_link(person)
        if account.has_usable_password():
            TOTP.activate(account, generate_totp_secret())
        client.force_login(account)
    return client
