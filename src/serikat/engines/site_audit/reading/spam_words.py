"""Tells words that sell gambling, pills or essays from words that report on them."""

from __future__ import annotations

import re

# One of these stands in every text that `sold_in` recognises, so that pages without any are passed over cheaply.
SEEDS = (
    b"slot", b"togel", b"toto", b"casino", b"kasino", b"judi", b"maxwin", b"poker", b"sbobet", b"gacor",
    b"viagra", b"cialis", b"levitra", b"kamagra", b"xanax", b"tramadol", b"essay", b"bokep", b"1xbet", b"mostbet",
    "казино".encode(),
)  # fmt: skip
_GAMBLING = (
    r"slot[\s-]?(?:gacor|online|dana|pulsa|qris|deposit|thailand|server|maxwin|demo|resmi|terpercaya|terbaik|jackpot"
    r"|gratis|x\d{3,4}|\d{2,4}|mahjong|olympus)|(?:link|situs|agen|daftar|login|akun|bo|rtp|bocoran|pola|info|main)"
    r"[\s-]{1,3}(?:\w+[\s-]{1,3})?(?:slot|togel|toto|casino|kasino|poker|judi)|togel[\s-]?(?:online|hongkong|singapore"
    r"|sidney|hk|sgp|sdy|macau|\d{2,4})|(?:bandar|prediksi|keluaran|bocoran|result)[\s-]?(?:togel|toto|hk|sgp|sdy)"
    r"|toto[\s-]?(?:macau|slot|togel|hk|sgp|\d{2,4})|judi[\s-]?(?:online|bola|slot)|(?:live|online)[\s-]?casino"
    r"|casino[\s-]?online|poker[\s-]?online|sbobet|rtp[\s-]?(?:slot|live)|scatter[\s-]hitam|mahjong[\s-]ways"
    r"|gates[\s-]of[\s-]olympus|1xbet|mostbet|казино"
)
_GAMBLING_PITCH = (
    r"gacor|maxwin|terpercaya|gampang[\s-]menang|mudah[\s-]menang|link[\s-]?alternatif|login|bonus|deposit|prediksi"
    r"|daftar[\s-](?:situs|slot|akun|sekarang|disini|di[\s-]sini)|anti[\s-]?rungkad|jackpot|terlengkap|rtp|bocoran|qris"
    r"|pasti[\s-](?:bayar|wd)|new[\s-]member|pola|server[\s-](?:luar|thailand)|akun[\s-]pro|keluaran|free[\s-]spins?"
    r"|bet[\s-](?:kecil|\d+)|slot\d{2,4}|toto\d{2,4}|онлайн|scatter[\s-]hitam"
)
_PILLS = r"viagra|cialis|levitra|kamagra|sildenafil|tadalafil|xanax|tramadol|modafinil"
_PILL_PITCH = (
    r"buy|order|cheap|generic|for sale|without (?:a )?prescription|online pharmacy|\d+ ?mg|murah|jual|beli|obat kuat"
)
_PLAIN = (
    r"essay[\s-]writing[\s-]services?|write[\s-]my[\s-]essay|buy[\s-](?:an[\s-])?essays?|nonton[\s-]bokep"
    r"|bokep[\s-](?:indo|viral|terbaru)|(?:best|top)[\s-]online[\s-]casinos?|casino[\s-](?:bonus|no[\s-]deposit)"
)
_SALES = tuple(
    (re.compile(rf"(?<!\w)(?:{what})", re.IGNORECASE), re.compile(rf"(?<!\w)(?:{pitch})", re.IGNORECASE))
    for what, pitch in ((_GAMBLING, _GAMBLING_PITCH), (_PILLS, _PILL_PITCH))
)
_SOLD_OUTRIGHT = re.compile(rf"(?<!\w)(?:{_PLAIN})", re.IGNORECASE)
# Who reports on gambling names people, offices, deeds and consequences; who sells it does not.
_REPORTED = re.compile(
    r"(?<![a-z])(?:polisi|polda|polres\w*|polsek|polri|bareskrim|kejaksaan|kejari|jaksa|hakim|pengadilan|sidang|vonis"
    r"|di?tangkap|penangkapan|ringkus|diringkus|bekuk|dibekuk|gerebek|grebek|digerebek|razia|bongkar|dibongkar|sita"
    r"|blokir\w*|diblokir|pemblokiran|tutup|ditutup|takedown|berantas|memberantas|pemberantasan|perangi|ilegal|kasus"
    r"|tersangka|terdakwa|pelaku|korban|bahaya\w*|kecanduan|pecandu|terjerat|jerat\w*|terlilit|komdigi|kominfo|ojk"
    r"|ppatk|satgas|pemerintah|pemkab|pemkot|pemprov|menteri|menkominfo|menkomdigi|dprd?|presiden|gubernur|bupati"
    r"|wali ?kota|warga|pegawai|asn|pns|guru|siswa|pelajar|mahasiswa|suami|istri|ibu|anak|pria|wanita|pemuda|remaja"
    r"|promosikan|mempromosikan|mempromosi\w*|endorse\w*|influencer|selebgram|artis|triliun|miliar|waspada\w*|imbau"
    r"|cegah|pencegahan|tolak|larang\w*|dilarang|haram|mui|edukasi|sosialisasi|modus|terlibat|diduga|dugaan|akibat"
    r"|gegara|gara-gara|rekening|bunuh|membunuh|cerai|perceraian|hacker|disusupi|retas|diretas|peretas\w*|disisipi"
    r"|penipuan|tipu|berhenti|bebas|iming\w*|tembus|transaksi|negara|hukum\w*|pidana|undang-undang|pasal|dampak|fenomena|opini|survei|riset|studi|peneliti|pakar|bank"
    r"|police|arrest\w*|court|ban(?:s|ned)?|illegal|minister|law|study|scam|fraud|gang|raid\w*|researchers?)(?![a-z])",
    re.IGNORECASE,
)
_LONGEST = 400
# The words on a link that was put in to sell are a search phrase; a headline is longer.
_PHRASE = 5


def sold_in(words: str) -> str:
    """The offer as it stands in a title or the last part of an address; empty where it is none, or is reported on."""
    text = words[:_LONGEST].replace("_", "-")
    found = _offer(text)
    return found[0] if found is not None and not _is_reported(text) else ""


def sold_on_link(words: str) -> str:
    """The offer on a link that leads to another site: there the name of the thing alone is one."""
    text = words[:_LONGEST]
    found = _offer(text)
    if found is None and len(text.split()) <= _PHRASE:
        found = next(filter(None, (what.search(text) for what, _ in _SALES)), None)
    return found[0] if found is not None and not _is_reported(text) else ""


def _offer(text: str) -> re.Match[str] | None:
    outright = _SOLD_OUTRIGHT.search(text)
    if outright is not None:
        return outright
    named = (what.search(text) for what, pitch in _SALES if pitch.search(text))
    return next(filter(None, named), None)


def _is_reported(text: str) -> bool:
    return _REPORTED.search(text.replace("-", " ")) is not None
