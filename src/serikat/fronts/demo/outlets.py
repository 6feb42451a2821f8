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

    `theme` is the look and make of the site; `regency` its home as the secretariat knows it; `guideline` whole, cut,
    elsewhere (on another subdomain) or empty for none; `comments` open, account or empty; `paid` label, last_line or
    empty; `dates` text or script; `signs` is what stands where the writer's name belongs, the name itself where empty.
    `path` is where the outlet lives on a host that it shares (`/rantau`); `parent` the host whose pages of identity it
    links to instead of its own; `copies` the host whose articles it carries word for word; `injected` that intruders
    have hidden links in its pages; `robots` closed where robots.txt asks every reader to stay away.
    """

    host: str
    name: str
    story: Words
    theme: str
    places: tuple[str, ...]
    company: str = ""
    address: str = ""
    regency: str = ""
    reporters: tuple[str, ...] = ()
    editor: str = ""
    zone: str = "WIT"
    guideline: str = ""
    comments: str = ""
    paid: str = ""
    dates: str = "text"
    author_in_markup: str = "writer"
    newest_days_ago: int = 0
    publisher: str = ""
    signs: str = ""
    path: str = ""
    parent: str = ""
    copies: str = ""
    injected: bool = False
    robots: str = ""
    corrects: bool = False
    feed: bool = True
    identity: tuple[IdentityPage, ...] = field(default=())

    @property
    def site(self) -> str:
        """Where it lives: its host, and the path where it has no host of its own."""
        return f"{self.host}{self.path}"

    @property
    def file_name(self) -> str:
        """What its report is called."""
        return self.site.replace("/", "-")

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
    pages = read_toml("pages")
    shared, mastheads = pages["page"], pages["masthead"]
    identity = []
    if "masthead" in table:
        # One word names a masthead that several outlets share in form.
        text = mastheads.get(table["masthead"], table["masthead"])
        identity.append(_page(bare, "redaksi", "Redaksi", "Susunan Redaksi", text))
    for slug in table.get("pages", ()):
        page = shared[slug]
        identity.append(_page(bare, page.get("slug", slug), page["link"], page["heading"], page["text"]))
    if bare.guideline in ("whole", "cut"):
        identity.append(guideline_page(bare))
    return Outlet(**{**plain, **lists, "story": words, "identity": tuple(identity)})


def _page(outlet: Outlet, slug: str, link: str, heading: str, text: str) -> IdentityPage:
    facts = {"name": outlet.name, "company": outlet.company, "mail": outlet.mail, "address": outlet.address}
    facts |= {"phone": _phone(outlet.host), "editor": outlet.editor, "publisher": outlet.publisher}
    facts["reporters"] = ", ".join(outlet.reporters)
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
