"""Reads the JSON lines of a round one by one and keeps of each outlet what a list of outlets shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

import orjson

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.loading import Library
from serikat.engines.judgement.standard import Clause, Level
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.evidence.remedies import explain, how_to_fix
from serikat.engines.site_audit.shard import evidence_name

LINES, REPORTS = "audits.jsonl", "reports"
READ = (Reached.READ, Reached.PARTIAL)
# A site that may have been broken into is told first, whatever else is missing, and apart from what others may read.
_INTEGRITY = "site_integrity"
_SHOWS_INTEGRITY = (*READ, Reached.PARKED, Reached.REDIRECTED_AWAY)
_NOTHING = Words("Tidak ada yang perlu dibenahi", "Nothing to put right")

Record = dict[str, Any]

_DAMAGED = Words(
    "{file}, baris {line}, rusak ({error}). Pindahkan berkas itu, lalu jalankan lagi dengan --resume: berkas dan "
    "ringkasannya ditulis ulang, dan tidak ada situs yang diperiksa ulang.",
    "{file}, line {line}, is damaged ({error}). Move the file away and run again with --resume: it and its summary are "
    "written anew, and no site is audited again.",
)


class DamagedLineError(ValueError):
    """A line that is no audit, with its file, its number from 1, and what to do."""

    def __init__(self, file: Path, line: int, error: Exception) -> None:
        said = _DAMAGED.filled(file=file, line=line, error=error)
        super().__init__(f"{said.id}\n{said.en}")


@dataclass(frozen=True, slots=True)
class OutletLine:
    """One outlet of a round as lists show it; the counts are of things, each asked by one clause or several.

    `binding` are those of the missing things that a mandatory clause asks. `suspicion` says what looks like a break-in
    or a lost domain, for the owner alone; empty where nothing does. `report` is the path of its page from the round's
    folder, empty where none was written. `fix` is what to do where the site was not read.
    """

    key: str
    name: str
    url: str
    roster_row: int
    reached: Reached
    met: int
    missing: int
    binding: int
    unclear: int
    first: Words
    suspicion: Words | None
    report: str
    fix: Words | None = None

    @property
    def is_read(self) -> bool:
        """Whether enough of the site was read to say anything of it."""
        return self.reached in READ


@dataclass(slots=True)
class Tally:
    """What a round adds up to: outlets by how far they were reached, clauses by outcome, things most often missing.

    `with_missing` lack something mandatory, `with_advice` only what is recommended. `reasons` are those of not being
    read, each with what to do.
    """

    outlets: int = 0
    with_missing: int = 0
    with_advice: int = 0
    suspect: int = 0
    reached: Counter[Reached] = field(default_factory=Counter)
    reasons: Counter[tuple[Words, Words]] = field(default_factory=Counter)
    clauses: dict[tuple[str, str], Counter[Outcome]] = field(default_factory=dict)
    binding: Counter[Words] = field(default_factory=Counter)
    advised: Counter[Words] = field(default_factory=Counter)

    @property
    def missing(self) -> Counter[Words]:
        """What is missing most often: what binds, and what is advised only where nothing that binds is missing."""
        return self.binding or self.advised

    @property
    def read(self) -> int:
        """How many sites could be read."""
        return sum(self.reached[one] for one in READ)

    @property
    def unread(self) -> int:
        """How many sites could not be read."""
        return self.outlets - self.read

    def add(self, line: OutletLine, record: Record, titles: Titles) -> None:
        """Counts one outlet; the findings of a site that was not read say nothing and are not counted."""
        self.outlets += 1
        self.reached[line.reached] += 1
        self.suspect += line.suspicion is not None
        if line.fix is not None:
            self.reasons[line.first, line.fix] += 1
        if not line.is_read:
            return
        self.with_missing += bool(line.binding)
        self.with_advice += bool(line.missing and not line.binding)
        for finding in record["findings"]:
            counts = self.clauses.setdefault((finding["standard"], finding["clause"]), Counter())
            counts[Outcome(finding["outcome"])] += 1
        for title, binds in {(titles.of_step(step), titles.binds(step)) for step in record["plan"]["steps"]}:
            (self.binding if binds else self.advised)[title] += 1


class Titles:
    """The words for clauses that the lines name by id; an edition that is not shipped is named by its ids."""

    def __init__(self, held: Library) -> None:
        self._standards = {edition.id: edition.title for edition in held.standards}
        self._clauses = {(edition.id, clause.id): clause for edition in held.standards for clause in edition.clauses}

    def clause(self, standard: str, clause: str) -> Clause | None:
        """The clause, where it is shipped."""
        return self._clauses.get((standard, clause))

    def of(self, standard: str, clause: str) -> Words:
        """The clause's title."""
        found = self.clause(standard, clause)
        return found.title if found else Words(clause, clause)

    def of_standard(self, standard: str) -> Words:
        """The standard's title."""
        return self._standards.get(standard) or Words(standard, standard)

    def is_mandatory(self, standard: str, clause: str) -> bool:
        """Whether the clause binds; one that is not shipped is taken to."""
        found = self.clause(standard, clause)
        return found is None or found.level is Level.MANDATORY

    def binds(self, step: Record) -> bool:
        """Whether a step of the plan answers a mandatory clause."""
        return any(self.is_mandatory(each["standard"], each["clause"]) for each in step["clauses"])

    def of_step(self, step: Record) -> Words:
        """The title of a step of the plan: that of its heaviest clause."""
        return self.of(step["clauses"][0]["standard"], step["clauses"][0]["clause"])


def outlet_lines(out: Path, titles: Titles) -> Iterator[tuple[OutletLine, Record]]:
    """The audits of a round in the order of its file; a last line that was cut off is left out.

    Raises DamagedLineError naming file and line where another line is no audit.
    """
    with (out / LINES).open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                return
            try:
                record = orjson.loads(line)
                found = line_of(record, out, titles)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise DamagedLineError(out / LINES, number, error) from error
            yield found, record


def line_of(record: Record, out: Path, titles: Titles) -> OutletLine:
    """What the lists show of one audit."""
    key = str(record.get("outlet") or record["url"].partition("://")[2].strip("/"))
    reached = Reached(record["reached"])
    by_rule = {(finding["rule"], finding["outcome"]) for finding in record["findings"]}
    counts = Counter(outcome for _, outcome in by_rule) if reached in READ else Counter()
    report = f"{REPORTS}/{evidence_name(key)}.html"
    return OutletLine(
        key=key,
        name=str(record.get("name") or key),
        url=record["url"],
        roster_row=int(record.get("roster_row") or 0),
        reached=reached,
        met=counts[Outcome.MET],
        missing=counts[Outcome.NOT_MET],
        binding=len(_binding(record, titles)) if reached in READ else 0,
        unclear=counts[Outcome.UNCLEAR] + counts[Outcome.FAILED_TO_RUN],
        first=_first(record, reached, titles),
        suspicion=_suspicion(record, reached),
        report=report if (out / report).is_file() else "",
        fix=None if reached in READ else how_to_fix(reached, record.get("reached_detail", "")),
    )


def _binding(record: Record, titles: Titles) -> set[str]:
    """The rules that found something mandatory missing."""
    missing = (finding for finding in record["findings"] if finding["outcome"] == Outcome.NOT_MET)
    return {each["rule"] for each in missing if titles.is_mandatory(each["standard"], each["clause"])}


def _suspicion(record: Record, reached: Reached) -> Words | None:
    """What the owner has to be told first, in the words of the finding."""
    if reached not in _SHOWS_INTEGRITY:
        return None
    found = (each for each in record["findings"] if each["rule"] == _INTEGRITY and each["outcome"] == Outcome.UNCLEAR)
    return next((Words(each["reason"], each["reason_en"]) for each in found), None)


def _first(record: Record, reached: Reached, titles: Titles) -> Words:
    """What to do first: what keeps the site from being read, the first missing thing, a question."""
    if reached not in READ:
        return explain(reached, record.get("reached_detail", ""))
    questions = (each for each in record["plan"]["questions"] if each["rule"] != _INTEGRITY)
    step = next(chain(record["plan"]["steps"], questions), None)
    return titles.of_step(step) if step else _NOTHING
