"""Evidence on disk: what was fetched, in files that others can read, checked on the way back.

A folder holds `pages.warc.gz` (WARC/1.1, one gzip member a record; bodies after content decoding, an equal body once),
`index.cdxj` (its sorted index) and `gathering.json` (everything about each fetch but its body, with its hash and its
place in the archive, and a hash over the whole). Written whole or not at all, and never over other evidence.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.evidence.warc import ARCHIVE, EvidenceError, fetch_record, opening_record, payload

GATHERING = "gathering.json"
INDEX = "index.cdxj"
_FORMAT = 1


def write_evidence(gathering: Gathering, folder: Path, *, replace: bool = False) -> str:
    """Store a gathering in a folder of its own; returns the hash that names this evidence.

    The same evidence may be written again. Raises EvidenceError where the folder holds anything else, unless `replace`
    is given, or where a fetch's hash is not that of its body.
    """
    archive, places = _archive(gathering)
    document = _document(gathering, places)
    if folder.is_dir() and any(folder.iterdir()):
        if _digest_on_disk(folder) == document["sha256"]:
            return str(document["sha256"])
        if not replace:
            raise EvidenceError(f"{folder} already holds something else; name another folder")
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.draft")
    draft.mkdir(parents=True)
    try:
        (draft / ARCHIVE).write_bytes(archive)
        (draft / INDEX).write_text("".join(sorted(_index_lines(gathering, places))), encoding="utf-8")
        (draft / GATHERING).write_text(_written(document) + "\n", encoding="utf-8")
        if folder.exists():
            shutil.rmtree(folder)
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return str(document["sha256"])


def read_evidence(folder: Path) -> Gathering:
    """The gathering stored in a folder, exactly as it was written.

    Raises EvidenceError where a file is missing, or a record is not what it was when it was written.
    """
    try:
        document = json.loads((folder / GATHERING).read_text(encoding="utf-8"))
        archive = (folder / ARCHIVE).read_bytes()
    except (OSError, ValueError, RecursionError) as exc:
        raise EvidenceError(f"{folder} holds no evidence that can be read: {exc}") from exc
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise EvidenceError(f"{folder / GATHERING}: not evidence of format {_FORMAT}")
    if document.get("sha256") != _digest(document):
        raise EvidenceError(f"{folder / GATHERING} was changed after it was written")
    try:
        return _gathering(document, archive)
    except (KeyError, TypeError, ValueError, AttributeError) as exc:
        raise EvidenceError(f"{folder / GATHERING}: {exc!r}") from exc


def evidence_digest(gathering: Gathering) -> str:
    """The hash that names this evidence, as `write_evidence` returns it, without writing."""
    return str(_document(gathering, _archive(gathering)[1])["sha256"])


def _archive(gathering: Gathering) -> tuple[bytes, list[tuple[int, int, int]]]:
    """The archive's bytes, and for each fetch where its record begins, ends, and where its body's record begins."""
    parts = [opening_record(gathering)]
    end = len(parts[0])
    bodies: dict[str, tuple[Fetch, int]] = {}
    places: list[tuple[int, int, int]] = []
    for number, fetch in enumerate(gathering.fetches):
        if hashlib.sha256(fetch.body).hexdigest() != fetch.sha256:
            raise EvidenceError(f"{fetch.final_url}: the hash is not that of the body")
        repeats = bool(fetch.body) and fetch.status is not None and not fetch.handed_in
        original, place = bodies.get(fetch.sha256, (None, end)) if repeats else (None, end)
        record = fetch_record(fetch, number, original)
        parts.append(record)
        places.append((end, end + len(record), place))
        if repeats:
            bodies.setdefault(fetch.sha256, (fetch, place))
        end += len(record)
    return b"".join(parts), places


def _document(gathering: Gathering, places: list[tuple[int, int, int]]) -> dict[str, Any]:
    fetches = [_entry(fetch, place) for fetch, (_, _, place) in zip(gathering.fetches, places, strict=True)]
    document: dict[str, Any] = {
        "format": _FORMAT,
        "url": gathering.url,
        "gathered_at": gathering.gathered_at,
        "release": gathering.release,
        "agent": gathering.agent,
        "reached": gathering.reached.value,
        "reached_detail": gathering.reached_detail,
        "fetches": fetches,
    }
    return {**document, "sha256": _digest(document)}


def _entry(fetch: Fetch, place: int) -> dict[str, Any]:
    return {
        "url": fetch.url,
        "final_url": fetch.final_url,
        "purpose": fetch.purpose,
        "status": fetch.status,
        "headers": [list(pair) for pair in fetch.headers],
        "fetched_at": fetch.fetched_at,
        "length": len(fetch.body),
        "sha256": fetch.sha256,
        "offset": place,
        "failure": fetch.failure.value if fetch.failure is not None else None,
        "failure_detail": fetch.failure_detail,
        "redirects": list(fetch.redirects),
        "handed_in": fetch.handed_in,
        "inherited": fetch.inherited,
    }


def _gathering(document: dict[str, Any], archive: bytes) -> Gathering:
    return Gathering(
        url=document["url"],
        gathered_at=document["gathered_at"],
        release=document["release"],
        agent=document["agent"],
        reached=Reached(document["reached"]),
        reached_detail=document["reached_detail"],
        fetches=tuple(_fetch(entry, archive) for entry in document["fetches"]),
    )


def _fetch(entry: dict[str, Any], archive: bytes) -> Fetch:
    body = payload(archive, entry["offset"], entry["length"]) if entry["length"] else b""
    if hashlib.sha256(body).hexdigest() != entry["sha256"]:
        raise EvidenceError(f"{ARCHIVE}: the record of {entry['final_url']} was changed after it was written")
    return Fetch(
        url=entry["url"],
        final_url=entry["final_url"],
        purpose=entry["purpose"],
        status=entry["status"],
        headers=tuple((name, value) for name, value in entry["headers"]),
        body=body,
        fetched_at=entry["fetched_at"],
        sha256=entry["sha256"],
        failure=Reached(entry["failure"]) if entry["failure"] is not None else None,
        failure_detail=entry["failure_detail"],
        redirects=tuple(entry["redirects"]),
        handed_in=entry["handed_in"],
        # Evidence of the first release does not say.
        inherited=entry.get("inherited", False),
    )


def _written(document: dict[str, Any]) -> str:
    # ASCII, because header bytes that are no UTF-8 arrive as lone surrogates, which no encoding of text can carry.
    return json.dumps(document, sort_keys=True, indent=1)


def _digest(document: dict[str, Any]) -> str:
    named = {key: value for key, value in document.items() if key != "sha256"}
    return hashlib.sha256(_written(named).encode()).hexdigest()


def _digest_on_disk(folder: Path) -> str:
    try:
        return str(json.loads((folder / GATHERING).read_text(encoding="utf-8"))["sha256"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""


def _index_lines(gathering: Gathering, places: list[tuple[int, int, int]]) -> Iterator[str]:
    """CDXJ: the address in sorting order, the moment, and where the record stands."""
    for fetch, (start, end, _) in zip(gathering.fetches, places, strict=True):
        if fetch.status is None and not fetch.handed_in:
            continue
        said = {
            "url": fetch.final_url,
            "mime": fetch.header("content-type").partition(";")[0].strip() or "unk",
            "status": str(fetch.status or 200),
            "digest": f"sha256:{fetch.sha256}",
            "length": str(end - start),
            "offset": str(start),
            "filename": ARCHIVE,
        }
        yield f"{_sorting_key(fetch.final_url)} {re.sub(r'[^0-9]', '', fetch.fetched_at)[:14]} {json.dumps(said)}\n"


def _sorting_key(url: str) -> str:
    """The address with its host turned round (SURT), as archives sort by."""
    parts = urlsplit(url)
    labels = (parts.hostname or "").split(".")
    host = ".".join(labels) if labels[-1].isdecimal() else ",".join(reversed(labels))
    port = f":{parts.port}" if parts.port else ""
    query = f"?{parts.query}" if parts.query else ""
    return re.sub(r"\s", "%20", f"{host}{port}){parts.path or '/'}{query}".lower())
