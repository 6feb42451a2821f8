"""The standards that this installation judges by, loaded once a process, and which of them a round asks for."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.loading import Library, load_folder, shipped
from serikat.engines.judgement.standard import Clause, Standard
from serikat.engines.site_audit.findings import known_rules, reads_unread

READ = ("read", "partial")
OWN_SIGNALS = "trust-signals"


@cache
def library() -> Library:
    """The shipped editions, or those of the folder that SERIKAT_STANDARDS names; alike in every process of a round."""
    folder = os.environ.get("SERIKAT_STANDARDS", "")
    return load_folder(Path(folder), known_rules()) if folder else shipped(known_rules())


def binding_ids() -> list[str]:
    """The editions that a round asks for where nobody says otherwise."""
    return default_standards(library())


def default_standards(held: Library) -> list[str]:
    """The editions that bind and of which a machine can answer a clause, and our own signals; others when asked for."""
    seen = (standard for standard in held.standards if any(clause.rule for clause in standard.clauses))
    return [standard.id for standard in seen if not standard.voluntary or standard.id == OWN_SIGNALS]


def clause_of(standard_id: str, clause_id: str) -> tuple[Standard, Clause] | None:
    """The edition and its clause; None where this release no longer has one of them."""
    try:
        standard = library().standard(standard_id)
        return standard, standard.clause(clause_id)
    except KeyError:
        return None


def is_pressing(standard_id: str, clause_id: str, standing: str, reached: str, *, is_seen: bool) -> bool:
    """Whether this has to be seen before everything else; what is open only because a site was not read has not.

    `is_seen` says that a page or a person tells so: beside handed-in pages, most of a site may still be unread.
    """
    found = clause_of(standard_id, clause_id)
    if found is None or not found[1].urgent or standing not in (Outcome.NOT_MET, Outcome.UNCLEAR):
        return False
    way = found[1].rule
    return (reached in READ and is_seen) or (way is not None and reached in reads_unread(way.rule))


def is_binding(standard_id: str) -> bool:
    """Whether an edition binds, and so counts; signals and voluntary editions do not."""
    try:
        return not library().standard(standard_id).voluntary
    except KeyError:
        return False
