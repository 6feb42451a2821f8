"""The record's JSON Schema, worked out from the record itself so that the two never differ."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from serikat.engines.legitimacy.record import FORMAT, Record
from serikat.engines.legitimacy.record_parts import Sha256

_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string", "pattern": r"\S"},
    int: {"type": "integer", "minimum": 0},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?$"},
    Sha256: {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    Any: {},
}
_PLAIN: dict[Any, str] = {
    str: "text",
    int: "number",
    bool: "true or false",
    date: "day",
    datetime: "day and time",
    Sha256: "SHA-256",
    Any: "any",
}


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of one record."""
    groups = {kind.__name__: _group(kind) for kind in record_groups()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **groups.pop("Record"),
        "$defs": groups,
    }


def record_groups() -> list[type]:
    """Every group of facts in a record, the record itself first, each once."""
    found: dict[type, None] = {Record: None}
    waiting: list[type] = [Record]
    while waiting:
        for _, hint, _ in group_fields(waiting.pop(0)):
            inner = innermost(hint)
            if dataclasses.is_dataclass(inner) and isinstance(inner, type) and inner not in found:
                found[inner] = None
                waiting.append(inner)
    return list(found)


def group_fields(kind: type) -> Iterator[tuple[str, Any, dataclasses.Field[Any]]]:
    """Name, type and field of each fact of a group, who attests it last."""
    hints = get_type_hints(kind)
    for each in sorted(dataclasses.fields(kind), key=lambda each: each.name == "attested"):
        if not each.metadata.get("is_raw"):
            yield each.name, hints[each.name], each


def is_required(each: dataclasses.Field[Any]) -> bool:
    """Whether a group cannot be without this fact."""
    return each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING


def plain_name(hint: Any) -> str:
    """The type of a fact as people read it."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return plain_name(next(each for each in inside if each is not types.NoneType))
    if origin is Literal:
        return " or ".join(f"`{each}`" for each in inside)
    if origin is tuple:
        return f"list of {plain_name(inside[0])}"
    if origin is not None and issubclass(origin, Mapping):
        return f"object of {plain_name(inside[1])}"
    return _PLAIN.get(hint) or str(hint.__name__)


def innermost(hint: Any) -> Any:
    """What a list, an object or an optional fact is made of."""
    inside = [each for each in get_args(hint) if each not in (types.NoneType, str, Ellipsis)]
    return innermost(inside[-1]) if inside else hint


def _group(kind: type) -> dict[str, Any]:
    fields = list(group_fields(kind))
    return {
        "description": " ".join((kind.__doc__ or "").split()),
        "type": "object",
        "properties": {name: {"description": each.metadata["says"], **_kind(hint)} for name, hint, each in fields},
        "required": [name for name, _, each in fields if is_required(each)],
        "additionalProperties": False,
    }


def _kind(hint: Any) -> dict[str, Any]:
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = _kind(next(each for each in inside if each is not types.NoneType))
        return {"anyOf": [inner, {"type": "null"}]}
    if origin is Literal:
        return {"enum": list(inside)}
    if origin is tuple:
        return {"type": "array", "items": _kind(inside[0])}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _kind(inside[1])}
    return dict(_SCALARS[hint]) if hint in _SCALARS else {"$ref": f"#/$defs/{hint.__name__}"}
