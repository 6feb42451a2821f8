"""Outlets: added, changed, taken off the list; companies named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from serikat.engines.judgement.words import Words
from serikat.foundation.chapters.models import Chapter, Region
from serikat.foundation.journal.actions import record
from serikat.foundation.members.access import can_keep_outlets, can_name_company
from serikat.foundation.members.company_names import companies_named
from serikat.foundation.members.kept_fields import Kept, kept_of, put
from serikat.foundation.members.models import Company, FormerDomain, MemberOutlet, Standing, StandingKind
from serikat.foundation.members.roster.companies import company_name
from serikat.foundation.members.roster.listed import tidy
from serikat.foundation.people.models import Person
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
    """A new member outlet. Raises RefusedError, also where the site is another outlet's."""
    require(can_keep_outlets(by, facts.chapter))
    try:
        with transaction.atomic():
            outlet = MemberOutlet()
            put(outlet, _kept(facts))
            outlet.save()
            Standing.objects.create(outlet=outlet, kind=StandingKind.MEMBER, since=joined, source=source)
            record("members.outlet_added", about=outlet.subject, by=by.actor, chapter=str(facts.chapter.public_id))
    except IntegrityError:
        raise RefusedError(Refused(TAKEN)) from None
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
