"""The summary of a round adds up, leads to every outlet, and carries no site's words as a command."""

from __future__ import annotations

import gc
import re
import tempfile
import tracemalloc
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from serikat.engines.judgement.loading import Library
from serikat.engines.judgement.standard import Level
from serikat.engines.site_audit.report.as_json import audit_record
from serikat.engines.site_audit.report.tests.audits import SITE, varied_audit
from serikat.fronts.command_line.round_pages.lines import Tally, Titles
from serikat.fronts.command_line.round_pages.workbook import Member, RoundWorkbook, inert
from serikat.fronts.command_line.round_summary import write_outlet_page, write_summary

AUDIT = varied_audit()
HELD = Library(AUDIT.standards)
RECORD: dict[str, Any] = audit_record(AUDIT)
NOT_READ = {**RECORD, "reached": "blocked"}


def round_of(out: Path, named: Sequence[tuple[str, dict[str, Any]]]) -> Path:
    lines = [{**record, "outlet": key, "name": key, "roster_row": at} for at, (key, record) in enumerate(named, 2)]
    out.mkdir(exist_ok=True)
    (out / "audits.jsonl").write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in lines))
    return out


def sheet(out: Path, name: str) -> list[list[Any]]:
    return CalamineWorkbook.from_path(out / "summary.xlsx").get_sheet_by_name(name).to_python()


def page(out: Path, name: str = "index.html") -> LexborHTMLParser:
    return LexborHTMLParser((out / name).read_text(encoding="utf-8"))


def outlets_on(parsed: LexborHTMLParser) -> list[str]:
    return [node.text().split()[0] for node in parsed.css("table.members th[scope=row]")]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    named = [("kabar-fiktif.example", RECORD), ("b-rekaan.example", NOT_READ), ("9-fiktif.example", RECORD)]
    out = round_of(tmp_path / "round", named)
    write_outlet_page(AUDIT, out, key="kabar-fiktif.example")
    write_summary(out, held=HELD)
    return out


def test_the_counts_add_up_by_clause_and_by_reason(small: Path) -> None:
    rows = {row[0]: row[1:] for row in sheet(small, "Ringkasan") if row[0]}
    assert [rows[name][0] for name in ("Media dalam daftar", "Situs terbaca", "Situs belum terbaca")] == [3, 2, 1]
    [blocked] = [row for name, row in rows.items() if name.startswith("Situs menolak pembaca kami")]
    assert blocked[0] == 1
    assert "SerikatAudit" in blocked[1]
    clauses = {row[1]: row for row in sheet(small, "Butir")}
    assert clauses["alamat"][:7] == ["Standar Rekaan", "alamat", "Judul alamat", "wajib", 0, 2, 0]


def test_what_happened_is_told_by_its_case_and_comes_first_where_most_were_not_read(tmp_path: Path) -> None:
    asked_to_wait = {**NOT_READ, "reached_detail": "HTTP 429"}
    named = [("a.example", NOT_READ), ("b.example", asked_to_wait), ("c.example", asked_to_wait), ("d.example", RECORD)]
    out = round_of(tmp_path / "round", named)
    write_summary(out, held=HELD)
    assert [node.text() for node in page(out).css("h1")] == ["3 dari 4 situs belum dapat dibaca"]
    assert [node.id for node in page(out).css("h2") if node.id in ("sebab", "sering")] == ["sebab", "sering"]
    reasons = [row[:2] for row in sheet(out, "Ringkasan") if "HTTP 429" in str(row[0]) or "CAPTCHA" in str(row[0])]
    assert [count for _, count in reasons] == [2, 1]
    assert "HTTP 429" in str(sheet(out, "Anggota")[2])


def test_every_outlet_has_its_row(small: Path) -> None:
    rows = sheet(small, "Anggota")
    assert [row[:2] for row in rows[1:]] == [
        [2, "kabar-fiktif.example"], [3, "b-rekaan.example"], [4, "9-fiktif.example"],
    ]  # fmt: skip
    assert rows[1][4:9] == [1, 2, 2, 2, "Judul alamat"]
    assert rows[2][4:8] == ["", "", "", ""]
    assert [row[9] for row in rows[1:]] == ["Buka", "", ""]


def test_what_the_list_says_of_a_member_stands_beside_its_outlet(tmp_path: Path) -> None:
    out = round_of(tmp_path / "round", [("a-fiktif.example", RECORD), ("b-fiktif.example", RECORD)])
    write_summary(out, held=HELD, members={2: Member("PT Kabar Fiktif", "Banten", "Kota Serang")})
    rows = sheet(out, "Anggota")
    assert rows[0][3:6] == ["Perusahaan", "Provinsi", "Kabupaten/kota"]
    assert [row[3:7] for row in rows[1:]] == [
        ["PT Kabar Fiktif", "Banten", "Kota Serang", "Situs terbaca"],
        ["", "", "", "Situs terbaca"],
    ]


def test_every_missing_finding_has_its_row_and_an_unread_site_has_none(small: Path) -> None:
    rows = sheet(small, "Temuan")[1:]
    assert [(row[0], row[2]) for row in rows] == [
        (name, clause) for name in ("kabar-fiktif.example", "9-fiktif.example") for clause in ("alamat", "penggajian")
    ]
    assert rows[0][3:5] == ["Judul alamat", "wajib"]
    assert rows[0][5:] == ["Alasan alamat", "kata-kata alamat", f"{SITE}redaksi", "Benahi alamat"]


def test_the_lists_lead_to_every_page_that_was_written(small: Path) -> None:
    links = [str(node.attributes["href"]) for node in page(small).css("a[href]") if node.attributes["href"]]
    inside = [link.split("#")[0] for link in links if not re.match("https?:|#", link)]
    assert "reports/kabar-fiktif.example.html" in inside
    assert [link for link in inside if not (small / link).is_file()] == []


def test_outlets_stand_by_name_under_their_letters(small: Path) -> None:
    assert outlets_on(page(small)) == ["9-fiktif.example", "b-rekaan.example", "kabar-fiktif.example"]
    assert [node.text().strip() for node in page(small).css("tr.letter")] == ["#", "B", "K"]
    assert outlets_on(page(small, "belum-terbaca.html")) == ["b-rekaan.example"]
    assert not (small / "perlu-dilihat.html").exists()


def test_a_site_that_may_be_hacked_is_told_first_and_apart_from_the_rest(tmp_path: Path) -> None:
    seen = {**RECORD["findings"][0], "rule": "site_integrity", "outcome": "unclear", "reason": "Mungkin diretas: slot"}
    hacked = {**RECORD, "findings": [*RECORD["findings"], seen]}
    out = round_of(tmp_path / "round", [("a-fiktif.example", hacked), ("b-fiktif.example", RECORD)])
    write_summary(out, held=HELD)
    assert outlets_on(page(out, "perlu-dilihat.html")) == ["a-fiktif.example"]
    assert "Mungkin diretas: slot" in str(page(out, "perlu-dilihat.html").html)
    assert [row[1:4] for row in sheet(out, "Lihat segera")[1:]] == [["a-fiktif.example", SITE, "Mungkin diretas: slot"]]
    passed_on = [str(cell) for name in ("Anggota", "Temuan", "Butir") for row in sheet(out, name) for cell in row]
    assert [cell for cell in passed_on if "diretas" in cell] == []


def test_what_is_only_recommended_is_counted_apart_from_what_binds(tmp_path: Path) -> None:
    advised = replace(HELD.standards[0].clauses[0], level=Level.RECOMMENDED)
    held = Library((replace(HELD.standards[0], clauses=(advised, *HELD.standards[0].clauses[1:])),))
    alone = {**RECORD, "findings": [each for each in RECORD["findings"] if each["clause"] == advised.id]}
    out = round_of(tmp_path / "round", [("a-fiktif.example", RECORD), ("b-fiktif.example", alone)])
    write_summary(out, held=held)
    rows = {row[0]: row[1] for row in sheet(out, "Ringkasan") if row[0]}
    assert rows["Perlu membenahi hal yang wajib"] == rows["Hanya kekurangan hal yang dianjurkan"] == 1
    assert outlets_on(page(out, "perlu-dibenahi.html")) == ["a-fiktif.example"]
    assert [row[5:7] for row in sheet(out, "Anggota")[1:]] == [[2, 1], [1, 0]]


def test_more_than_five_hundred_outlets_go_on_further_pages(tmp_path: Path) -> None:
    out = round_of(tmp_path / "round", [(f"{'ab'[at % 2]}{at:04}-fiktif.example", RECORD) for at in range(1201)])
    write_summary(out, held=HELD)
    pages = [outlets_on(page(out, name)) for name in ("index.html", "index-2.html", "index-3.html")]
    assert [len(names) for names in pages] == [500, 500, 201]
    assert sorted(name for names in pages for name in names) == [name for names in pages for name in names]
    letters = {node.text(): node.attributes["href"] for node in page(out).css("nav.contents p a")}
    assert letters == {"A": "index.html#a", "B": "index-2.html#b"}
    write_summary(round_of(out, [("a-fiktif.example", RECORD)]), held=HELD)
    assert not (out / "index-2.html").exists()


def test_words_of_a_site_never_act(tmp_path: Path) -> None:
    trap = '=HYPERLINK("http://jahat.example","x")</td><script>alert(1)</script>'
    finding = {**RECORD["findings"][0], "reason": trap, "quotes": [{"url": "javascript:alert(1)", "text": "+1+cmd"}]}
    record = {**RECORD, "url": "javascript:alert(1)", "findings": [finding]}
    out = round_of(tmp_path / "round", [(trap, record)])
    write_summary(out, held=HELD)
    cells = [str(cell) for name in ("Anggota", "Temuan") for row in sheet(out, name) for cell in row]
    assert [cell for cell in cells if cell[:1] in ("=", "+", "@")] == []
    assert page(out).css("script") == []
    assert [node for node in page(out).css("a") if str(node.attributes["href"]).startswith("javascript")] == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", "＝1"])
def test_what_a_spreadsheet_would_run_is_made_inert(text: str) -> None:
    assert inert(text) == f"'{text}"


def test_a_workbook_that_is_interrupted_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(KeyboardInterrupt), RoundWorkbook(tmp_path / "summary.xlsx", Titles(HELD), Tally(), "id"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_line_that_was_cut_off_is_left_out_and_a_damaged_one_is_named(small: Path) -> None:
    lines = small / "audits.jsonl"
    whole = lines.read_bytes()
    lines.write_bytes(whole + whole[:100])
    write_summary(small, held=HELD)
    assert len(sheet(small, "Anggota")) == 4
    for damaged in (b"{\n", b"{}\n", b"[]\n"):
        lines.write_bytes(damaged + whole)
        with pytest.raises(ValueError, match=r"audits\.jsonl, line 1, is damaged .* --resume"):
            write_summary(small, held=HELD)


def test_memory_does_not_grow_with_the_round(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        out = round_of(tmp_path / str(count), [(f"m{at}-fiktif.example", NOT_READ) for at in range(count)])
        gc.collect()
        tracemalloc.start()
        write_summary(out, held=HELD)
        reached = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return reached

    # Ten times the outlets; what the library keeps for itself varies a little from run to run.
    peak(10)
    assert peak(3000) < 3 * peak(300)


def test_the_pages_speak_english_when_asked(tmp_path: Path) -> None:
    out = round_of(tmp_path / "round", [("a-fiktif.example", RECORD)])
    write_summary(out, "en", HELD)
    body = page(out).body
    assert body is not None
    assert "1 of the 1 sites" in body.text()
    assert sheet(out, "Summary")


def test_lists_in_the_workbook_keep_their_headings_and_can_be_filtered(small: Path) -> None:
    with zipfile.ZipFile(small / "summary.xlsx") as workbook:
        sheets = [workbook.read(f"xl/worksheets/sheet{number}.xml").decode() for number in range(2, 6)]
    assert [sheet for sheet in sheets if 'state="frozen"' not in sheet or "<autoFilter" not in sheet] == []
