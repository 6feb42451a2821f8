"""What is kept of outlets, field by field, in values that a list, a form and the memory of an import share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.members.models import CouncilStatus, FormerDomain, MemberOutlet, Standing, StandingKind
from serikat.foundation.members.roster.fields import Field
from serikat.foundation.members.roster.known import KnownOutlet
from serikat.foundation.members.roster.listed_status import ListedStatus

# `company` and `chapter` are row ids, `region` a code, `phones` and `emails` lists, `joined` a day as ISO 8601.
Kept = dict[str, Any]

TEXTS = ("name", "address", "responsible_person", "editor_in_chief", "member_number")
# These stand in rows of their own, since they are dated.
DATED = ("joined", "status", "certificate")
KEPT_AS = {
    Field.NAME: "name", Field.ADDRESS: "address", Field.COMPANY: "company", Field.PROVINCE: "region",
    Field.REGENCY: "region", Field.RESPONSIBLE_PERSON: "responsible_person", Field.EDITOR_IN_CHIEF: "editor_in_chief",
    Field.PHONE: "phones", Field.EMAIL: "emails", Field.MEMBER_NUMBER: "member_number", Field.JOINED: "joined",
    Field.STATUS: "status", Field.CERTIFICATE: "certificate", Field.NOTES: "notes",
}  # fmt: skip
COLUMNS = (*TEXTS, "key", "company", "chapter", "region", "phone", "email", "more")
_A_QUERY = 500


def kept_of(outlets: Collection[MemberOutlet]) -> dict[int, Kept]:
    """By row id, everything that is kept of each outlet."""
    joined = _joined(outlets)
    observed = _observed(outlets)
    return {one.pk: _columns(one) | {"joined": joined.get(one.pk)} | observed.get(one.pk, _UNSEEN) for one in outlets}


_UNSEEN = {"status": "", "certificate": ""}


def _columns(outlet: MemberOutlet) -> Kept:
    return {each: getattr(outlet, each) for each in TEXTS} | {
        "company": outlet.company_id,
        "chapter": outlet.chapter_id,
        "region": outlet.region_id,
        "phones": [outlet.phone, *outlet.more.get("phones", ())] if outlet.phone else [],
        "emails": [outlet.email, *outlet.more.get("emails", ())] if outlet.email else [],
        "notes": outlet.more.get("notes", ""),
    }


def put(outlet: MemberOutlet, values: Mapping[str, Any]) -> None:
    """Write kept values into the columns of an outlet, which the caller saves; dated ones are passed over."""
    for field in set(values) & set(TEXTS):
        setattr(outlet, field, values[field])
    for field in set(values) & {"company", "chapter", "region"}:
        setattr(outlet, f"{field}_id", values[field])
    for field, column in (("phones", "phone"), ("emails", "email")):
        if field in values:
            first, *rest = values[field] or [""]
            setattr(outlet, column, first)
            outlet.more[field] = rest
    if "notes" in values:
        outlet.more["notes"] = values["notes"]
    if "address" in values:
        outlet.key = Outlet(outlet.address).key


def known_outlets(outlets: QuerySet[MemberOutlet]) -> list[KnownOutlet]:
    """The outlets in the terms of a list, known by their public ids."""
    held = list(outlets.select_related("company"))
    kept = kept_of(held)
    former: dict[int, list[str]] = {}
    for rows in _in_parts(held):
        for pk, address in FormerDomain.objects.filter(outlet__in=rows).values_list("outlet_id", "address"):
            former.setdefault(pk, []).append(address)
    return [_known(one, kept[one.pk], tuple(former.get(one.pk, ()))) for one in held]


def _known(outlet: MemberOutlet, kept: Kept, former: tuple[str, ...]) -> KnownOutlet:
    region = outlet.region_id or ""
    joined = kept["joined"]
    return KnownOutlet(
        key=str(outlet.public_id),
        address=outlet.address,
        name=outlet.name,
        company=outlet.company.legal_name if outlet.company else "",
        province_code=region.partition(".")[0],
        regency_code=region if "." in region else "",
        responsible_person=outlet.responsible_person,
        editor_in_chief=outlet.editor_in_chief,
        phones=tuple(kept["phones"]),
        emails=tuple(kept["emails"]),
        member_number=outlet.member_number,
        joined=date.fromisoformat(joined) if joined else None,
        status=ListedStatus(kept["status"]) if kept["status"] in set(ListedStatus) else None,
        certificate=kept["certificate"],
        notes=kept["notes"],
        former_addresses=former,
    )


def _joined(outlets: Collection[MemberOutlet]) -> dict[int, str | None]:
    """By outlet, the day on which its first membership began."""
    found: dict[int, str | None] = {}
    for rows in _in_parts(outlets):
        memberships = Standing.objects.filter(outlet__in=rows, kind=StandingKind.MEMBER)
        for pk, since in memberships.order_by(*_FIRST).values_list("outlet_id", "since"):
            found.setdefault(pk, since.isoformat() if since else None)
    return found


_FIRST = (F("since").asc(nulls_first=True), "pk")


def first_memberships(outlets: Collection[MemberOutlet]) -> dict[int, Standing]:
    """By outlet, the row of its first membership, whose first day is the day on which it joined."""
    found: dict[int, Standing] = {}
    for rows in _in_parts(outlets):
        for one in Standing.objects.filter(outlet__in=rows, kind=StandingKind.MEMBER).order_by(*_FIRST):
            found.setdefault(one.outlet_id, one)
    return found


def _observed(outlets: Collection[MemberOutlet]) -> dict[int, Kept]:
    """By outlet, the status and the certificate that were last seen, each from the last row that has one."""
    found: dict[int, Kept] = {}
    for rows in _in_parts(outlets):
        seen = CouncilStatus.objects.filter(outlet__in=rows).values_list("outlet_id", "status", "certificate")
        for pk, status, certificate in seen:
            before = found.setdefault(pk, dict(_UNSEEN))
            before["status"] = before["status"] or status
            before["certificate"] = before["certificate"] or certificate
    return found


def _in_parts(outlets: Collection[MemberOutlet]) -> Iterable[list[int]]:
    ids = [one.pk for one in outlets]
    return (ids[at : at + _A_QUERY] for at in range(0, len(ids), _A_QUERY))
