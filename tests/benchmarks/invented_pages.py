"""Pages of an invented news site, of the size and shape of real ones, for machines without the real pages."""

from __future__ import annotations

SITE = "https://warta-rekaan.example"
_SECTIONS = ("daerah", "ekonomi", "olahraga", "budaya")
_NAV = "".join(f'<li><a href="/kanal/{name}">{name.title()}</a></li>' for name in _SECTIONS)
_FOOT = "".join(
    f'<a href="/{slug}">{name}</a> '
    for slug, name in (
        ("redaksi", "Redaksi"),
        ("pedoman-media-siber", "Pedoman Media Siber"),
        ("kontak", "Kontak"),
        ("kebijakan-privasi", "Kebijakan Privasi"),
        ("kode-etik", "Kode Etik"),
    )
)
_POLICY = {
    "redaksi": "<p>Penanggung Jawab: Budi Contohwan</p><p>Alamat: Jl. Rekaan No. 7, Kota Cilegon</p>",
    "kontak": "<p>Email: redaksi@warta-rekaan.example</p>",
    "pedoman-media-siber": "<p>Pedoman ini kami susun sendiri.</p>" * 40,
    "kebijakan-privasi": "<p>Kami menjaga data pribadi pembaca.</p>" * 20,
    "kode-etik": "<p>Kami menaati kode etik jurnalistik.</p>" * 20,
}


def invented_pages(count: int) -> list[tuple[str, bytes, str]]:
    """So many pages as address, bytes and purpose: home, policy pages, then articles of about 30 kB."""
    cards = "".join(_card(n) for n in range(60))
    pages = [(f"{SITE}/", _page("Warta Rekaan", cards), "home")]
    pages += [(f"{SITE}/{slug}", _page(slug.title(), body), "page") for slug, body in _POLICY.items()]
    pages += [(SITE + _path(n), _article(n, cards), "article") for n in range(count - len(pages))]
    return pages[:count]


def _card(n: int) -> str:
    return f'<div class="card"><h2><a href="{_path(n)}">{_title(n)}</a></h2><p>{_words(n)}</p></div>'


def _path(n: int) -> str:
    return f"/2026/10/{n % 28 + 1:02d}/warga-rekaan-gotong-royong-{n}"


def _title(n: int) -> str:
    return f"Warga rekaan bergotong royong membersihkan sungai bagian {n}"


def _words(n: int) -> str:
    return f"Pada hari ke-{n} warga kampung rekaan berkumpul di balai desa untuk bekerja bersama perangkatnya. " * 3


def _article(n: int, cards: str) -> bytes:
    moment = f"2026-10-{n % 28 + 1:02d}T09:00:00+07:00"
    text = f"<p>{_words(n)}</p>" * 25
    body = f'<div class="byline">Penulis: Ani Contohwati | Editor: Joko Rekaan</div>{text}{cards[:9000]}'
    return _page(_title(n), body, f'<meta property="article:published_time" content="{moment}">')


def _page(title: str, body: str, head: str = "") -> bytes:
    script = "<script>" + "var langkah = function (n) { return n + 1; };" * 80 + "</script>"
    return (
        f'<!doctype html><html lang="id"><head><title>{title}</title>{head}{script}</head>'
        f"<body><ul>{_NAV}</ul><h1>{title}</h1><main>{body}</main><footer>{_FOOT}</footer></body></html>"
    ).encode()
