"""Words that sell are told from words that report, and injected links from a site's own."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.reading.infection import Sign, infections
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.spam_words import sold_in, sold_on_link

WORDS = "<p>Warga Tirtamaya memperbaiki jembatan desa bersama-sama sejak pagi.</p>"
OFFERS = "".join(
    f'<a href="https://{name}.example/">{words}</a>'
    for name, words in (("satu", "slot gacor"), ("dua", "togel online"), ("tiga", "judi bola"), ("empat", "SLOT88"))
)


@pytest.mark.parametrize(
    "title",
    [
        "SLOT GACOR | Daftar Situs Slot Online Terpercaya",
        "Bocoran RTP Slot Malam Ini Maxwin x500",
        "Prediksi Togel HK dan Keluaran SGP",
        "situs-slot-gacor-deposit-qris",
        "toto_macau_link_alternatif_login",
        "Nonton Bokep Indo Terbaru",
        "Buy Cialis 20 mg Without Prescription",
        "Best Online Casinos No Deposit Bonus",
        "Essay Writing Service, Write My Essay",
    ],
)
def test_what_sells_is_recognised(title: str) -> None:
    assert sold_in(title)


@pytest.mark.parametrize(
    "title",
    [
        "Polisi Gerebek Rumah Bandar Togel Online di Tirtamaya",
        "Komdigi Blokir 3.000 Situs Slot Gacor dan Link Alternatif",
        "Waspada! Iming-Iming Bonus Judi Online Menyasar Pelajar",
        "Begini Modus Deposit Judi Slot lewat QRIS",
        "Kejari Sidangkan Kasus Bocoran RTP Slot",
        "Situs Dinas Disusupi Slot Gacor, Ini Penjelasan Pengelola yang Diretas",
        "Gacor! Penyerang Tirtamaya Cetak Tiga Gol dan Raih Bonus",
        "Maskapai Minta Tambahan Slot Penerbangan",
        "Toto Tirtasari Daftar Jadi Calon Ketua",
        "Lomba Burung Gacor Berhadiah",
        "Lomba Menulis Esai untuk Pelajar",
        "BPOM Sita Viagra Palsu yang Dijual Murah",
        "Court bans online casino bonus advertising",
    ],
)
def test_news_is_not_taken_for_an_offer(title: str) -> None:
    assert sold_in(title) == ""
    assert sold_on_link(title) == ""


@pytest.mark.parametrize("words", ["togel online", "SLOT88", "judi bola", "situs toto", "live casino"])
def test_a_search_phrase_on_a_link_to_another_site_is_an_offer(words: str) -> None:
    assert sold_on_link(words)


@pytest.mark.parametrize(
    "opening",
    [
        '<div style="display:none">',
        '<div style="visibility: hidden">',
        '<div style="position:absolute; left:-5000px">',
        '<p style="font-size:0">',
        '<div style="height:0;overflow:hidden"><ul><li>',
        "<section hidden>",
    ],
)
def test_links_out_of_sight_are_told(opening: str) -> None:
    assert signs(f"<title>Warta</title>{WORDS}{opening}{OFFERS}") == [Sign.HIDDEN_LINKS]


def test_offers_in_plain_sight_are_told_as_such() -> None:
    assert signs(f"<title>Warta</title>{WORDS}<footer>{OFFERS}</footer>") == [Sign.OFFERS_LINKED]


def test_a_hidden_menu_of_sister_sites_is_none() -> None:
    menu = "".join(f'<a href="https://warta-{n}.example/">Warta Kota {n}</a>' for n in range(80))
    assert signs(f'<title>Warta</title>{WORDS}<div style="display:none">{menu}</div>') == []


def test_topics_of_the_site_itself_are_none() -> None:
    topics = "".join(
        f'<a href="/tag/{words.replace(" ", "-")}">{words}</a>' for words in ("slot gacor", "togel online", "judi bola")
    )
    assert signs(f"<title>Warta</title>{WORDS}{topics}") == []


def test_a_title_in_another_script_than_its_page_is_told() -> None:
    assert signs(f"<title>格安ブランド財布 通販</title>{WORDS}") == [Sign.OTHER_SCRIPT]
    assert signs("<title>雅加达新闻网</title><p>" + "雅加达新闻" * 50) == []


def signs(markup: str) -> list[Sign]:
    fetch = Fetch("https://warta.example/", "https://warta.example/", "home", 200, (), markup.encode(), "", "")
    gathering = Gathering("https://warta.example/", "2026-11-01T00:00:00Z", "0", "t", Reached.READ, "", (fetch,))
    return [infection.sign for infection in infections(Site(gathering))]
