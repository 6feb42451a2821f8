"""Opens a list as people keep it, CSV or XLSX, and gives its sheets as rows of text, within bounds."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from serikat.engines.judgement.words import Words

MOST_ROWS = 200_000
MOST_COLUMNS = 256
MOST_BYTES = 64 * 2**20
# A full sheet of 200,000 rows unpacks to about 300 MB; what claims more was made to fill memory.
MOST_UNPACKED = 512 * 2**20
_LONGEST_CELL = 2000
_MERGED_ROWS = 50_000
_PEEK = 60
_CHUNK = 2**20
_MOST_PARTS = 5000
_CELL_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,9})(\d{1,20})["']""")
_DELIMITERS = (",", ";", "\t", "|", "^", "~", ":")

Row = tuple[str, ...]


class RosterError(ValueError):
    """The file as a whole cannot be read as a list; `words` says what happened and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(f"{words.id} / {words.en}")
        self.words = words


_TOO_MANY = Words(
    f"Daftar ini lebih dari {MOST_ROWS} baris. Bagi menjadi beberapa berkas, atau hapus baris kosong di bawahnya.",
    f"This list has more than {MOST_ROWS} rows. Split it into several files, or delete the empty rows below it.",
)
_TOO_BIG = Words(
    "Berkas ini terlalu besar. Simpan lembar daftarnya saja, tanpa gambar, sebagai .xlsx atau .csv.",
    "This file is too big. Save the sheet with the list alone, without pictures, as .xlsx or .csv.",
)
_TOO_WIDE = Words(
    f"Lembar ini berisi sel di luar {MOST_COLUMNS} kolom pertama. Hapus isinya, atau simpan daftarnya di lembar baru.",
    f"This sheet has cells beyond the first {MOST_COLUMNS} columns. Clear them, or copy the list to a new sheet.",
)
_OLD_EXCEL = Words(
    "Berkas Excel ini berformat lama (.xls) atau dikunci sandi. Buka, lalu simpan sebagai .xlsx tanpa sandi.",
    "This is an old Excel file (.xls) or is locked by a password. Open it and save it as .xlsx without a password.",
)
_BROKEN = Words(
    "Berkas ini rusak atau bukan lembar kerja Excel. Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx.",
    "This file is damaged or is no Excel workbook. Open it in Excel or LibreOffice and save it again as .xlsx.",
)
_NO_TEXT = Words(
    "Berkas ini bukan daftar. Berikan berkas .csv atau .xlsx dengan satu baris untuk setiap media.",
    "This file is no list. Give a .csv or .xlsx file with one row for each outlet.",
)
_NOT_OPENED = Words("Berkas {file} tidak dapat dibuka: {error}", "The file {file} could not be opened: {error}")
_BAD_CSV = Words(
    "Susunan CSV rusak di sekitar baris {row}: {error}. Simpan ulang dari Excel sebagai .xlsx.",
    "The CSV is malformed near row {row}: {error}. Save it again from Excel as .xlsx.",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a list; `rows` starts again at the first row, which people call row 1, each time it is called."""

    name: str
    rows: Callable[[], Iterator[Row]]

    def top(self) -> list[Row]:
        """The first rows, enough to find the headings and to see what stands below them."""
        return list(islice(self.rows(), _PEEK))


def open_sheets(path: Path) -> list[Sheet]:
    """The sheets of a file, visible ones first; a CSV is one sheet without a name.

    The kind is told by the content, not by the name. Raises RosterError where the file cannot be read or is too big.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise RosterError(_NOT_OPENED.filled(file=path.name, error=error.strerror or error)) from error
    if len(data) > MOST_BYTES:
        raise RosterError(_TOO_BIG)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise RosterError(_OLD_EXCEL)
    return _workbook(data) if data.startswith(b"PK\x03\x04") else [_text_sheet(data)]


def _workbook(data: bytes) -> list[Sheet]:
    _refuse_bombs(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        described = [one for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
        described.sort(key=lambda one: one.visible is not SheetVisibleEnum.Visible)
        return [_sheet(book.get_sheet_by_name(one.name), one.name) for one in described]
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic inside the reader of workbooks is no Exception
        raise RosterError(_BROKEN) from error


def _refuse_bombs(data: bytes) -> None:
    """Unpacks the archive piece by piece and keeps nothing: sizes may lie, and one far cell makes a sheet dense."""
    unpacked = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > _MOST_PARTS:
                raise RosterError(_TOO_BIG)
            for entry in archive.infolist():
                with archive.open(entry) as member:
                    kept = b""
                    while chunk := member.read(_CHUNK):
                        unpacked += len(chunk)
                        if unpacked > MOST_UNPACKED:
                            raise RosterError(_TOO_BIG)
                        if "worksheets/" in entry.filename:
                            _refuse_far_cells(kept + chunk)
                            kept = chunk[-40:]
    except RosterError:
        raise
    except Exception as error:  # zipfile raises many kinds of errors on bytes that only look like an archive
        raise RosterError(_BROKEN) from error


def _refuse_far_cells(xml: bytes) -> None:
    for letters, digits in _CELL_PLACE.findall(xml):
        if len(digits) > 6 or int(digits) > MOST_ROWS:
            raise RosterError(_TOO_MANY)
        if len(letters) > 2 or (len(letters) == 2 and letters.upper() > b"IV"):
            raise RosterError(_TOO_WIDE)


def _sheet(sheet: CalamineSheet, name: str) -> Sheet:
    if sheet.end and sheet.end[0] >= MOST_ROWS:
        raise RosterError(_TOO_MANY)
    merged = _merged_downwards(sheet)

    def rows() -> Iterator[Row]:
        # Rows are counted from the first of the sheet, cells from the first column that holds anything.
        before = [""] * (sheet.start[1] if sheet.start else 0)
        held: dict[tuple[int, int], str] = {}
        for number, cells in enumerate(sheet.iter_rows()):
            row = before + [_text(cell) for cell in cells]
            for column, top in merged.get(number, ()):
                if column < len(row):
                    row[column] = held.setdefault((top, column), row[column])
            yield tuple(row)

    return Sheet(name, rows)


def _merged_downwards(sheet: CalamineSheet) -> dict[int, list[tuple[int, int]]]:
    """By row, the columns that are merged over several rows and the row that holds their value."""
    found: dict[int, list[tuple[int, int]]] = {}
    left = _MERGED_ROWS
    for (top, column), (bottom, _) in sheet.merged_cell_ranges or ():
        height = min(bottom - top + 1, left)
        if height > 1:
            left -= height
            for row in range(top, top + height):
                found.setdefault(row, []).append((column, top))
    return found


def _text(cell: object) -> str:
    """A cell as people read it: whole numbers without a decimal point, dates as ISO 8601."""
    if isinstance(cell, str):
        return cell[:_LONGEST_CELL].strip()
    if isinstance(cell, bool) or cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date | datetime) else str(cell)


def _text_sheet(data: bytes) -> Sheet:
    text = _decoded(data)
    declared = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    delimiter = declared[1] if declared else _delimiter(text)

    def rows() -> Iterator[Row]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        number = 0
        try:
            for number, cells in enumerate(reader, 1):
                if number > MOST_ROWS:
                    raise RosterError(_TOO_MANY)
                if declared and number == 1:
                    cells = []
                yield tuple(cell[:_LONGEST_CELL].strip() for cell in cells[:MOST_COLUMNS])
        except csv.Error as error:
            raise RosterError(_BAD_CSV.filled(row=number + 1, error=error)) from error

    return Sheet("", rows)


def _decoded(data: bytes) -> str:
    """Excel writes UTF-8 with a mark, UTF-16 with a mark ("Unicode text") or, by default, Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:4096]:
        raise RosterError(_NO_TEXT)
    try:
        return data.decode("utf-8-sig")
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
