"""`serikat read`: article pages alone, from files."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO
from urllib.parse import urljoin

from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.articles.article import Article, read_article
from serikat.engines.site_audit.reading.page import Page

READ, NOTHING_READ = 0, 2
_LARGEST = 20_000_000
_GZIP = b"\x1f\x8b"


class UnreadableFile(Exception):
    """A file that holds no page, with what to do about it."""


def read_files(files: Sequence[Path], urls_csv: Path | None, json_out: str | None) -> int:
    """Writes one JSON line a page to `json_out` (`-` or None: standard output); 2 where no page could be read."""
    try:
        addresses = _addresses(urls_csv) if urls_csv else {}
    except UnreadableFile as unreadable:
        print(unreadable, file=sys.stderr)
        return NOTHING_READ
    count = 0
    with ExitStack() as stack:
        try:
            output = _output(json_out, stack)
        except OSError as error:
            print(
                f"Tidak dapat menulis ke {json_out} ({error.strerror}). Pilih berkas lain untuk --json.\n"
                f"Cannot write to {json_out} ({error.strerror}). Choose another file for --json.",
                file=sys.stderr,
            )
            return NOTHING_READ
        for path in files:
            try:
                article = read_file(path, _address(path, addresses))
            except UnreadableFile as unreadable:
                print(unreadable, file=sys.stderr)
                continue
            print(json.dumps({"file": str(path), **article.entry()}, ensure_ascii=False), file=output)
            count += 1
    return READ if count else NOTHING_READ


def read_file(path: Path, url: str = "") -> Article:
    """The article in one HTML file, plain or gzip; its address, where not given, is the one that the page names.

    Raises UnreadableFile where the file is missing, damaged, empty or larger than a page may be.
    """
    body = _body(path)
    page = _page(body, url or path.name)
    if not url:
        named = page.structure.relation("canonical") or page.structure.meta("og:url")
        if named.startswith(("http://", "https://")):
            page = _page(body, urljoin(named, named))
    return read_article(page)


def _page(body: bytes, url: str) -> Page:
    digest = hashlib.sha256(body).hexdigest()
    return Page(Fetch(url, url, "article", None, (), body, "", digest, handed_in=True))


def _body(path: Path) -> bytes:
    try:
        body = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"{path}: tidak dapat dibaca ({error.strerror}). Periksa nama dan izin berkas.\n"
            f"{path}: cannot be read ({error.strerror}). Check its name and permissions."
        ) from error
    if body.startswith(_GZIP):
        body = _unpacked(path, body)
    if not body.strip() or b"<" not in body:
        raise UnreadableFile(
            f"{path}: bukan halaman HTML. Simpan ulang halaman dari peramban sebagai HTML.\n"
            f"{path}: not an HTML page. Save the page again from the browser, as HTML."
        )
    return body[:_LARGEST]


def _unpacked(path: Path, body: bytes) -> bytes:
    # Read in bounded pieces: a small file may unpack to more than memory holds.
    try:
        unpacking = zlib.decompressobj(wbits=31)
        unpacked = unpacking.decompress(body, _LARGEST)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableFile(
            f"{path}: berkas gzip rusak. Unduh atau simpan ulang berkas itu.\n"
            f"{path}: a damaged gzip file. Download or save it again."
        ) from error
    return unpacked


def _addresses(urls_csv: Path) -> dict[str, str]:
    """Addresses by path and by file name, from the columns `file` and `url`."""
    try:
        with urls_csv.open(encoding="utf-8-sig", newline="") as table:
            rows = list(csv.DictReader(table))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadableFile(
            f"{urls_csv}: tidak dapat dibaca. Simpan sebagai CSV UTF-8 dengan kolom file,url.\n"
            f"{urls_csv}: cannot be read. Save it as CSV in UTF-8 with the columns file,url."
        ) from error
    if rows and not {"file", "url"} <= set(rows[0]):
        raise UnreadableFile(
            f"{urls_csv}: kolom file dan url tidak ada. Tulis file,url di baris pertama.\n"
            f"{urls_csv}: lacks the columns file and url. Write file,url in its first line."
        )
    return {key: row["url"] for row in reversed(rows) for key in _keys(Path(row["file"] or "")) if row["url"]}


def _keys(path: Path) -> Iterator[str]:
    yield path.name
    yield str(path)


def _address(path: Path, addresses: dict[str, str]) -> str:
    """By the path as given, then by the end of a path in the table, then by the file's name."""
    whole = path.as_posix()
    if whole in addresses:
        return addresses[whole]
    ending = next((url for key, url in addresses.items() if "/" in key and whole.endswith("/" + key)), "")
    return ending or addresses.get(path.name, "")


def _output(json_out: str | None, stack: ExitStack) -> TextIO:
    if json_out is None or json_out == "-":
        return sys.stdout
    return stack.enter_context(Path(json_out).open("w", encoding="utf-8"))
