"""Judges an assembly: puts every article that has a rule to that rule, finds roots and consequences, and sums up."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import cast

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.standard import Clause, Confidence, Level, Parameter, Standard
from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy import rules
from serikat.engines.legitimacy.asked import Asked, FactQuote, Fault, Look, OpenFact, Seen, quoted, set_aside
from serikat.engines.legitimacy.consequences import PREMISES, ordered
from serikat.engines.legitimacy.contradictions import contradictions
from serikat.engines.legitimacy.fact_names import place_words
from serikat.engines.legitimacy.presence import Presence
from serikat.engines.legitimacy.reading import in_position
from serikat.engines.legitimacy.record import Record
from serikat.engines.legitimacy.terms import joined, say

Rule = Callable[[Record, Asked], Seen]

_MOST_READINGS = 8
# Parameters that say for which assemblies an article is written.
_FOR = ("organ", "level", "kind")
# Nothing can be called valid under texts that are silent on these.
ESSENTIAL = ("called_by", "notice", "quorum")
# What is asked of a sitting that decided nothing, besides how it was called and who may vote.
_OF_ANY_SITTING = ("quorum", "quorum_statement", "second_call", "suspension")
_BEFORE_THE_DAY = ("call", "roll")
# What an open fact waits for where it is no article.
NOT_REGULATED, CONTRADICTED = "tidak diatur", "catatan"

_NOT_IN_FORCE = Words("Edisi ini belum atau tidak lagi berlaku pada hari musyawarah.",
                      "This edition was not in force on the day of the assembly.")  # fmt: skip
_FOR_OTHERS = Words("Pasal ini bukan untuk musyawarah seperti ini.", "This article is not for an assembly like this.")
_NOTHING_DECIDED = Words(
    "Sidang ini tidak sampai mengambil keputusan.", "This sitting did not come to decide anything."
)
_SET_ASIDE = Words("Dalam posisi ini pasal ini dianggap tidak berlaku.", "In this position the article does not apply.")
_OUTRANKED = Words("Yang berlaku {article} dari {edition}, yang lebih tinggi.",
                   "{article} of {edition} applies, which outranks it.")  # fmt: skip
_RIVALS = Words("Sumber berbeda tentang bunyi pasal ini, dan hasilnya berbeda: {readings}.",
                "Sources differ on what this article says, and so does the result: {readings}.")  # fmt: skip
_DOUBTFUL = Words("{said} Bunyi pasal ini belum dipastikan dari naskahnya, jadi perlu dinilai orang.",
                  "{said} The wording is not confirmed from the text itself, so a person has to judge it.")  # fmt: skip
_FAILED = Words("Aturan pemeriksa berhenti karena kesalahan ({error}); ini kesalahan kami.",
                "The rule stopped with an error ({error}); the fault is ours.")  # fmt: skip
_FOLLOWS = Words("Ikut gugur karena {article} tidak terpenuhi.", "Falls with {article}, which is not met.")
_SILENT = Words("Naskah yang ada tidak mengatur {rule}; adakah naskah lain yang mengaturnya?",
                "The texts at hand do not regulate {rule}; is there another that does?")  # fmt: skip


_WHICH_TEXT = Words("Pasal dan naskah mana yang berlaku: {names}?", "Which articles and texts apply: {names}?")
_WHICH_FACT = Words("Mana yang benar tentang {place}: {values}?", "Which is right about {place}: {values}?")
_NAMED = Words("“{name}”", "“{name}”")
_BY_THESE = Words("{value} (menurut {names})", "{value} (by {names})")
_UNKNOWN = Words("tidak disebut", "not said")


class AssemblyVerdict(StrEnum):
    """Valid, invalid, or undetermined: an answer that is said as plainly as the other two."""

    VALID = "valid"
    INVALID = "invalid"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class ArticleFinding:
    """One article for one assembly; `because_of` names the article that it falls with, empty for a root.

    `label` is that name: the article, with its edition where two editions number alike.
    """

    edition: str
    clause: str
    article: str
    title: Words
    rule: str
    level: Level
    outcome: Outcome
    reason: Words
    quotes: tuple[FactQuote, ...] = ()
    needs: tuple[OpenFact, ...] = ()
    faults: tuple[Fault, ...] = ()
    because_of: str = ""
    label: str = ""

    @property
    def is_root(self) -> bool:
        """Whether an assembly fails on this article itself."""
        return self.outcome is Outcome.NOT_MET and not self.because_of and self.level is Level.MANDATORY


@dataclass(frozen=True, slots=True)
class PositionJudgement:
    """The assembly as one position sees it."""

    name: str
    verdict: AssemblyVerdict
    findings: tuple[ArticleFinding, ...]
    open_facts: tuple[tuple[str, OpenFact], ...]


@dataclass(frozen=True, slots=True)
class AssemblyJudgement:
    """An assembly judged: `open_facts` pairs articles with what they wait for, `divides` is what positions part on.

    `unregulated` are the rules of which no text speaks, so that they were not asked.
    """

    record: Record
    editions: tuple[Standard, ...]
    verdict: AssemblyVerdict
    findings: tuple[ArticleFinding, ...]
    open_facts: tuple[tuple[str, OpenFact], ...]
    positions: tuple[PositionJudgement, ...] = ()
    divides: tuple[str, ...] = ()
    unregulated: tuple[str, ...] = ()


@cache
def known_rules() -> tuple[str, ...]:
    """The slugs of the rules there are: the modules of the rules room."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(rules.__path__) if not module.ispkg))


@cache
def rule_named(slug: str) -> Rule:
    """The rule's check; raises ModuleNotFoundError for a slug that names none."""
    return cast(Rule, importlib.import_module(f"{rules.__name__}.{slug}").check)


def judge_assembly(record: Record, editions: Sequence[Standard]) -> AssemblyJudgement:
    """The judgement of a record by the editions that it names; raises KeyError for an edition that is not at hand."""
    held = {edition.id: edition for edition in editions}
    whole = _judge(record, held, frozenset())
    if not record.positions:
        return whole
    positions = []
    for position in record.positions:
        seen = _judge(in_position(record, position), held, frozenset(position.sets_aside), position.applies)
        positions.append(PositionJudgement(position.name, seen.verdict, seen.findings, seen.open_facts))
    verdicts = {position.verdict for position in positions}
    verdict = verdicts.pop() if len(verdicts) == 1 else AssemblyVerdict.UNDETERMINED
    waiting = [*(_choices(record, positions) if len(verdicts) > 1 else ()),
               *(each for position in positions for each in position.open_facts)]  # fmt: skip
    return replace(
        whole,
        verdict=verdict,
        open_facts=tuple(dict.fromkeys(waiting)),
        positions=tuple(positions),
        divides=_divides(positions),
    )


def _choices(record: Record, positions: Sequence[PositionJudgement]) -> Iterator[tuple[str, OpenFact]]:
    """What has to be settled before positions with different verdicts agree: the texts, and each fact that differs."""
    scopes = {(each.applies, each.sets_aside, each.editions) for each in record.positions}
    if len(scopes) > 1:
        names = joined(say(_NAMED, name=position.name) for position in record.positions)
        yield _about("/positions", positions), OpenFact("/positions", say(_WHICH_TEXT, names=names), is_choice=True)
    for path in dict.fromkeys(fact.path for position in record.positions for fact in position.facts):
        told: dict[Words, list[str]] = {}
        for position in record.positions:
            quote = quoted(in_position(record, position).raw, path)
            told.setdefault(quote.words if quote.text else _UNKNOWN, []).append(f"“{position.name}”")
        values = [say(_BY_THESE, names=tuple(names), value=value) for value, names in told.items()]
        question = say(_WHICH_FACT, place=place_words(path), values=joined(values))
        yield _about(path, positions), OpenFact(path, question, is_choice=True)


def _about(path: str, positions: Sequence[PositionJudgement]) -> str:
    """The article of a finding that rests on a fact, else all on which positions part."""
    findings = (finding for position in positions for finding in position.findings)
    resting = (each.article for each in findings if any(quote.place.startswith(path) for quote in each.quotes))
    return next(resting, ", ".join(_divides(positions)))


def _divides(positions: Sequence[PositionJudgement]) -> tuple[str, ...]:
    seen: dict[str, set[Outcome]] = {}
    for finding in itertools.chain.from_iterable(position.findings for position in positions):
        seen.setdefault(f"{finding.edition} {finding.article}", set()).add(finding.outcome)
    return tuple(article for article, outcomes in seen.items() if len(outcomes) > 1)


def _judge(
    record: Record, held: Mapping[str, Standard], aside: frozenset[str], only: Sequence[str] | None = None
) -> AssemblyJudgement:
    editions = tuple(held[name] for name in dict.fromkeys(each.id for each in record.editions if each.applied))
    look = _Articles(record, editions, aside, None if only is None else frozenset(only))
    findings = _with_consequences([look.finding(edition, clause) for edition, clause in look.articles])
    waiting = [(f.article, need) for f in findings if f.outcome is Outcome.UNCLEAR and f.level is Level.MANDATORY
               for need in f.needs]  # fmt: skip
    silent = [rule for rule in ESSENTIAL if rule not in look.regulated and only is None]
    waiting += [
        (NOT_REGULATED, OpenFact(f"/editions#{rule}", say(_SILENT, rule=rule), is_choice=True)) for rule in silent
    ]
    odd = contradictions(record)
    waiting += [(CONTRADICTED, each) for each in odd]
    verdict = _verdict(findings, is_open=bool(silent or odd))
    unregulated = tuple(rule for rule in known_rules() if rule not in look.written)
    return AssemblyJudgement(record, editions, verdict, findings, tuple(waiting), unregulated=unregulated)


def _verdict(findings: Iterable[ArticleFinding], *, is_open: bool) -> AssemblyVerdict:
    binding = [finding for finding in findings if finding.level is Level.MANDATORY]
    if any(finding.is_root for finding in binding):
        return AssemblyVerdict.INVALID
    open_ends = (Outcome.UNCLEAR, Outcome.FAILED_TO_RUN)
    if is_open or any(finding.outcome in open_ends for finding in binding):
        return AssemblyVerdict.UNDETERMINED
    is_shown = any(finding.outcome is Outcome.MET for finding in binding)
    return AssemblyVerdict.VALID if is_shown else AssemblyVerdict.UNDETERMINED


def _with_consequences(findings: list[ArticleFinding]) -> tuple[ArticleFinding, ...]:
    """Every finding with the root that it falls with, worked out from premises to what rests on them."""
    fallen: dict[str, str] = {}
    settled: dict[int, ArticleFinding] = {}
    for rule in ordered({finding.rule for finding in findings}):
        for number, finding in enumerate(findings):
            if finding.rule == rule:
                settled[number] = _settled(finding, fallen)
        for finding in (settled[number] for number, each in enumerate(findings) if each.rule == rule):
            if finding.outcome is Outcome.NOT_MET and finding.level is Level.MANDATORY:
                fallen.setdefault(rule, finding.because_of or finding.label)
    return tuple(settled[number] for number in range(len(findings)))


def _settled(finding: ArticleFinding, fallen: Mapping[str, str]) -> ArticleFinding:
    if finding.outcome is Outcome.NOT_MET:
        roots = [next((fallen[rule] for rule in fault.explained_by if rule in fallen), "") for fault in finding.faults]
        return replace(finding, because_of=roots[0]) if roots and all(roots) else finding
    root = next((fallen[rule] for rule in PREMISES.get(finding.rule, ()) if rule in fallen), "")
    if not root or finding.outcome not in (Outcome.MET, Outcome.UNCLEAR):
        return finding
    return replace(finding, outcome=Outcome.NOT_MET, reason=say(_FOLLOWS, article=root), needs=(), because_of=root)


class _Articles:
    """The articles of some editions, put to their rules over one record."""

    def __init__(
        self, record: Record, editions: Sequence[Standard], aside: frozenset[str], only: frozenset[str] | None
    ) -> None:
        self.record, self.editions, self.aside, self.only = record, editions, aside, only
        self.presence = Presence(record)
        self.day = record.assembly.held_on
        self.articles = [(edition, clause) for edition in editions for clause in edition.clauses if clause.rule]
        self._editions_of: dict[str, set[str]] = {}
        for edition, clause in self.articles:
            self._editions_of.setdefault(clause.number, set()).add(edition.id)
        self._why_not = {(edition.id, clause.id): self._why_aside(edition, clause) for edition, clause in self.articles}
        self.regulated = Counter(clause.rule.rule for edition, clause in self.articles
                                   if clause.rule and self._why_not[edition.id, clause.id] is None)  # fmt: skip

    @property
    def written(self) -> set[str]:
        """The rules of which a text speaks for an assembly like this, whether or not it came to that."""
        told = (None, _NOTHING_DECIDED, _SET_ASIDE)
        return {clause.rule.rule for edition, clause in self.articles
                if clause.rule and self._why_not[edition.id, clause.id] in told}  # fmt: skip

    def finding(self, edition: Standard, clause: Clause) -> ArticleFinding:
        """What the clause's rule says of the record."""
        rule = clause.rule.rule if clause.rule else ""
        seen = self._seen(edition, clause, rule)
        return ArticleFinding(
            edition=edition.id,
            clause=clause.id,
            article=clause.number,
            title=clause.title,
            rule=rule,
            level=clause.level,
            outcome=seen.outcome,
            reason=seen.reason,
            quotes=seen.quotes,
            needs=seen.needs,
            faults=seen.faults,
            label=clause.number
            if self._editions_of[clause.number] == {edition.id}
            else f"{clause.number} ({edition.id})",
        )

    def _seen(self, edition: Standard, clause: Clause, rule: str) -> Seen:
        why_not = self._why_not[edition.id, clause.id] or self._why_outranked(edition, rule)
        if why_not is not None:
            return set_aside(why_not)
        held = clause.parameters_on(self.day)
        readings = [dict(zip(held, chosen, strict=True)) for chosen in itertools.product(*held.values())]
        seen = [self._under(rule, reading) for reading in readings[:_MOST_READINGS]]
        if len({each.outcome for each in seen}) > 1:
            told = "; ".join(
                f"{_told(reading)} → {each.outcome}" for reading, each in zip(readings, seen, strict=False)
            )
            said = say(_RIVALS, readings=told)
            return Seen(
                Outcome.UNCLEAR, said, seen[0].quotes, (OpenFact(f"/editions#{clause.id}", said, is_choice=True),)
            )
        return _bounded(clause, seen[0])

    def _under(self, rule: str, reading: Mapping[str, Parameter]) -> Seen:
        try:
            return rule_named(rule)(self.record, Asked(reading, self.presence, self.regulated))
        except Exception as error:  # noqa: BLE001 - one rule's failure must not hide what the others saw
            return Seen(Outcome.FAILED_TO_RUN, say(_FAILED, error=f"{rule}: {type(error).__name__}"))

    def _why_aside(self, edition: Standard, clause: Clause) -> Words | None:
        name = f"{edition.id}#{clause.id}"
        if name in self.aside or (self.only is not None and name not in self.only):
            return _SET_ASIDE
        if self.day < edition.in_force_from or (edition.in_force_until and self.day > edition.in_force_until):
            return _NOT_IN_FORCE
        is_of_any = clause.stage in _BEFORE_THE_DAY or (clause.rule and clause.rule.rule in _OF_ANY_SITTING)
        if not is_of_any and decided_nothing(self.record):
            return _NOTHING_DECIDED
        held = clause.parameters_on(self.day)
        for name in _FOR:
            meant = {str(each) for parameter in held.get(name, []) for each in _each(parameter)}
            if meant and getattr(self.record.assembly, name) not in meant | {None}:
                return _FOR_OTHERS
        return None

    def _why_outranked(self, edition: Standard, rule: str) -> Words | None:
        for other, clause in self.articles:
            is_same = clause.rule is not None and clause.rule.rule == rule and edition.id in other.outranks
            if is_same and self._why_not[other.id, clause.id] is None:
                return say(_OUTRANKED, article=clause.number, edition=other.id)
        return None


def decided_nothing(record: Record) -> bool:
    """Whether the record says that this sitting decided nothing: postponed, or with an empty list of decisions."""
    is_told = record.assembly.postponed_to is not None or record.decisions is not None
    return is_told and not record.decisions and record.election is None and record.results is None


def _each(parameter: Parameter) -> tuple[object, ...]:
    return parameter.value if isinstance(parameter.value, tuple) else (parameter.value,)


def _told(reading: Mapping[str, Parameter]) -> str:
    return ", ".join(f"{name} {parameter.value} ({parameter.source})" for name, parameter in reading.items())


def _bounded(clause: Clause, seen: Seen) -> Seen:
    """An unconfirmed or disputed text accuses nobody."""
    is_doubtful = clause.confidence is Confidence.UNCONFIRMED or any(each.disputed for each in clause.parameters)
    if is_doubtful and seen.outcome is Outcome.UNCLEAR:
        return replace(seen, needs=tuple(replace(need, is_doubtful=True) for need in seen.needs))
    if not is_doubtful or seen.outcome is not Outcome.NOT_MET:
        return seen
    said = Words(_DOUBTFUL.id.format(said=seen.reason.id), _DOUBTFUL.en.format(said=seen.reason.en))
    need = OpenFact(f"/editions#{clause.id}", said, is_doubtful=True)
    return Seen(Outcome.UNCLEAR, said, seen.quotes, (need,))


__all__ = ["ArticleFinding", "AssemblyJudgement", "AssemblyVerdict", "Look", "judge_assembly", "known_rules"]
