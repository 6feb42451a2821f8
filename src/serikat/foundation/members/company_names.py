"""Which company a written name means: one that is known, or a new one."""

from __future__ import annotations

from collections.abc import Iterable

from serikat.foundation.members.models import Company
from serikat.foundation.members.roster.companies import adds_nothing, company_name
from serikat.foundation.members.roster.listed import tidy

_A_QUERY = 500
# Folding can make a name longer than it was written.
_LONGEST = 200


def companies_named(names: Iterable[str]) -> dict[str, Company]:
    """The company that each written name means; those that nobody knows yet are created, legal forms first."""
    written = sorted({name for name in map(tidy, names) if name}, key=lambda name: (not company_name(name).form, name))
    bare = {name: company_name(name).bare[:_LONGEST] for name in written}
    known = _known(set(bare.values()))
    found: dict[str, Company] = {}
    new: list[Company] = []
    for name in written:
        alike = known.setdefault(bare[name], [])
        company = next((one for one in alike if adds_nothing(name, one.legal_name)), None)
        if company is None:
            company = Company(legal_name=name, match_name=bare[name])
            alike.append(company)
            new.append(company)
        found[name] = company
    Company.objects.bulk_create(new, batch_size=_A_QUERY)
    return found


def _known(bare_names: set[str]) -> dict[str, list[Company]]:
    names = sorted(bare_names)
    found: dict[str, list[Company]] = {}
    for at in range(0, len(names), _A_QUERY):
        for one in Company.objects.filter(match_name__in=names[at : at + _A_QUERY]).order_by("pk"):
            found.setdefault(one.match_name, []).append(one)
    return found
