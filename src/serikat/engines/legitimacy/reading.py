"""Reads a record strictly: what does not belong, has the wrong type or cannot be a date is refused with its place."""

from __future__ import annotations

import copy
import dataclasses
import json
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.record import FORMAT, Position, Record
from serikat.engines.legitimacy.record_parts import Sha256

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?")
_HASH = re.compile(r"[0-9a-f]{64}")

_UNKNOWN = Words('"{key}" tidak dikenal di sini; {advice}', '"{key}" is no key here; {advice}')
_MISSING = Words('"{key}" belum ada; tambahkan', '"{key}" is missing; add it')
_WRONG = Words("harus {kind}, bukan {value}", "must be {kind}, not {value}")
_DAY_LIKE = Words("tanggal yang ada, seperti 2025-05-11", "a day that exists, such as 2025-05-11")
_MOMENT_LIKE = Words("tanggal dan jam yang ada, seperti 2025-05-11T09:00", "a day and time, such as 2025-05-11T09:00")
_NOT_JSON = Words("baris {line}: ini bukan JSON yang benar ({error})", "line {line}: this is not valid JSON ({error})")
_FORMATS = Words('"format" harus "{format}"', '"format" must be "{format}"')
_ZONES = Words(
    "semua jam harus sama caranya: semua dengan zona waktu (seperti +08:00), atau semua tanpa",
    "all times must be written alike: all with a zone (such as +08:00), or all without",
)
_NO_PLACE = Words(
    "menunjuk {path}, yang tidak ada dalam catatan; perbaiki alamatnya",
    "points to {path}, which is not in the record; correct the address",
)

Reader = Callable[[Any], Any]


class RecordError(ValueError):
    """A record that cannot be used; reads `place: what is wrong`, in both languages."""

    def __init__(self, place: str, said: Words) -> None:
        super().__init__(place, said)
        self.place = place
        self.said = said

    def __str__(self) -> str:
        return f"{self.place or '/'}: {self.said.id} / {self.said.en}"

    def under(self, step: object) -> RecordError:
        """The same, found below this key or number: places are put together on the way up, where there is a fault."""
        return RecordError(f"/{step}{self.place}", self.said)


def read_record(text: str | bytes) -> Record:
    """The record that this JSON holds; raises RecordError with the place of the first fault found."""
    try:
        content = json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise RecordError("", _NOT_JSON.filled(line=error.lineno, error=error.msg)) from error
    except UnicodeDecodeError as error:
        raise RecordError("", _NOT_JSON.filled(line=1, error="UTF-8")) from error
    except RecursionError as error:
        raise RecordError("", _NOT_JSON.filled(line=1, error="too deep")) from error
    return record_of(content)


def record_of(content: Any) -> Record:
    """The same from values that were parsed already."""
    if not isinstance(content, dict):
        raise RecordError("", _wrong(Words("objek JSON", "a JSON object"), content))
    if content.get("format") != FORMAT:
        raise RecordError("/format", _FORMATS.filled(format=FORMAT))
    record = cast(Record, _reader(Record)(content))
    _same_zones(record)
    for number, event in enumerate(record.events or ()):
        if event.kind in {"arrive", "leave"} and event.unit is None:
            raise RecordError(f"/events/{number}", _MISSING.filled(key="unit"))
    return replace(record, raw=content)


def in_position(record: Record, position: Position) -> Record:
    """The record with the facts and editions of one position in place of its own."""
    content = copy.deepcopy(dict(record.raw))
    for number, override in enumerate(position.facts):
        place = f"/positions/{record.positions.index(position)}/facts/{number}/path"
        _put(content, override.path, override.value, place)
    content["positions"] = []
    if position.editions is not None:
        content["editions"] = [{"id": name} for name in position.editions]
    return record_of(content)


def _put(content: Any, path: str, value: Any, place: str) -> None:
    *steps, last = path.lstrip("/").split("/")
    at = content
    try:
        for step in steps:
            at = at[int(step)] if isinstance(at, list) else at[step]
        if isinstance(at, list):
            at[int(last)] = value
        else:
            at[last] = value
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise RecordError(place, _NO_PLACE.filled(path=path)) from error


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A key written twice would be read differently by different programs, so it is refused."""
    content = dict(pairs)
    if len(content) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise RecordError(key, Words("kunci ini tertulis dua kali", "this key is written twice"))
            seen.add(key)
    return content


def _no_constant(name: str) -> Any:
    raise RecordError("", _wrong(Words("bilangan", "a number"), name))


@cache
def _reader(kind: Any) -> Reader:
    """How a value of this annotation is read; worked out once for each."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        read = _reader(next(each for each in inside if each is not types.NoneType))
        return lambda value: None if value is None else read(value)
    if origin is Literal:
        return _choice_reader(inside)
    if origin is tuple:
        return _list_reader(_reader(inside[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_reader(_reader(inside[1]))
    if dataclasses.is_dataclass(kind):
        return _group_reader(cast(type, kind))
    return _SCALARS[kind]


def _list_reader(read: Reader) -> Reader:
    def read_list(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise RecordError("", _wrong(Words("daftar [...]", "a list [...]"), value))
        found = []
        for number, each in enumerate(value):
            try:
                found.append(read(each))
            except RecordError as error:
                raise error.under(number) from None
        return tuple(found)

    return read_list


def _choice_reader(choices: tuple[Any, ...]) -> Reader:
    said = " / ".join(map(str, choices))

    def read_choice(value: Any) -> Any:
        if not any(value == each and type(value) is type(each) for each in choices):
            raise RecordError("", _wrong(Words(said, said), value))
        return value

    return read_choice


def _mapping_reader(read: Reader) -> Reader:
    def read_mapping(value: Any) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise RecordError("", _wrong(Words("objek {...}", "an object {...}"), value))
        held = {}
        for key, each in value.items():
            try:
                held[key] = read(each)
            except RecordError as error:
                raise error.under(key) from None
        return held

    return read_mapping


def _group_reader(kind: type) -> Reader:
    hints = get_type_hints(kind)
    given = [each for each in dataclasses.fields(kind) if not each.metadata.get("is_raw")]
    readers = {each.name: _reader(hints[each.name]) for each in given}
    required = [each.name for each in given
                if each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING]  # fmt: skip

    def read_group(value: Any) -> Any:
        if not isinstance(value, dict):
            raise RecordError("", _wrong(Words("objek {...}", "an object {...}"), value))
        for key in required:
            if key not in value:
                raise RecordError("", _MISSING.filled(key=key))
        held = {}
        for key, each in value.items():
            read = readers.get(key)
            if read is None:
                raise RecordError(f"/{key}", _UNKNOWN.filled(key=key, advice=_advice(key, readers)))
            try:
                held[key] = read(each)
            except RecordError as error:
                raise error.under(key) from None
        return kind(**held)

    return read_group


def _advice(key: str, known: Mapping[str, Reader]) -> str:
    near = get_close_matches(key, sorted(known), 1)
    return f'"{near[0]}"?' if near else ", ".join(sorted(known))


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise RecordError("", _wrong(Words("teks yang berisi", "a text that is not empty"), value))
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise RecordError("", _wrong(Words("bilangan bulat nol atau lebih", "a whole number, zero or more"), value))
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise RecordError("", _wrong(Words("true atau false", "true or false"), value))
    return value


def _day(value: Any) -> date:
    if not isinstance(value, str) or (found := _days(value)) is None:
        raise RecordError("", _wrong(_DAY_LIKE, value))
    return found


@lru_cache(4096)  # the same few days stand in a record again and again
def _days(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _moment(value: Any) -> datetime:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise RecordError("", _wrong(_MOMENT_LIKE, value))
    try:
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise RecordError("", _wrong(_MOMENT_LIKE, value)) from error


def _hash(value: Any) -> str:
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        said = Words("64 angka heksadesimal huruf kecil (SHA-256)", "64 small hexadecimal digits (SHA-256)")
        raise RecordError("", _wrong(said, value))
    return value


def _wrong(kind: Words, value: Any) -> Words:
    shown = json.dumps(value, ensure_ascii=False, default=str)[:60]
    return Words(_WRONG.id.format(kind=kind.id, value=shown), _WRONG.en.format(kind=kind.en, value=shown))


_SCALARS: dict[Any, Reader] = {
    str: _text,
    int: _whole,
    bool: _flag,
    date: _day,
    datetime: _moment,
    Sha256: _hash,
    Any: lambda value: value,
}


def _same_zones(record: Record) -> None:
    """Times with and without a zone cannot be put in order."""
    zones = {moment.tzinfo is not None for moment in moments(record)}
    if len(zones) > 1:
        raise RecordError("", _ZONES)


def moments(record: Record) -> list[datetime]:
    """Every moment in the record that has to be put in order with others."""
    election, report = record.election, record.accountability
    found: list[datetime | None] = [record.assembly.opened_at, record.assembly.closed_at]
    found += [event.at for event in record.events or ()]
    found += [decision.at for decision in record.decisions or ()]
    found += [moment for item in record.business or () for moment in (item.started_at, item.ended_at)]
    found += [mandate.withdrawn_at for mandate in record.mandates or ()]
    found += [election.at, *(each.at for each in election.rounds)] if election else []
    found += [report.delivered_at] if report else []
    found += [record.formatur.chosen_at] if record.formatur else []
    return [moment for moment in found if moment is not None]
