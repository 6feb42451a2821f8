"""A stranger can repeat the judging: with the standard library alone, and to the same bytes on any machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from serikat.engines.legitimacy.as_json import judgement_json
from serikat.engines.legitimacy.judging import judge_assembly
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.tests.records import RECORDS, content, editions

SOURCE = Path(__file__).parents[4]
JUDGED = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from serikat.engines.legitimacy.as_json import judgement_json
from serikat.engines.legitimacy.editions import shipped_bylaws
from serikat.engines.legitimacy.judging import judge_assembly
from serikat.engines.legitimacy.reading import read_record
record = read_record((Path(sys.argv[2]) / "sah-kongres-suara.json").read_bytes())
sys.stdout.buffer.write(judgement_json(judge_assembly(record, shipped_bylaws()))[-20:])
"""


def test_a_record_is_judged_without_anything_installed() -> None:
    records = str(Path(__file__).parent / "records")
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", JUDGED, str(SOURCE), records], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert '"verdict":"valid"' in done.stdout


def turned(value: Any) -> Any:
    """The same facts, every object's keys in the opposite order."""
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    return [turned(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", sorted(path.stem for path in RECORDS.glob("*.json")))
def test_the_order_of_keys_leaves_no_trace(name: str) -> None:
    straight, back = (judge_assembly(record_of(held), editions()) for held in (content(name), turned(content(name))))
    assert judgement_json(straight) == judgement_json(back)


SPOILT = """
import hashlib, json, sys
from serikat.engines.legitimacy.as_json import judgement_json
from serikat.engines.legitimacy.judging import judge_assembly
from serikat.engines.legitimacy.reading import record_of
from serikat.engines.legitimacy.tests.records import content, editions
record = content("sah-kongres-suara")
record["candidates"][1]["supports"] = record["candidates"][2]["supports"] = record["candidates"][0]["supports"]
record["roll"]["changes"] = []
print(hashlib.sha256(judgement_json(judge_assembly(record_of(record), editions()))).hexdigest())
"""


def test_the_seed_of_hashes_leaves_no_trace() -> None:
    told = set()
    for seed in "123":
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(SOURCE)}
        done = subprocess.run(
            [sys.executable, "-c", SPOILT], capture_output=True, text=True, check=True, env=environment
        )
        told.add(done.stdout)
    assert len(told) == 1
