"""Judging an assembly of 1,500 delegates and 100 decisions, as a ratio to parsing the same JSON, and how it grows."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from serikat import RELEASE
from serikat.engines.legitimacy.as_json import judgement_json
from serikat.engines.legitimacy.certificate import JUDGES, draw_up
from serikat.engines.legitimacy.editions import edition_texts, shipped_bylaws
from serikat.engines.legitimacy.judging import AssemblyVerdict, judge_assembly
from serikat.engines.legitimacy.reading import read_record
from serikat.engines.legitimacy.tests.records import content
from serikat.engines.proof.certificate import Integrity, Rederived, certificate, check
from serikat.engines.proof.commitments import SALT_LENGTH
from serikat.engines.proof.tests.keys import private_key, public_key

DELEGATES, FEWER, DECISIONS, RUNS = 1_500, 150, 100, 5


def record(delegates: int) -> bytes:
    """An invented congress of so many units with one delegate each, all present."""
    held: dict[str, Any] = content("sah-kabupaten-mufakat")
    units = [f"u{n}" for n in range(delegates)]
    entries = [{"unit": unit, "votes": 1} for unit in units]
    unit = {key: value for key, value in held["units"][0].items() if key != "id"}
    notice = {key: value for key, value in held["notices"][0].items() if key != "unit"}
    held["units"] = [{"id": name, **unit} for name in units]
    held["notices"] = [{"unit": name, **notice} for name in units]
    held["roll"]["provisional"]["entries"] = held["roll"]["final"]["entries"] = entries
    held["mandates"] = [{"letter": f"{n}", "unit": name, "person": f"p{n}-x", "issued_by": name,
                         "issued_on": "2026-02-01"} for n, name in enumerate(units)]  # fmt: skip
    start = datetime.fromisoformat(held["events"][0]["at"]) - timedelta(minutes=20)
    held["events"] = [{"kind": "arrive", "unit": name, "at": (start + timedelta(seconds=n // 2)).isoformat()}
                      for n, name in enumerate(units)]  # fmt: skip
    for number, candidate in enumerate(held["candidates"]):
        candidate["supports"] = [{"by": units[number * 3 + n]} for n in range(3)]
    last = held["decisions"][-1]
    held["decisions"] += [
        {**last, "id": f"d{n}", "kind": "programme"} for n in range(DECISIONS - len(held["decisions"]))
    ]
    return json.dumps(held).encode()


def report() -> None:
    """Prints the times of the larger and the smaller congress, and their ratios."""
    editions = shipped_bylaws()

    def judge(text: bytes) -> bytes:
        judgement = judge_assembly(read_record(text), editions)
        assert judgement.verdict is AssemblyVerdict.VALID, [f.reason.en for f in judgement.findings if f.is_root]
        return judgement_json(judgement)

    large, small = record(DELEGATES), record(FEWER)
    whole, less, parsed = best(judge, large), best(judge, small), best(json.loads, large)
    print(f"\nJudging an assembly of {DELEGATES:,} delegates and {DECISIONS} decisions ({len(large) / 1e6:.2f} MB)")
    print(f"  read and judge {whole * 1e3:8.1f} ms   json.loads {parsed * 1e3:.1f} ms   ratio {whole / parsed:.1f}")
    print(
        f"  {FEWER} delegates  {less * 1e3:8.1f} ms   growth {whole / less:.1f} for {DELEGATES // FEWER} times as many"
    )
    large, small = certified(large), certified(small)
    whole, less, parsed = best(checked, large), best(checked, small), best(json.loads, large)
    print(f"  check its certificate ({len(large) / 1e6:.2f} MB) {whole * 1e3:.1f} ms   ratio {whole / parsed:.1f}")
    print(f"  {FEWER} delegates  {less * 1e3:8.1f} ms   growth {whole / less:.1f}")


def certified(text: bytes) -> bytes:
    """The record's certificate."""
    signed_at = "2026-03-01T09:00:00Z"
    drawn = draw_up(
        json.loads(text), edition_texts(), release=RELEASE, signed_at=signed_at, new_salt=lambda: bytes(SALT_LENGTH)
    )
    return certificate(drawn.draft, [private_key()])


def checked(file: bytes) -> None:
    """All that `serikat verify` finds out: the signature, and every finding derived again."""
    found = check(file, [public_key()], JUDGES)
    assert (found.integrity, found.rederived) == (Integrity.INTACT, Rederived.EQUAL)


def best(work: Callable[[bytes], object], text: bytes) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work(text)
        times.append(time.perf_counter() - start)
    return min(times)
