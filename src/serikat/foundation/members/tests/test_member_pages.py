"""The list of members, an outlet and a company: what officers see and change, and what others do not."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.journal.models import Entry
from serikat.foundation.members.actions.outlets import name_company
from serikat.foundation.members.models import Company, FormerDomain, MemberOutlet
from serikat.foundation.members.tests.lists import taken_in
from serikat.foundation.people.models import Person, RoleKind
from serikat.web.permission import RefusedError
from tests.support.builders import a_chapter, a_person_with_role, an_outlet
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db

KABAR = "Kabar Rekaan,kabar-rekaan.example,PT Kabar Rekaan,Banten,Kota Serang,Rani Fiktif,0812 3456 7890,,"


@pytest.fixture
def officer(place: tuple[Chapter, Person]) -> Any:
    return visiting(place[1])


def typed(chapter: Chapter, **facts: str) -> dict[str, str]:
    return {"name": "Kabar Rekaan", "address": "kabar-rekaan.example", "chapter": str(chapter.public_id)} | facts


def test_the_empty_list_says_how_to_begin(officer: Any) -> None:
    assert "Unggah daftar anggota" in officer.get("/anggota/").text


def test_a_page_of_fifty_needs_few_queries(
    officer: Any, place: tuple[Chapter, Person], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(60):
        an_outlet(place[0])
    officer.get("/anggota/")
    with django_assert_max_num_queries(8):
        page = officer.get("/anggota/")
    assert len(page.context["page"]) == 50
    assert "60 media anggota" in page.text


def test_the_list_is_narrowed_by_words_chapter_and_standing(officer: Any, place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR)
    serang = a_chapter(place[0], "Serang", "36.04")
    an_outlet(serang, "Warta Serang")
    for asked, found in (
        ({"cari": "kabar rekaan"}, "Kabar Rekaan"),
        ({"wilayah": str(serang.public_id)}, "Warta Serang"),
        ({"keanggotaan": "member"}, "Kabar Rekaan"),
    ):
        assert [one.name for one in officer.get("/anggota/", asked).context["page"]] == [found]
    assert "Tidak ada media yang cocok" in officer.get("/anggota/", {"cari": "tidak ada\0"}).text


def test_an_outlet_is_added_and_changed(officer: Any, place: tuple[Chapter, Person]) -> None:
    page = officer.post("/anggota/baru/", typed(place[0], phones="0812 3456 7890", company="PT Kabar")).url
    outlet = MemberOutlet.objects.get()
    assert (outlet.phone, outlet.company and outlet.company.legal_name) == ("+6281234567890", "PT Kabar")
    assert officer.post(page, typed(place[0], address="https://kabarbaru.example")).status_code == 302
    outlet.refresh_from_db()
    assert (outlet.key, outlet.phone, FormerDomain.objects.get().key) == (
        "kabarbaru.example",
        "",
        "kabar-rekaan.example",
    )
    deeds = Entry.objects.about(outlet.subject).values_list("deed", flat=True)
    assert list(deeds) == ["members.outlet_changed", "members.outlet_added"]


def test_a_site_has_one_outlet(officer: Any, place: tuple[Chapter, Person]) -> None:
    an_outlet(place[0], address="https://kabar-rekaan.example/")
    page = officer.post("/anggota/baru/", typed(place[0], address="http://www.kabar-rekaan.example/"))
    assert "sudah tercatat sebagai media lain" in page.text


@pytest.mark.parametrize(
    "facts", [{"address": "tidak ada"}, {"phones": "12"}, {"emails": "salah"}, {"address": "javascript:alert(1)"}]
)
def test_what_cannot_be_used_is_said_and_stays_typed(
    officer: Any, place: tuple[Chapter, Person], facts: dict[str, str]
) -> None:
    page = officer.post("/anggota/baru/", typed(place[0], **facts))
    assert page.context["form"].errors.keys() == facts.keys()
    assert "Kabar Rekaan" in page.text


def test_standing_and_status_are_dated_rows(officer: Any, place: tuple[Chapter, Person]) -> None:
    outlet = an_outlet(place[0])
    page, today = f"/anggota/{outlet.public_id}/", timezone.localdate().isoformat()
    officer.post(f"{page}keanggotaan/", {"kind": "candidate", "since": "2020-01-01"})
    officer.post(f"{page}keanggotaan/", {"kind": "member", "since": "2021-01-01", "source": "SK 1"})
    assert [str(one.until) for one in outlet.standings.order_by("pk")] == ["2020-12-31", "None"]
    early = officer.post(f"{page}keanggotaan/", {"kind": "left", "since": "2020-06-01", "source": "SK 2"})
    assert (early.status_code, early.context["opens"]) == (403, "standing")
    assert "pilih hari sesudahnya" in early.text
    assert 'value="SK 2"' in early.text
    officer.post(f"{page}dewan-pers/", {"status": "factual", "observed_on": today, "source": "Situs Dewan Pers"})
    shown = officer.get(page).text
    assert "Terverifikasi faktual" in shown
    assert "bersifat sukarela" in shown
    wrong = officer.post(f"{page}dewan-pers/", {"status": "factual", "observed_on": "2099-01-01", "source": "x"})
    assert "belum tiba" in wrong.text


def test_an_outlet_is_taken_off_with_a_reason(officer: Any, place: tuple[Chapter, Person]) -> None:
    page = f"/anggota/{an_outlet(place[0]).public_id}/"
    assert officer.post(f"{page}keluarkan/", {"reason": ""}).status_code == 200
    assert officer.post(f"{page}keluarkan/", {"reason": "Tutup"}).status_code == 302
    assert Entry.objects.get(deed="members.outlet_removed").reason == "Tutup"
    assert officer.get(page).status_code == 404


def test_what_was_taken_off_comes_back_with_its_history(officer: Any, place: tuple[Chapter, Person]) -> None:
    officer.post("/anggota/baru/", typed(place[0]))
    outlet = MemberOutlet.objects.get()
    officer.post(f"/anggota/{outlet.public_id}/keluarkan/", {"reason": "Keliru"})
    back = officer.post("/anggota/baru/", typed(place[0], name="Kabar Rekaan Baru"))
    assert back["Location"] == f"/anggota/{outlet.public_id}/"
    assert MemberOutlet.objects.get(removed_at=None).name == "Kabar Rekaan Baru"
    assert outlet.standings.count() == 1
    assert Entry.objects.about(outlet.subject).first().deed == "members.outlet_back"  # type: ignore[union-attr]


def test_what_another_chapter_took_off_is_not_mine_to_bring_back(place: tuple[Chapter, Person]) -> None:
    outlet = an_outlet(place[0], address="https://kabar-rekaan.example/")
    MemberOutlet.objects.update(removed_at=timezone.now())
    below = a_chapter(place[0], "Serang", "36.04")
    page = visiting(a_person_with_role(below)).post("/anggota/baru/", typed(below))
    assert "sudah tercatat sebagai media lain" in page.text
    outlet.refresh_from_db()
    assert outlet.removed_at is not None


def test_a_download_is_noted(officer: Any, place: tuple[Chapter, Person]) -> None:
    an_outlet(place[0])
    officer.get("/anggota/unduh/")
    entry = Entry.objects.latest("number")
    assert (entry.deed, entry.details, entry.actor) == ("members.list_downloaded", {"outlets": 1}, place[1].actor)


def test_a_company_without_outlets_is_the_association_s(place: tuple[Chapter, Person]) -> None:
    company = Company.objects.create(legal_name="PT Rekaan", match_name="rekaan")
    with pytest.raises(RefusedError):
        name_company(
            company=company, legal_name="PT Lain", by=a_person_with_role(a_chapter(place[0], "Serang", "36.04"))
        )
    name_company(company=company, legal_name="PT Lain", by=place[1])


def test_a_company_is_renamed_by_who_looks_after_all_of_it(officer: Any, place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR, KABAR.replace("kabar-rekaan", "warta-rekaan").replace("Kota Serang", "Kabupaten Serang"))
    serang = a_chapter(place[0], "Serang", "36.04")
    warta = MemberOutlet.objects.get(key="warta-rekaan.example")
    MemberOutlet.objects.filter(pk=warta.pk).update(chapter=serang)
    assert warta.company is not None
    page = f"/perusahaan/{warta.company.public_id}/"
    below = visiting(a_person_with_role(serang))
    assert [one.key for one in below.get(page).context["outlets"]] == ["warta-rekaan.example"]
    assert below.post(page, {"legal_name": "PT Lain"}).status_code == 403
    officer.post(page, {"legal_name": "PT Kabar Rekaan Jaya"})
    warta.company.refresh_from_db()
    assert warta.company.match_name == "kabar rekaan jaya"


def test_what_lies_in_other_chapters_is_not_there(place: tuple[Chapter, Person]) -> None:
    taken_in(*place, KABAR)
    outlet = MemberOutlet.objects.get()
    assert outlet.company is not None
    stranger = visiting(a_person_with_role(a_chapter(place[0], "Serang", "36.04")))
    for page in (f"/anggota/{outlet.public_id}/", f"/anggota/{outlet.public_id}/keluarkan/"):
        assert stranger.get(page).status_code == 404
        assert stranger.post(page, typed(place[0])).status_code == 404
    for path in ("keanggotaan/", "dewan-pers/"):
        assert stranger.post(f"/anggota/{outlet.public_id}/{path}").status_code == 404
    assert stranger.get(f"/perusahaan/{outlet.company.public_id}/").status_code == 404
    assert "Kabar Rekaan" not in stranger.get("/anggota/").text
    assert b"kabar" not in stranger.get("/anggota/unduh/").content


def test_a_verifier_sees_and_changes_nothing(place: tuple[Chapter, Person]) -> None:
    page = f"/anggota/{an_outlet(place[0]).public_id}/"
    verifier = visiting(a_person_with_role(place[0], RoleKind.VERIFIER))
    assert "Ubah data media" not in verifier.get(page).text
    assert verifier.post(page, typed(place[0])).status_code == 403
    assert verifier.get("/anggota/baru/").status_code == 403
    assert verifier.post(f"{page}keluarkan/", {"reason": "x"}).status_code == 403


def test_who_holds_no_role_finds_no_list(place: tuple[Chapter, Person]) -> None:
    assert Client().get("/anggota/")["Location"].startswith("/masuk/")
