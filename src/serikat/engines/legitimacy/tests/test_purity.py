"""The judging needs Python's standard library alone, so that a stranger can repeat it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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
