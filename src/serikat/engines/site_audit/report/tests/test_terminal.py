"""The terminal's report reads without colour, at 80 columns, in one language."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.words import Language
from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.findings import Audit
from serikat.engines.site_audit.report.html import render_html
from serikat.engines.site_audit.report.terminal import print_audit, sign
from serikat.engines.site_audit.report.tests.audits import (
    audit_of,
    clause,
    finding,
    gathering,
    quote,
    standard,
    varied_audit,
)


def printed(audit: Audit, language: Language = "id", width: int = 80) -> str:
    out = io.StringIO()
    print_audit(audit, Console(file=out, width=width, color_system=None), language)
    return out.getvalue()


def test_the_answer_comes_before_the_list() -> None:
    said = printed(varied_audit())
    assert "1 dari 5 hal yang dapat dibaca mesin sudah terpenuhi" in said
    assert said.index("perlu dibenahi") < said.index("Judul alamat") < said.index("Judul penggajian")
    assert said.index("Judul penggajian") < said.index("Judul pedoman") < said.index("Judul redaksi")


def test_an_outcome_is_a_sign_and_a_word() -> None:
    said = printed(varied_audit())
    for line in ("✗ Belum terpenuhi", "? Belum jelas", "╌ Gagal diperiksa", "✓ Terpenuhi"):
        assert line in said


def test_a_finding_shows_the_words_the_page_the_article_and_what_to_do() -> None:
    said = printed(varied_audit())
    place = "/redaksi · dilihat 22 November 2026, 07.12 WIB"
    for words in ("“kata-kata alamat”", place, "Pasal 5, Peraturan Rekaan 1/2020", "Benahi alamat"):
        assert words in said


def test_no_line_is_wider_than_the_terminal() -> None:
    assert max(map(len, printed(varied_audit()).splitlines())) <= 80


def test_english_speaks_english() -> None:
    said = printed(varied_audit(), "en")
    assert "1 of the 5 things that a machine can read are met" in said
    assert "Put alamat right" in said
    assert "Belum" not in said


def test_a_site_that_could_not_be_read_gets_a_reason_and_a_way_out_but_no_findings() -> None:
    said = printed(varied_audit(gathering(Reached.BLOCKED, "HTTP 403", ())))
    assert "Situs belum dapat dibaca" in said
    assert "HTTP 403" in said
    assert "SerikatAudit" in said
    assert "Judul alamat" not in said


def test_words_of_a_site_are_no_markup() -> None:
    one = clause("alamat", rule="editorial_address")
    said = printed(audit_of(standard(one), [finding(one, Outcome.NOT_MET, quote("[bold]tebal[/] [red]"))]))
    assert "[bold]tebal[/] [red]" in said


def test_a_poor_terminal_gets_plain_signs() -> None:
    assert sign(Outcome.MET, "ascii") == "+"
    assert {sign(outcome, "cp1252") for outcome in Outcome} == {"+", "x", "?", "-", "~"}


def test_words_of_a_site_cannot_command_the_terminal() -> None:
    of = clause("alamat", rule="editorial_address")
    audit = audit_of(standard(of), [finding(of, Outcome.NOT_MET, quote("Jl.\x1b]0;judul\x07\x1b[31m \u202erekaan"))])
    said = printed(audit)
    assert not set("\x1b\x07\u202e") & set(said)
    assert "rekaan" in said


def test_signs_of_a_break_in_come_before_everything_else() -> None:
    risk = replace(clause("diretas", rule="site_integrity"), urgent=True)
    other = clause("alamat", rule="editorial_address", weight=5)
    audit = audit_of(standard(other, risk), [finding(other, Outcome.NOT_MET), finding(risk, Outcome.UNCLEAR)])
    said = printed(audit)
    assert said.index("Lihat ini lebih dulu: Alasan diretas") < said.index("Judul alamat")
    page = render_html(audit, "id")
    assert page.index("Lihat ini lebih dulu") < page.index("Judul alamat", page.index("<main"))
