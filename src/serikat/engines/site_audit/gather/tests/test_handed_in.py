"""Pages that an owner saved and gave are evidence under their own addresses, and marked."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.evidence.store import read_evidence, write_evidence
from serikat.engines.site_audit.gather.handed_in import handed_in
from serikat.engines.site_audit.gather.tests.servers import html, link

AT = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
SITE = "https://kabar.example"


def save(folder: Path, **pages: bytes) -> Path:
    for name, body in pages.items():
        (folder / f"{name}.html").write_bytes(body)
    return folder


def test_saved_pages_are_evidence_of_the_site(tmp_path: Path) -> None:
    gathering = handed_in(
        save(tmp_path, index=html("Kabar", link("redaksi.html", "Redaksi")), redaksi=html("Redaksi")), SITE, AT
    )
    assert gathering.reached is Reached.READ
    assert [(each.url, each.purpose) for each in gathering.fetches] == [
        ("https://kabar.example/", "home"),
        ("https://kabar.example/redaksi.html", "page"),
    ]
    assert all(each.handed_in and each.fetched_at == "2026-11-22T07:00:00Z" for each in gathering.fetches)


def test_the_address_that_a_browser_noted_is_used(tmp_path: Path) -> None:
    noted = b"<!-- saved from url=(0030)https://kabar.example/redaksi -->" + html("Redaksi")
    assert handed_in(save(tmp_path, simpanan=noted), SITE, AT).fetches[0].url == "https://kabar.example/redaksi"


def test_a_canonical_link_is_used_only_on_the_site_itself(tmp_path: Path) -> None:
    own = b"<link rel=canonical href='https://www.kabar.example/redaksi'>" + html("Redaksi")
    other = b"<link rel=canonical href='https://lain.example/redaksi'>" + html("Redaksi lain")
    urls = {each.url for each in handed_in(save(tmp_path, satu=own, dua=other), SITE, AT).fetches}
    assert urls == {"https://www.kabar.example/redaksi", "https://kabar.example/dua.html"}


def test_a_saved_page_of_a_groups_other_host_is_marked_as_the_parents(tmp_path: Path) -> None:
    parents = b"<link rel=canonical href='https://grup-contoh.example/redaksi'>" + html("Redaksi")
    folder = save(tmp_path, index=html("Kabar"), redaksi=parents)
    fetches = handed_in(folder, "https://banten.grup-contoh.example/", AT).fetches
    assert [each.inherited for each in fetches] == [False, True]


def test_without_a_home_page_the_evidence_is_partial(tmp_path: Path) -> None:
    assert handed_in(save(tmp_path, redaksi=html("Redaksi")), SITE, AT).reached is Reached.PARTIAL


def test_frames_saved_beside_a_page_are_left_out(tmp_path: Path) -> None:
    beside = tmp_path / "Kabar_files"
    beside.mkdir()
    save(beside, iklan=html("Iklan"))
    assert len(handed_in(save(tmp_path, index=html("Kabar")), SITE, AT).fetches) == 1


def test_text_files_of_the_site_count_too(tmp_path: Path) -> None:
    (tmp_path / "trust.txt").write_text("member=https://asosiasi.example/")
    gathering = handed_in(save(tmp_path, index=html("Kabar")), SITE, AT)
    assert [each.purpose for each in gathering.fetches] == ["home", "trust_txt"]


def test_an_archive_of_another_tool_is_read(tmp_path: Path) -> None:
    with (tmp_path / "arsip.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)  # type: ignore[no-untyped-call]
        for url in ("https://kabar.example/", "https://kabar.example/redaksi", "https://lain.example/"):
            fields = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")  # type: ignore[no-untyped-call]
            record = writer.create_warc_record(url, "response", payload=BytesIO(html(url)), http_headers=fields)  # type: ignore[no-untyped-call]
            writer.write_record(record)  # type: ignore[no-untyped-call]
    gathering = handed_in(tmp_path, SITE, AT)
    assert [each.url for each in gathering.fetches] == ["https://kabar.example/", "https://kabar.example/redaksi"]
    assert gathering.fetches[1].body == html("https://kabar.example/redaksi")


def test_a_link_to_a_file_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "rahasia.html").write_bytes(html("Rahasia"))
    given = tmp_path / "berkas"
    given.mkdir()
    (given / "titipan.html").symlink_to(tmp_path / "rahasia.html")
    assert len(handed_in(save(given, index=html("Kabar")), SITE, AT).fetches) == 1


def test_a_page_made_to_stall_a_reader_is_kept_and_not_read(tmp_path: Path) -> None:
    gathering = handed_in(save(tmp_path, index=html("Kabar"), jebakan=b"<div>" * 100_000), SITE, AT)
    assert [each.failure for each in gathering.fetches] == [None, Reached.TOO_LARGE]


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no saved page"):
        handed_in(tmp_path, SITE, AT)


def test_what_was_handed_in_is_stored_and_read_back(tmp_path: Path) -> None:
    (tmp_path / "berkas").mkdir()
    gathering = handed_in(save(tmp_path / "berkas", index=html("Kabar")), SITE, AT)
    write_evidence(gathering, tmp_path / "bukti")
    assert read_evidence(tmp_path / "bukti") == gathering
