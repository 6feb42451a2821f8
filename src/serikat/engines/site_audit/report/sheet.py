"""What a report shows and in which order, worked out once for the terminal and for the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from serikat.engines.judgement.finding import Finding, Outcome, Quote
from serikat.engines.judgement.plan import Horizon, Step
from serikat.engines.judgement.standard import Clause, Standard, Way, WayKind
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.evidence.record import Fetch, Reached
from serikat.engines.site_audit.findings import Audit, reads_unread
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.report.phrases import PHRASES

# A title longer than this is a headline and not the name of an outlet.
_LONGEST_NAME = 60
_TITLE_BAR = re.compile(r"\s+[-|–—:»]+\s+")


@dataclass(frozen=True, slots=True)
class Sighting:
    """The same words, seen in one or many places: a fault of a template is shown once, and so is a page."""

    texts: tuple[str, ...]
    places: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the report speaks of: what was found, the words that show it, the articles, what to do."""

    number: int
    outcome: Outcome
    title: Words
    reasons: tuple[Words, ...]
    sightings: tuple[Sighting, ...]
    articles: tuple[tuple[Standard, Clause], ...]
    remedy: Words
    example: Words | None

    @property
    def page_count(self) -> int:
        """On how many pages the words were seen."""
        return len({quote.url for sighting in self.sightings for quote in sighting.places})


@dataclass(frozen=True, slots=True)
class Task:
    """A clause that no machine looked at, and the way by which people can answer it."""

    standard: Standard
    clause: Clause
    way: Way


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole audit in reading order; `missing` goes by horizon, `by_hand` by who or what can answer."""

    audit: Audit
    outlet: str
    host: str
    missing: tuple[tuple[Horizon, tuple[Item, ...]], ...]
    unclear: tuple[Item, ...]
    met: tuple[Item, ...]
    not_applicable: tuple[Item, ...]
    by_hand: tuple[tuple[WayKind, tuple[Task, ...]], ...]
    not_read: tuple[Fetch, ...]

    @property
    def is_read(self) -> bool:
        """Whether enough of the site was read to say anything of it."""
        return self.audit.site.reached in (Reached.READ, Reached.PARTIAL)

    @property
    def missing_count(self) -> int:
        """How many things are not met."""
        return sum(len(items) for _, items in self.missing)

    @property
    def voluntary_count(self) -> int:
        """How many of the things not met only a voluntary text asks for."""
        items = (item for _, items in self.missing for item in items)
        return sum(all(standard.voluntary for standard, _ in item.articles) for item in items)

    @property
    def judged_count(self) -> int:
        """How many things a machine could look at here."""
        return len(self.met) + len(self.unclear) + self.missing_count

    @property
    def urgent(self) -> Item | None:
        """What those who run the site should look at before anything else, such as signs of a break-in.

        Where the site was not read, only what a rule saw in that very failure: a domain that is parked, say.
        """
        return next((item for item in self.unclear if any(map(self._presses, (one for _, one in item.articles)))), None)

    def _presses(self, clause: Clause) -> bool:
        if not clause.urgent or clause.rule is None:
            return False
        return self.is_read or self.audit.site.reached in reads_unread(clause.rule.rule)

    @property
    def first(self) -> Item | None:
        """What to do first, where anything is missing."""
        return self.missing[0][1][0] if self.missing else None


def sheet_of(audit: Audit) -> Sheet:
    """The audit in reading order: missing by horizon, unclear, met, set aside, and what people have to answer."""
    missing: list[tuple[Horizon, tuple[Item, ...]]] = []
    counted = 0
    for horizon in Horizon:
        steps = [step for step in audit.plan.steps if step.horizon is horizon]
        if steps:
            missing.append((horizon, tuple(_items(steps, counted))))
            counted += len(steps)
    settled = audit.plan.settled
    return Sheet(
        audit=audit,
        outlet=outlet_name(audit.site),
        host=urlsplit(audit.site.url).netloc or audit.site.url,
        missing=tuple(missing),
        unclear=tuple(_items(audit.plan.questions, counted)),
        met=tuple(_items(step for step in settled if step.findings[0].outcome is Outcome.MET)),
        not_applicable=tuple(_items(step for step in settled if step.findings[0].outcome is Outcome.NOT_APPLICABLE)),
        by_hand=_by_hand(audit.plan.unanswered),
        not_read=tuple(fetch for fetch in audit.site.gathering.fetches if fetch.failure and _is_wanted(fetch)),
    )


def outlet_name(site: Site) -> str:
    """What the site calls itself: its declared name, else the part of its title that its host spells, else the host."""
    host = urlsplit(site.url).netloc or site.url
    if site.home is None:
        return host
    structure = site.home.structure
    declared = structure.meta("og:site_name", "application-name")
    parts = [declared] if declared else [part for part in _TITLE_BAR.split(structure.title) if part.strip()]
    spelled = next((part for part in parts if _letters(part) and _letters(part) in _letters(host)), "")
    name = " ".join((spelled or (parts[0] if parts else "")).split())
    return name if 0 < len(name) <= _LONGEST_NAME else host


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.lower())


def _items(steps: Iterable[Step], before: int = 0) -> Iterable[Item]:
    for number, step in enumerate(steps, before + 1):
        outcome = step.findings[0].outcome
        yield Item(
            number=number,
            outcome=outcome,
            title=step.clause.title,
            reasons=tuple(dict.fromkeys(finding.reason for finding in step.findings)),
            sightings=_sightings(step.findings),
            articles=step.clauses,
            remedy=PHRASES["failed_remedy"] if outcome is Outcome.FAILED_TO_RUN else step.clause.remedy,
            example=next((clause.example for _, clause in step.clauses if clause.example), None),
        )


def _sightings(findings: Iterable[Finding]) -> tuple[Sighting, ...]:
    """Quotes by their words, then by their pages: each page and each wording is named once, however many ask for it."""
    places: dict[str, dict[str, Quote]] = {}
    for finding in findings:
        for quote in finding.quotes:
            places.setdefault(quote.text, {}).setdefault(quote.url, quote)
    texts: dict[tuple[str, ...], list[str]] = {}
    for text, seen in places.items():
        texts.setdefault(tuple(seen), []).append(text)
    return tuple(Sighting(tuple(said), tuple(places[said[0]].values())) for said in texts.values())


def _by_hand(unanswered: Iterable[tuple[Standard, Clause]]) -> tuple[tuple[WayKind, tuple[Task, ...]], ...]:
    """By the first way that needs no machine; a clause that only a rule can answer waits for that rule."""
    groups: dict[WayKind, list[Task]] = {}
    for standard, clause in unanswered:
        way = next((way for way in clause.ways if way.kind is not WayKind.RULE), clause.ways[0])
        groups.setdefault(way.kind, []).append(Task(standard, clause, way))
    order = (WayKind.DOCUMENT, WayKind.VISIT, WayKind.PERSON, WayKind.RULE)
    return tuple((kind, tuple(groups[kind])) for kind in order if kind in groups)


def _is_wanted(fetch: Fetch) -> bool:
    """Whether people should hear that this was not read; files such as trust.txt may well not exist."""
    return fetch.purpose in ("home", "page", "article", "robots")
