"""Writes workbooks of the kinds that are not written today: .xls as of Excel 97, and .ods."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from serikat.foundation.members.roster.tests.sheets import Rows

_SECTOR = 512
_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def old_workbook(path: Path, rows: Rows, *, has_password: bool = False) -> Path:
    """An .xls with one sheet `Data`: words and numbers, in records of BIFF8 inside a compound file."""
    path.write_bytes(compound("Workbook", _book(rows, has_password=has_password)))
    return path


def compound(name: str, stream: bytes) -> bytes:
    """A compound file that holds one stream."""
    # Shorter streams would live among others in a stream of their own.
    stream = stream.ljust(max(4096, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    sectors = len(stream) // _SECTOR
    chain = [_TABLE, _END, *range(3, sectors + 2), _END]
    table = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, 2, len(stream))
    head = struct.pack("<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0)  # fmt: skip  # noqa: E501
    return head + struct.pack("<108I", *[_FREE] * 108) + table + entries.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    words = f"{name}\0".encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", words, len(words), kind, 1, _FREE, _FREE, child, start, size)


def _book(rows: Rows, *, has_password: bool) -> bytes:
    begins = struct.pack("<HHHHII", 0x0600, 5, 0, 1997, 0, 0x0600)
    locked = _record(0x2F, struct.pack("<HHH", 1, 1, 1)) if has_password else b""
    before = _record(0x0809, begins) + locked
    sheet_at = len(before) + 4 + 6 + 2 + 4 + 4
    bound = _record(0x85, struct.pack("<IBBBB", sheet_at, 0, 0, 4, 0) + b"Data")
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 1997, 0, 0x0600))
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            place = struct.pack("<HHH", at, column, 0)
            if isinstance(cell, int | float):
                sheet += _record(0x0203, place + struct.pack("<d", cell))
            elif cell is not None:
                words = str(cell).encode("utf-16-le")
                sheet += _record(0x0204, place + struct.pack("<HB", len(words) // 2, 1) + words)
    return before + bound + _record(0x0A, b"") + sheet + _record(0x0A, b"")


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def open_document(path: Path, rows: Rows, *, repeated: int = 1) -> Path:
    """An .ods with one sheet `Data`; every row is said to stand `repeated` times."""
    lines = "".join(
        f'<table:table-row table:number-rows-repeated="{repeated}">{_cells(row)}</table:table-row>' for row in rows
    )
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", content)
    return path


def _cells(row: Sequence[object]) -> str:
    said = []
    for cell in row:
        if cell is None:
            said.append("<table:table-cell/>")
        elif isinstance(cell, int | float):
            said.append(f'<table:table-cell office:value-type="float" office:value="{cell}"/>')
        else:
            words = escape(str(cell))
            said.append(f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>')
    return "".join(said)
