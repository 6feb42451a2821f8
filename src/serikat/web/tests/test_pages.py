"""Pages speak the chosen language, refuse politely, and carry no style, script or icon that is not there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from serikat.web import errors
from serikat.web.language import COOKIE

pytestmark = pytest.mark.urls("serikat.web.tests.site")
WEB = Path(__file__).resolve().parents[1]
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))


def page_of(path: str, language: str = "", theme: str = "") -> str:
    client = Client(raise_request_exception=False)
    if language:
        client.cookies[COOKIE] = language
    if theme:
        client.cookies["theme"] = theme
    return client.get(path, headers={"accept-language": "en"}).content.decode()


def test_a_page_is_indonesian_whatever_the_browser_prefers() -> None:
    assert '<html lang="id">' in page_of("/komponen/")


def test_a_page_carries_the_association_s_name() -> None:
    page = page_of("/komponen/")
    assert "<title>Komponen · Serikat Media Rekaan</title>" in page
    assert '<a class="name" href="/">Serikat Media Rekaan</a>' in page


def test_an_english_page_is_english() -> None:
    english = page_of("/komponen/", "en")
    assert '<html lang="en">' in english
    assert "Upload the member list" in english
    assert "Unggah" not in english


def test_the_switch_keeps_the_language_and_leads_back() -> None:
    client = Client()
    response = client.post("/bahasa/", {"language": "en", "next": "/anggota/?hal=2"})
    assert (response.status_code, response["Location"]) == (302, "/anggota/?hal=2")
    assert '<html lang="en">' in client.get("/anggota/").content.decode()


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_the_switch_never_leads_elsewhere(target: str) -> None:
    assert Client().post("/bahasa/", {"language": "en", "next": target})["Location"] == "/komponen/"


def test_the_switch_is_no_link() -> None:
    assert Client().get("/bahasa/").status_code == 405


def test_the_theme_is_kept_and_nonsense_is_not() -> None:
    assert 'data-theme="dark"' in page_of("/komponen/", theme="dark")
    assert "data-theme" not in page_of("/komponen/", theme='"><script>')


def test_caches_keep_the_languages_apart() -> None:
    response = Client().get("/komponen/")
    assert "Cookie" in response["Vary"]
    assert response["Content-Language"] == "id"


def test_what_django_leaves_out_of_the_headers_is_there() -> None:
    response = Client().get("/komponen/")
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("/salah/400/", 400, "tidak terbaca"),
        ("/salah/403/", 403, "tidak berwenang"),
        ("/salah/refused/", 403, "Hanya sekretaris yang dapat &lt;menghapus&gt;."),
        ("/tidak-ada/", 404, "tidak ditemukan"),
        ("/salah/413/", 413, "terlalu besar"),
        ("/salah/500/", 500, "bukan kesalahan Anda"),
    ],
)
def test_what_goes_wrong_says_so_and_what_to_do(path: str, status: int, sentence: str) -> None:
    response = Client(raise_request_exception=False).get(path)
    assert response.status_code == status
    assert sentence in response.content.decode()
    assert status == 400 or "no-store" in response["Cache-Control"]


def test_what_is_only_sent_says_so_when_it_is_opened() -> None:
    opened, sent = Client().get("/bahasa/"), Client().post("/komponen/")
    assert (opened.status_code, opened["Allow"]) == (405, "POST")
    assert "bekerja lewat tombolnya" in opened.text
    assert (sent.status_code, sent["Allow"]) == (405, "GET, HEAD")
    assert "hanya untuk dibaca" in sent.text


@pytest.mark.parametrize(
    ("before", "leads_to"),
    [
        ("http://testserver/anggota/?hal=2", "/anggota/?hal=2"),
        ("http://testserver/salah/403/", ""),
        ("http://testserver/masuk/?next=/salah/403/", ""),
        ("http://testserver//jahat.example/", ""),
        ("https://jahat.example/anggota/", ""),
        ("http://[", ""),
    ],
)
def test_the_way_back_leads_to_the_page_before_and_never_elsewhere(before: str, leads_to: str) -> None:
    page = Client().get("/salah/403/", headers={"referer": before}).text
    ways = re.findall(r'<a class="button[^"]*" href="([^"]*)"', page)
    assert ways == ([leads_to] if leads_to else []) + ["/"]


def test_the_way_from_a_missing_page_leads_to_its_list() -> None:
    page = Client().get("/anggota/tidak-ada/").text
    assert '<a class="button button-main" href="/anggota/">Ke Anggota</a>' in page


TROUBLE = ("/salah/403/", "/salah/413/", "/salah/500/", "/salah/database/", "/tidak-ada/", "/bahasa/")


def test_whoever_is_signed_in_keeps_the_menu_unless_the_database_broke(settings: Any) -> None:
    assert [path for path in TROUBLE if 'id="menu"' in page_of(path)] == []
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "serikat.web.tests.site.somebody_signed_in"]
    assert [path for path in TROUBLE if 'id="menu"' not in page_of(path)] == ["/salah/database/"]


def test_a_name_that_is_not_ours_is_refused_without_falling_over() -> None:
    answer = Client(raise_request_exception=False).get("/komponen/", headers={"host": "jahat.example"})
    assert answer.status_code == 400
    assert "tidak terbaca" in answer.text


def test_a_form_from_an_old_page_is_explained() -> None:
    response = errors.form_expired(RequestFactory().post("/"), reason="CSRF token missing.")
    assert response.status_code == 403
    assert "terlalu lama terbuka" in response.content.decode()


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_page_has_a_style_or_script_within(language: str) -> None:
    page = page_of("/komponen/", language)
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", page) == []
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))


def test_every_template_compiles() -> None:
    django = engines["django"]
    for template in TEMPLATES:
        django.get_template(template.relative_to(WEB / "templates").as_posix())


def test_every_component_says_what_it_is_for() -> None:
    silent = [path.name for path in TEMPLATES if "{% comment %}" not in path.read_text(encoding="utf-8")]
    assert [name for name in silent if path_is_component(name)] == []


def path_is_component(name: str) -> bool:
    return (WEB / "templates" / "cotton" / name).is_file()


def test_every_component_stands_in_the_gallery() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in (WEB / "templates/web").rglob("*.html"))
    shown += "".join(path.read_text(encoding="utf-8") for path in (WEB / "templates/cotton").glob("*.html"))
    names = [path.stem.replace("_", "-") for path in (WEB / "templates/cotton").glob("*.html")]
    assert [name for name in names if f"<c-{name}" not in shown] == []


def test_a_live_page_moves_without_scripts_too() -> None:
    assert '<meta http-equiv="refresh" content="10">' in render_to_string("web/live.html", {"refresh": 10})


def test_every_icon_is_in_the_sprite() -> None:
    sprite = (WEB / "static/web/icons.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r'symbol id="([\w-]+)"', sprite))
    pages = page_of("/komponen/") + "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    asked = set(re.findall(r"icons\.svg#([\w-]+)", pages)) | set(re.findall(r'\{% icon "([\w-]+)"', pages))
    asked |= set(re.findall(r'\sicon="([\w-]+)"', pages))
    assert asked - drawn == set()


def test_the_gallery_is_not_heavy() -> None:
    assert len(page_of("/komponen/")) < 80_000


def test_it_says_that_it_is_alive() -> None:
    assert Client().get("/healthz").content == b"ok\n"
