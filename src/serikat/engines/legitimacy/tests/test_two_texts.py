"""Two texts over one assembly: which outranks which, and articles that are numbered alike."""

from __future__ import annotations

import dataclasses

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.standard import Standard
from serikat.engines.legitimacy.judging import ArticleFinding, judge_assembly
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.tests.records import content, editions


def sample(name: str, *clauses: str, **changes: object) -> Standard:
    """An edition of its own id that holds these articles of the sample."""
    held = next(edition for edition in editions() if edition.id == "contoh-smsi")
    kept = tuple(clause for clause in held.clauses if clause.id in clauses)
    return dataclasses.replace(held, id=name, clauses=kept, **changes)  # type: ignore[arg-type]


def findings(*texts: Standard) -> dict[str, ArticleFinding]:
    """The congress whose invitation to one unit came a day late, by these texts."""
    record = content("sah-kongres-suara") | {"editions": [{"id": text.id} for text in texts]}
    record["notices"][3]["sent"] = "2026-04-05"
    return {f"{one.edition} {one.rule}": one for one in judge_assembly(record_of(record), texts).findings}


def test_a_root_is_named_with_its_text_where_two_number_alike() -> None:
    found = findings(sample("anggaran", "contoh-notice"), sample("pedoman", "contoh-notice", "contoh-quorum"))
    assert found["pedoman quorum"].because_of == "Contoh 5 (anggaran)"


def test_a_text_that_outranks_another_takes_its_article_aside() -> None:
    found = findings(
        sample("anggaran", "contoh-notice", outranks=("pedoman",)), sample("pedoman", "contoh-notice", "contoh-quorum")
    )
    assert found["anggaran notice"].is_root
    assert found["pedoman notice"].outcome is Outcome.NOT_APPLICABLE
