"""ads.txt 1.1 (IAB Tech Lab): who may sell a site's advertising space, and who owns the site."""

from __future__ import annotations

import re
from dataclasses import dataclass

from serikat.engines.site_audit.reading.text_files import Fault, FaultyLine, Statement, numbered_lines

VARIABLES = frozenset("OWNERDOMAIN MANAGERDOMAIN CONTACT SUBDOMAIN INVENTORYPARTNERDOMAIN".split())
_DOMAINS = VARIABLES - {"CONTACT"}
_ONCE = frozenset({"OWNERDOMAIN"})
_DOMAIN = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.){1,8}[a-z][a-z0-9-]{1,62}", re.IGNORECASE)
_VARIABLE = re.compile(r"([A-Za-z]{1,40})\s*=(.*)", re.DOTALL)
_RELATIONSHIPS = ("DIRECT", "RESELLER")
_FEWEST_FIELDS, _MOST_FIELDS = 3, 4


@dataclass(frozen=True, slots=True)
class Seller:
    """One record: the advertising system's domain, the account there, DIRECT or RESELLER, and the authority's id."""

    domain: str
    account: str
    relationship: str
    authority: str
    line: int


@dataclass(frozen=True, slots=True)
class AdsTxt:
    """A file as read: its sellers, its variables and every fault, in file order."""

    sellers: tuple[Seller, ...]
    variables: tuple[Statement, ...]
    faults: tuple[FaultyLine, ...]

    def value(self, name: str) -> str:
        """The first value of a variable, which is the one that counts; empty where the file has none."""
        return next((variable.value for variable in self.variables if variable.name == name), "")


def read_ads_txt(text: str) -> AdsTxt:
    """The file's lines; never raises. Lines beyond 20,000 are left unread.

    What follows `#` is a comment, what follows `;` an extension that readers leave aside.
    """
    sellers: list[Seller] = []
    variables: list[Statement] = []
    faults: list[FaultyLine] = []
    for number, line, _ in numbered_lines(text):
        stated = line.strip(" \t,")
        if not stated:
            continue
        named = _VARIABLE.match(stated)
        if named is not None:
            variable = Statement(named[1].upper(), named[2].strip(), number)
            fault = _fault_of_variable(variable, variables)
            variables.append(variable)
        else:
            seller = _seller(stated, number)
            fault = _fault_of(seller, stated)
            if fault is None:
                sellers.append(seller)
        if fault is not None:
            faults.append(FaultyLine(number, stated, fault))
    return AdsTxt(tuple(sellers), tuple(variables), tuple(faults))


def _seller(stated: str, number: int) -> Seller:
    fields = [field.strip() for field in stated.partition(";")[0].split(",")]
    domain, account, relationship, authority = (*fields, "", "", "", "")[:_MOST_FIELDS]
    return Seller(domain.lower(), account, relationship.upper(), authority, number)


def _fault_of(seller: Seller, stated: str) -> Fault | None:
    fields = stated.partition(";")[0].count(",") + 1
    if not _FEWEST_FIELDS <= fields <= _MOST_FIELDS:
        return Fault.NOT_A_RECORD
    if not _DOMAIN.fullmatch(seller.domain):
        return Fault.NO_DOMAIN
    if not seller.account:
        return Fault.NO_ACCOUNT
    return None if seller.relationship in _RELATIONSHIPS else Fault.NO_RELATIONSHIP


def _fault_of_variable(variable: Statement, before: list[Statement]) -> Fault | None:
    if variable.name not in VARIABLES:
        return Fault.UNKNOWN_NAME
    # A manager may be named for one country: `MANAGERDOMAIN=penjual.example, ID`.
    domain = variable.value.partition(",")[0].strip()
    if variable.name in _DOMAINS and not _DOMAIN.fullmatch(domain):
        return Fault.NO_DOMAIN
    said = variable.name in _ONCE and any(other.name == variable.name for other in before)
    return Fault.SAID_TWICE if said else None
