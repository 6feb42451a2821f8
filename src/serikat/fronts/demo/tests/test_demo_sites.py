"""The invented sites are plainly fictional, date themselves from the clock, and are served by their names."""

from __future__ import annotations

import json
import re
import urllib.request
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from serikat.engines.site_audit.reading.guideline_text import fingerprints_of
from serikat.fronts.demo.auditing import LoopbackNames, standards
from serikat.fronts.demo.outlets import Outlet, guideline, outlets
from serikat.fronts.demo.overview import browsable
from serikat.fronts.demo.serving import serving
from serikat.fronts.demo.site_pages import DemoSite
from serikat.fronts.demo.stories import articles_of

NOW = datetime(2026, 3, 1, 4, 30, tzinfo=UTC)
WITH_ARTICLES = [outlet for outlet in outlets() if outlet.reporters]


def asked(port: int, host: str, path: str) -> tuple[int, str]:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": f"{host}:{port}"})
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.mark.parametrize("outlet", WITH_ARTICLES, ids=lambda outlet: outlet.site)
def test_articles_date_back_half_a_year_from_the_clock(outlet: Outlet) -> None:
    articles = articles_of(outlet, NOW)
    newest = NOW - timedelta(days=outlet.newest_days_ago)
    assert newest - timedelta(hours=9) < articles[0].published <= newest
    assert articles[-1].published < NOW - timedelta(days=180)
    assert len({article.path for article in articles}) == len(articles)


@pytest.mark.parametrize("outlet", outlets(), ids=lambda outlet: outlet.site)
def test_every_outlet_is_plainly_fictional(outlet: Outlet) -> None:
    assert outlet.host.endswith(".example")
    company = outlet.company if outlet.company != "PT" else ""
    names = [outlet.name, company, *outlet.reporters, outlet.editor, outlet.publisher]
    assert [name for name in names if name and not re.search("fiktif|rekaan", name, re.IGNORECASE)] == []
    if outlet.theme in ("kolom", "lapak", "tangan"):
        home = DemoSite(outlet, NOW).answer(f"{outlet.path}/", outlet.host).body.decode()
        assert "Situs contoh, fiktif" in home


@pytest.mark.parametrize("outlet", WITH_ARTICLES, ids=lambda outlet: outlet.site)
def test_every_link_of_a_home_page_leads_somewhere(outlet: Outlet) -> None:
    site = DemoSite(outlet, NOW)
    home = site.answer(f"{outlet.path}/", outlet.host).body.decode()
    paths = {f"/{path.lstrip('/')}" for path in re.findall(r'<a href="(?!http)([^"]+)"', home)}
    assert paths
    assert [path for path in sorted(paths) if site.answer(path, outlet.host).status != 200] == []


def test_a_site_answers_under_its_name_and_reports_under_the_machine_s(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>Laporan</h1>", encoding="utf-8")
    with serving("127.0.0.1", 0, NOW, tmp_path) as port:
        assert "Suara Teluk Fiktif" in asked(port, "suara-teluk-fiktif.example", "/")[1]
        assert "Suara Teluk Fiktif" in asked(port, "suara-teluk-fiktif.localhost", "/")[1]
        assert "Pedoman Berita Siber" in asked(port, "pedoman.mata-angin-rekaan.example", "/")[1]
        assert asked(port, "pedoman.suara-teluk-fiktif.example", "/")[0] == 404
        assert "Kabar Rantau Fiktif" in asked(port, "kelompok-kabar-fiktif.example", "/rantau/")[1]
        assert "Kabar Rantau Fiktif" not in asked(port, "kelompok-kabar-fiktif.example", "/")[1]
        assert asked(port, "benteng-berita-rekaan.example", "/redaksi/")[0] == 403
        assert "<h1>Laporan</h1>" in asked(port, "127.0.0.1", "/")[1]
        assert asked(port, "127.0.0.1", "/../stories.toml")[0] == 404


async def test_no_name_outside_the_demo_is_answered() -> None:
    names = LoopbackNames("127.0.0.1")
    assert (await names.resolve("pedoman.mata-angin-rekaan.example", 80))[0]["host"] == "127.0.0.1"
    with pytest.raises(OSError, match="no such name"):
        await names.resolve("kabar-lain.example", 80)


def test_the_guideline_s_fingerprints_are_those_of_its_text() -> None:
    stored = files("serikat.fronts.demo") / "standards" / "pedoman-contoh-nusantara.fingerprints.json"
    texts = {clause.number: clause.text for clause in guideline()}
    assert json.loads(stored.read_text(encoding="utf-8")) == fingerprints_of(texts)
    assert 500 <= sum(len(text.split()) for text in texts.values()) <= 700


def test_the_invented_standards_speak_both_languages() -> None:
    for standard in standards().standards:
        for clause in standard.clauses:
            words = [clause.title, clause.wording, clause.remedy, *(way.what for way in clause.ways), clause.example]
            assert [one for one in words if one and (one.id == one.en or not one.id.strip())] == [], clause.id


def test_only_names_in_links_are_turned_for_the_browser() -> None:
    text = '<a href="http://suara-teluk-fiktif.example:80/x">suara-teluk-fiktif.example/x</a> <a href="http://lain.example/">'
    turned = browsable(text)
    assert 'href="http://suara-teluk-fiktif.localhost:80/x">suara-teluk-fiktif.example/x' in turned
    assert "http://lain.example/" in turned
