"""The page is inert whatever a site says, asks nobody for anything, and is whole in both languages."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from serikat.engines.judgement.finding import Outcome, Quote
from serikat.engines.judgement.words import Language
from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.findings import Audit
from serikat.engines.site_audit.report import phrases
from serikat.engines.site_audit.report.html import render_html, stylesheet
from serikat.engines.site_audit.report.tests.audits import (
    MOMENT,
    audit_of,
    clause,
    finding,
    gathering,
    page,
    quote,
    standard,
    varied_audit,
)

HOSTILE = "</script><script>alert(1)</script>", '" onmouseover="alert(1)', "<img src=x onerror=alert(1)>", "</style><b>"


def hostile_audit() -> Audit:
    one = clause("alamat", rule="editorial_address")
    quotes = [quote(words) for words in HOSTILE] + [
        Quote("javascript:alert(1)", "tautan", MOMENT),
        Quote("data:text/html,<script>alert(1)</script>", "data", MOMENT),
        Quote('http://kabar-fiktif.example/" onmouseover="alert(1)', "kutip", MOMENT),
    ]
    home = page("", f"<title>{HOSTILE[3]}&lt;/style&gt;&lt;script&gt;alert(1)</title>", "home")
    return audit_of(standard(one), [finding(one, Outcome.NOT_MET, *quotes)], gathering(fetches=(home,)))


def tree(audit: Audit, language: Language = "id") -> LexborHTMLParser:
    return LexborHTMLParser(render_html(audit, language))


def unread_audit() -> Audit:
    return varied_audit(gathering(Reached.BLOCKED, "HTTP 403", ()))


def test_hostile_words_stay_words() -> None:
    parsed = tree(hostile_audit())
    assert parsed.css("script, img, b, iframe, object, embed, form, link, base") == []
    assert len(parsed.css("style")) == 1
    handlers = [name for node in parsed.css("*") for name in node.attributes if name[:2] == "on" or name == "style"]
    assert handlers == []
    shown = parsed.body.text() if parsed.body else ""
    for words in HOSTILE:
        assert words in shown


def test_links_lead_only_to_the_web_and_tell_it_nothing() -> None:
    links = [node.attributes for node in tree(hostile_audit()).css("a[href]:not([href^='#'])")]
    assert links
    for link in links:
        assert str(link["href"]).startswith(("http://", "https://"))
        assert link["rel"] == "noreferrer nofollow noopener"


@pytest.mark.parametrize("audit", [varied_audit(), unread_audit(), hostile_audit()], ids=["read", "unread", "hostile"])
def test_the_page_asks_nobody_for_anything(audit: Audit) -> None:
    parsed = tree(audit)
    assert parsed.css("[src], [srcset], [background], [poster], link, script") == []
    style = parsed.css("style")[0].text()
    assert set(re.findall(r"url\((?!data:font/woff2;base64,)", style)) == set()
    assert "@import" not in style
    policy = str(parsed.css("meta[http-equiv='Content-Security-Policy']")[0].attributes["content"])
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none';")
    assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_a_running_title_cannot_leave_its_string() -> None:
    style = str(stylesheet('"; } body { display: none } </style><script>', "Halaman"))
    assert "</style" not in style
    assert "<script" not in style
    assert '"; } body' not in style


def test_the_answer_comes_first_and_what_is_missing_in_the_order_of_the_plan() -> None:
    text = tree(varied_audit()).css("main")[0].text()
    order = [
        "Yang bisa dibereskan minggu ini", "Benahi alamat", "Benahi penggajian", "Belum jelas bukan", "Sudah terpenuhi",
        "Yang tidak bisa dilihat mesin", "Halaman yang dibaca", "Catatan penilai",
    ]  # fmt: skip
    body = text[text.index("1 dari 5") :]
    at = [body.rindex(words) for words in order]
    assert at == sorted(at)


def test_an_item_shows_the_words_the_page_the_moment_the_article_and_an_example() -> None:
    (item,) = tree(varied_audit()).css("article#hal-1")
    for words in ("kata-kata alamat", "kabar-fiktif.example/redaksi", "22 November 2026, 07.12 WIB", "Pasal 5",
                  "Peraturan Rekaan 1/2020", "Kewajiban alamat", "Benahi alamat", "Contoh alamat (nama)"):  # fmt: skip
        assert words in item.text()


def test_a_fault_of_a_template_is_one_item_with_all_its_pages() -> None:
    one = clause("tanggal", rule="article_dates")
    quotes = [quote("Memuat tanggal...", f"berita-{number}") for number in range(9)]
    items = tree(audit_of(standard(one), [finding(one, Outcome.NOT_MET, *quotes)])).css("article.item")
    assert len(items) == 1
    assert "Kata-kata yang sama ada di 9 halaman" in items[0].text()
    assert "dan 5 halaman lain" in items[0].text()


def test_a_site_that_could_not_be_read_gets_a_page_of_its_own() -> None:
    parsed = tree(unread_audit())
    assert parsed.css("article.item") == []
    text = parsed.css("main")[0].text()
    for words in ("Situs belum dapat dibaca", "HTTP 403", "SerikatAudit", "Judul alamat"):
        assert words in text
    assert "Belum terpenuhi" not in text


@pytest.mark.parametrize(("reached", "is_told"), [(Reached.PARKED, True), (Reached.BLOCKED, False)])
def test_a_lost_domain_is_told_first_on_the_page_of_a_site_that_could_not_be_read(
    reached: Reached, is_told: bool
) -> None:
    risk = replace(clause("domain", rule="site_integrity"), urgent=True)
    seen = finding(risk, Outcome.UNCLEAR, quote("Domain ini dijual"))
    main = tree(audit_of(standard(risk), [seen], gathering(reached, "", ()))).css("main")[0].text()
    assert ("Lihat ini lebih dulu: Alasan domain" in main and "Domain ini dijual" in main) is is_told
    assert not is_told or main.index("Lihat ini lebih dulu") < main.index("Situs belum dapat dibaca")


def test_only_a_complete_site_is_said_to_be_complete() -> None:
    one, two = clause("alamat", rule="editorial_address"), clause("pedoman", rule="guideline_text")
    complete = phrases.PHRASES["complete"].id
    whole = audit_of(standard(one, two), [finding(one, Outcome.MET), finding(two, Outcome.NOT_APPLICABLE)])
    partly = audit_of(standard(one, two), [finding(one, Outcome.MET), finding(two, Outcome.UNCLEAR)])
    assert complete in render_html(whole)
    assert complete not in render_html(partly)


@pytest.mark.parametrize("audit", [varied_audit(), unread_audit()], ids=["read", "unread"])
def test_no_word_of_the_other_language_is_left(audit: Audit) -> None:
    said = {language: LexborHTMLParser(render_html(audit, language)).body for language in ("id", "en")}
    tables = (phrases.OUTCOMES, phrases.HORIZONS, phrases.WAYS, phrases.LEVELS, phrases.KINDS, phrases.PHRASES)
    every = [words for table in tables for words in table.values() if words.id != words.en and "{" not in words.id]
    for language, other in (("id", "en"), ("en", "id")):
        body = said[language]
        text = body.text(separator="\n") if body else ""
        lines = {line.strip() for line in text.splitlines()}
        assert [getattr(words, other) for words in every if getattr(words, other) in lines] == []


def test_every_sentence_has_the_same_blanks_in_both_languages() -> None:
    for name, words in phrases.PHRASES.items():
        assert sorted(re.findall(r"\{\w+\}", words.id)) == sorted(re.findall(r"\{\w+\}", words.en)), name


@pytest.mark.parametrize("language", ["id", "en"])
def test_headings_and_landmarks_lead_through_the_page(language: Language) -> None:
    parsed = tree(varied_audit(), language)
    assert parsed.root is not None
    assert parsed.root.attributes["lang"] == language
    assert len(parsed.css("main")) == len(parsed.css("h1")) == 1
    levels = [int(str(node.tag)[1]) for node in parsed.css("h1, h2, h3, h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [node.attributes["id"] for node in parsed.css("[id]")]
    assert len(ids) == len(set(ids))
    targets = [str(node.attributes["href"])[1:] for node in parsed.css("a[href^='#']")]
    assert [target for target in targets if target not in ids] == []


def test_a_page_weighs_less_than_150_kilobytes_compressed() -> None:
    clauses = [clause(f"butir-{number}", rule=f"rule_{number}") for number in range(60)]
    quotes = [quote("kata " * 70, f"hal-{at}") for at in range(3)]
    findings = [finding(one, Outcome.NOT_MET, *quotes) for one in clauses]
    assert len(gzip.compress(render_html(audit_of(standard(*clauses), findings)).encode())) < 150_000


def test_the_font_travels_with_its_licence() -> None:
    from importlib.resources import files  # noqa: PLC0415

    folder = files("serikat.engines.site_audit.report") / "fonts"
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8").upper()


def test_words_of_one_page_stand_above_one_name_of_it() -> None:
    one = clause("redaksi", rule="masthead")
    quotes = [quote("Redaktur: Rani Fiktif"), quote("Wartawan: Oto Rekaan"), quote("Surel: ada", "kontak")]
    (item,) = tree(audit_of(standard(one), [finding(one, Outcome.NOT_MET, *quotes)])).css("article.item")
    figures = item.css("figure")
    assert [len(figure.css("blockquote p")) for figure in figures] == [2, 1]
    assert item.text().count("kabar-fiktif.example/redaksi") == 1
