"""Reads standards from TOML, and refuses a faulty one with the file, the line and what to do next."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from types import MappingProxyType

from serikat.engines.judgement.standard import (
    Clause,
    Confidence,
    Level,
    Parameter,
    ParameterValue,
    Source,
    Standard,
    Way,
    WayKind,
)
from serikat.engines.judgement.toml_tables import StandardError, Table, line_index

__all__ = ["Library", "StandardError", "load_folder", "load_standard", "shipped"]

STAGES = (
    "site", "administrative", "factual", "content", "association", "call", "roll", "session", "election", "aftermath",
)  # fmt: skip
SUBJECT_KINDS = ("company", "cyber", "print", "broadcast", "ugc", "student", "association", "assembly", "board")

Fingerprints = Mapping[str, frozenset[int]]
NO_FINGERPRINTS: Fingerprints = MappingProxyType({})
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Library:
    """The standards at hand, in the order of their ids."""

    standards: tuple[Standard, ...]

    def standard(self, standard_id: str) -> Standard:
        """The standard with this id; raises KeyError where there is none."""
        for standard in self.standards:
            if standard.id == standard_id:
                return standard
        raise KeyError(standard_id)

    def ids(self) -> tuple[str, ...]:
        """The ids of all standards, sorted."""
        return tuple(standard.id for standard in self.standards)


def shipped(known_rules: Collection[str]) -> Library:
    """The standards that come with Serikat; `known_rules` are the slugs of the rules that exist."""
    return load_folder(files("serikat.standards"), known_rules)


def load_folder(folder: Traversable | Path, known_rules: Collection[str]) -> Library:
    """All `<id>.toml` of a folder, each with its `<id>.fingerprints.json` where there is one.

    Raises StandardError for the first file, in the order of names, that cannot be used.
    """
    entries = {entry.name: entry for entry in folder.iterdir()}
    found: dict[str, Standard] = {}
    heads: dict[str, Table] = {}
    for name in sorted(name for name in entries if name.endswith(".toml")):
        file, text = str(entries[name]), _read(entries[name])
        prints = entries.get(f"{name.removesuffix('.toml')}.fingerprints.json")
        standard = load_standard(text, file, known_rules, _fingerprints(prints) if prints else NO_FINGERPRINTS)
        head = Table({}, ("standard",), file, line_index(text))
        if standard.id in found:
            message = f'standard "{standard.id}" is already in {heads[standard.id].file}; give each edition its own id'
            raise head.refusal(message, "id")
        found[standard.id], heads[standard.id] = standard, head
    for standard_id, head in heads.items():
        if PurePath(head.file).name != f"{standard_id}.toml":
            raise head.refusal(f'standard "{standard_id}" must live in {standard_id}.toml; rename one of them', "id")
    return Library(tuple(found[standard_id] for standard_id in sorted(found)))


def load_standard(
    text: str, file: str, known_rules: Collection[str], fingerprints: Fingerprints = NO_FINGERPRINTS
) -> Standard:
    """The standard that `text` (TOML) describes; `file` is only named in errors.

    Raises StandardError for the first fault found: TOML, keys, types, values, then what refers to nothing.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else max(1, len(text.splitlines()))
        raise StandardError(file, line, f"this is not valid TOML: {error}") from error
    document = Table(content, (), file, line_index(text))
    document.expect({"standard", "source", "clause"}, set())
    sources = tuple(_source(table) for table in document.tables("source"))
    source_keys = _distinct(document.tables("source"), "key", "source")
    clause_ids = _distinct(document.tables("clause"), "id", "clause")
    clauses = tuple(_clause(table, source_keys, clause_ids, known_rules) for table in document.tables("clause"))
    return _standard(document.table("standard"), clauses, sources, fingerprints)


def _standard(
    table: Table, clauses: tuple[Clause, ...], sources: tuple[Source, ...], fingerprints: Fingerprints
) -> Standard:
    required = {"id", "title", "regulation", "issuer", "voluntary", "text_url", "in_force_from"}
    table.expect(required, {"in_force_until", "note", "outranks"})
    since, until = table.day("in_force_from"), table.optional_day("in_force_until")
    if until is not None and since > until:
        raise table.refusal('"in_force_from" is later than "in_force_until"; correct one of them', "in_force_until")
    return Standard(
        id=table.slug("id"),
        title=table.words("title"),
        regulation=table.text("regulation"),
        issuer=table.text("issuer"),
        voluntary=table.flag("voluntary"),
        text_url=table.text("text_url", ""),
        in_force_from=since,
        in_force_until=until,
        clauses=clauses,
        sources=sources,
        note=table.optional_words("note"),
        fingerprints=fingerprints,
        outranks=table.texts("outranks"),
    )


def _source(table: Table) -> Source:
    table.expect({"key", "what"}, {"url"})
    return Source(table.text("key"), table.text("what"), table.text("url", ""))


def _clause(
    table: Table, source_keys: Collection[str], clause_ids: Collection[str], known_rules: Collection[str]
) -> Clause:
    required = {"id", "number", "title", "wording", "level", "confidence", "weight", "effort", "stage", "remedy"}
    table.expect(required | {"applies_to", "way"}, {"sources", "example", "unlocks", "parameter", "urgent"})
    clause_id, sources = table.slug("id"), table.names("sources", source_keys, "source")
    if not sources:
        raise table.refusal(f'clause "{clause_id}" has no source; name the key of a [[source]] in "sources"', "sources")
    ways = tuple(_way(way, known_rules) for way in table.tables("way"))
    applies_to = table.names("applies_to", SUBJECT_KINDS, "kind of subject")
    if not ways:
        raise table.refusal(f'clause "{clause_id}" has no way of being answered; add a [[clause.way]]', "way")
    if not applies_to:
        raise table.refusal(f'clause "{clause_id}" applies to nothing; name a kind of subject', "applies_to")
    return Clause(
        id=clause_id,
        number=table.text("number"),
        title=table.words("title"),
        wording=table.words("wording"),
        level=table.choice("level", Level),
        confidence=table.choice("confidence", Confidence),
        sources=sources,
        ways=ways,
        weight=table.grade("weight"),
        effort=table.grade("effort"),
        stage=table.one_of("stage", STAGES),
        applies_to=applies_to,
        remedy=table.words("remedy"),
        example=table.optional_words("example"),
        unlocks=table.names("unlocks", clause_ids, "clause"),
        parameters=tuple(_parameter(parameter, source_keys) for parameter in table.tables("parameter")),
        urgent=table.flag("urgent"),
    )


def _way(table: Table, known_rules: Collection[str]) -> Way:
    table.expect({"kind", "what"}, {"rule", "flag"})
    kind = table.choice("kind", WayKind)
    for key in ("rule", "flag"):
        if key in table.content and kind is not WayKind.RULE:
            raise table.refusal(f'"{key}" belongs to a way of kind "rule"; this one is "{kind}"', key)
    rule = table.text("rule", "")
    if rule and rule not in known_rules:
        raise table.refusal(f'no rule is called "{rule}"; {table.advice(rule, known_rules)}', "rule")
    return Way(kind, table.words("what"), rule, table.flag("flag"))


def _parameter(table: Table, source_keys: Collection[str]) -> Parameter:
    table.expect({"name", "value", "source", "confidence"}, {"unit", "since", "until", "disputed", "note"})
    since, until = table.optional_day("since"), table.optional_day("until")
    if since is not None and until is not None and since > until:
        raise table.refusal('"since" is later than "until"; correct one of them', "since")
    return Parameter(
        name=table.text("name"),
        value=_value(table),
        source=table.one_of("source", source_keys),
        confidence=table.choice("confidence", Confidence),
        unit=table.text("unit", ""),
        since=since,
        until=until,
        disputed=table.flag("disputed"),
        note=table.optional_words("note"),
    )


def _value(table: Table) -> ParameterValue:
    value = table.content["value"]
    scalars: list[int | float | str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, bool) or not isinstance(one, int | float | str):
            raise table.refusal('"value" must be a number, a text, or a list of them', "value")
        scalars.append(one)
    if not scalars:
        raise table.refusal('"value" is an empty list; give at least one value', "value")
    return tuple(scalars) if isinstance(value, list) else scalars[0]


def _distinct(tables: list[Table], key: str, what: str) -> set[str]:
    """The names under `key`, one for each table; two tables of one name are refused with both lines."""
    first: dict[str, int] = {}
    for table in tables:
        table.require({key})
        name = table.text(key)
        if name in first:
            message = f'{what} "{name}" is already on line {first[name]}; give this one another {key}, or remove one'
            raise table.refusal(message, key)
        first[name] = table.line(key)
    return set(first)


def _read(entry: Traversable) -> str:
    content = entry.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise StandardError(str(entry), line, "this is not UTF-8 text; save the file as UTF-8") from error


def _fingerprints(entry: Traversable) -> Fingerprints:
    """Clause number of the rule text -> hashed shingles, from `{"2a": ["9f3c…16 hexadecimal digits", …]}`."""
    file = str(entry)
    try:
        content = json.loads(_read(entry))
    except json.JSONDecodeError as error:
        raise StandardError(file, error.lineno, f"this is not valid JSON: {error.msg}") from error
    if not isinstance(content, dict):
        raise StandardError(file, 1, "must be an object: clause number to a list of hashes")
    for number, hashes in content.items():
        if not isinstance(hashes, list) or not all(isinstance(h, str) and _FINGERPRINT.fullmatch(h) for h in hashes):
            raise StandardError(file, 1, f'clause "{number}" must be a list of hashes of 16 hexadecimal digits each')
    return {number: frozenset(int(one, 16) for one in hashes) for number, hashes in content.items()}
