"""An assembly's certificate: drawn up from a record without its names, and judged again by whoever checks it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from serikat.engines.judgement.loading import load_standard
from serikat.engines.legitimacy.as_json import judgement_values
from serikat.engines.legitimacy.judging import judge_assembly, known_rules
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.record import FORMAT, Record
from serikat.engines.proof.canonical import canonical_json, read_canonical
from serikat.engines.proof.certificate import Draft, Edition, Judge
from serikat.engines.proof.commitments import annex, commitment


@dataclass(frozen=True, slots=True)
class Drawn:
    """A certificate ready to be signed, and its private annex; an annex without names is empty."""

    draft: Draft
    annex: bytes


def judge_again(record: dict[str, Any], editions: Sequence[Edition]) -> dict[str, Any]:
    """The judgement as a certificate states it; raises ValueError and KeyError for what cannot be judged.

    The release is left out: it stands beside the judgement, and another may come to the same.
    """
    # Quotes show facts in the order in which the record lists them; a certificate lists them in one order only.
    ordered = read_canonical(canonical_json(record))
    standards = [load_standard(edition.text, edition.id, known_rules()) for edition in editions]
    return {
        key: value
        for key, value in judgement_values(judge_assembly(record_of(ordered), standards)).items()
        if key != "release"
    }


# By the format of the record. A format that is not here can be checked for integrity alone.
JUDGES: Mapping[str, Judge] = MappingProxyType({FORMAT: judge_again})


def draw_up(
    content: Mapping[str, Any],
    texts: Mapping[str, str],
    *,
    release: str,
    signed_at: str,
    new_salt: Callable[[], bytes],
    journal: Any = None,
) -> Drawn:
    """The certificate of a record (parsed JSON) by editions (id to TOML text).

    Raises ValueError for a record or edition that cannot be used, KeyError for an edition that is not at hand.
    """
    record = {key: value for key, value in content.items() if key != "names"}
    names = dict(record_of(dict(content)).names)
    editions = tuple(Edition(each, texts[each]) for each in sorted(named_editions(record_of(record))))
    salts = {identifier: new_salt() for identifier in sorted(names)}
    draft = Draft(
        record=record,
        editions=editions,
        judgement=judge_again(record, editions),
        release=release,
        signed_at=signed_at,
        commitments={each: commitment(each, names[each], salts[each]) for each in salts},
        journal=journal,
    )
    return Drawn(draft, annex(names, salts) if names else b"")


def named_editions(record: Record) -> Collection[str]:
    """The ids of the editions that the record and its positions apply."""
    named = {edition.id for edition in record.editions if edition.applied}
    return named.union(*(position.editions or () for position in record.positions))


def edition_texts(handed_in: Iterable[Path] = ()) -> dict[str, str]:
    """The texts of the editions that come with Serikat and of files, which win; raises StandardError and OSError."""
    shipped = (entry for entry in (files("serikat.standards") / "bylaws").iterdir() if entry.name.endswith(".toml"))
    texts = {entry.name.removesuffix(".toml"): entry.read_text(encoding="utf-8-sig") for entry in shipped}
    for file in handed_in:
        text = file.read_text(encoding="utf-8-sig")
        texts[load_standard(text, str(file), known_rules()).id] = text
    return texts
