"""Rounds in the browser: starting, watching, stopping, going on, schedules; and the questions that rounds raise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.actions.rounds import start_recheck, start_round
from serikat.foundation.findings.models import AuditRound, Question, RoundKind, RoundState, Schedule, Target
from serikat.foundation.findings.tests.audits import ADDRESS, an_audit
from serikat.foundation.journal.models import Entry
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.people.models import Person, Role, RoleKind
from serikat.web.permission import RefusedError
from tests.support.builders import a_chapter, a_person_with_role, a_representative, an_association, an_outlet
from tests.support.visits import visiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> tuple[Chapter, Person, list[MemberOutlet]]:
    root, officer = an_association()
    return root, officer, [an_outlet(root) for _ in range(3)]


def test_starting_says_how_many_before_it_starts(house: tuple[Chapter, Person, list[MemberOutlet]]) -> None:
    _, officer, outlets = house
    visitor = visiting(officer)
    picked = [str(outlet.public_id) for outlet in outlets[:2]]
    assert "Periksa 2 media sekarang?" in visitor.post("/pemeriksaan/mulai/", {"pilih": picked}).content.decode()
    assert not AuditRound.objects.exists()
    begun = visitor.post("/pemeriksaan/mulai/", {"pilih": picked, "yakin": "1"})
    assert Target.objects.count() == 2
    assert "menunggu giliran" in visitor.get(begun["Location"]).content.decode()
    visitor.post("/pemeriksaan/mulai/", {"semua": "1", "yakin": "1"})
    assert Target.objects.count() == 5
    assert Entry.objects.filter(deed="findings.round_wanted").count() == 2


def test_nobody_audits_the_outlets_of_others(house: tuple[Chapter, Person, list[MemberOutlet]]) -> None:
    root, _, outlets = house
    visitor = visiting(a_person_with_role(a_chapter(root, "Wilayah Lain")))
    picked = [str(outlet.public_id) for outlet in outlets]
    assert "Tidak ada media" in visitor.post("/pemeriksaan/mulai/", {"pilih": picked}).content.decode()
    assert visitor.post("/pemeriksaan/mulai/", {"pilih": picked, "yakin": "1"}).status_code == 403
    assert visiting(a_representative(outlets[0])).get("/pemeriksaan/").status_code == 404


def test_a_running_round_says_how_far_it_is_and_what_failed(
    house: tuple[Chapter, Person, list[MemberOutlet]],
) -> None:
    root, officer, outlets = house
    found = start_round(chapter=root, outlets=outlets, by=officer)
    AuditRound.objects.update(state=RoundState.RUNNING, began_at=timezone.now() - timedelta(seconds=30))
    an_audit(outlets[0], {ADDRESS: "met"}, by=officer, audit_round=found)
    an_audit(outlets[1], {ADDRESS: "unclear"}, by=officer, audit_round=found, reached="blocked")
    visitor = visiting(officer)
    page = visitor.get(f"/pemeriksaan/{found.public_id}/").content.decode()
    assert "2 dari 3 situs sudah diperiksa" in page
    assert "SerikatAudit" in page
    assert "http-equiv" in page
    part = visitor.get(f"/pemeriksaan/{found.public_id}/", headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith("<div id=")


def test_a_round_is_stopped_and_goes_on(house: tuple[Chapter, Person, list[MemberOutlet]]) -> None:
    root, officer, outlets = house
    found = start_round(chapter=root, outlets=outlets, by=officer)
    visitor = visiting(officer)
    visitor.post(f"/pemeriksaan/{found.public_id}/hentikan/")
    found.refresh_from_db()
    assert found.state == RoundState.CANCELLED
    assert visitor.post(f"/pemeriksaan/{found.public_id}/hentikan/").status_code == 403
    visitor.post(f"/pemeriksaan/{found.public_id}/lanjutkan/")
    found.refresh_from_db()
    assert found.state == RoundState.WANTED
    assert visitor.get(f"/pemeriksaan/{found.public_id}/hentikan/").status_code == 405


def test_a_schedule_is_set_and_taken_off(house: tuple[Chapter, Person, list[MemberOutlet]]) -> None:
    root, officer, _ = house
    visitor = visiting(officer)
    visitor.post("/pemeriksaan/jadwal/", {"chapter": str(root.public_id), "every_days": "14"})
    assert Schedule.objects.get().every_days == 14
    assert "14 hari" in visitor.get("/pemeriksaan/").content.decode()
    visitor.post("/pemeriksaan/jadwal/", {"chapter": str(root.public_id), "every_days": "0"})
    assert not Schedule.objects.get().is_on


def test_a_representative_watches_their_own_recheck(house: tuple[Chapter, Person, list[MemberOutlet]]) -> None:
    _, officer, outlets = house
    an_audit(outlets[0], {ADDRESS: "not_met"}, by=officer, at=timezone.now() - timedelta(days=1))
    visitor = visiting(a_representative(outlets[0]))
    begun = visitor.post(f"/media/{outlets[0].public_id}/periksa-lagi/", {"butir": ADDRESS})
    assert "Sebentar lagi situs dibaca" in visitor.get(begun["Location"]).content.decode()
    found = AuditRound.objects.get(kind="recheck")
    an_audit(outlets[0], {ADDRESS: "met"}, by=officer, audit_round=found)
    AuditRound.objects.filter(pk=found.pk).update(state=RoundState.FINISHED)
    page = visitor.get(begun["Location"]).content.decode()
    assert "1 hal sudah dilihat lagi" in page
    assert "belum terpenuhi" in page
    again = start_recheck(outlet=outlets[1], clauses=[ADDRESS], by=officer)
    assert visitor.get(f"/pemeriksaan/{again.public_id}/").status_code == 404


def test_questions_are_listed_filtered_and_closed_with_a_reason(
    house: tuple[Chapter, Person, list[MemberOutlet]],
) -> None:
    root, officer, outlets = house
    visitor = visiting(officer)
    assert "Tidak ada yang menunggu" in visitor.get("/pertanyaan/").content.decode()
    an_audit(outlets[0], {ADDRESS: "met"}, by=officer, at=timezone.now() - timedelta(days=1))
    an_audit(outlets[0], {ADDRESS: "not_met"}, by=officer)
    assert "Satu hal" not in visitor.get("/pertanyaan/").content.decode()
    assert "1 hal menunggu dilihat orang" in visitor.get("/pertanyaan/").content.decode()
    assert outlets[0].name in visitor.get("/pertanyaan/?sebab=worse").content.decode()
    question = Question.objects.get()
    stranger = visiting(a_person_with_role(a_chapter(root, "Wilayah Lain")))
    assert stranger.get(f"/pertanyaan/{question.public_id}/tutup/").status_code == 404
    address = f"/pertanyaan/{question.public_id}/tutup/"
    assert b"field-wrong" in visitor.post(address, {"reason": ""}).content
    visitor.post(address, {"reason": "Sudah disampaikan."})
    question.refresh_from_db()
    assert question.closed_by == officer


def test_a_chapter_s_officers_read_of_its_rounds_in_the_journal(
    house: tuple[Chapter, Person, list[MemberOutlet]],
) -> None:
    root, officer, outlets = house
    mine = a_chapter(root, "Wilayah Lain")
    local = a_person_with_role(mine)
    theirs = start_round(chapter=root, outlets=outlets, by=officer)
    own = start_round(chapter=mine, outlets=[an_outlet(mine)], by=local)
    AuditRound.objects.update(wanted_at=datetime(2026, 11, 21, 18, 0, tzinfo=UTC))
    visitor = visiting(local)
    shown = visitor.get("/jurnal/").text
    assert "Pemeriksaan 22 Nov 2026" in shown
    assert [str(each.public_id) in shown for each in (own, theirs)] == [True, False]
    assert "Pemeriksaan 22 Nov 2026" in visitor.get("/jurnal/jurnal.csv").getvalue().decode()


def test_a_round_over_two_chapters_is_one_in_each(house: tuple[Chapter, Person, list[MemberOutlet]]) -> None:
    root, _, _ = house
    chapters = [a_chapter(root, "Wilayah Satu"), a_chapter(root, "Wilayah Dua")]
    person = a_person_with_role(chapters[0])
    Role.objects.create(person=person, chapter=chapters[1], kind=RoleKind.OFFICER, since=timezone.localdate())
    for chapter in chapters:
        an_outlet(chapter)
    begun = visiting(person).post("/pemeriksaan/mulai/", {"semua": "1", "yakin": "1"})
    assert begun["Location"] == "/pemeriksaan/"
    assert sorted(AuditRound.objects.values_list("chapter__name", flat=True)) == ["Wilayah Dua", "Wilayah Satu"]
    assert Target.objects.count() == 2


def test_where_nothing_is_open_a_recheck_does_not_stand_for_an_audit(
    house: tuple[Chapter, Person, list[MemberOutlet]],
) -> None:
    """A recheck reads a few pages; taken for the whole it would make clauses unclear that were met."""
    _, officer, outlets = house
    an_audit(outlets[0], {ADDRESS: "met"}, by=officer)
    with pytest.raises(RefusedError):
        start_recheck(outlet=outlets[0], clauses=["bukan-butir"], by=a_representative(outlets[0]))
    assert start_recheck(outlet=outlets[0], clauses=[], by=officer).kind == RoundKind.SELECTION


def test_a_recheck_is_asked_for_known_clauses_alone(house: tuple[Chapter, Person, list[MemberOutlet]]) -> None:
    _, officer, outlets = house
    an_audit(outlets[0], {ADDRESS: "not_met"}, by=officer)
    assert start_recheck(outlet=outlets[0], clauses=[ADDRESS, "\0jahat"], by=officer).clauses == [ADDRESS]


def test_a_question_is_taken_by_one_and_let_go(house: tuple[Chapter, Person, list[MemberOutlet]]) -> None:
    root, officer, outlets = house
    an_audit(outlets[0], {ADDRESS: "met"}, by=officer, at=timezone.now() - timedelta(days=1))
    an_audit(outlets[0], {ADDRESS: "not_met"}, by=officer)
    question = Question.objects.get()
    first, second = visiting(officer), visiting(a_person_with_role(root, name="Dua Rekaan"))
    address = f"/pertanyaan/{question.public_id}/ambil/"
    assert first.post(address, {"kembali": "https://jahat.example/"})["Location"] == "/pertanyaan/"
    assert second.post(address).status_code == 403
    assert "Sekar Rekaan" in second.get("/pertanyaan/").text
    assert outlets[0].name in first.get("/pertanyaan/?diambil=saya").text
    assert outlets[0].name not in first.get("/pertanyaan/?diambil=belum").text
    second.post(address, {"lepas": "1"})
    assert second.post(address).status_code == 302
    question.refresh_from_db()
    assert question.taken_by is not None
    assert question.taken_by.name == "Dua Rekaan"
    assert list(Entry.objects.filter(deed__contains="question").order_by("number").values_list("deed", flat=True)) == [
        "findings.question_taken", "findings.question_freed", "findings.question_taken",
    ]  # fmt: skip


def test_whoever_may_not_answer_takes_no_question(house: tuple[Chapter, Person, list[MemberOutlet]]) -> None:
    root, officer, outlets = house
    an_audit(outlets[0], {ADDRESS: "met"}, by=officer, at=timezone.now() - timedelta(days=1))
    an_audit(outlets[0], {ADDRESS: "not_met"}, by=officer)
    address = f"/pertanyaan/{Question.objects.get().public_id}/ambil/"
    for person in (a_representative(outlets[0]), a_person_with_role(a_chapter(root, "Wilayah Lain"))):
        assert visiting(person).post(address).status_code == 404
