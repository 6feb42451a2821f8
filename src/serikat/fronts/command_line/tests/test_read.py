"""`serikat read` on files of an invented site."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from serikat.fronts.command_line.read import read_files

_PAGE = (
    '<html lang="id"><head><link rel="canonical" href="https://kabar-rekaan.example/jembatan"></head><body>'
    "<h1>Jembatan Bambu Selesai</h1><p>Penulis: Sari Rekawati</p></body></html>"
)


def lines_of(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_an_entry_carries_the_file_and_the_pages_own_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "a.html"
    page.write_text(_PAGE, encoding="utf-8")
    assert read_files([page], None, "-") == 0
    (entry,) = lines_of(capsys.readouterr().out)
    assert entry["file"] == str(page)
    assert entry["url"] == "https://kabar-rekaan.example/jembatan"
    assert entry["writers"] == ["Sari Rekawati"]


def test_addresses_match_by_path_before_file_name(tmp_path: Path) -> None:
    for folder in ("satu", "dua"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.html.gz").write_bytes(gzip.compress(_PAGE.encode()))
    table = tmp_path / "urls.csv"
    table.write_text(
        "file,url\na.html.gz,https://x.example/nama\nsatu/a.html.gz,https://x.example/satu\n", encoding="utf-8"
    )
    out = tmp_path / "out.jsonl"
    assert read_files([tmp_path / "satu/a.html.gz", tmp_path / "dua/a.html.gz"], table, str(out)) == 0
    assert [entry["url"] for entry in lines_of(out.read_text("utf-8"))] == [
        "https://x.example/satu",
        "https://x.example/nama",
    ]


def test_one_bad_file_is_named_and_the_rest_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "a.html", tmp_path / "b.html.gz"
    good.write_text(_PAGE, encoding="utf-8")
    bad.write_bytes(b"\x1f\x8bnot gzip at all")
    assert read_files([bad, good], None, None) == 0
    printed = capsys.readouterr()
    assert len(lines_of(printed.out)) == 1
    assert "b.html.gz: berkas gzip rusak" in printed.err


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 tidak ada markah"])
def test_nothing_read_ends_with_two(tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(content)
    assert read_files([page, tmp_path / "hilang.html"], None, "-") == 2
    assert "Periksa nama dan izin berkas" in capsys.readouterr().err


def test_a_table_without_its_columns_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, table = tmp_path / "a.html", tmp_path / "urls.csv"
    page.write_text(_PAGE, encoding="utf-8")
    table.write_text("berkas;alamat\na.html;x\n", encoding="utf-8")
    assert read_files([page], table, "-") == 2
    assert "file,url" in capsys.readouterr().err
