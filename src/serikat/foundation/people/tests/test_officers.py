"""Roles and invitations: who may give and end them where, and how a lost account is given back."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.models import Entry
from serikat.foundation.people.actions import end_role, give_role, invite_officer, restore_account
from serikat.foundation.people.models import Message, Person, Role, RoleKind
from serikat.web.permission import RefusedError
from tests.support.builders import a_chapter, a_person_with_role, a_representative, an_association, an_outlet
from tests.support.visits import pair_code_app, visiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def root() -> Chapter:
    return an_association()[0]


@pytest.fixture
def head(root: Chapter) -> Person:
    """An officer of the association."""
    return Role.objects.get(chapter=root).person


@pytest.fixture
def here(root: Chapter) -> Chapter:
    return a_chapter(root, "Cabang Tangerang", "36.03")


@pytest.fixture
def local(here: Chapter) -> Person:
    """An officer of that chapter."""
    return a_person_with_role(here)


def invitation(chapter: Chapter) -> dict[str, str]:
    return {
        "name": "Dewi Rekaan",
        "phone": "0812-3456-7890",
        "email": "",
        "chapter": str(chapter.public_id),
        "kind": "verifier",
    }


def test_the_list_shows_who_serves_in_my_chapters_and_below(root: Chapter, here: Chapter, local: Person) -> None:
    elsewhere = a_person_with_role(a_chapter(root, "Cabang Serang", "36.04"))
    page = visiting(local).get("/pengurus/").content.decode()
    assert local.name in page
    assert elsewhere.name not in page
    assert "Sekar Rekaan</a>" not in page


def test_the_list_narrows_to_one_chapter(head: Person, here: Chapter, local: Person) -> None:
    page = visiting(head).get(f"/pengurus/?cabang={here.public_id}").content.decode()
    assert local.name in page
    assert "Sekar Rekaan</a>" not in page


def test_a_long_list_asks_few_questions(
    head: Person, here: Chapter, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(12):
        a_person_with_role(here)
    client = visiting(head)
    client.get("/pengurus/")
    with django_assert_max_num_queries(8):
        client.get("/pengurus/")


def test_inviting_makes_a_role_and_a_message_ready_to_send(head: Person, here: Chapter) -> None:
    response = visiting(head).post("/pengurus/undang/", invitation(here))
    message = Message.objects.get()
    assert response["Location"] == f"/pesan/{message.public_id}/"
    assert message.to
    assert message.to.phone == "+6281234567890"
    assert Role.objects.get(person=message.to).kind == RoleKind.VERIFIER
    assert "[tautan]" in message.text
    assert set(Entry.objects.values_list("deed", flat=True)) >= {"people.invited", "people.role_given"}


def test_a_number_that_is_none_is_told_at_its_field(head: Person, here: Chapter) -> None:
    page = visiting(head).post("/pengurus/undang/", invitation(here) | {"phone": "nanti"}).content.decode()
    assert "Tulis nomor seperti 0812" in page
    assert "Dewi Rekaan" in page
    assert not Message.objects.exists()


def test_nobody_invites_into_a_chapter_above(root: Chapter, local: Person) -> None:
    assert visiting(local).post("/pengurus/undang/", invitation(root)).status_code == 200
    assert not Message.objects.exists()
    with pytest.raises(RefusedError):
        invite_officer(name="X", phone="", email="", chapter=root, kind=RoleKind.OFFICER, by=local)


def test_a_verifier_invites_nobody(here: Chapter) -> None:
    client = visiting(a_person_with_role(here, RoleKind.VERIFIER))
    assert client.get("/pengurus/undang/").status_code == 403
    assert client.post("/pengurus/undang/", invitation(here)).status_code == 403


def test_persons_of_other_chapters_are_not_there(root: Chapter, local: Person) -> None:
    elsewhere = a_person_with_role(a_chapter(root, "Cabang Serang", "36.04"))
    client = visiting(local)
    address = f"/pengurus/{elsewhere.public_id}/"
    assert client.get(address).status_code == 404
    assert client.get(f"{address}pulihkan/").status_code == 404
    assert client.post(f"{address}undangan/").status_code == 404
    chapter = elsewhere.roles.get().chapter
    assert client.post(f"{address}{chapter.public_id}/officer/akhiri/", {"reason": "x"}).status_code == 404


def test_a_role_is_given_and_ended_with_a_reason(head: Person, here: Chapter, local: Person) -> None:
    client = visiting(head)
    client.post(f"/pengurus/{local.public_id}/", {"chapter": str(here.public_id), "kind": "verifier"})
    assert local.roles.count() == 2
    address = f"/pengurus/{local.public_id}/{here.public_id}/verifier/akhiri/"
    assert client.post(address, {"reason": ""}).status_code == 200
    client.post(address, {"reason": "Mengundurkan diri"})
    assert Entry.objects.get(deed="people.role_ended").reason == "Mengundurkan diri"
    assert local.roles.filter(until=None).count() == 1


def test_a_role_is_not_given_twice(head: Person, here: Chapter, local: Person) -> None:
    with pytest.raises(RefusedError):
        give_role(person=local, chapter=here, kind=RoleKind.OFFICER, by=head)


def test_the_association_is_never_left_without_an_officer(root: Chapter, head: Person, local: Person) -> None:
    a_person_with_role(root, RoleKind.VERIFIER)
    role = head.roles.get()
    with pytest.raises(RefusedError):
        end_role(role=role, by=head, reason="Selesai")
    a_person_with_role(root)
    end_role(role=role, by=head, reason="Selesai")


def test_restoring_shuts_all_old_ways_in(head: Person, here: Chapter, local: Person) -> None:
    pair_code_app(local)
    theirs = visiting(local)
    response = visiting(head).post(f"/pengurus/{local.public_id}/pulihkan/", {"reason": "Telepon hilang"})
    assert response["Location"] == f"/pesan/{Message.objects.get().public_id}/"
    local.account.refresh_from_db()
    assert not local.account.has_usable_password()
    assert not Authenticator.objects.filter(user=local.account).exists()
    assert theirs.get("/pengurus/")["Location"].startswith("/masuk/")
    assert Entry.objects.get(deed="people.account_restored").reason == "Telepon hilang"


def test_nobody_restores_their_own_account_or_one_of_a_chapter_above(head: Person, local: Person) -> None:
    for by, person in ((head, head), (local, head), (local, local)):
        with pytest.raises(RefusedError):
            restore_account(person=person, by=by, reason="x")


def test_who_also_serves_above_is_restored_above(root: Chapter, head: Person, here: Chapter, local: Person) -> None:
    both = a_person_with_role(here)
    give_role(person=both, chapter=root, kind=RoleKind.VERIFIER, by=head)
    with pytest.raises(RefusedError):
        restore_account(person=both, by=local, reason="x")


def test_a_member_given_a_role_needs_an_account_of_their_own(head: Person, here: Chapter) -> None:
    member = a_representative(an_outlet(here))
    client = visiting(member)
    give_role(person=member, chapter=here, kind=RoleKind.OFFICER, by=head)
    assert client.get("/pengurus/")["Location"].startswith("/masuk/")


def test_who_never_used_their_link_gets_another(head: Person, here: Chapter, local: Person) -> None:
    invited = invite_officer(name="Dewi Rekaan", phone="", email="", chapter=here, kind=RoleKind.OFFICER, by=head).to
    assert invited
    client = visiting(local)
    assert client.post(f"/pengurus/{invited.public_id}/undangan/").status_code == 302
    assert Message.objects.filter(to=invited).count() == 2
    assert visiting(head).post(f"/pengurus/{local.public_id}/undangan/").status_code == 403


def test_without_sign_in_every_page_leads_to_it(client: Client, root: Chapter) -> None:
    for page in ("/pengurus/", "/pengurus/undang/", "/wilayah/", "/pesan/", "/jurnal/", "/akun/"):
        assert client.get(page)["Location"] == f"/masuk/?next={page}"


def test_a_role_ended_twice_ends_once(head: Person, local: Person) -> None:
    role, late = local.roles.get(), local.roles.get()
    for each in (role, late):
        end_role(role=each, by=head, reason="Selesai.")
    assert Entry.objects.filter(deed="people.role_ended").count() == 1
