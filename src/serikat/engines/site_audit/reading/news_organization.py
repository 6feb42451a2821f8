"""schema.org NewsMediaOrganization: how an outlet describes itself to machines, and where its policies stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.structure import resolve

TYPE = "NewsMediaOrganization"
# The type's own properties, beside those of every organisation.
POLICIES = (
    "actionableFeedbackPolicy",
    "correctionsPolicy",
    "diversityPolicy",
    "diversityStaffingReport",
    "ethicsPolicy",
    "masthead",
    "missionCoveragePrioritiesPolicy",
    "noBylinesPolicy",
    "ownershipFundingInfo",
    "unnamedSourcesPolicy",
    "verificationFactCheckingPolicy",
)
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy as declared: `value` as written, `address` absolute, empty where words stand in its place."""

    name: str
    value: str
    address: str


@dataclass(frozen=True, slots=True)
class NewsOrganization:
    """The outlet as its pages declare it: the page that was read first, its name and its policies, each once."""

    page: Page
    name: str
    policies: tuple[Policy, ...]


def news_organization(site: Site) -> NewsOrganization | None:
    """The declaration, home page first, policies gathered over all pages; None where no page makes it."""
    found: list[tuple[Page, dict[str, Any]]] = []
    for page in sorted(site.pages, key=lambda page: page is not site.home):
        found.extend((page, thing) for thing in page.structure.json_ld if TYPE in _types(thing))
    if not found:
        return None
    policies: dict[str, Policy] = {}
    for page, thing in found:
        for name in POLICIES:
            value = _value(thing.get(name))
            if value:
                policies.setdefault(name, Policy(name, value, _address(value, page)))
    names = (thing.get("name") for _, thing in found)
    name = next((each for each in names if isinstance(each, str) and each), "")
    return NewsOrganization(found[0][0], name[:200], tuple(policies.values()))


def publishers(page: Page) -> tuple[str, ...]:
    """The types of organisation that a page declares otherwise, such as `Organization`."""
    types = (name for thing in page.structure.json_ld for name in _types(thing))
    return tuple(dict.fromkeys(name for name in types if name.endswith("Organization") and name != TYPE))


def _types(thing: dict[str, Any]) -> frozenset[str]:
    declared = thing.get("@type")
    names = declared if isinstance(declared, list) else [declared]
    return frozenset(str(name).rpartition("/")[2].rpartition(":")[2] for name in names)


def _value(value: object) -> str:
    """An address or words, also inside a list or a CreativeWork; the first that is not empty."""
    if isinstance(value, list):
        return next(filter(None, map(_value, value[:10])), "")
    if isinstance(value, dict):
        return next(filter(None, (_value(value.get(key)) for key in ("url", "@id", "text"))), "")
    return value.strip()[:_LONGEST] if isinstance(value, str) else ""


def _address(value: str, page: Page) -> str:
    is_address = value.startswith(("http://", "https://", "/")) and not any(letter.isspace() for letter in value)
    return resolve(page.url, value) if is_address else ""
