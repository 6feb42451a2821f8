"""From evidence to findings: puts every clause that has a rule to that rule, and sums up."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast
from urllib.parse import urlsplit

from serikat import RELEASE
from serikat.engines.judgement.finding import Finding, Observation, Outcome, Quote
from serikat.engines.judgement.loading import Library
from serikat.engines.judgement.plan import Plan, plan_for
from serikat.engines.judgement.standard import Clause, Confidence, Parameter, Standard, Way
from serikat.engines.judgement.verdict import Verdict, verdict_of
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit import rules
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.evidence.record import Gathering, Reached
from serikat.engines.site_audit.reading.site import Site

Rule = Callable[[Site, Asked], Observation]

# Rival readings multiply; a clause with more of them than this is put with its first ones.
_MOST_READINGS = 8
_READ = (Reached.READ, Reached.PARTIAL)

_NOT_READ = Words(
    id="Situs tidak dapat dibaca saat diperiksa ({reached}), jadi hal ini belum diketahui.",
    en="The site could not be read when it was checked ({reached}), so this is not known.",
)
_FAILED = Words(
    id="Aturan pemeriksa berhenti karena kesalahan ({error}); ini kesalahan kami, bukan situs.",
    en="The rule stopped with an error ({error}); the fault is ours, not the site's.",
)
_UNCONFIRMED = Words(
    id="{reason} Bunyi ketentuan ini belum dipastikan dari sumber resmi, jadi perlu dinilai orang.",
    en="{reason} The wording of this clause is not confirmed from an official source, so a person has to judge it.",
)
_RIVALS = Words(
    id="Sumber-sumber berbeda tentang ketentuan ini, dan hasilnya berbeda: {readings}.",
    en="Sources disagree about this clause, and so does the result: {readings}.",
)
_OF_PARENT = Words(
    id="{reason} Yang dikutip halaman milik induk {host}.",
    en="{reason} What is quoted is a page of the parent, {host}.",
)


@dataclass(frozen=True, slots=True)
class Audit:
    """One site judged against some standards: what was read, what was found, how it adds up and what to do."""

    site: Site
    standards: tuple[Standard, ...]
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    plan: Plan


@cache
def known_rules() -> tuple[str, ...]:
    """The slugs of the rules there are: the modules of the rules room."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(rules.__path__) if not module.ispkg))


@cache
def rule_named(slug: str) -> Rule:
    """The rule's check; raises ModuleNotFoundError for a slug that names none."""
    return cast(Rule, importlib.import_module(f"{rules.__name__}.{slug}").check)


def reads_unread(slug: str) -> frozenset[Reached]:
    """The ways of not being read that are the rule's own matter; nearly every rule has none."""
    module = sys.modules[rule_named(slug).__module__]
    return cast(frozenset[Reached], getattr(module, "READS_UNREAD", frozenset()))


def judge(gathering: Gathering, library: Library, standard_ids: Sequence[str]) -> Audit:
    """Judges stored evidence: the same evidence, editions and release give the same findings to the byte."""
    return judge_site(Site(gathering), library, standard_ids)


def judge_site(site: Site, library: Library, standard_ids: Sequence[str]) -> Audit:
    """The audit of one site; raises KeyError for a standard that the library does not hold."""
    standards = tuple(library.standard(name) for name in standard_ids)
    look = _Look(site, library)
    findings = tuple(_findings(look, standards))
    today = site.gathered_at.date()
    return Audit(
        site=site,
        standards=standards,
        findings=findings,
        verdicts=tuple(verdict_of(standard, findings, (), today) for standard in standards),
        plan=plan_for(standards, findings),
    )


def _findings(look: _Look, standards: Iterable[Standard]) -> Iterator[Finding]:
    for standard in standards:
        for clause in standard.clauses:
            way = clause.rule
            if way is None:
                continue
            seen = _attributed(_bounded(clause, way, look.at(clause, way)))
            yield Finding(
                subject=look.site.url,
                standard=standard.id,
                clause=clause.id,
                rule=way.rule,
                outcome=seen.outcome,
                reason=seen.reason,
                quotes=seen.quotes,
                release=RELEASE,
            )


class _Look:
    """Puts clauses to rules over one site, once for each rule and set of parameters."""

    def __init__(self, site: Site, library: Library) -> None:
        self.site = site
        self._editions = {standard.id: standard for standard in library.standards}
        self._remembered: dict[str, list[tuple[dict[str, object], Observation]]] = {}

    def at(self, clause: Clause, way: Way) -> Observation:
        """What the rule sees under every rival reading of the clause's parameters; unclear where they part."""
        if self.site.reached not in _READ and self.site.reached not in reads_unread(way.rule):
            return Observation(Outcome.UNCLEAR, _NOT_READ.filled(reached=self.site.reached), self._why_not_read())
        held = clause.parameters_on(self.site.gathered_at.date())
        readings = list(itertools.islice(_readings(held), _MOST_READINGS))
        seen = [self._under(way, reading) for reading in readings]
        if len({observation.outcome for observation in seen}) == 1:
            return seen[0]
        rivals = "; ".join(
            f"{_spoken(reading)} → {observation.outcome}" for reading, observation in zip(readings, seen, strict=True)
        )
        return Observation(Outcome.UNCLEAR, _RIVALS.filled(readings=rivals), seen[0].quotes)

    def _under(self, way: Way, reading: Mapping[str, Parameter]) -> Observation:
        """The rule's word under one reading; remembered for clauses that agree on what the rule looked at."""
        for used, seen in self._remembered.get(way.rule, ()):
            if all(_value(reading, name) == value for name, value in used.items()):
                return seen
        asked = Asked(reading, self._editions)
        try:
            seen = rule_named(way.rule)(self.site, asked)
        except Exception as error:  # noqa: BLE001 - one rule's failure must not hide what the others found
            seen = Observation(Outcome.FAILED_TO_RUN, _FAILED.filled(error=type(error).__name__))
        used = {name: _value(reading, name) for name in asked.used}
        self._remembered.setdefault(way.rule, []).append((used, seen))
        return seen

    def _why_not_read(self) -> tuple[Quote, ...]:
        detail = self.site.gathering.reached_detail
        return (Quote(self.site.url, detail, self.site.gathering.gathered_at),) if detail else ()


def _readings(held: Mapping[str, Sequence[Parameter]]) -> Iterator[dict[str, Parameter]]:
    names = sorted(held)
    for chosen in itertools.product(*(held[name] for name in names)):
        yield dict(zip(names, chosen, strict=True))


def _value(reading: Mapping[str, Parameter], name: str) -> object:
    parameter = reading.get(name)
    return parameter.value if parameter else None


def _spoken(reading: Mapping[str, Parameter]) -> str:
    return ", ".join(f"{name} {parameter.value} ({parameter.source})" for name, parameter in reading.items())


def _bounded(clause: Clause, way: Way, seen: Observation) -> Observation:
    """What the rule may say of this clause: a flag only asks, and an unconfirmed or disputed text accuses nobody."""
    doubtful = clause.confidence is Confidence.UNCONFIRMED or any(parameter.disputed for parameter in clause.parameters)
    decided = seen.outcome in (Outcome.MET, Outcome.NOT_MET)
    if (doubtful and seen.outcome is Outcome.NOT_MET) or (way.flag and decided):
        reason = Words(_UNCONFIRMED.id.format(reason=seen.reason.id), _UNCONFIRMED.en.format(reason=seen.reason.en))
        return Observation(Outcome.UNCLEAR, reason if doubtful else seen.reason, seen.quotes)
    return seen


def _attributed(seen: Observation) -> Observation:
    """The same, with the parent named where the words quoted stand on its pages and not on the outlet's own."""
    hosts = dict.fromkeys(urlsplit(quote.url).hostname or quote.url for quote in seen.quotes if quote.inherited)
    if not hosts:
        return seen
    named = ", ".join(hosts)
    reason = Words(
        id=_OF_PARENT.id.format(reason=seen.reason.id, host=named),
        en=_OF_PARENT.en.format(reason=seen.reason.en, host=named),
    )
    return Observation(seen.outcome, reason, seen.quotes)
