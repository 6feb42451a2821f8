"""`serikat demo --no-serve` leaves what a round leaves: lines, a workbook, evidence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from serikat.fronts.command_line.entry import main


@pytest.mark.slow
def test_the_demo_leaves_a_workbook_of_its_members_as_a_round_does(tmp_path: Path) -> None:
    assert main(["demo", "--no-serve", "--out", str(tmp_path)]) == 0
    lines = [json.loads(line) for line in (tmp_path / "audits.jsonl").read_bytes().splitlines()]
    rows = CalamineWorkbook.from_path(tmp_path / "summary.xlsx").get_sheet_by_name("Anggota").to_python()
    said = {str(cell) for row in rows for cell in row}
    assert len(lines) == 40
    assert [line["name"] for line in lines if line["name"] not in said] == []
    assert any(line.get("copies") for line in lines)
