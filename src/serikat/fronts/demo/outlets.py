"""The invented federation's outlets, as the demo's TOML files describe them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from serikat.engines.judgement.words import Words

FEDERATION = Words("Federasi Media Rekaan (fiktif)", "Federation of Made-up Media (fictional)")
_PACKAGE = "serikat.fronts.demo"


@dataclass(frozen=True, slots=True)
class IdentityPage:
    """A page on which an outlet says who it is: the words on links to it, its heading and its lines."""

    slug: str
    link: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """One invented outlet, with the faults that its site shows.

    `theme` is the look and make of the site; `guideline` whole, cut, elsewhere (on another subdomain) or empty for
    none; `comments` open, account or empty; `paid` label, last_line or empty; `dates` text or script.
    """

    host: str
    name: str
    story: Words
    theme: str
    places: tuple[str, ...]
    company: str = ""
    address: str = ""
    reporters: tuple[str, ...] = ()
    editor: str = ""
    zone: str = "WIT"
    guideline: str = ""
    comments: str = ""
    paid: str = ""
    dates: str = "text"
    author_in_markup: str = "writer"
    newest_days_ago: int = 0
    corrects: bool = False
    feed: bool = True
    identity: tuple[IdentityPage, ...] = field(default=())

    @property
    def mail(self) -> str:
        """The newsroom's address."""
        return f"redaksi@{self.host}"


@dataclass(frozen=True, slots=True)
class GuidelineClause:
    """One clause of the invented guideline."""

    number: str
    title: str
    text: str


@cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets of the federation, in the order of the file."""
    return tuple(_outlet(table) for table in read_toml("outlets")["outlet"])


@cache
def guideline() -> tuple[GuidelineClause, ...]:
    """The clauses of the invented press council's guideline."""
    clauses = read_toml("guideline")["clause"]
    return tuple(GuidelineClause(one["number"], one["title"], one["text"].strip()) for one in clauses)


@cache
def read_toml(name: str) -> dict[str, Any]:
    """One of the demo's data files, by its name without ending."""
    return tomllib.loads((files(_PACKAGE) / "sites" / f"{name}.toml").read_text(encoding="utf-8"))


def _outlet(table: dict[str, Any]) -> Outlet:
    words = Words(table["story"], table["story_en"])
    plain = {key: value for key, value in table.items() if key not in ("story", "story_en", "pages", "masthead")}
    lists = {key: tuple(value) for key, value in plain.items() if isinstance(value, list)}
    bare = Outlet(**{**plain, **lists, "story": words})
    identity = [_page(bare, "redaksi", "Redaksi", "Susunan Redaksi", table["masthead"])] if "masthead" in table else []
    shared = read_toml("pages")["page"]
    for slug in table.get("pages", ()):
        page = shared[slug]
        identity.append(_page(bare, slug.removesuffix("-salinan"), page["link"], page["heading"], page["text"]))
    if bare.guideline in ("whole", "cut"):
        identity.append(guideline_page(bare))
    return Outlet(**{**plain, **lists, "story": words, "identity": tuple(identity)})


def _page(outlet: Outlet, slug: str, link: str, heading: str, text: str) -> IdentityPage:
    facts = {"name": outlet.name, "company": outlet.company, "mail": outlet.mail, "address": outlet.address}
    facts["phone"] = _phone(outlet.host)
    filled = re.sub(r"\{(\w+)\}", lambda found: facts[found[1]], f"{heading}\n{text}")
    lines = [line for line in filled.splitlines() if line.strip()]
    return IdentityPage(slug, link, lines[0], tuple(lines[1:]))


def guideline_page(outlet: Outlet) -> IdentityPage:
    """The guideline as the outlet's page carries it, whole or cut."""
    left_out = ("4", "6", "8") if outlet.guideline == "cut" else ()
    lines = [
        line
        for clause in guideline()
        if clause.number not in left_out
        for line in (f"{clause.number}. {clause.title}", clause.text)
    ]
    return IdentityPage("pedoman-berita-siber", "Pedoman Media Siber", read_toml("guideline")["title"], tuple(lines))


def _phone(host: str) -> str:
    """A made-up number, another one for each outlet."""
    return f"0811-55{sum(host.encode()) % 90 + 10}-{len(host) * 37 % 900 + 100}"
