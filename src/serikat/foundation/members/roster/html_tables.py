"""Reads what many programs call .xls and is a web page: its tables, each as a sheet."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from serikat.foundation.members.roster.bounds import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Refusal,
    RefusedError,
)

# A parsed page takes many times the memory of its text.
_MOST_BYTES = 16 * 2**20
_MOST_TABLES = 20
_MOST_TAGS = 200
_HEAD = 2048


def is_web_page(data: bytes) -> bool:
    """Whether the bytes are a web page, as exports of many programs are."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")) or (
        head.startswith(b"<") and b"<html" in head
    )


def tables_in(data: bytes) -> list[list[tuple[str, ...]]]:
    """The rows of each table of a page, the longest table first; raises RefusedError where there is none."""
    # Tables within tables are read once for each that holds them.
    if len(data) > _MOST_BYTES or data.lower().count(b"<table") > _MOST_TAGS:
        raise RefusedError(Refusal.TOO_BIG)
    found = [rows for table in LexborHTMLParser(data).css("table")[:_MOST_TABLES] if (rows := _rows(table))]
    if not found:
        raise RefusedError(Refusal.NO_TABLE)
    return sorted(found, key=len, reverse=True)


def _rows(table: LexborNode) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    # By column, a value merged downwards and how many rows it still holds for.
    below: dict[int, tuple[str, int]] = {}
    held = 0
    for line in table.css("tr"):
        row: list[str] = []
        for cell in line.css("td, th"):
            _fill(row, below)
            text = " ".join(cell.text(separator=" ").split())[:LONGEST_CELL]
            width, height = _span(cell, "colspan", MOST_COLUMNS), _span(cell, "rowspan", MOST_ROWS)
            if height > 1:
                below[len(row)] = (text, height - 1)
            row += [text, *[""] * (width - 1)][: max(0, MOST_COLUMNS - len(row))]
        _fill(row, below)
        rows.append(tuple(row))
        held += len(row)
        if len(rows) > MOST_ROWS:
            raise RefusedError(Refusal.TOO_MANY_ROWS)
        if held > MOST_CELLS:
            raise RefusedError(Refusal.TOO_BIG)
    return rows


def _fill(row: list[str], below: dict[int, tuple[str, int]]) -> None:
    while len(row) in below:
        text, left = below.pop(len(row))
        if left > 1:
            below[len(row)] = (text, left - 1)
        row.append(text)


def _span(cell: LexborNode, attribute: str, most: int) -> int:
    said = cell.attributes.get(attribute) or ""
    return min(int(said), most) if said.isascii() and said.isdigit() and said != "0" else 1
