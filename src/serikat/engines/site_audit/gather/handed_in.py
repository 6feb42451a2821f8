"""Pages that the owner of a site saved and gave, where the site could not be read: evidence all the same, marked so."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urljoin

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from serikat import RELEASE
from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.gather.limits import Budget
from serikat.engines.site_audit.gather.sampling import reads_as_article
from serikat.engines.site_audit.gather.visit import stamp
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import kind_addressed, kind_named
from serikat.engines.site_audit.reading.tangle import tangled
from serikat.engines.site_audit.web_addresses import normalised, same_page_key, seeds, site_of

GIVER = "handed in by the owner of the site"
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_FILES = {"robots.txt": "robots", "trust.txt": "trust_txt", "ads.txt": "ads_txt", "sitemap.xml": "sitemap"}
_HOMES = frozenset({"index", "home", "beranda", "halaman utama"})
# Browsers write where a page came from: <!-- saved from url=(0028)https://kabar.example/redaksi -->
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d{4}\)(\S{4,2000})\s*-->")
# "Save as, complete" puts pictures and frames beside the page.
_BESIDE = re.compile(r"(?:_files|_berkas|_data)$", re.IGNORECASE)


def handed_in(folder: Path, url: str, at: datetime, budget: Budget | None = None) -> Gathering:
    """The saved pages in a folder (HTML, the site's text files, WARC archives) as a gathering of the site at `url`.

    `at` is the moment of handing in. A page's address is what the browser noted in it, its canonical link, or its place
    in the folder. Raises ValueError where `url` is no address of a web site, or the folder holds no page.
    """
    base = seeds(url)[0]
    limits = budget or Budget()
    found: dict[str, Fetch] = {}
    for fetch in _fetches(folder, base, stamp(at), limits):
        found.setdefault(f"{fetch.purpose in _FILES.values()} {same_page_key(fetch.final_url)}", fetch)
    fetches = [_attributed(fetch, Outlet(base)) for fetch in _with_home(list(found.values()), base)]
    if not any(fetch.failure is None for fetch in fetches):
        raise ValueError(f"{folder} holds no saved page (.html, .htm, .warc)")
    has_home = any(fetch.purpose == "home" for fetch in fetches)
    reached = (Reached.READ, "") if has_home else (Reached.PARTIAL, "no home page among the pages handed in")
    return Gathering(base, stamp(at), RELEASE, GIVER, *reached, tuple(fetches))


def _fetches(folder: Path, base: str, at: str, limits: Budget) -> Iterator[Fetch]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        # A link could point at a file that nobody meant to give.
        if path.is_symlink() or not path.is_file() or any(_BESIDE.search(part) for part in inside.parts[:-1]):
            continue
        if path.name.lower().endswith((".warc", ".warc.gz")):
            yield from _archived(path, base, limits)
        elif path.name.lower() in _FILES:
            kind = "application/xml" if path.suffix == ".xml" else "text/plain"
            place = urljoin(base, f"/{quote(inside.as_posix())}")
            yield _fetch(place, _FILES[path.name.lower()], _read(path, limits), kind, at)
        elif path.suffix.lower() in _PAGES:
            fetch = _fetch(urljoin(base, quote(inside.as_posix())), "page", _read(path, limits), "text/html", at)
            knot = tangled(fetch.body)
            if knot:
                yield replace(fetch, failure=Reached.TOO_LARGE, failure_detail=f"more than is read of one page: {knot}")
                continue
            yield _addressed(fetch, base, is_home=len(inside.parts) == 1 and path.stem.lower() in _HOMES)


def _attributed(fetch: Fetch, outlet: Outlet) -> Fetch:
    """The fetch, marked where it is of a group's other host; a path alone tells too little about saved pages."""
    is_parents = outlet.folder == "/" and not outlet.owns(fetch.final_url)
    return replace(fetch, inherited=True) if is_parents else fetch


def _read(path: Path, limits: Budget) -> bytes:
    with path.open("rb") as file:
        return file.read(limits.page_bytes)


def _fetch(url: str, purpose: str, body: bytes, kind: str, at: str) -> Fetch:
    digest = hashlib.sha256(body).hexdigest()
    return Fetch(url, url, purpose, 200, (("Content-Type", kind),), body, at, digest, handed_in=True)


def _addressed(fetch: Fetch, base: str, *, is_home: bool) -> Fetch:
    """The page under the address that it names itself, where that is on the site, and for what it is."""
    page = Page(fetch)
    noted = _SAVED_FROM.search(fetch.body[:4000])
    voices = (
        noted[1].decode("ascii", "replace") if noted else "",
        page.structure.relation("canonical"),
        page.structure.meta("og:url"),
        base if is_home else "",
    )
    address = next((url for url in map(normalised, voices) if url and site_of(url) == site_of(base)), fetch.url)
    return replace(fetch, url=address, final_url=address, purpose=_purpose(page, address))


def _purpose(page: Page, address: str) -> str:
    if kind_addressed(address) is not None or kind_named(page.structure.h1) is not None:
        return "page"
    return "article" if reads_as_article(page) else "page"


def _with_home(fetches: list[Fetch], base: str) -> list[Fetch]:
    """The same with the home page marked, and first."""
    home = same_page_key(base)
    root = same_page_key(urljoin(base, "/"))
    for key in (home, root):
        for place, fetch in enumerate(fetches):
            is_page = fetch.purpose in ("page", "article") and fetch.failure is None
            if is_page and same_page_key(fetch.final_url) == key:
                return [replace(fetch, purpose="home"), *fetches[:place], *fetches[place + 1 :]]
    return fetches


def _archived(path: Path, base: str, limits: Budget) -> Iterator[Fetch]:
    """The pages of this site in an archive that another tool wrote."""
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(file):  # type: ignore[no-untyped-call]
                url = normalised(record.rec_headers.get_header("WARC-Target-URI") or "")
                if record.rec_type == "response" and record.http_headers and url and site_of(url) == site_of(base):
                    fetch = _from_record(record, url, limits)
                    if fetch is not None:
                        yield replace(fetch, purpose=_purpose(Page(fetch), url))
    except ArchiveLoadFailed as exc:
        raise ValueError(f"{path}: no WARC archive that can be read: {exc}") from exc


def _from_record(record: ArcWarcRecord, url: str, limits: Budget) -> Fetch | None:
    headers = tuple((name, value) for name, value in record.http_headers.headers)
    kind = str(record.http_headers.get_header("Content-Type") or "")
    if record.http_headers.get_statuscode() != "200" or "html" not in kind:
        return None
    stream, body = record.content_stream(), b""  # type: ignore[no-untyped-call]
    while len(body) < limits.page_bytes and (piece := stream.read(limits.page_bytes - len(body))):
        body += piece
    moment = str(record.rec_headers.get_header("WARC-Date"))
    return None if tangled(body) else replace(_fetch(url, "page", body, kind, moment), headers=headers)
