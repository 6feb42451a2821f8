"""What is refused is said on the form that asked for it, and what was typed stays."""

from __future__ import annotations

import pytest
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.journal.models import Entry
from serikat.foundation.people.actions import chapters as deeds
from serikat.foundation.people.models import Role, RoleKind
from serikat.foundation.people.views import chapters as pages
from serikat.web.permission import Refused, RefusedError
from tests.support.builders import a_chapter, a_person_with_role, an_association
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db


def test_a_role_held_already_is_said_on_the_form_with_what_was_chosen() -> None:
    root, officer = an_association()
    chapter = a_chapter(root, "Lebak", "36.02")
    person = a_person_with_role(chapter, RoleKind.VERIFIER)
    before = Entry.objects.count()
    asked = {"chapter": str(chapter.public_id), "kind": "verifier"}
    answer = visiting(officer).post(f"/pengurus/{person.public_id}/", asked)
    assert answer.status_code == 403
    assert "Orang ini sudah memegang peran itu di cabang itu." in answer.text
    assert f'<option value="{chapter.public_id}" selected>' in answer.text
    assert '<option value="verifier" selected>' in answer.text
    assert "isian perlu dibetulkan" not in answer.text
    assert Entry.objects.count() == before


def test_the_last_officer_is_kept_and_so_is_the_reason_that_was_written() -> None:
    root, officer = an_association()
    address = f"/pengurus/{officer.public_id}/{root.public_id}/officer/akhiri/"
    answer = visiting(officer).post(address, {"reason": "Masa baktinya selesai."})
    assert answer.status_code == 403
    assert "Beri peran kepada pengganti dulu" in answer.text
    assert "Masa baktinya selesai.</textarea>" in answer.text
    assert Role.objects.on(timezone.localdate()).filter(person=officer).exists()


def test_a_refusal_that_passes_meanwhile_still_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    root, officer = an_association()
    times = []

    def refused_once(**asked: object) -> object:
        times.append(asked)
        if len(times) == 1:
            raise RefusedError(Refused(Words("Belum.", "Not yet.")))
        return deeds.open_chapter_below(**asked)  # type: ignore[arg-type]

    monkeypatch.setattr(pages, "open_chapter_below", refused_once)
    asked = {"name": "Lebak", "level": "regency", "below": str(root.public_id), "region": ""}
    answer = visiting(officer).post("/wilayah/buka/", asked)
    assert answer.status_code == 403
    assert 'value="Lebak"' in answer.text
    assert len(times) == 1


def test_what_no_form_asked_for_has_a_page_of_its_own() -> None:
    root, officer = an_association()
    person = a_person_with_role(root)
    before = {"referer": f"http://testserver/pengurus/{person.public_id}/"}
    answer = visiting(officer).post(f"/pengurus/{person.public_id}/undangan/", headers=before)
    assert answer.status_code == 403
    assert f'href="/pengurus/{person.public_id}/">Kembali ke halaman sebelumnya</a>' in answer.text
    assert "minta sekretaris" not in answer.text
