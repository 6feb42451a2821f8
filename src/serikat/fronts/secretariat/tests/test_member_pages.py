"""A member sees what to do for their own outlets, and nothing of anybody else's."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from serikat.foundation.findings.models import AuditRound, RoundKind, RoundState
from serikat.fronts.secretariat.tests.audited import an_audit
from tests.support.builders import a_chapter, a_person_with_role, a_representative, an_association, an_outlet
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db
NAME = "Warta <b>Karang</b> & Rekaan"


def test_one_outlet_is_the_member_s_home() -> None:
    root, _ = an_association()
    outlet = an_outlet(root)
    assert visiting(a_representative(outlet)).get("/")["Location"] == f"/saya/{outlet.public_id}/"


def test_several_outlets_are_chosen_from() -> None:
    root, officer = an_association()
    first, second = an_outlet(root, "Warta Satu Rekaan"), an_outlet(root, "Warta Dua Rekaan")
    an_audit(first, officer)
    page = visiting(a_representative(first, second)).get("/").content.decode()
    assert "Anda berbicara untuk 2 media" in page
    assert f"/saya/{second.public_id}/" in page


def test_who_speaks_for_nobody_is_told_whom_to_ask() -> None:
    an_association()
    assert "belum terhubung" in visiting(a_representative()).get("/").content.decode()


def test_the_page_begins_with_this_week_and_fills_texts_with_own_data() -> None:
    root, officer = an_association()
    officer.phone = "+628120000001"
    officer.save()
    outlet = an_outlet(root, "Warta Karang Rekaan", phone="+628130000001")
    outlet.editor_in_chief, outlet.email = "Rukmini Rekaan", "redaksi@warta.example"
    outlet.save()
    an_audit(outlet, officer)
    page = visiting(a_representative(outlet)).get(f"/saya/{outlet.public_id}/").content.decode()
    assert page.index("Yang bisa dibereskan minggu ini") < page.index("Yang tidak dapat dilihat mesin")
    assert "Pemimpin Redaksi/Penanggung Jawab: Rukmini Rekaan" in page
    assert "<mark>(" in page
    assert "Langkah di WordPress" in page
    assert "Langkah di Blogger" in page
    assert "https://wa.me/628120000001?text=" in page
    assert "lolos" not in page


def test_an_outlet_that_was_never_audited_says_what_will_stand_here() -> None:
    root, _ = an_association()
    outlet = an_outlet(root)
    page = visiting(a_representative(outlet)).get(f"/saya/{outlet.public_id}/").content.decode()
    assert "Rencana Anda akan tampil di sini" in page


def test_names_of_outlets_are_escaped_in_texts_and_titles() -> None:
    root, officer = an_association()
    outlet = an_outlet(root, NAME)
    an_audit(outlet, officer)
    page = visiting(a_representative(outlet)).get(f"/saya/{outlet.public_id}/").content.decode()
    assert "<b>Karang</b>" not in page
    assert "Redaksi Warta &lt;b&gt;Karang&lt;/b&gt; &amp; Rekaan" in page


@pytest.mark.parametrize("path", ["/saya/{}/", "/media/{}/", "/media/{}/kendali/", "/media/{}/rencana/"])
def test_another_s_outlet_is_not_there(path: str) -> None:
    root, officer = an_association()
    mine, theirs = an_outlet(root), an_outlet(root)
    an_audit(theirs, officer)
    assert visiting(a_representative(mine)).get(path.format(theirs.public_id)).status_code == 404


def test_nobody_has_another_s_site_looked_at() -> None:
    root, officer = an_association()
    mine, theirs = an_outlet(root), an_outlet(root)
    an_audit(theirs, officer)
    browser = visiting(a_representative(mine))
    assert browser.post(f"/saya/{theirs.public_id}/periksa-lagi/").status_code == 404
    browser.post(f"/saya/{mine.public_id}/periksa-lagi/")
    own = AuditRound.objects.get(kind=RoundKind.RECHECK)
    assert browser.get(f"/saya/{theirs.public_id}/periksa-lagi/{own.public_id}/").status_code == 404


def test_an_officer_of_another_chapter_does_not_see_it_either() -> None:
    root, _ = an_association()
    outlet = an_outlet(a_chapter(root, "Lebak", "36.02"))
    other = a_person_with_role(a_chapter(root, "Serang", "36.04"))
    assert visiting(other).get(f"/saya/{outlet.public_id}/").status_code == 404


def test_who_is_not_signed_in_is_led_to_sign_in() -> None:
    root, _ = an_association()
    outlet = an_outlet(root)
    from django.test import Client  # noqa: PLC0415

    assert Client().get(f"/saya/{outlet.public_id}/")["Location"].startswith("/masuk/?next=/saya/")


def test_checking_again_asks_for_a_look_and_says_how_far_it_is() -> None:
    root, officer = an_association()
    outlet = an_outlet(root)
    an_audit(outlet, officer)
    browser = visiting(a_representative(outlet))
    waits = browser.post(f"/saya/{outlet.public_id}/periksa-lagi/", {"butir": "box-redaksi"}, follow=True)
    asked = AuditRound.objects.get(kind=RoundKind.RECHECK)
    assert asked.clauses == ["box-redaksi"]
    assert "sedang dilihat lagi" in waits.content.decode()
    assert '<meta http-equiv="refresh" content="4">' in waits.content.decode()
    AuditRound.objects.filter(pk=asked.pk).update(state=RoundState.FINISHED)
    done = browser.get(f"/saya/{outlet.public_id}/periksa-lagi/{asked.public_id}/", follow=True)
    assert "Situs sudah dilihat lagi" in done.content.decode()


def test_a_look_that_failed_says_that_the_fault_is_ours() -> None:
    root, officer = an_association()
    outlet = an_outlet(root)
    an_audit(outlet, officer)
    browser = visiting(a_representative(outlet))
    browser.post(f"/saya/{outlet.public_id}/periksa-lagi/")
    asked = AuditRound.objects.get(kind=RoundKind.RECHECK)
    AuditRound.objects.filter(pk=asked.pk).update(state=RoundState.FAILED)
    page = browser.get(f"/saya/{outlet.public_id}/periksa-lagi/{asked.public_id}/").content.decode()
    assert "bukan pada situs Anda" in page


def test_the_page_costs_few_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    root, officer = an_association()
    outlet = an_outlet(root)
    an_audit(outlet, officer)
    browser = visiting(a_representative(outlet))
    browser.get(f"/saya/{outlet.public_id}/")
    with django_assert_max_num_queries(14):
        browser.get(f"/saya/{outlet.public_id}/")


def test_the_page_is_light_enough_for_a_weak_network() -> None:
    import gzip  # noqa: PLC0415

    root, officer = an_association()
    outlet = an_outlet(root)
    an_audit(outlet, officer)
    page = visiting(a_representative(outlet)).get(f"/saya/{outlet.public_id}/").content
    assert len(gzip.compress(page)) < 60_000
