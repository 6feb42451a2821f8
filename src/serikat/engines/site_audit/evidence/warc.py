"""WARC records (ISO 28500, WARC/1.1) of a gathering, one gzip member each, the same bytes for the same evidence."""

from __future__ import annotations

import json
import re
import uuid
import zlib
from collections.abc import Iterable
from http import HTTPStatus

from serikat.engines.site_audit.evidence.record import Fetch, Gathering

ARCHIVE = "pages.warc.gz"
_REVISIT = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
# Bodies are kept as they were after decoding, so what described the transfer would mislead a reader of the record.
_OF_TRANSFER = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_MOST_HEADER_BYTES = 512 * 1024
_FIELD_BREAK = re.compile(r"[\r\n\0]+")


class EvidenceError(Exception):
    """Stored evidence that cannot be read as it was written; the message names the file and record."""


def opening_record(gathering: Gathering) -> bytes:
    """The `warcinfo` record: who gathered, with what, when."""
    said = {
        "software": f"Serikat/{gathering.release}",
        "format": "WARC File Format 1.1",
        "http-header-user-agent": gathering.agent,
        "robots": "obey",
        "isPartOf": gathering.url,
    }
    block = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in said.items()).encode()
    fields = [("WARC-Filename", ARCHIVE), ("Content-Type", "application/warc-fields")]
    return _record("warcinfo", gathering.gathered_at, f"{gathering.url} {gathering.gathered_at}", fields, block)


def fetch_record(fetch: Fetch, number: int, original: Fetch | None) -> bytes:
    """The record of one fetch: a response, a resource that came without one, or metadata where nothing was answered.

    With `original`, an earlier fetch of the very same bytes, the record is a `revisit` that refers to it.
    """
    name = f"{number} {fetch.final_url} {fetch.fetched_at} {fetch.sha256}"
    fields = [("WARC-Target-URI", _one_line(fetch.final_url))]
    if fetch.handed_in or (fetch.status is None and fetch.body):
        fields += [("WARC-Payload-Digest", f"sha256:{fetch.sha256}"), ("Content-Type", _media_type(fetch))]
        return _record("resource", fetch.fetched_at, name, fields, fetch.body)
    if fetch.status is None:
        fields.append(("Content-Type", "application/json"))
        said = {"failure": fetch.failure, "detail": fetch.failure_detail, "url": fetch.url}
        return _record("metadata", fetch.fetched_at, name, fields, json.dumps(said, sort_keys=True).encode())
    fields.append(("WARC-Payload-Digest", f"sha256:{fetch.sha256}"))
    fields.append(("Content-Type", "application/http; msgtype=response"))
    if original is None:
        if fetch.failure is not None and not fetch.body:
            fields.append(("WARC-Truncated", "unspecified"))
        return _record("response", fetch.fetched_at, name, fields, _http_head(fetch) + fetch.body)
    fields += [
        ("WARC-Profile", _REVISIT),
        ("WARC-Refers-To-Target-URI", _one_line(original.final_url)),
        ("WARC-Refers-To-Date", original.fetched_at),
    ]
    return _record("revisit", fetch.fetched_at, name, fields, _http_head(fetch))


def payload(archive: bytes, offset: int, length: int) -> bytes:
    """The body of the record that begins at `offset`, `length` bytes long.

    Raises EvidenceError where there is no such record, or its body has another length.
    """
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        record = unpacker.decompress(memoryview(archive)[offset:], length + _MOST_HEADER_BYTES)
    except zlib.error as exc:
        raise EvidenceError(f"{ARCHIVE}: the record at {offset} does not unpack: {exc}") from exc
    head, _, block = record.partition(b"\r\n\r\n")
    if not head.startswith(b"WARC/1."):
        raise EvidenceError(f"{ARCHIVE}: no record begins at {offset}")
    if b"msgtype=response" in head:
        block = block.partition(b"\r\n\r\n")[2]
    if len(block) != length + 4 or not block.endswith(b"\r\n\r\n"):
        raise EvidenceError(f"{ARCHIVE}: the record at {offset} is not {length} bytes long")
    return block[:length]


def _record(kind: str, date: str, name: str, fields: Iterable[tuple[str, str]], block: bytes) -> bytes:
    head = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<{uuid.uuid5(uuid.NAMESPACE_URL, f'{kind} {name}').urn}>"),
        ("WARC-Date", date),
        *fields,
        ("Content-Length", str(len(block))),
    ]
    written = "WARC/1.1\r\n" + "".join(f"{field}: {value}\r\n" for field, value in head) + "\r\n"
    # zlib writes no file name and no time into the member, so the same record is the same bytes.
    packer = zlib.compressobj(6, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    return packer.compress(written.encode("utf-8", "replace") + block + b"\r\n\r\n") + packer.flush()


def _http_head(fetch: Fetch) -> bytes:
    status = fetch.status or 0
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Unknown"
    lines = [f"HTTP/1.1 {status} {phrase}"]
    for name, value in fetch.headers:
        kept = f"X-Archive-Orig-{name}" if name.lower() in _OF_TRANSFER else name
        lines.append(f"{_one_line(kept)}: {_one_line(value)}")
    lines.append(f"Content-Length: {len(fetch.body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "replace")


def _media_type(fetch: Fetch) -> str:
    return _one_line(fetch.header("content-type")) or "text/html"


def _one_line(value: str) -> str:
    """A field must not begin a new one, whatever a server put into it."""
    return _FIELD_BREAK.sub(" ", value).strip()
