"""Pages of an invented news site for machines without the real pages, built as a common theme builds them.

A page weighs, in bytes, elements and links, about what the average page of the real ones does, and packs about as well.
"""

from __future__ import annotations

import json
from functools import cache
from random import Random

SITE = "https://warta-rekaan.example"
_SECTIONS = ("daerah", "ekonomi", "olahraga", "budaya", "pendidikan", "kesehatan", "wisata", "teknologi")
_POLICY = {
    "redaksi": "<p>Penanggung Jawab: Budi Contohwan</p><p>Alamat: Jl. Rekaan No. 7, Kota Cilegon</p>",
    "kontak": "<p>Email: redaksi@warta-rekaan.example</p>",
    "pedoman-media-siber": "<p>Pedoman ini kami susun sendiri.</p>" * 40,
    "kebijakan-privasi": "<p>Kami menjaga data pribadi pembaca.</p>" * 20,
    "kode-etik": "<p>Kami menaati kode etik jurnalistik.</p>" * 20,
}
_WORDS = """
warga kampung desa balai pasar sungai sawah kebun jalan jembatan sekolah guru murid petani nelayan pedagang panen padi
ikan kerajinan anyaman lomba gotong royong musyawarah rapat rencana anggaran bantuan pelatihan kelompok pemuda ibu bapak
anak kepala perangkat tokoh tamu panitia acara pagi siang sore malam hari pekan bulan tahun musim hujan kemarau banjir
bersih baru lama besar kecil ramai tenang murah mahal sehat ramah rukun bersama kembali segera sudah akan telah sedang
berkumpul bekerja membangun memperbaiki menanam membeli menjual membuka menutup menyambut mengajak berharap menjelaskan
mengatakan menyampaikan melihat menerima mengikuti membantu menjaga merawat yang dan di ke dari untuk dengan pada oleh
""".split()
_DRESS = (
    "wrap inner grid row col box item thumb meta title link icon post entry card list menu share side foot main".split()
)
_STYLES, _DATA, _CARDS, _PARAGRAPHS = 260, 250, 24, 18


def invented_pages(count: int) -> list[tuple[str, bytes, str]]:
    """So many pages as address, bytes and purpose: home, policy pages, then articles."""
    pages = [(f"{SITE}/", _page("Warta Rekaan", _cards(0, 2 * _CARDS)), "home")]
    pages += [(f"{SITE}/{slug}", _page(slug.title(), body), "page") for slug, body in _POLICY.items()]
    pages += [(SITE + _path(n), _article(n), "article") for n in range(count - len(pages))]
    return pages[:count]


def _path(n: int) -> str:
    return f"/2026/10/{n % 28 + 1:02d}/warga-rekaan-gotong-royong-{n}"


def _title(n: int) -> str:
    return f"Warga rekaan bergotong royong membersihkan sungai bagian {n}"


def _sentences(chance: Random, count: int) -> str:
    told = (" ".join(chance.choices(_WORDS, k=chance.randint(7, 16))).capitalize() for _ in range(count))
    return ". ".join(told) + "."


def _classes(chance: Random) -> str:
    return " ".join(f"{name}-{chance.choice(_DRESS)}" for name in chance.sample(_DRESS, 2))


@cache
def _cards(first: int, count: int) -> str:
    return "".join(map(_card, range(first, first + count)))


def _card(n: int) -> str:
    chance = Random(n)
    return (
        f'<div class="{_classes(chance)}"><div class="{_classes(chance)}">'
        f'<a href="{_path(n)}" class="{_classes(chance)}">'
        f'<img src="/unggahan/{chance.getrandbits(60):x}-300x200.jpg" alt="{_title(n)}" loading="lazy"></a></div>'
        f'<div class="{_classes(chance)}"><span class="{_classes(chance)}">{chance.choice(_SECTIONS).title()}</span>'
        f'<h3 class="{_classes(chance)}"><a href="{_path(n)}">{_title(n)}</a></h3>'
        f'<span class="{_classes(chance)}">{n % 28 + 1} Oktober 2026</span><p>{_sentences(chance, 1)}</p></div></div>'
    )


def _article(n: int) -> bytes:
    chance = Random(n)
    moment = f"2026-10-{n % 28 + 1:02d}T09:00:00+07:00"
    text = "".join(f"<p>{_sentences(chance, 3)}</p>" for _ in range(_PARAGRAPHS))
    shares = "".join(
        f'<a class="{_classes(chance)}" href="https://bagi.example/{each}?u={_path(n)}"></a>' for each in "abcd"
    )
    body = (
        f'<div class="entry-head"><h1>{_title(n)}</h1>'
        '<div class="byline">Penulis: Ani Contohwati | Editor: Joko Rekaan</div>'
        f'<time datetime="{moment}">{n % 28 + 1} Oktober 2026 09:00 WIB</time><div class="bagikan">{shares}</div></div>'
        f'<figure><img src="/unggahan/{n}.jpg" alt=""><figcaption>Foto: Warta Rekaan</figcaption></figure>'
        f'<div class="entry-body">{text}</div><aside>{_cards(n % 9, _CARDS)}</aside>'
    )
    thing = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": _title(n),
        "datePublished": moment,
        "author": {"@type": "Person", "name": "Ani Contohwati"},
    }
    head = (
        f'<meta property="article:published_time" content="{moment}"><meta property="og:title" content="{_title(n)}">'
        f'<script type="application/ld+json">{json.dumps(thing)}</script>'
    )
    return _page(_title(n), body, head)


@cache
def _dress() -> tuple[str, str, str]:
    """What every page of the site has: styles and programs, menus, footer."""
    chance = Random(7)
    styles = "".join(
        f".{'.'.join(_classes(chance).split())}{{margin:{chance.randint(0, 40)}px;color:#{chance.getrandbits(24):06x}}}"
        for _ in range(_STYLES)
    )
    data = ",".join(f'"{chance.getrandbits(80):x}":"{_sentences(chance, 1)}"' for _ in range(_DATA))
    files = "".join(f'<script src="/berkas/{chance.getrandbits(48):x}.js" defer></script>' for _ in range(12))
    sheets = "".join(f'<link rel="stylesheet" href="/berkas/{chance.getrandbits(48):x}.css">' for _ in range(10))
    programs = f"{sheets}<style>{styles}</style>{files}"
    menu = "".join(
        f'<li class="{_classes(chance)}"><a href="/kanal/{name}/{part}">{part.title()}</a></li>'
        for name in _SECTIONS
        for part in _SECTIONS[:4]
    )
    foot = "".join(f'<a href="/{slug}">{slug.replace("-", " ").title()}</a> ' for slug in _POLICY)
    scripts = f"<script>var data={{{data}}};</script>"
    return programs, f'<nav class="menu-main"><ul>{menu}</ul></nav>', f"<footer>{foot}</footer>{scripts}"


def _page(title: str, body: str, head: str = "") -> bytes:
    programs, menu, foot = _dress()
    return (
        f'<!doctype html><html lang="id"><head><title>{title}</title>{head}{programs}</head>'
        f'<body class="{_classes(Random(title))}">{menu}<main>{body}</main>{foot}</body></html>'
    ).encode()
