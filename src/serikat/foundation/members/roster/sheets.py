"""Opens a list as people keep it, workbook, web page or text, and gives its sheets as rows, within bounds."""

from __future__ import annotations

from pathlib import Path

from serikat.engines.judgement.words import Words
from serikat.foundation.members.roster.html_tables import is_web_page
from serikat.foundation.members.roster.sheet import RosterError, Sheet
from serikat.foundation.members.roster.text_sheets import text_sheet
from serikat.foundation.members.roster.workbooks import PASSWORD, TOO_BIG, workbook_sheets

MOST_BYTES = 64 * 2**20
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
# A workbook with a password is an encrypted package in the old container.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_EMPTY = Words(
    "Berkas ini kosong. Periksa apakah berkas yang dipilih sudah benar.",
    "This file is empty. Check that the right file was chosen.",
)
_NOT_OPENED = Words("Berkas {file} tidak dapat dibuka: {error}", "The file {file} could not be opened: {error}")


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
        raise RosterError(TOO_BIG)
    if not data.strip():
        raise RosterError(_EMPTY)
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise RosterError(PASSWORD)
    is_text = not data.startswith((_ZIP, _OLE)) and not is_web_page(data)
    return [text_sheet(data)] if is_text else workbook_sheets(data)
