"""One real audit of the invented sites: each outlet gives what its faults deserve, and the reports come out whole."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from serikat.engines.judgement.finding import Outcome
from serikat.engines.site_audit.evidence.record import Reached
from serikat.foundation.members.roster.reading import read_roster
from serikat.fronts.demo.auditing import OutletAudit, audit_all
from serikat.fronts.demo.outlets import Outlet, outlets
from serikat.fronts.demo.roster import ROSTER, members_of, write_roster
from serikat.fronts.demo.run import write_reports
from serikat.fronts.demo.serving import serving

MET, NOT_MET, UNCLEAR, NONE = Outcome.MET, Outcome.NOT_MET, Outcome.UNCLEAR, Outcome.NOT_APPLICABLE

# Outlet -> clause -> what is found; what an outlet's line does not name is met or does not apply.
EXPECTED = {
    "suara-teluk-fiktif": {
        "pcn-published": MET, "pcn-correction-link": MET, "pcn-paid": MET, "pcn-comments": MET, "scn-https": NONE,
    },
    "warta-karang-rekaan": {"scn-masthead": NOT_MET, "scn-responsible": NOT_MET, "scn-apart": UNCLEAR},
    "kabar-bandar-rekaan": {"scn-responsible": NOT_MET, "scn-apart": UNCLEAR, "scn-company": MET},
    "lentera-pulau-rekaan": {
        "scn-responsible": NOT_MET, "scn-address": NOT_MET, "pcn-published": NOT_MET, "scn-ethics": NOT_MET,
        "pcn-reader-data": NOT_MET, "scn-apart": UNCLEAR, "scn-output": UNCLEAR, "scn-continuity": UNCLEAR,
        "pcn-writer": MET,
    },
    "jendela-negeri-rekaan": {"pcn-published": NOT_MET, "pcn-comments": NOT_MET},
    "gema-kepulauan-fiktif": {"pcn-published": NOT_MET, "pcn-paid": UNCLEAR},
    "mata-angin-rekaan": {"pcn-published": MET, "pcn-writer": MET, "pcn-time": MET, "scn-legal-form": MET},
    "cakrawala-timur-fiktif": {
        "scn-apart": NOT_MET, "pcn-time": NOT_MET, "scn-ethics": NOT_MET, "scn-output": UNCLEAR,
        "scn-continuity": UNCLEAR, "pcn-writer": MET, "pcn-reader-data": NOT_MET,
    },
    "obor-tua-fiktif": {
        "scn-legal-form": NOT_MET, "scn-continuity": NOT_MET, "scn-output": NOT_MET, "pcn-corrections": NOT_MET,
        "pcn-reader-data": NOT_MET, "pcn-reply": NOT_MET, "scn-apart": UNCLEAR, "pcn-published": MET,
        "pcn-writer": MET,
    },
    "kelompok-kabar-fiktif": {"scn-masthead": MET, "scn-responsible": MET},
    "teluk.kelompok-kabar-fiktif": {"scn-masthead": MET, "pcn-published": MET},
    "bukit.kelompok-kabar-fiktif": {"scn-address": NOT_MET, "scn-contact": MET},
    "kelompok-kabar-fiktif/rantau": {"scn-masthead": MET, "scn-output": MET, "scn-continuity": UNCLEAR},
    "warga-ombak.blog-rekaan": {"scn-legal-form": NOT_MET, "scn-company": UNCLEAR},
    "pelita-dermaga-rekaan": {"scn-integrity": UNCLEAR},
    "nada-pesisir-fiktif": {"scn-works": UNCLEAR, "scn-integrity": NONE},
    "gaung-pesisir-rekaan": {"scn-works": UNCLEAR},
    "kilas-hulu-rekaan": {"scn-legal-form": MET},
    "kilas-hilir-rekaan": {"scn-legal-form": MET},
    "embun-pagi-fiktif": {"scn-ethics": NOT_MET},
    "titik-tengah-rekaan": {"scn-address": NOT_MET},
    "suluh-ladang-fiktif": {"pcn-writer": NOT_MET},
    "riuh-pasar-rekaan": {"pcn-comments": NOT_MET},
    "akar-bakau-fiktif": {"pcn-published": NOT_MET, "scn-legal-form": MET},
    "angin-sawah-rekaan": {"pcn-corrections": NOT_MET, "pcn-reply": NOT_MET},
    "bisik-rimba-fiktif": {"scn-legal-form": NOT_MET, "scn-company": UNCLEAR},
    "jejak-garam-rekaan": {"scn-output": NOT_MET, "scn-continuity": NOT_MET},
    "hikayat-kota-fiktif": {"scn-legal-form": NOT_MET},
    "mentari-selat-rekaan": {"pcn-paid": MET},
    "perahu-kertas-fiktif": {"scn-badge": UNCLEAR},
    "balai-siaga-rekaan": {"scn-name": UNCLEAR},
    "serat-kayu-rekaan": {"pcn-reader-data": NOT_MET},
}  # fmt: skip
UNREAD = {
    "sapa-kampung-rekaan": Reached.EMPTY_SHELL,
    "benteng-berita-rekaan": Reached.BLOCKED,
    "tapak-lama-fiktif": Reached.PARKED,
    "layar-senja-fiktif": Reached.REDIRECTED_AWAY,
    "buih-lama-rekaan": Reached.DNS,
    "pintu-rapat-fiktif": Reached.ROBOTS,
    "mercu-padam-rekaan": Reached.HTTP_ERROR,
    "cermin-danau-rekaan": Reached.EMPTY_SHELL,
}


@dataclass(frozen=True, slots=True)
class Demo:
    audits: dict[str, OutletAudit]
    reports: Path


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    now, reports = datetime.now(UTC), tmp_path_factory.mktemp("demo")
    write_roster(reports / ROSTER)
    members = members_of(read_roster(reports / ROSTER))
    with serving("127.0.0.1", 0, now, reports) as port:
        audits = audit_all(members, "127.0.0.1", port, reports / "bukti", lambda outlet: None)
    write_reports(audits, reports, now, "id")
    return Demo({name_of(found.outlet): found for found in audits}, reports)


def name_of(outlet: Outlet) -> str:
    return outlet.site.replace(".example", "")


def test_every_outlet_is_expected() -> None:
    assert {name_of(outlet) for outlet in outlets()} == EXPECTED.keys() | UNREAD.keys()
    assert len(outlets()) == 40


def test_every_member_of_the_list_is_audited(demo: Demo) -> None:
    assert demo.audits.keys() == EXPECTED.keys() | UNREAD.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_an_outlet_gets_what_its_faults_deserve(demo: Demo, name: str) -> None:
    audit = demo.audits[name].audit
    assert audit.site.reached is Reached.READ
    found = {finding.clause: finding.outcome for finding in audit.findings}
    assert {clause: found[clause] for clause in EXPECTED[name]} == EXPECTED[name]
    others = {clause: outcome for clause, outcome in found.items() if clause not in EXPECTED[name]}
    assert {clause: outcome for clause, outcome in others.items() if outcome not in (MET, NONE)} == {}


@pytest.mark.parametrize("name", UNREAD)
def test_an_outlet_that_cannot_be_read_is_unclear_throughout(demo: Demo, name: str) -> None:
    audit = demo.audits[name].audit
    assert audit.site.reached is UNREAD[name]
    assert {finding.outcome for finding in audit.findings} == {UNCLEAR}


def test_writer_and_editor_are_read_apart_where_markup_confuses_them(demo: Demo) -> None:
    articles = [article for _, article in demo.audits["mata-angin-rekaan"].audit.site.articles]
    assert {name for article in articles for name in article.writers} == {"Intan Fiktif", "Jefri Rekaan"}
    assert {name for article in articles for name in article.editors} == {"Kirana Fiktif"}
    assert {str(article.published_at)[-6:] for article in articles} == {"+08:00"}


def test_the_guideline_s_missing_clauses_are_named(demo: Demo) -> None:
    findings = demo.audits["gema-kepulauan-fiktif"].audit.findings
    reason = next(finding.reason.id for finding in findings if finding.clause == "pcn-published")
    assert all(f"butir {number}" in reason for number in ("4", "6", "8"))
    assert "butir 5" not in reason


def test_every_outlet_has_its_page_and_its_line(demo: Demo) -> None:
    lines = (demo.reports / "audits.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(outlets())
    for outlet in outlets():
        stored = json.loads((demo.reports / "laporan" / f"{outlet.file_name}.json").read_text(encoding="utf-8"))
        assert stored["url"].startswith(f"http://{outlet.host}:")
        assert (stored["outlet"], stored["name"]) == (outlet.site, outlet.name)
        assert (demo.reports / "bukti" / stored["evidence"].rpartition("/")[2] / "gathering.json").is_file()
        assert "<h1>" in (demo.reports / "laporan" / f"{outlet.file_name}.html").read_text(encoding="utf-8")


def test_the_overview_leads_to_every_report(demo: Demo) -> None:
    parsed = LexborHTMLParser((demo.reports / "index.html").read_text(encoding="utf-8"))
    for link in (str(node.attributes["href"]) for node in parsed.css("a[href^='laporan/']")):
        assert (demo.reports / link).is_file()
    assert len(parsed.css("tbody tr")) == len(outlets())
    assert "8 situs belum dapat dibaca" in (parsed.body.text() if parsed.body else "")


def test_links_to_the_invented_sites_open_in_a_browser_and_their_names_stay(demo: Demo) -> None:
    page = (demo.reports / "laporan" / "mata-angin-rekaan.example.html").read_text(encoding="utf-8")
    parsed = LexborHTMLParser(page)
    outside = [str(node.attributes["href"]) for node in parsed.css("a[href^='http']")]
    assert outside
    assert [link for link in outside if ".localhost:" not in link] == []
    assert any("http://pedoman.mata-angin-rekaan.localhost:" in link for link in outside)
    assert "mata-angin-rekaan.example" in (parsed.body.text() if parsed.body else "")


def test_the_list_of_members_shows_what_lists_come_with(demo: Demo) -> None:
    roster = read_roster(demo.reports / ROSTER)
    assert (roster.header_row, len(roster.outlets)) == (5, 40)
    assert {one.province_code for one in roster.outlets} == {"81"}
    assert len([problem for problem in roster.problems if problem.is_left_out]) == 3
    assert [problem.value for problem in roster.problems if "salah ketik" in problem.words.id]


def test_what_stands_with_the_parent_is_quoted_from_the_parent(demo: Demo) -> None:
    findings = demo.audits["teluk.kelompok-kabar-fiktif"].audit.findings
    [masthead] = [finding for finding in findings if finding.clause == "scn-masthead"]
    assert {quote.url.partition(".example")[0] for quote in masthead.quotes} == {"http://kelompok-kabar-fiktif"}


def test_articles_that_two_outlets_share_are_shown_with_their_like(demo: Demo) -> None:
    findings = demo.audits["gaung-pesisir-rekaan"].audit.findings
    [works] = [finding for finding in findings if finding.clause == "scn-works"]
    assert works.quotes
    assert [quote.text for quote in works.quotes if "≈ http://nada-pesisir-fiktif.example" not in quote.text] == []


def test_a_hacked_site_is_told_of_that_first(demo: Demo) -> None:
    text = LexborHTMLParser((demo.reports / "index.html").read_text(encoding="utf-8"))
    [row] = [row.text() for row in text.css("tbody tr") if "Pelita Dermaga Rekaan" in row.text()]
    assert "Situs tidak diretas" in row


def test_only_paid_articles_count_as_paid(demo: Demo) -> None:
    articles = [article for _, article in demo.audits["suara-teluk-fiktif"].audit.site.articles]
    paid = [article.title for article in articles if article.is_advertorial]
    assert paid
    assert [title for title in paid if not title.startswith("Dinas Perpustakaan Rekaan")] == []
