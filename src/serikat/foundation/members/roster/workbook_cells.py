"""The process that opens a workbook for another: it may fail, fill its memory or be killed, and nothing else is harmed.

Run as `python -m serikat.foundation.members.roster.workbook_cells`: the workbook on standard input; on standard output
JSON lines, for each sheet what is said of it and then its rows, or one line `{"refused": …}`. Formulas are never
computed and macros never run: what is read is the value that was saved beside them.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from html import unescape
from posixpath import join, normpath
from typing import Any

import orjson
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from serikat.foundation.members.roster.bounds import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_UNPACKED,
    MOST_WRITTEN,
    Refusal,
    RefusedError,
)
from serikat.foundation.members.roster.html_tables import is_web_page, tables_in

try:
    import resource
except ImportError:  # Windows knows no such limits; the sizes below still hold
    resource = None  # type: ignore[assignment]

_MOST_PARTS = 5000
_MOST_SHEETS = 64
_MERGED_ROWS = 50_000
_MEMORY = 1536 * 2**20
_CPU_SECONDS = 40
_CHUNK = 2**20
# Longer than any tag of a cell, a row or a column that a spreadsheet writes.
_OVERLAP = 300
_OLE = b"\xd0\xcf\x11\xe0"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_CELL_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,9})(\d{1,20})["']""")
_TAG = re.compile(rb"<(?:\w{1,9}:)?(row|col)\s([^<>]{1,280})>")
_ATTRIBUTE = re.compile(rb"""(\w+)\s*=\s*["']([^"']*)["']""")
_SHEET_TAG = re.compile(r"<(?:\w{1,9}:)?(?:sheet|Relationship)\s[^<>]{1,2000}>")
_WORD_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(slots=True)
class _Looks:
    """What the archive says of a sheet that its cells do not: rows hidden (from 0), widths by column (from 0)."""

    hidden: list[int] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0


def main() -> int:
    """Writes the sheets, or why there are none."""
    _limit()
    out = sys.stdout.buffer
    try:
        for line in _lines(sys.stdin.buffer.read()):
            out.write(line)
            out.write(b"\n")
    except RefusedError as refused:
        out.write(b"\n" + orjson.dumps({"refused": refused.args[0]}) + b"\n")
    return 0


def _limit() -> None:
    if resource is not None:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _lines(data: bytes) -> Iterator[bytes]:
    left = MOST_WRITTEN
    for line in _page_lines(data) if is_web_page(data) else _workbook_lines(data):
        left -= len(line)
        if left < 0:
            raise RefusedError(Refusal.TOO_BIG)
        yield line


def _page_lines(data: bytes) -> Iterator[bytes]:
    for number, rows in enumerate(tables_in(data), 1):
        said = {"visible": True, "merged": [], "hidden": [], "widths": []}
        yield orjson.dumps({"sheet": f"Tabel {number}", "rows": len(rows), **said})
        yield from map(orjson.dumps, rows)


def _workbook_lines(data: bytes) -> Iterator[bytes]:
    looks = _looks(data) if data.startswith(b"PK") else {}
    for sheet, is_visible in _sheets(data):
        yield from _sheet_lines(sheet, looks.get(sheet.name, _Looks()), is_visible=is_visible)


def _sheets(data: bytes) -> Iterator[tuple[CalamineSheet, bool]]:
    """The sheets one after the other, so that only one is held as a grid; the visible ones first."""
    try:
        book = _opened(data)
        described = [one for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet][:_MOST_SHEETS]
        described.sort(key=lambda one: one.visible is not SheetVisibleEnum.Visible)
        for one in described:
            yield book.get_sheet_by_name(one.name), one.visible is SheetVisibleEnum.Visible
    except (RefusedError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except PasswordError as error:
        raise RefusedError(Refusal.PASSWORD) from error
    except MemoryError as error:
        raise RefusedError(Refusal.TOO_BIG) from error
    except CalamineError as error:
        raise RefusedError(Refusal.TOO_BIG if "limit exceeded" in str(error) else Refusal.BROKEN) from error
    except BaseException as error:  # a panic inside the reader of workbooks is no Exception
        raise RefusedError(Refusal.BROKEN) from error


def _opened(data: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except CalamineError:
        # Bytes are tried as every kind in turn and nothing is said of why none fits; a name says what to open.
        kind = ".xls" if data.startswith(_OLE) else ".ods" if _OPEN_DOCUMENT in data[:200] else ".xlsx"
        with tempfile.NamedTemporaryFile(suffix=kind) as file:
            file.write(data)
            file.flush()
            return CalamineWorkbook.from_path(file.name)


def _sheet_lines(sheet: CalamineSheet, looks: _Looks, *, is_visible: bool) -> Iterator[bytes]:
    height, width = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
    _refuse_size(height, width)
    said = {
        "sheet": sheet.name,
        "visible": is_visible,
        "rows": height,
        "merged": _merged_downwards(sheet),
        "hidden": looks.hidden,
        "widths": sorted(looks.widths.items()),
    }
    yield orjson.dumps(said)
    # Rows are counted from the first of the sheet, cells from the first column that holds anything.
    before: list[object] = [None] * (sheet.start[1] if sheet.start else 0)
    for cells in sheet.iter_rows():
        yield orjson.dumps(before + [_plain(cell) for cell in cells])


def _plain(cell: object) -> object:
    """A cell as JSON says it: words and numbers as they are, a day or moment as a list of its ISO form."""
    if isinstance(cell, str):
        return cell[:LONGEST_CELL]
    if isinstance(cell, bool | int | float):
        return cell
    return [cell.isoformat()] if isinstance(cell, date | datetime) else str(cell)


def _merged_downwards(sheet: CalamineSheet) -> list[tuple[int, int, int]]:
    """Columns merged over several rows: top, bottom, column, all from 0."""
    found: list[tuple[int, int, int]] = []
    left = _MERGED_ROWS
    for (top, column), (bottom, _) in sheet.merged_cell_ranges or ():
        height = min(bottom - top + 1, left)
        if height > 1:
            left -= height
            found.append((top, top + height - 1, column))
    return found


def _looks(data: bytes) -> Mapping[str, _Looks]:
    """Unpacks the archive piece by piece and keeps nothing, for sizes may lie; by sheet, how it looks."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > _MOST_PARTS:
                raise RefusedError(Refusal.TOO_BIG)
            parts = _unpacked(archive)
            if sum(one.last_row * one.last_column for one in parts.values()) > MOST_CELLS:
                raise RefusedError(Refusal.TOO_BIG)
            return {name: parts[part] for name, part in _parts_of(archive).items() if part in parts}
    except RefusedError:
        raise
    except Exception as error:  # zipfile raises many kinds of errors on bytes that only look like an archive
        raise RefusedError(Refusal.BROKEN) from error


def _unpacked(archive: zipfile.ZipFile) -> dict[str, _Looks]:
    unpacked, found = 0, {}
    for entry in archive.infolist():
        looks = _Looks()
        with archive.open(entry) as member:
            kept = b""
            while chunk := member.read(_CHUNK):
                unpacked += len(chunk)
                if unpacked > MOST_UNPACKED:
                    raise RefusedError(Refusal.TOO_BIG)
                if "worksheets/" in entry.filename:
                    _look(kept + chunk, looks)
                    kept = chunk[-_OVERLAP:]
        if "worksheets/" in entry.filename:
            found[entry.filename] = looks
    return found


def _look(xml: bytes, looks: _Looks) -> None:
    places = _CELL_PLACE.findall(xml)
    for digits in {digits for _, digits in places}:
        looks.last_row = max(looks.last_row, int(digits))
    for letters in {letters for letters, _ in places}:
        looks.last_column = max(looks.last_column, _column_number(letters))
    _refuse_size(looks.last_row, looks.last_column)
    for kind, inside in _TAG.findall(xml):
        said = dict(_ATTRIBUTE.findall(inside))
        if kind == b"row" and said.get(b"hidden") in (b"1", b"true") and said.get(b"r", b"").isdigit():
            looks.hidden.append(int(said[b"r"]) - 1)
        elif kind == b"col" and len(looks.widths) < MOST_COLUMNS:
            _widen(looks.widths, said)


def _widen(widths: dict[int, float], said: Mapping[bytes, bytes]) -> None:
    with suppress(KeyError, ValueError):
        width = min(float(said[b"width"]), 255.0)
        for column in range(int(said[b"min"]) - 1, min(int(said[b"max"]), MOST_COLUMNS)):
            widths[column] = width


def _refuse_size(rows: int, columns: int) -> None:
    if rows > MOST_ROWS:
        raise RefusedError(Refusal.TOO_MANY_ROWS)
    if columns > MOST_COLUMNS:
        raise RefusedError(Refusal.TOO_WIDE)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _parts_of(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of the archive that holds each sheet, by the sheet's name; none in other kinds of workbooks."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = {one["Id"]: one["Target"] for one in _tags(archive, "xl/_rels/workbook.xml.rels") if "Target" in one}
    sheets = [one for one in _tags(archive, "xl/workbook.xml") if "r:id" in one and "name" in one]
    found = {one["name"]: targets.get(one["r:id"], "") for one in sheets}
    return {name: normpath(join("xl", target)).lstrip("/") for name, target in found.items()}


def _tags(archive: zipfile.ZipFile, part: str) -> list[dict[str, Any]]:
    with archive.open(part) as member:
        text = member.read(_CHUNK).decode("utf-8", "replace")
    return [
        {name: unescape(one or other) for name, one, other in _WORD_ATTRIBUTE.findall(tag)}
        for tag in _SHEET_TAG.findall(text)
    ]


if __name__ == "__main__":
    sys.exit(main())
