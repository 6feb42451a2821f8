"""Servers that lie, drip and unpack to gigabytes cost a bounded part of the budget and are told apart."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from dataclasses import replace

import brotli
import pytest
import zstandard

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.loading import shipped
from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.findings import judge, known_rules
from serikat.engines.site_audit.gather.decompression import CodingError, Unpacked
from serikat.engines.site_audit.gather.tests.servers import QUICK, Reply, fetched, gathered, html, link, serving
from serikat.engines.site_audit.reading.tangle import tangled

SMALL = replace(QUICK, page_bytes=200_000)
BOMB = b"<p>a" * 12_500_000


def packed(name: str, data: bytes) -> bytes:
    if name == "gzip":
        return gzip.compress(data, 6)
    if name == "deflate":
        return zlib.compress(data)
    if name == "br":
        return bytes(brotli.compress(data, quality=4))  # type: ignore[no-untyped-call]
    return zstandard.ZstdCompressor().compress(data)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
async def test_a_bomb_is_cut_at_the_limit(name: str) -> None:
    reply = Reply(packed(name, BOMB), headers={"Content-Encoding": name})
    async with serving({"/": reply}) as server:
        gathering = await gathered(server, budget=SMALL)
        assert gathering.reached is Reached.TOO_LARGE
        assert gathering.fetches[-1].body == b""


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_unpacking_never_holds_much_more_than_the_limit(name: str) -> None:
    unpacked = Unpacked(name, 200_000)
    unpacked.feed(packed(name, BOMB))
    assert unpacked.full
    assert len(unpacked.body()) == 200_000
    assert sum(map(len, unpacked._parts)) < 5_000_000


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd", "gzip, br"])
@pytest.mark.parametrize("piece", [1, 7, 100_000])
def test_unpacking_gives_the_page_back_however_it_arrives(name: str, piece: int) -> None:
    page = html("Kabar") * 40
    sent = page
    for each in name.split(", "):
        sent = packed(each, sent)
    unpacked = Unpacked(name, 1_000_000)
    for start in range(0, len(sent), piece):
        unpacked.feed(sent[start : start + piece])
    assert unpacked.body() == page
    assert not unpacked.full


def test_raw_deflate_is_understood() -> None:
    packer = zlib.compressobj(wbits=-15)
    unpacked = Unpacked("deflate", 1000)
    unpacked.feed(packer.compress(b"kabar") + packer.flush())
    assert unpacked.body() == b"kabar"


def test_unknown_and_repeated_packing_is_refused() -> None:
    with pytest.raises(CodingError):
        Unpacked("rot13", 10)
    with pytest.raises(CodingError):
        Unpacked("gzip, gzip, gzip", 10)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd", "rot13"])
async def test_a_false_content_encoding_is_told(name: str) -> None:
    async with serving({"/": Reply(html("Kabar"), headers={"Content-Encoding": name})}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.HTTP_ERROR
        assert gathering.reached_detail


async def test_one_byte_at_a_time_runs_into_the_time_limit() -> None:
    async def drip(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not writer.is_closing():
            writer.write(b".")
            await writer.drain()
            await asyncio.sleep(0.05)

    async with serving({"/": drip, "/robots.txt": Reply(status=404)}) as server:
        gathering = await gathered(server, budget=replace(QUICK, request_seconds=1.0, retries=0))
        assert gathering.reached is Reached.TIMEOUT


async def test_headers_that_never_end_run_into_a_limit() -> None:
    async def flood(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(5000):
            writer.write(b"X-%d: %s\r\n" % (number, b"a" * 1000))
        await writer.drain()

    async with serving({"/": flood, "/robots.txt": Reply(status=404)}) as server:
        gathering = await gathered(server, budget=replace(QUICK, retries=0))
        assert gathering.reached in (Reached.HTTP_ERROR, Reached.REFUSED)


async def test_an_answer_that_is_no_http_is_told() -> None:
    async def greet(writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.kabar.example ESMTP\r\n")
        await writer.drain()

    async with serving({"/": greet, "/robots.txt": Reply(status=404)}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.HTTP_ERROR


async def test_a_page_shorter_than_promised_is_read() -> None:
    page = html("Kabar")
    async with serving({"/": Reply(page, length=len(page) + 500)}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.READ
        assert fetched(gathering, "/").body == page


async def test_a_page_longer_than_promised_is_told_as_no_valid_answer() -> None:
    page = html("Kabar")
    async with serving({"/": Reply(page, length=len(page) - 10), "/robots.txt": Reply(status=404)}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.HTTP_ERROR
        assert gathering.reached_detail == "no valid HTTP answer: Bad status line"


async def test_a_robots_file_of_fifty_megabytes_is_read_in_part() -> None:
    lines = b"User-agent: *\nDisallow: /tertutup\n" + b"# isi\n" * 8_000_000
    routes = {"/robots.txt": Reply(lines, kind="text/plain"), "/": Reply(html("Kabar", link("/tertutup", "Redaksi")))}
    async with serving(routes) as server:
        gathering = await gathered(server)
        robots = gathering.fetches[0]
        assert robots.failure is None
        assert len(robots.body) == 512 * 1024
        assert fetched(gathering, "/tertutup").failure is Reached.ROBOTS


async def test_a_calendar_without_end_stays_within_the_pages_of_the_budget() -> None:
    def month(number: int) -> Reply:
        days = (link(f"/2026/01/{n}/kegiatan-warga-di-bulan-itu", "Kegiatan warga di bulan itu") for n in range(30))
        return Reply(html(f"Bulan {number}", link(f"/kalender-{number + 1}", "Depan"), *days))

    routes = {f"/kalender-{n}": month(n) for n in range(60)}
    async with serving({**routes, "/": month(0)}) as server:
        gathering = await gathered(server, budget=replace(QUICK, pages=12, articles=5))
        assert sum(fetch.purpose in ("home", "page", "article", "probe") for fetch in gathering.fetches) <= 12


KNOTS = {
    "nested": b"<div>" * 500_000,
    "nested and closed": b"<div>" * 200_000 + b"</div>" * 200_000,
    "lists in lists": b"<ul><li>" * 100_000,
    "ends that end nothing": b"<b></p>" * 200_000,
    "wide on deep": b"<div>" * 4_000 + b"<i></i>" * 200_000,
    "attributes": b"<a " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">",
}


@pytest.mark.parametrize("case", KNOTS)
async def test_markup_made_to_stall_a_parser_is_not_parsed(case: str) -> None:
    async with serving({"/": Reply(b"<html><body>" + KNOTS[case])}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.TOO_LARGE
        assert "more than is read of one page" in gathering.reached_detail


def test_large_honest_markup_is_parsed() -> None:
    card = b"<div><ul><li><a href=/b>Berita</a><img src=a.jpg><p>Isi</ul></div>"
    assert tangled(b"<div>" * 40 + card * 4_000 + b"</div>" * 40) == ""
    assert tangled(b"<p>Baris<br>" * 19_000) == ""
    assert tangled(b"<img src='data:image/png;base64," + b"iVBORw0KGgo" * 100_000 + b"'>") == ""
    assert tangled(b"<script>" + b"if (a < b) { c = d; } " * 100_000 + b"</script>") == ""
    assert tangled(b"<style>" + b"p>a{b:c}" * 100_000 + b"</style><!--" + b"<p>" * 100_000 + b"-->") == ""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<p>Redaktur<br>" * 30_000, "60000 tags"),
        (b"<p>" + b"redaksi@kabar.example " * 40_000, "880000 bytes of text"),
        (b"<!--<script>-->" + b"<p>Redaktur</p>" * 30_000, "60001 tags"),
        (b"<scripts>" + b"kabar " * 200_000, "1200000 bytes of text"),
    ],
)
def test_a_page_longer_than_any_is_not_read_and_says_so(body: bytes, said: str) -> None:
    assert tangled(body).startswith(said)


async def test_what_a_page_too_long_to_be_read_would_show_is_unclear() -> None:
    masthead = Reply(html("Redaksi", "<p>Redaktur<br>" * 30_000))
    async with serving({"/": Reply(html("Kabar", link("/redaksi", "Redaksi"))), "/redaksi": masthead}) as server:
        gathering = await gathered(server)
    library = shipped(known_rules())
    asked = [one for one in judge(gathering, library, library.ids()).findings if one.rule == "masthead"]
    assert {one.outcome for one in asked} == {Outcome.UNCLEAR}
    assert all("more than is read of one page" in one.reason.en for one in asked)


async def test_only_what_a_person_could_read_is_downloaded() -> None:
    routes = {
        "/": Reply(html("Kabar", link("/redaksi", "Redaksi"))),
        "/redaksi": Reply(b"%PDF-1.7" * 1000, kind="application/pdf"),
    }
    async with serving(routes) as server:
        redaksi = fetched(await gathered(server), "/redaksi")
        assert redaksi.failure is Reached.HTTP_ERROR
        assert "application/pdf" in redaksi.failure_detail


async def test_a_server_that_hangs_up_is_asked_again_and_then_told() -> None:
    async def hang_up(writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with serving({"/": hang_up, "/robots.txt": Reply(status=404)}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.REFUSED
        assert server.paths().count("/") == 3


async def test_a_site_that_stops_answering_is_left_in_peace() -> None:
    async def hang_up(writer: asyncio.StreamWriter) -> None:
        writer.close()

    names = ["redaksi", "pedoman-media-siber", "kontak", "kode-etik", "privasi", "tentang-kami"]
    links = "".join(link(f"/{name}", name.replace("-", " ").title()) for name in names)
    async with serving({"/": Reply(html("Kabar", links)), **{f"/{name}": hang_up for name in names}}) as server:
        gathering = await gathered(server, budget=replace(QUICK, retries=0))
        assert gathering.reached is Reached.PARTIAL
        assert sum(fetch.failure is Reached.REFUSED for fetch in gathering.fetches) == 4


async def test_a_reason_can_be_written_down_whatever_letters_the_server_sends() -> None:
    async with serving({"/": Reply(html("Kabar"), kind="image/\xff\xfe")}) as server:
        gathering = await gathered(server)
        assert gathering.reached_detail.encode()
        assert gathering.fetches[-1].failure_detail.encode()


async def test_a_charset_that_stalls_the_decoder_is_not_used() -> None:
    page = html("Kabar") + b"\xff" + b"a" * 200_000 + b"-" + b"ba" * 150_000
    async with serving({"/": Reply(page, kind="text/html; charset=punycode")}) as server:
        gathering = await gathered(server, budget=replace(QUICK, seconds=5.0))
        assert gathering.fetches[1].failure is None
