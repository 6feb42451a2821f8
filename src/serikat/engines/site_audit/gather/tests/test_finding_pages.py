"""The pages that a standard asks for are found by links, lists and usual paths, and articles are sampled with sense."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from serikat.engines.site_audit.evidence.record import Gathering, Reached
from serikat.engines.site_audit.gather.gathering import gather_site
from serikat.engines.site_audit.gather.limits import Progress
from serikat.engines.site_audit.gather.sampling import likeness
from serikat.engines.site_audit.gather.tests.servers import (
    QUICK,
    TEST_BED,
    Names,
    Reply,
    fetched,
    gathered,
    html,
    link,
    serving,
)

STORY = Reply(html("Warga Tirtamaya Gotong Royong"))
XML = "application/xml"


def pages(gathering: Gathering, purpose: str = "page") -> list[str]:
    return [fetch.url.partition("/")[2].partition("/")[2].partition("/")[2] for fetch in gathering.fetches
            if fetch.purpose == purpose and fetch.failure is None]  # fmt: skip


def sitemap(*entries: str, tag: str = "url") -> str:
    outer = "urlset" if tag == "url" else "sitemapindex"
    return f"<?xml version='1.0'?><{outer}>" + "".join(f"<{tag}>{entry}</{tag}>" for entry in entries) + f"</{outer}>"


async def test_pages_are_found_by_the_words_on_links_whatever_their_address() -> None:
    links = {"/?p=49": "Redaksi", "/statics/aturan": "Pedoman Media Siber", "/x/1": "Hak Jawab", "/y": "Kontak Kami"}
    home = html("Kabar", *(link(address, words) for address, words in links.items()))
    async with serving({
        "/": Reply(home),
        **{address: Reply(html(words)) for address, words in links.items()},
    }) as server:
        found = pages(await gathered(server))
        assert {"?p=49", "statics/aturan", "x/1", "y"} <= set(found)


async def test_the_page_called_by_name_comes_before_headlines_with_the_word() -> None:
    headlines = [link(f"/b/{n}", f"Kontak Senjata Pecah di Perbatasan {n}") for n in range(5)]
    routes = {"/": Reply(html("Kabar", *headlines, link("/p-7", "Kontak"))), "/p-7": Reply(html("Kontak"))}
    async with serving(routes) as server:
        found = pages(await gathered(server))
        assert found[0] == "p-7"


async def test_a_page_on_another_subdomain_of_the_site_is_followed() -> None:
    routes = {"dalam.kabar.example/pedoman": Reply(html("Pedoman Media Siber"))}
    async with serving(routes) as server:
        inside = f"http://dalam.kabar.example:{server.port}/pedoman"
        routes["kabar.example/"] = Reply(html("Kabar", link(inside, "Pedoman Media Siber")))
        names = Names({"kabar.example": "127.0.0.1", "dalam.kabar.example": "127.0.0.1"})
        url = f"http://kabar.example:{server.port}/"
        gathering = await gather_site(url, QUICK, policy=TEST_BED, names=names)
        assert fetched(gathering, "/pedoman").failure is None


async def test_pages_of_other_sites_are_never_asked() -> None:
    home = html(
        "Kabar", link("http://dewan.example/pedoman", "Pedoman Media Siber"), link("http://lain.example/b", "Berita")
    )
    async with serving({"/": Reply(home)}) as server:
        gathering = await gathered(server)
        assert not any("dewan.example" in fetch.url or "lain.example" in fetch.url for fetch in gathering.fetches)


async def test_a_page_linked_only_from_the_about_page_is_found() -> None:
    routes = {
        "/": Reply(html("Kabar", link("/profil-kami", "Tentang Kami"))),
        "/profil-kami": Reply(html("Tentang", link("/tim", "Susunan Redaksi"))),
        "/tim": Reply(html("Susunan Redaksi")),
    }
    async with serving(routes) as server:
        assert "tim" in pages(await gathered(server))


async def test_a_page_listed_only_in_a_sitemap_is_found() -> None:
    routes = {"/": Reply(html("Kabar")), "/kode-etik-kami": Reply(html("Kode Etik"))}
    async with serving(routes) as server:
        routes["/sitemap.xml"] = Reply(sitemap(f"<loc>{server.url}kode-etik-kami</loc>").encode(), kind=XML)
        assert "kode-etik-kami" in pages(await gathered(server))


async def test_usual_paths_are_tried_where_no_link_leads() -> None:
    async with serving({"/": Reply(html("Kabar")), "/redaksi": Reply(html("Redaksi"))}) as server:
        assert "redaksi" in pages(await gathered(server))


async def test_a_site_of_files_is_asked_for_files_beside_its_home() -> None:
    home = html("Kabar", *(link(f"{name}.html", name.title()) for name in ("warta", "budaya", "niaga")))
    async with serving({"/kabar/index.html": Reply(home), "/kabar/redaksi.html": Reply(html("Redaksi"))}) as server:
        assert "kabar/redaksi.html" in pages(await gathered(server, path="kabar/index.html"))


async def test_a_site_that_answers_everything_gives_no_guessed_pages() -> None:
    anything = Reply(html("Kabar Tirtamaya", "<p>Selamat datang di halaman kami.</p>"))
    names = ("redaksi", "kontak", "pedoman-media-siber", "hak-jawab", "kode-etik", "tentang-kami", "privacy-policy")
    nonsense = {f"/{name}": anything for name in names}
    async with serving({**nonsense, "/": anything}) as server:
        assert pages(await gathered(server)) == []


@pytest.mark.parametrize("empty", ["<urlset></urlset>", "<sitemapindex/>", "<rss><channel></channel></rss>"])
async def test_a_list_of_nothing_is_read_as_such(empty: str) -> None:
    routes = {"/": Reply(html("Kabar")), **dict.fromkeys(("/sitemap.xml", "/feed"), Reply(empty.encode(), kind=XML))}
    async with serving(routes) as server:
        assert (await gathered(server)).reached is Reached.READ


async def test_articles_come_from_feed_news_sitemap_home_and_sections() -> None:
    own = ("2026/11/dari-umpan", "2026/11/dari-peta", "b/dari-muka-depan-kota-ini", "b/dari-rubrik-warta-hari-ini")
    routes = {f"/{name}": STORY for name in own}
    routes["/warta"] = Reply(html("Warta", link("/b/dari-rubrik-warta-hari-ini", "Dari rubrik warta hari ini")))
    async with serving(routes) as server:
        url = server.url
        feed = f"<rss><channel><item><title>x</title><link>{url}2026/11/dari-umpan</link></item></channel></rss>"
        news = sitemap(f"<loc>{url}2026/11/dari-peta</loc><news:news><news:title>y</news:title></news:news>")
        index = sitemap(f"<loc>{url}news.xml.gz</loc>", tag="sitemap")
        routes |= {
            "/feed": Reply(feed.encode(), kind="application/rss+xml"),
            "/sitemap.xml": Reply(index.encode(), kind=XML),
            "/news.xml.gz": Reply(gzip.compress(news.encode()), kind="application/x-gzip"),
            "/": Reply(
                html("Kabar", link("/warta", "Warta"), link("/b/dari-muka-depan-kota-ini", "Dari muka depan kota"))
            ),
        }
        articles = pages(await gathered(server), "article")
        assert sorted(articles) == sorted(own)


async def test_the_sample_is_spread_over_sections() -> None:
    stories = [
        f"/{section}/2026/11/{n:02}/cerita-{n}" for section in ("niaga", "budaya", "olahraga") for n in range(1, 15)
    ]
    home = html("Kabar", *(link(address, "Cerita panjang dari kota ini") for address in stories))
    async with serving({"/": Reply(home), **dict.fromkeys(stories, STORY)}) as server:
        articles = pages(await gathered(server, budget=replace(QUICK, articles=9)), "article")
        for section in ("niaga", "budaya", "olahraga"):
            assert sum(address.startswith(section) for address in articles) == 3
        assert "niaga/2026/11/14/cerita-14" in articles


async def test_a_few_of_the_oldest_in_the_sitemap_are_read_for_continuity() -> None:
    stories = [f"20{year:02}/01/kisah-lama-{year}" for year in range(10, 26)]
    routes: dict[str, Reply] = {"/": Reply(html("Kabar")), **{f"/{path}": STORY for path in stories}}
    async with serving(routes) as server:
        listed = (f"<loc>{server.url}{path}</loc><lastmod>{path[:4]}-01-02</lastmod>" for path in stories)
        routes["/sitemap.xml"] = Reply(sitemap(*listed).encode(), kind=XML)
        articles = pages(await gathered(server, budget=replace(QUICK, articles=5)), "article")
        assert set(stories[:2]) < set(articles)
        assert stories[-1] in articles


async def test_a_candidate_without_running_text_is_a_page() -> None:
    address = "/2026/11/daftar-harga-pasar-pagi"
    routes = {
        "/": Reply(html("Kabar", link(address, "Daftar harga pasar pagi"))),
        address: Reply(b"<html><p>Kosong</p></html>"),
    }
    async with serving(routes) as server:
        assert fetched(await gathered(server), address).purpose == "page"


async def test_doors_and_machinery_are_not_opened() -> None:
    doors = [
        "/wp-login.php",
        "/admin/berita-baru-hari-ini",
        "/login",
        "/?s=cari",
        "/keranjang",
        "/tag/bupati",
        "/berkas.pdf",
    ]
    async with serving({
        "/": Reply(html("Kabar", *(link(door, "Masuk ke sini untuk membaca") for door in doors)))
    }) as server:
        await gathered(server)
        assert not set(server.paths()) & set(doors)


async def test_a_seed_with_a_folder_keeps_to_its_own_articles() -> None:
    own = [f"/kabar/cerita-kota-yang-ke-{n}.html" for n in range(4)]
    home = html(
        "Kabar", *(link(each, "Cerita kota yang panjang") for each in [*own, "/lain/cerita-tetangga-yang-lain.html"])
    )
    async with serving({"/kabar/": Reply(home), **dict.fromkeys(own, STORY)}) as server:
        gathering = await gathered(server, path="kabar/")
        assert len(pages(gathering, "article")) == 4
        assert "/lain/cerita-tetangga-yang-lain.html" not in server.paths()


async def test_malformed_addresses_in_lists_and_links_do_no_harm() -> None:
    strange = [
        "http://[",
        "http://[::1",
        "//",
        "http://a:b:c/",
        "http://x.example:99999/",
        "\udce9",
        "http://kabar\x00/",
    ]
    home = html("Kabar").replace(
        b"<h1>", b"".join(b"<a href='%s'>Redaksi</a>" % each.encode("utf-8", "replace") for each in strange)
    )
    routes = {
        "/": Reply(home),
        "/sitemap.xml": Reply(sitemap(*(f"<loc>{x}</loc>" for x in strange[:5])).encode(), kind=XML),
    }
    routes["/robots.txt"] = Reply(b"Sitemap: http://[\nSitemap: /sitemap.xml\n", kind="text/plain")
    async with serving(routes) as server:
        assert (await gathered(server)).reached is Reached.READ


async def test_a_sitemap_with_entities_is_not_read() -> None:
    evil = "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>" + sitemap("<loc>{url}redaksi-baru</loc>")
    routes = {"/": Reply(html("Kabar"))}
    async with serving(routes) as server:
        routes["/sitemap.xml"] = Reply(evil.format(url=server.url).encode(), kind=XML)
        gathering = await gathered(server)
        assert fetched(gathering, "/sitemap.xml").failure is Reached.HTTP_ERROR


async def test_a_packed_sitemap_bomb_is_cut() -> None:
    bomb = gzip.compress(b"<urlset>" + b"<url><loc>http://x.example/a</loc></url>" * 1_000_000)
    routes = {"/": Reply(html("Kabar")), "/sitemap.xml": Reply(bomb, kind="application/gzip")}
    async with serving(routes) as server:
        gathering = await gathered(server, budget=replace(QUICK, page_bytes=300_000))
        assert gathering.reached is Reached.READ


async def test_sitemaps_that_list_one_another_end() -> None:
    routes = {"/": Reply(html("Kabar"))}
    async with serving(routes) as server:
        for n in range(30):
            listed = sitemap(
                f"<loc>{server.url}s{n + 1}.xml</loc>", f"<loc>{server.url}sitemap.xml</loc>", tag="sitemap"
            )
            routes[f"/s{n}.xml" if n else "/sitemap.xml"] = Reply(listed.encode(), kind=XML)
        gathering = await gathered(server)
        assert sum(fetch.purpose == "sitemap" for fetch in gathering.fetches) <= QUICK.sitemaps
        assert server.paths().count("/sitemap.xml") == 1


async def test_progress_is_told_of_every_request() -> None:
    told: list[Progress] = []
    async with serving({"/": Reply(html("Kabar"))}) as server:
        gathering = await gather_site(server.url, QUICK, policy=TEST_BED, progress=told.append)
    assert told[-1].done == len(gathering.fetches)
    assert all(step.done <= step.planned for step in told)
    assert told[0].stage == "home"


def test_shapes_of_addresses() -> None:
    assert likeness("https://k.example/2026/11/22/judul-berita", "") >= 3
    assert likeness("https://k.example/read/123456/judul-berita-yang-panjang", "") >= 3
    assert likeness("https://k.example/judul-berita-yang-cukup-panjang-sekali", "") >= 3
    assert likeness("https://k.example/berita2.html", "Empat kata di sini") < 3
    assert likeness("https://k.example/tag/bupati", "Bupati") < 0
    assert likeness("https://k.example/redaksi", "Redaksi") < 0
    assert likeness("https://k.example/", "Kabar Tirtamaya Hari Ini") < 0
