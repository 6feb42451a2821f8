"""Representatives: made from an outlet's number, and never a way into another chapter."""

from __future__ import annotations

import pytest

from serikat.foundation.journal.models import Entry
from serikat.foundation.members.actions.outlets import OutletFacts, change_outlet
from serikat.foundation.members.actions.representatives import name_representative
from serikat.foundation.members.models import MemberOutlet
from serikat.foundation.members.queries import chapter_over, outlets_represented_by
from serikat.foundation.members.tests.lists import taken_in
from serikat.web.permission import RefusedError
from tests.support.builders import a_chapter, a_person_with_role, an_association, an_outlet

pytestmark = pytest.mark.django_db
NUMBER = "+6281300001111"


def test_the_outlet_s_number_makes_its_representative_once() -> None:
    root, officer = an_association()
    outlet = an_outlet(root, phone=NUMBER)
    person = name_representative(outlet=outlet, by=officer)
    assert person.phone == NUMBER
    assert name_representative(outlet=outlet, by=officer) == person
    assert Entry.objects.filter(deed="members.representative_named").count() == 1


def test_one_number_for_two_outlets_is_one_person() -> None:
    root, officer = an_association()
    first, second = an_outlet(root, phone=NUMBER), an_outlet(root, phone=NUMBER)
    person = name_representative(outlet=first, by=officer)
    assert name_representative(outlet=second, by=officer) == person
    assert outlets_represented_by(person).count() == 2


def test_the_same_number_in_another_chapter_is_another_person() -> None:
    """A link that an officer makes must not open what that officer may not see."""
    root, _ = an_association()
    lebak, serang = a_chapter(root, "Lebak", "36.02"), a_chapter(root, "Serang", "36.04")
    there = name_representative(outlet=an_outlet(serang, phone=NUMBER), by=a_person_with_role(serang))
    here = name_representative(outlet=an_outlet(lebak, phone=NUMBER), by=a_person_with_role(lebak))
    assert here != there


def test_an_outlet_without_number_or_mail_has_nobody_to_write_to() -> None:
    root, officer = an_association()
    with pytest.raises(RefusedError):
        name_representative(outlet=an_outlet(root), by=officer)


def test_another_chapter_s_officer_names_nobody() -> None:
    root, _ = an_association()
    lebak, serang = a_chapter(root, "Lebak", "36.02"), a_chapter(root, "Serang", "36.04")
    with pytest.raises(RefusedError):
        name_representative(outlet=an_outlet(lebak, phone=NUMBER), by=a_person_with_role(serang))


def test_outlets_of_two_chapters_belong_to_the_one_above() -> None:
    root, _ = an_association()
    lebak, serang = a_chapter(root, "Lebak", "36.02"), a_chapter(root, "Serang", "36.04")
    assert chapter_over([an_outlet(serang)]) == serang
    assert chapter_over([an_outlet(serang), an_outlet(lebak)]) == root


def test_with_the_number_goes_whoever_had_it() -> None:
    root, officer = an_association()
    outlet = an_outlet(root, "Kabar Rekaan", phone=NUMBER)
    former = name_representative(outlet=outlet, by=officer)
    facts = OutletFacts(name="Kabar Rekaan", address=outlet.address, chapter=root, phones=("+6281399998888",))
    change_outlet(outlet=outlet, facts=facts, by=officer)
    assert not outlets_represented_by(former).exists()
    assert Entry.objects.filter(deed="members.representative_ended").count() == 1
    assert name_representative(outlet=outlet, by=officer).phone == "+6281399998888"


def test_a_number_more_changes_nobody() -> None:
    root, officer = an_association()
    outlet = an_outlet(root, "Kabar Rekaan", phone=NUMBER)
    person = name_representative(outlet=outlet, by=officer)
    facts = OutletFacts(name="Kabar", address=outlet.address, chapter=root, phones=("+6281399998888", NUMBER))
    change_outlet(outlet=outlet, facts=facts, by=officer)
    assert outlets_represented_by(person).exists()


def test_a_list_with_another_number_ends_the_former_representative() -> None:
    root, officer = an_association()
    row = "Kabar Rekaan,kabar-rekaan.example,,Banten,Kota Serang,,{},,"
    taken_in(root, officer, row.format("0812 3456 7890"))
    former = name_representative(outlet=MemberOutlet.objects.get(), by=officer)
    taken_in(root, officer, row.format("0813 9999 8888"))
    assert not outlets_represented_by(former).exists()
