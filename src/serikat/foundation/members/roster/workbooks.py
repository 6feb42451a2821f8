"""Opens workbooks (.xlsx, .xls, .xlsb, .ods) in a process of its own, with bounds on memory and time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime

import orjson

from serikat.engines.judgement.words import Words
from serikat.foundation.members.roster.bounds import MOST_COLUMNS, MOST_ROWS, Refusal
from serikat.foundation.members.roster.sheet import RosterError, Sheet, Value

_SECONDS = 60
_CELLS = "serikat.foundation.members.roster.workbook_cells"

TOO_MANY_ROWS = Words(
    f"Daftar ini lebih dari {MOST_ROWS} baris. Bagi menjadi beberapa berkas, atau hapus baris kosong di bawahnya.",
    f"This list has more than {MOST_ROWS} rows. Split it into several files, or delete the empty rows below it.",
)
TOO_BIG = Words(
    "Berkas ini terlalu besar. Simpan lembar daftarnya saja, tanpa gambar, sebagai .xlsx atau .csv.",
    "This file is too big. Save the sheet with the list alone, without pictures, as .xlsx or .csv.",
)
_TOO_WIDE = Words(
    f"Lembar ini berisi sel di luar {MOST_COLUMNS} kolom pertama. Hapus isinya, atau simpan daftarnya di lembar baru.",
    f"This sheet has cells beyond the first {MOST_COLUMNS} columns. Clear them, or copy the list to a new sheet.",
)
PASSWORD = Words(
    "Berkas ini dikunci dengan sandi. Buka dengan sandinya, simpan salinan tanpa sandi, lalu pakai salinan itu.",
    "This file is locked with a password. Open it, save a copy without the password, and give that copy.",
)
_BROKEN = Words(
    "Berkas ini rusak atau bukan lembar kerja Excel. Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx.",
    "This file is damaged or is no Excel workbook. Open it in Excel or LibreOffice and save it again as .xlsx.",
)
_NO_TABLE = Words(
    "Berkas ini halaman web tanpa tabel. Simpan daftarnya sebagai .xlsx atau .csv.",
    "This file is a web page without a table. Save the list as .xlsx or .csv.",
)
_REFUSED = {
    Refusal.TOO_BIG: TOO_BIG,
    Refusal.TOO_MANY_ROWS: TOO_MANY_ROWS,
    Refusal.TOO_WIDE: _TOO_WIDE,
    Refusal.PASSWORD: PASSWORD,
    Refusal.BROKEN: _BROKEN,
    Refusal.NO_TABLE: _NO_TABLE,
}


def workbook_sheets(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, visible ones first; raises RosterError, saying what to do, where it cannot be read."""
    lines = _cells(data).splitlines()
    if lines and lines[-1].startswith(b'{"refused"'):
        raise RosterError(_REFUSED[Refusal(orjson.loads(lines[-1])["refused"])])
    sheets, at = [], 0
    while at < len(lines):
        said = orjson.loads(lines[at])
        end = at + 1 + said["rows"]
        sheets.append(_sheet(said, lines[at + 1 : end]))
        at = end
    return sheets


def _cells(data: bytes) -> bytes:
    # The search path is passed on; nothing in the folder at hand is imported.
    command = [sys.executable, "-I", "-c", f"import sys; sys.path[:] = {sys.path!r}; import {_CELLS} as c; c.main()"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise RosterError(TOO_BIG) from error
    if done.returncode < 0 or b"MemoryError" in done.stderr[-400:]:  # stopped by the bound on memory or on time
        raise RosterError(TOO_BIG)
    if done.returncode:
        raise RosterError(_BROKEN)
    return done.stdout


def _sheet(said: dict[str, object], lines: list[bytes]) -> Sheet:
    merged: dict[int, list[tuple[int, int]]] = {}
    for top, bottom, column in said["merged"]:  # type: ignore[attr-defined]
        for row in range(top, bottom + 1):
            merged.setdefault(row, []).append((column, top))

    def values() -> Iterator[tuple[Value, ...]]:
        held: dict[tuple[int, int], Value] = {}
        for number, line in enumerate(lines):
            row = [_value(cell) for cell in orjson.loads(line)]
            for column, top in merged.get(number, ()):
                if column < len(row):
                    row[column] = held.setdefault((top, column), row[column])
            yield tuple(row)

    hidden: list[int] = said["hidden"]  # type: ignore[assignment]
    widths: list[tuple[int, float]] = said["widths"]  # type: ignore[assignment]
    return Sheet(
        name=str(said["sheet"]),
        values=values,
        is_visible=bool(said["visible"]),
        hidden_rows=frozenset(row + 1 for row in hidden),
        widths=tuple((column, width) for column, width in widths),
    )


def _value(cell: object) -> Value:
    if isinstance(cell, list):
        said = str(cell[0])
        return datetime.fromisoformat(said) if "T" in said else date.fromisoformat(said)
    return cell if isinstance(cell, str | int | float | bool) else None
