"""Evidence comes back exactly as it was written, or not at all, and other tools can read it."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.evidence.store import evidence_digest, read_evidence, write_evidence
from serikat.engines.site_audit.evidence.warc import EvidenceError

AT = "2026-11-22T07:00:00Z"


def fetch(path: str, body: bytes, status: int | None = 200, **changed: object) -> Fetch:
    url = f"https://kabar.example/{path}"
    found = Fetch(
        url, url, "page", status, (("Content-Type", "text/html"),), body, AT, hashlib.sha256(body).hexdigest()
    )
    return replace(found, **changed)  # type: ignore[arg-type]


def gathering(*fetches: Fetch) -> Gathering:
    return Gathering("https://kabar.example/", AT, "0.1.0", "SerikatAudit/0.1.0", Reached.READ, "", fetches)


SITE = gathering(
    fetch(
        "",
        b"<p>Kabar",
        purpose="home",
        headers=(("Content-Encoding", "gzip"), ("Content-Length", "3"), ("X", "a\r\nB: c")),
    ),
    fetch("redaksi", b"<p>Redaksi\r\n\r\nBaris kedua\r\n\r\n"),
    fetch("salinan", b"<p>Kabar"),
    fetch("hilang", b"", 404, failure=Reached.HTTP_ERROR, failure_detail="HTTP 404"),
    fetch("mati", b"", None, failure=Reached.TIMEOUT, failure_detail="no answer", headers=()),
    fetch("serahan", b"<p>Diserahkan", handed_in=True),
    fetch("kosong", b""),
)

moments = st.datetimes().map(lambda moment: f"{moment:%Y-%m-%dT%H:%M:%SZ}")
fields = st.lists(st.tuples(st.text(max_size=8), st.text(st.characters(), max_size=12)), max_size=3).map(tuple)
fetches = st.builds(
    lambda body, **told: Fetch(body=body, sha256=hashlib.sha256(body).hexdigest(), **told),
    url=st.text(max_size=20),
    final_url=st.sampled_from(["https://kabar.example/", "http://a.example:81/b?c=d e", "https://[::1]/", "x"]),
    purpose=st.sampled_from(["home", "page", "article", "robots"]),
    status=st.none() | st.integers(100, 999),
    headers=fields,
    body=st.binary(max_size=200)
    | st.just(b"sama")
    | st.binary(min_size=1, max_size=3).map(lambda piece: piece * 30_000),
    fetched_at=moments,
    failure=st.none() | st.sampled_from(Reached),
    failure_detail=st.text(max_size=10),
    redirects=st.lists(st.text(max_size=9), max_size=2).map(tuple),
    handed_in=st.booleans(),
    inherited=st.booleans(),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(fetches, max_size=6), st.sampled_from(Reached), st.text(max_size=10))
def test_evidence_comes_back_as_it_was_written(found: list[Fetch], reached: Reached, detail: str) -> None:
    whole = Gathering("https://kabar.example/", AT, "0.1.0", "SerikatAudit", reached, detail, tuple(found))
    with TemporaryDirectory() as folder:
        write_evidence(whole, Path(folder) / "bukti")
        assert read_evidence(Path(folder) / "bukti") == whole


def test_the_same_evidence_is_the_same_bytes(tmp_path: Path) -> None:
    names = {write_evidence(SITE, tmp_path / name) for name in ("satu", "dua")}
    assert names == {evidence_digest(SITE)}
    for file in (tmp_path / "satu").iterdir():
        assert file.read_bytes() == (tmp_path / "dua" / file.name).read_bytes()


def test_writing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    write_evidence(SITE, tmp_path / "bukti")
    write_evidence(SITE, tmp_path / "bukti")
    assert [each.name for each in tmp_path.iterdir()] == ["bukti"]


def test_other_content_is_never_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("penting")
    with pytest.raises(EvidenceError, match="already holds"):
        write_evidence(SITE, tmp_path)
    assert (tmp_path / "catatan.txt").read_text() == "penting"


def test_evidence_is_replaced_when_asked(tmp_path: Path) -> None:
    write_evidence(SITE, tmp_path / "bukti")
    write_evidence(gathering(), tmp_path / "bukti", replace=True)
    assert read_evidence(tmp_path / "bukti") == gathering()


def test_a_fetch_whose_hash_is_wrong_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="hash"):
        write_evidence(gathering(replace(SITE.fetches[0], body=b"lain")), tmp_path / "bukti")
    assert list(tmp_path.iterdir()) == []


def test_an_altered_body_is_refused_and_named(tmp_path: Path) -> None:
    write_evidence(gathering(fetch("redaksi", b"Pemimpin Redaksi: Wira")), tmp_path / "bukti")
    archive = tmp_path / "bukti" / "pages.warc.gz"
    members = [gzip.compress(part) for part in _members(archive)]
    members[1] = gzip.compress(gzip.decompress(members[1]).replace(b"Wira", b"Wati"))
    _rewritten(tmp_path / "bukti", members)
    with pytest.raises(EvidenceError, match=r"https://kabar\.example/redaksi was changed"):
        read_evidence(tmp_path / "bukti")


def test_a_changed_word_about_a_fetch_is_refused(tmp_path: Path) -> None:
    write_evidence(SITE, tmp_path / "bukti")
    about = tmp_path / "bukti" / "gathering.json"
    about.write_text(about.read_text().replace('"status": 404', '"status": 200'))
    with pytest.raises(EvidenceError, match="was changed"):
        read_evidence(tmp_path / "bukti")


@pytest.mark.parametrize("lost", ["pages.warc.gz", "gathering.json"])
def test_a_missing_file_is_told(tmp_path: Path, lost: str) -> None:
    write_evidence(SITE, tmp_path / "bukti")
    (tmp_path / "bukti" / lost).unlink()
    with pytest.raises(EvidenceError, match=lost):
        read_evidence(tmp_path / "bukti")


def test_a_cut_archive_is_told(tmp_path: Path) -> None:
    write_evidence(SITE, tmp_path / "bukti")
    archive = tmp_path / "bukti" / "pages.warc.gz"
    archive.write_bytes(archive.read_bytes()[:600])
    with pytest.raises(EvidenceError):
        read_evidence(tmp_path / "bukti")


def test_equal_bodies_are_kept_once(tmp_path: Path) -> None:
    page = hashlib.sha256(b"x").digest() * 3000
    write_evidence(gathering(*(fetch(f"halaman-{n}", page) for n in range(20))), tmp_path / "bukti")
    assert (tmp_path / "bukti" / "pages.warc.gz").stat().st_size < 2 * len(page)


def test_another_tool_reads_the_pages(tmp_path: Path) -> None:
    write_evidence(SITE, tmp_path / "bukti")
    with (tmp_path / "bukti" / "pages.warc.gz").open("rb") as file:
        read = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
            for record in ArchiveIterator(file, check_digests="raise")  # type: ignore[no-untyped-call]
        ]
    assert [kind for kind, _, _ in read] == [
        "warcinfo", "response", "response", "revisit", "response", "metadata", "resource", "response",
    ]  # fmt: skip
    assert read[1][2] == b"<p>Kabar"
    assert read[2][2] == SITE.fetches[1].body
    assert json.loads(read[5][2])["failure"] == "timeout"


def test_the_index_is_sorted_and_points_at_records(tmp_path: Path) -> None:
    write_evidence(SITE, tmp_path / "bukti")
    lines = (tmp_path / "bukti" / "index.cdxj").read_text().splitlines()
    archive = (tmp_path / "bukti" / "pages.warc.gz").read_bytes()
    assert lines == sorted(lines)
    assert lines[0].startswith("example,kabar)/ 20261122070000 {")
    for line in lines:
        said = json.loads(line.split(" ", 2)[2])
        record = archive[int(said["offset"]) :][: int(said["length"])]
        assert said["url"].encode() in gzip.decompress(record)


def _members(archive: Path) -> list[bytes]:
    """The records of an archive, unpacked."""
    text = gzip.decompress(archive.read_bytes())
    return [b"WARC/1.1\r\nWARC-Type" + part for part in text.split(b"WARC/1.1\r\nWARC-Type")[1:]]


def _rewritten(folder: Path, members: list[bytes]) -> None:
    """The archive put together again, with the places of its records set right, as a forger would."""
    (folder / "pages.warc.gz").write_bytes(b"".join(members))
    document = json.loads((folder / "gathering.json").read_text())
    document["fetches"][0]["offset"] = len(members[0])
    named = {key: value for key, value in document.items() if key != "sha256"}
    written = json.dumps(named, sort_keys=True, indent=1)
    document["sha256"] = hashlib.sha256(written.encode()).hexdigest()
    (folder / "gathering.json").write_text(json.dumps(document))
