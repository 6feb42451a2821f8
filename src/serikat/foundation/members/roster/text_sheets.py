"""Opens lists kept as text: CSV with any delimiter, in the encodings that spreadsheets write."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from serikat.engines.judgement.words import Words
from serikat.foundation.members.roster.bounds import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from serikat.foundation.members.roster.sheet import RosterError, Sheet, Value
from serikat.foundation.members.roster.workbooks import TOO_MANY_ROWS

_PEEK = 60
_DELIMITERS = (",", ";", "\t", "|", "^", "~", ":")
_NO_TEXT = Words(
    "Berkas ini bukan daftar. Berikan berkas .xlsx, .xls, .ods, atau .csv dengan satu baris untuk setiap media.",
    "This file is no list. Give an .xlsx, .xls, .ods or .csv file with one row for each outlet.",
)
_LONG_CELL = Words(
    "Satu sel di sekitar baris {row} terlalu panjang; biasanya ada tanda kutip yang tidak ditutup. Betulkan baris itu, "
    "atau simpan ulang dari Excel sebagai .xlsx.",
    "A cell near row {row} is too long; usually a quotation mark is not closed. Mend that row, or save the file again "
    "from Excel as .xlsx.",
)
_BAD_CSV = Words(
    "Susunan CSV rusak di sekitar baris {row}: {error}. Simpan ulang dari Excel sebagai .xlsx.",
    "The CSV is malformed near row {row}: {error}. Save it again from Excel as .xlsx.",
)


def text_sheet(data: bytes) -> Sheet:
    """The one sheet of a CSV, without a name; raises RosterError where the bytes are no text."""
    text = _decoded(data)
    declared = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    delimiter = declared[1] if declared else _delimiter(text)

    def values() -> Iterator[tuple[Value, ...]]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        number = 0
        try:
            for number, cells in enumerate(reader, 1):
                if number > MOST_ROWS:
                    raise RosterError(TOO_MANY_ROWS)
                if declared and number == 1:
                    cells = []
                yield tuple(cell[:LONGEST_CELL].strip() for cell in cells[:MOST_COLUMNS])
        except csv.Error as error:
            words = _LONG_CELL if "limit" in str(error) else _BAD_CSV
            raise RosterError(words.filled(row=number + 1, error=error)) from error

    return Sheet("", values)


def _decoded(data: bytes) -> str:
    """Excel writes UTF-8 with a mark, UTF-16 with a mark ("Unicode text") or, by default, Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:4096]:
        raise RosterError(_NO_TEXT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Lists grow by pasting, so one line may be in another encoding than the next.
        return "".join(map(_line, data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)))


def _line(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    """The mark that cuts most of the first rows into one and the same number of cells."""
    top = text[: 2**16]

    def regularity(mark: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in islice(csv.reader(io.StringIO(top, newline=""), delimiter=mark), _PEEK)]
        except csv.Error:
            return (0, 0)
        wide = [width for width in widths if width > 1]
        usual = max(set(wide), key=lambda width: (wide.count(width), width), default=0)
        return (wide.count(usual), usual)

    best = max(_DELIMITERS[:-1], key=regularity)
    # A colon stands in every `https://`; it cuts cells only where nothing else does and no address is cut by it.
    colon_cuts = regularity(best) == (0, 0) and "://" not in top and regularity(":") > (0, 0)
    return ":" if colon_cuts else best
