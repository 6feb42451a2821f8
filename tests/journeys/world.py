"""An association with two chapters that know nothing of each other, and one person of each role in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.utils import timezone

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.actions.answers import answer_clause
from serikat.foundation.findings.actions.handed_in import hand_in_pages
from serikat.foundation.findings.actions.rounds import start_recheck
from serikat.foundation.findings.models import AuditRound, ClauseAnswer, HandedInPage, Question
from serikat.foundation.findings.page_evidence import GivenPage
from serikat.foundation.findings.tests.audits import ADDRESS, STANDARD, an_audit
from serikat.foundation.journal.models import Entry
from serikat.foundation.members.models import Company, MemberOutlet, RosterImport
from serikat.foundation.members.tests.lists import an_import
from serikat.foundation.people.actions import account_for_link, make_link, prepare_message
from serikat.foundation.people.models import LinkPurpose, Message, MessageKind, Person, RoleKind
from tests.support.builders import a_chapter, a_person_with_role, a_representative, an_association, an_outlet

# Whoever may not see the chapter of Ambon must never read these.
SECRETS = (
    "Kabar Teluk Rahasia",
    "PT Teluk Rahasia",
    "Kabar Lain Rahasia",
    "Wira Teluk Rahasia",
    "Ambar Rahasia",
    "628135550001",
    "teluk-rahasia.example",
)


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of the outlet of chapter `a`; `sha256` names its stored home page."""

    audit_round: AuditRound
    sha256: str
    answer: ClauseAnswer
    page: HandedInPage
    question: Question


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
    list_a: RosterImport
    company_a: Company
    recheck_a: AuditRound
    link: str
    found_a: Found

    @property
    def reasoned_a(self) -> Entry:
        """A deed about the outlet that has a reason."""
        return Entry.objects.about(self.outlet_a.subject).exclude(told=None)[0]

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


def a_world() -> World:
    """A new world, made by the builders and actions that all tests use."""
    root, association = an_association()
    chapter_a = a_chapter(root, "Serikat Contoh Ambon", "81.71")
    chapter_b = a_chapter(root, "Serikat Contoh Buru", "81.04")
    outlet_a = an_outlet(chapter_a, "Kabar Teluk Rahasia", "https://teluk-rahasia.example/", "+628135550001")
    outlet_b = an_outlet(chapter_b, "Kabar Bukit", "https://bukit.example/")
    officer_a = a_person_with_role(chapter_a, name="Ambar Rahasia")
    member_a = a_representative(outlet_a, name="Wira Teluk Rahasia")
    company_a = Company.objects.create(legal_name="PT Teluk Rahasia", match_name="teluk rahasia")
    MemberOutlet.objects.filter(pk=outlet_a.pk).update(company=company_a)
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
        list_a=an_import(chapter_a, officer_a, "Kabar Lain Rahasia,teluk-rahasia.example,,,,,,,"),
        company_a=company_a,
        recheck_a=start_recheck(outlet=outlet_a, clauses=["box-redaksi"], by=officer_a),
        link=secret,
        found_a=_found(outlet_a, by=officer_a, member=member_a),
    )


def _found(outlet: MemberOutlet, *, by: Person, member: Person) -> Found:
    """An audit of the outlet, an answer, a handed-in page and the question that it raised."""
    audit = an_audit(outlet, {ADDRESS: "not_met"}, by=by)
    answer = answer_clause(
        outlet=outlet, standard=STANDARD, clause=ADDRESS, outcome=Outcome.MET, reason="Kabar Teluk Rahasia dilihat.",
        until=timezone.localdate(), by=by,
    )  # fmt: skip
    saved = GivenPage("redaksi.html", b"<html><body><h1>Redaksi</h1><p>Kabar Teluk Rahasia</p></body></html>")
    given = hand_in_pages(outlet=outlet, pages=[saved], by=member).pages[0]
    question = Question.objects.get(outlet=outlet, closed_at=None)
    return Found(audit.round, audit.record["pages"][0]["sha256"], answer, given, question)


def visitor(person: Person | None, **options: Any) -> Client:
    """A browser in which the person is signed in: officers with a second factor, members as by their link."""
    client = Client(**options)
    if person is not None:
        account = account_for_link(person)
        if account.has_usable_password():
            TOTP.activate(account, generate_totp_secret())
        client.force_login(account)
    return client
