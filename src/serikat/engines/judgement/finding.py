"""What a machine saw of one clause for one subject, with the words that show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from serikat.engines.judgement.words import Words


class Outcome(StrEnum):
    """The five outcomes of a machine's look; a sixth state, `unanswered`, belongs to a verdict and not to a finding."""

    MET = "met"
    NOT_MET = "not_met"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "not_applicable"
    FAILED_TO_RUN = "failed_to_run"


@dataclass(frozen=True, slots=True)
class Quote:
    """What was seen, where and when.

    `url` is the page, `text` the words as they stand there, `seen_at` the moment of fetching (ISO 8601, UTC) and
    `sha256` the hash of the page's bytes in the evidence. `handed_in` marks a page that the owner saved and gave,
    `inherited` one that belongs to a parent of the subject and not to the subject itself.
    """

    url: str
    text: str
    seen_at: str = ""
    sha256: str = ""
    handed_in: bool = False
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Observation:
    """What one rule says of one subject, before it is tied to the clauses that ask it."""

    outcome: Outcome
    reason: Words
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One clause of one edition, looked at for one subject by one rule of one release of Serikat."""

    subject: str
    standard: str
    clause: str
    rule: str
    outcome: Outcome
    reason: Words
    quotes: tuple[Quote, ...]
    release: str
