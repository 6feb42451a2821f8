"""An assembly's certificate: drawn up from a record without its names, and judged again by whoever checks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from serikat.engines.judgement.loading import load_standard
from serikat.engines.legitimacy.as_json import judgement_values
from serikat.engines.legitimacy.editions import named_editions
from serikat.engines.legitimacy.judging import judge_assembly, known_rules
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.record import FORMAT
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
    standards = [load_standard(edition.text, edition.id, known_rules()) for edition in editions]
    return {
        key: value
        for key, value in judgement_values(judge_assembly(record_of(record), standards)).items()
        if key != "release"
    }


class NamedError(ValueError):
    """A record outside whose `names` a name stands; the message lists the places."""


def places_of(record: Any, names: Iterable[str], place: str = "") -> Iterator[str]:
    """Where one of the names stands in the texts of a record, in whatever case."""
    if isinstance(record, str):
        if any(name.casefold() in record.casefold() for name in names):
            yield place
    elif isinstance(record, dict | list):
        for key, value in record.items() if isinstance(record, dict) else enumerate(record):
            yield from places_of(value, names, f"{place}/{key}")


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
    inclusion: Any = None,
) -> Drawn:
    """The certificate of a record (parsed JSON) by editions (id to TOML text).

    Raises ValueError for a record or edition that cannot be used, NamedError (one of them) where a name that the
    private annex is for stands in the record all the same, KeyError for an edition that is not at hand.
    """
    record = {key: value for key, value in content.items() if key != "names"}
    names = dict(record_of(dict(content)).names)
    if places := list(places_of(record, names.values())):
        raise NamedError(", ".join(places))
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
        inclusion=inclusion,
    )
    return Drawn(draft, annex(names, salts) if names else b"")
