"""An assembly's certificate: drawn up from a record without its names, and judged again by whoever checks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
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

# What people tell in words of others. The rules ask that it was told, and not what.
_TOLD = frozenset({"reason", "follow_up"})
# Words that a certificate says to everybody: which meeting, where, who attests what, and whose position.
_PUBLIC = frozenset({"title", "place", "name", "sources"})


@dataclass(frozen=True, slots=True)
class Drawn:
    """A certificate ready to be signed, and its private annex, empty where there is nothing private."""

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


def certified_record(content: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The record as a certificate carries it, and what is kept apart by id: its names, and what was told in words.

    The same record gives the same ids, so that its hash can stand in a journal before it is certified.
    """
    apart = dict(content.get("names") or {})

    def id_for(told: str) -> str:
        identifier = next(each for n in count(1) if (each := f"teks-{n}") not in apart)
        apart[identifier] = told
        return identifier

    def without(at: Any, key: str = "") -> Any:
        if isinstance(at, dict):
            # In a position the fact's address says which key it is of.
            own = str(at["path"]).rpartition("/")[2] if "path" in at else ""
            return {key: without(at[key], own if key == "value" and own else key) for key in sorted(at)}
        if isinstance(at, list):
            return [without(each) for each in at]
        return id_for(at) if key in _TOLD and isinstance(at, str) and at else at

    return without({key: value for key, value in content.items() if key != "names"}), apart


def public_words(record: Any, key: str = "", group: str = "") -> Iterator[str]:
    """The words in a certified record that anybody can read, for the signer to look over before it is handed out."""
    if isinstance(record, str):
        if key in _PUBLIC or (key == "by" and group == "attested"):
            yield record
    elif isinstance(record, dict):
        for each, value in record.items():
            yield from public_words(value, each, key)
    elif isinstance(record, list):
        for value in record:
            yield from public_words(value, key, group)


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
    """The certificate of a record (parsed JSON) by editions (id to TOML text); what is kept apart goes to the annex.

    Raises ValueError for a record or edition that cannot be used, NamedError (one of them) where a name that the
    private annex is for stands in the record all the same, KeyError for an edition that is not at hand.
    """
    record_of(dict(content))
    record, names = certified_record(content)
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
