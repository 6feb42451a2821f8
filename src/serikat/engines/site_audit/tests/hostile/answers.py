"""What hostile servers answer: each name says what it tries, each value how it answers on every path."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import zlib

import brotli
import zstandard

from serikat.engines.site_audit.gather.tests.servers import Answering, Behaviour, Made, Reply, html, link

_CHUNK = b"<p>Kabar warga Tirtamaya. " * 2_000
_UNPACKED_MEGABYTES = 200


def gzip_bomb() -> bytes:
    """Some kilobytes that unpack to 200 MB, made without ever holding them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b"<p>" * 350_000
    return b"".join([*(packer.compress(block) for _ in range(_UNPACKED_MEGABYTES)), packer.flush()])


def brotli_bomb() -> bytes:
    """The same for brotli."""
    packer = brotli.Compressor(quality=5)
    block = b"<p>" * 350_000
    return b"".join([*(packer.process(block) for _ in range(_UNPACKED_MEGABYTES)), packer.finish()])


def zstd_bomb() -> bytes:
    """The same for zstandard."""
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    block = b"<p>" * 350_000
    return b"".join([*(packer.compress(block) for _ in range(_UNPACKED_MEGABYTES)), packer.flush()])


def packed(body: bytes, codings: str) -> Reply:
    """A page that says how it is packed."""
    return Reply(body, headers={"Content-Encoding": codings})


def stream(head: bytes, piece: bytes, pause: float, *, pieces: int | None = None) -> Behaviour:
    """Sends a head, then a piece again and again with a pause between, until the client leaves or pieces run out."""

    async def send(writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        for sent in itertools.count():
            if writer.is_closing() or sent == pieces:
                break
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)
        while not writer.is_closing() and pieces is not None:
            await asyncio.sleep(0.05)
            writer.write(b"")
            await writer.drain()

    return send


_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_CHUNKED = _OK + b"Transfer-Encoding: chunked\r\n\r\n"
_ONE_CHUNK = b"%x\r\n%s\r\n" % (len(_CHUNK), _CHUNK)


async def header_flood(writer: asyncio.StreamWriter) -> None:
    """Thousands of headers."""
    writer.write(_OK)
    for number in range(20_000):
        writer.write(b"X-%d: %s\r\n" % (number, b"a" * 900))
        if number % 100 == 0:
            await writer.drain()


async def robots_of_fifty_megabytes(writer: asyncio.StreamWriter) -> None:
    """A robots.txt without end, sent as fast as it is taken."""
    size = 50 * 1024 * 1024
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n" % size)
    block = b"# isi\n" * 10_000
    for _ in range(size // len(block)):
        writer.write(block)
        await writer.drain()


def calendar(path: str) -> Reply:
    """Every page links thirty days and the next month; no address is the last."""
    number = len(path)
    place = path.rstrip("/")
    days = (link(f"{place}/2026/01/{day}/kegiatan-warga-hari-itu", "Kegiatan warga hari itu") for day in range(30))
    onwards = (link(f"/?page={number}", "Berikutnya"), link(f"{place}/redaksi", "Redaksi"))
    return Reply(html(f"Kalender {number}", *onwards, *days))


def onward(path: str) -> Reply:
    """Every address sends on to a longer one."""
    return Reply(status=302, headers={"Location": f"{path.rstrip('/')}/lagi"})


def cookie_wall(path: str) -> Reply:
    """The same address again until the client brings a cookie, which it never does."""
    return Reply(status=302, headers={"Location": path, "Set-Cookie": "tanda=1; Path=/"})


def sitemaps_without_end(path: str) -> Reply:
    """A sitemap of sitemaps of sitemaps."""
    if "sitemap" not in path:
        return Reply(html("Kabar"))
    more = "".join(f"<sitemap><loc>http://peta.example:PORT{path}{n}sitemap.xml</loc></sitemap>" for n in range(500))
    return Reply(f"<sitemapindex>{more}</sitemapindex>".encode(), kind="application/xml")


REPORT_BREAKER = (
    '</blockquote></td></table></main></style></title></textarea></script><script>parent.document.title="x"</script>'
    '<img src=x onerror=alert(1)><svg onload=alert(2)><a href="javascript:alert(3)">x</a><!-- --><style>*{display:none}'
    "</style>{{ 7*7 }}{% raw %}{0.__class__}%s\x1b[2J\u202e"
)
_ESCAPED = REPORT_BREAKER.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")

_STALLING = "text/html; charset=punycode"

# Everything is answered alike on every path but robots.txt, which most of them do not have.
HOSTILE: dict[str, Answering] = {
    "bom-gzip": packed(gzip_bomb(), "gzip"),
    "bom-br": packed(brotli_bomb(), "br"),
    "bom-zstd": packed(zstd_bomb(), "zstd"),
    "bom-berlapis": packed(gzip.compress(gzip_bomb()), "gzip, gzip"),
    "bom-tiga-lapis": packed(gzip.compress(gzip.compress(gzip_bomb())), "gzip, gzip, gzip"),
    "alihan": Made(onward),
    "kuki": Made(cookie_wall),
    "kalender": Made(calendar),
    "tetes-isi": stream(_OK + b"\r\n", b".", 0.3),
    "tetes-kepala": stream(b"HTTP/1.1 200 OK\r\nX-A: ", b".", 0.3),
    "diam": stream(b"", b"", 0.1, pieces=0),
    "berhenti": stream(_OK + b"Content-Length: 90000\r\n\r\n" + html("Kabar")[:300], b"", 0.1, pieces=0),
    "tanpa-akhir": stream(_CHUNKED, _ONE_CHUNK, 0.0),
    "potongan-salah": stream(_CHUNKED, b"zzz\r\n", 0.0, pieces=3),
    "panjang-kurang": Reply(html("Kabar"), length=len(html("Kabar")) - 10),
    "kepala": header_flood,
    "atribut": Reply(html("Kabar", f'<a href="/{"a" * 900_000}">Redaksi</a>')),
    "banyak-atribut": Reply(html("Kabar", f"<a {' '.join(f'a{n}=1' for n in range(80_000))}>Redaksi</a>")),
    "dalam": Reply(b"<html><body>" + b"<div>" * 150_000),
    "aksara": Reply(html("Kabar") + b"\xff" + b"a" * 200_000 + b"-" + b"ba" * 150_000, kind=_STALLING),
    "surel": Reply(html("Kabar", *(f"<p>redaksi{n}@kabar.example</p>" for n in range(25_000)))),
    "peta": Made(sitemaps_without_end),
    "laporan": Reply(html(_ESCAPED, link("/redaksi", "Redaksi"), f"<p>Pemimpin Redaksi: {_ESCAPED}</p>")),
    "bukan-http": stream(b"220 mail.kabar.example ESMTP\r\n", b"", 0.1, pieces=0),
}  # fmt: skip
ROBOTS: dict[str, Answering] = {"robot": robots_of_fifty_megabytes}
