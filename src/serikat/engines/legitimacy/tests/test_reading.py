"""A record is read strictly: what cannot be used is refused with its place and what to do."""

from __future__ import annotations

import json
from typing import Any

import pytest

from serikat.engines.legitimacy.reading import RecordError, read_record, record_of
from serikat.engines.legitimacy.schema import json_schema
from serikat.engines.legitimacy.tests.records import RECORDS, changed, content

LEAST = {"format": "serikat-assembly-record/1", "assembly": {"id": "a", "title": "A", "held_on": "2026-01-01"}}


def refused(value: Any) -> RecordError:
    with pytest.raises(RecordError) as caught:
        record_of(value)
    return caught.value


def test_a_record_needs_little_more_than_a_name_and_a_day() -> None:
    assert record_of(LEAST).decisions is None


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("/assembly/held_on", "2026-02-30", "/assembly/held_on"),
        ("/assembly/held_on", "11 Mei 2025", "/assembly/held_on"),
        ("/assembly/opened_at", "2026-01-01T25:00", "/assembly/opened_at"),
        ("/call", {"bye": "board"}, "/call/bye"),
        ("/units", [{"name": "x"}], "/units/0"),
        ("/units", {"id": "x"}, "/units"),
        ("/mandates", [{"letter": "1", "unit": "a"}, {"letter": "1", "unit": ""}], "/mandates/1/unit"),
        ("/board", {"terms_served": {"p1": 1, "p2": -1}}, "/board/terms_served/p2"),
        ("/events", [{"kind": "arive", "unit": "a"}], "/events/0/kind"),
        ("/events", [{"kind": "arrive"}], "/events/0"),
        ("/minutes", {"document": "abc"}, "/minutes/document"),
        ("/roll", {"units_counted": -1}, "/roll/units_counted"),
        ("/roll", {"units_counted": 2.5}, "/roll/units_counted"),
        ("/roll", {"units_counted": True}, "/roll/units_counted"),
        ("/format", "serikat-assembly-record/2", "/format"),
        ("/assembly", None, "/assembly"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(path: str, value: Any, place: str) -> None:
    copy = json.loads(json.dumps(LEAST))
    assert refused(changed(copy, {"set": path, "to": value})).place == place


def test_a_near_miss_of_a_key_is_told_the_right_one() -> None:
    assert '"notices"' in str(refused({**LEAST, "notice": []}))


def test_times_with_and_without_a_zone_cannot_be_mixed() -> None:
    events = [{"kind": "arrive", "at": "2026-01-01T09:00"}, {"kind": "arrive", "at": "2026-01-01T09:00+07:00"}]
    assert "zona waktu" in str(refused({**LEAST, "events": events}))


@pytest.mark.parametrize("text", ["{", "[]", "null", '{"format": 1, "format": 2}', b"\xff", "[" * 100_000, "NaN"])
def test_what_is_no_json_object_is_refused(text: str | bytes) -> None:
    with pytest.raises(RecordError):
        read_record(text)


def test_a_position_may_only_replace_facts_of_the_record() -> None:
    from serikat.engines.legitimacy.judging import judge_assembly  # noqa: PLC0415

    faulty = {**LEAST, "positions": [{"name": "x", "facts": [{"path": "/units/3/standing", "value": "active"}]}]}
    with pytest.raises(RecordError):
        judge_assembly(record_of(faulty), ())


def test_every_key_of_every_fixture_is_in_the_schema() -> None:
    schema = json_schema()
    for path in RECORDS.glob("*.json"):
        assert set(content(path.stem)) <= set(schema["properties"]), path.name
    assert schema["additionalProperties"] is False
