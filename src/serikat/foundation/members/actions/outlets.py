"""Outlets: added, changed, taken off the list; companies named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.chapters.models import Chapter, Region
from serikat.foundation.chapters.queries import within
from serikat.foundation.journal.actions import record
from serikat.foundation.members.access import can_keep_outlets, can_name_company
from serikat.foundation.members.actions.representatives import end_former_representatives
from serikat.foundation.members.company_names import companies_named
from serikat.foundation.members.kept_fields import Kept, kept_of, known_outlets, put
from serikat.foundation.members.models import Company, FormerDomain, MemberOutlet, Standing, StandingKind
from serikat.foundation.members.roster.companies import company_name
from serikat.foundation.members.roster.listed import tidy
from serikat.foundation.members.roster.writing import write_roster
from serikat.foundation.people.models import Person
from serikat.foundation.people.queries import chapters_of
from serikat.web.permission import Refused, RefusedError, require

TAKEN = Words("Situs ini sudah tercatat sebagai media lain.", "This site is recorded as another outlet already.")


@dataclass(frozen=True, slots=True)
class OutletFacts:
    """What a form says of an outlet; `phones` are E.164, empty is not known."""

    name: str
    address: str
    chapter: Chapter
    company: str = ""
    region: Region | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    responsible_person: str = ""
    editor_in_chief: str = ""
    member_number: str = ""
    notes: str = ""


def add_outlet(*, facts: OutletFacts, by: Person, joined: date | None = None, source: str = "") -> MemberOutlet:
    """A new member outlet, or one that was taken off the list, with its history.

    Raises RefusedError, also where the site is another outlet's.
    """
    require(can_keep_outlets(by, facts.chapter))
    try:
        with transaction.atomic():
            return _add(facts, by, joined, source)
    except IntegrityError:
        raise RefusedError(Refused(TAKEN)) from None


def _add(facts: OutletFacts, by: Person, joined: date | None, source: str) -> MemberOutlet:
    removed = MemberOutlet.objects.exclude(removed_at=None).select_related("chapter")
    before = removed.filter(key=Outlet(facts.address).key).first()
    is_back = before is not None and bool(can_keep_outlets(by, before.chapter))
    outlet = before if before is not None and is_back else MemberOutlet()
    put(outlet, _kept(facts))
    outlet.removed_at = None
    outlet.save()
    if not is_back:
        Standing.objects.create(outlet=outlet, kind=StandingKind.MEMBER, since=joined, source=source)
    deed = "members.outlet_back" if is_back else "members.outlet_added"
    record(deed, about=outlet.subject, by=by.actor, chapter=str(facts.chapter.public_id))
    return outlet


def change_outlet(*, outlet: MemberOutlet, facts: OutletFacts, by: Person) -> None:
    """What the form says, and empty where it says nothing. A former address is kept. Raises RefusedError."""
    require(can_keep_outlets(by, outlet.chapter))
    require(can_keep_outlets(by, facts.chapter))
    try:
        with transaction.atomic():
            _change(outlet, facts, by)
    except IntegrityError:
        raise RefusedError(Refused(TAKEN)) from None


def _change(outlet: MemberOutlet, facts: OutletFacts, by: Person) -> None:
    [before] = kept_of([outlet]).values()
    after = _kept(facts)
    changed = sorted(name for name, value in after.items() if before[name] != value)
    if not changed:
        return
    old_address, old_key = outlet.address, outlet.key
    put(outlet, {name: after[name] for name in changed})
    outlet.save()
    if outlet.key != old_key:
        FormerDomain.objects.create(outlet=outlet, address=old_address, key=old_key, until=timezone.localdate())
    if {"phones", "emails"}.intersection(changed):
        end_former_representatives(outlets=[outlet.pk], by=by)
    record("members.outlet_changed", about=outlet.subject, by=by.actor, fields=changed)


@transaction.atomic
def remove_outlet(*, outlet: MemberOutlet, reason: str, by: Person) -> None:
    """Off the list, with a reason; what was found about it stays. Raises RefusedError."""
    require(can_keep_outlets(by, outlet.chapter))
    if MemberOutlet.objects.filter(pk=outlet.pk, removed_at=None).update(removed_at=timezone.now()):
        record("members.outlet_removed", about=outlet.subject, by=by.actor, reason=reason)


@transaction.atomic
def name_company(*, company: Company, legal_name: str, by: Person) -> None:
    """A company's name, for all its outlets. Raises RefusedError."""
    require(can_name_company(by, company))
    company.legal_name = tidy(legal_name)
    company.match_name = company_name(company.legal_name).bare
    company.save(update_fields=["legal_name", "match_name"])
    record("members.company_named", about=company.subject, by=by.actor)


@transaction.atomic
def download_members(*, outlets: QuerySet[MemberOutlet], by: Person) -> bytes:
    """The list as a workbook, of those outlets that the person looks after; noted, since it holds people's numbers."""
    known = known_outlets(outlets.filter(within(chapters_of(by), "chapter__path")))
    record("members.list_downloaded", about=by.subject, by=by.actor, outlets=len(known))
    return write_roster(known)


def _kept(facts: OutletFacts) -> Kept:
    company = companies_named([facts.company]).get(tidy(facts.company))
    return {
        "name": tidy(facts.name),
        "address": facts.address,
        "company": company.pk if company else None,
        "chapter": facts.chapter.pk,
        "region": facts.region.pk if facts.region else None,
        "phones": list(facts.phones),
        "emails": list(facts.emails),
        "responsible_person": tidy(facts.responsible_person),
        "editor_in_chief": tidy(facts.editor_in_chief),
        "member_number": tidy(facts.member_number),
        "notes": tidy(facts.notes),
    }
