"""Passages of crime stories in which a child seems to be named; only words without the name are handed on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from serikat.engines.site_audit.reading.article_text import ArticleText

_CRIME = re.compile(
    r"\b(?:cabul\w*|pencabulan|dicabuli|perkosa\w*|pemerkosaan|diperkosa|setubuh\w*|persetubuhan|disetubuhi|rudapaksa"
    r"|pelecehan|dilecehkan|kekerasan\s+seksual|aniaya|penganiayaan|dianiaya|menganiaya|pengeroyokan|dikeroyok|dibunuh"
    r"|pembunuhan|tawuran|begal|pembegalan|pencurian|mencuri|curanmor|narkoba|sabu|perundungan|bullying|penculikan"
    r"|diculik|tersangka|terduga\s+pelaku|asusila|perdagangan\s+orang|dibacok|pembacokan)\b",
    re.IGNORECASE,
)
_HINTS = (
    "cabul", "perkosa", "setubuh", "rudapaksa", "lecehan", "leceh", "kekerasan seksual", "aniaya", "keroyok", "bunuh",
    "tawuran", "begal", "curi", "curanmor", "narkoba", "sabu", "rundungan", "bullying", "culik", "tersangka", "terduga",
    "asusila", "perdagangan orang", "bacok",
)  # fmt: skip
_CHILD = (
    r"(?:siswa|siswi|pelajar|bocah|anak\s+di\s+bawah\s+umur|anak\s+(?:laki-laki|perempuan)|santri(?:wati)?|murid|balita"
    r"|remaja)"
)
# Two words or more, or one of a name's length; never initials ("RA", "M.R.").
_NAME = r"(?:[A-Z][a-z]{2,}(?:\s+(?:bin|binti)\s+[A-Z][a-z]+|\s+[A-Z][a-z]+|\s+[A-Z]\.?(?=\s|\W)){0,3})"
_AGED = re.compile(rf"(?<![\w.])(?P<name>{_NAME})\s*,?\s*\(\s*(?P<age>\d{{1,2}})\s*(?:tahun|thn\.?|th\.?)?\s*\)")
_AGED_IN_WORDS = re.compile(
    rf"(?<![\w.])(?P<name>{_NAME}),?\s+(?:yang\s+)?(?:ber)?(?:usia|umur)\s+(?P<age>\d{{1,2}})\s+tahun"
)
_CALLED = re.compile(
    rf"\b{_CHILD}\b[^.;]{{0,60}}?\b(?:bernama|atas\s+nama|yakni|yaitu)\s+(?!inisial)(?P<name>{_NAME})", re.UNICODE
)
# A name that is not the child's own, or the day of a date: "Kamis (12)", "Bunga (nama samaran)".
_NOT_A_NAME = re.compile(
    r"(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum|Sabtu|Minggu|Ahad|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus"
    r"|September|Oktober|November|Desember|Pasal|Ayat|Angka|Nomor|Lampiran|Tabel|Pukul|Bunga|Mawar|Melati|Inisial"
    r"|Warga|Desa|Kelurahan|Kecamatan|Kabupaten|Kota|Kampung|Dusun|Jalan|Polsek|Polres|Polda|Satreskrim|Unit)\b"
)
# At the head of a sentence these take a capital, and stand before a name or alone.
_WHO = frozenset(
    """Korban Pelaku Tersangka Terduga Saksi Siswa Siswi Pelajar Remaja Bocah Anak Santri Santriwati Murid Balita Pemuda
    Pemudi Seorang Sang Adik Kakak Ibu Bapak Ayah Keponakan Cucu Dan Serta""".split()
)
_DISGUISED = re.compile(r"samaran|disamarkan|bukan\s+nama\s+sebenarnya|nama\s+fiktif|identitas\w*\s+dirahasiakan", re.I)
_NEAR = 1


@dataclass(frozen=True, slots=True)
class NamedChild:
    """A passage that seems to name a child: its age where told, and the word of crime beside it, never the name."""

    age: int | None
    words: str


def named_child(text: ArticleText, below: int = 18) -> NamedChild | None:
    """The first passage that names somebody younger than `below` years beside a word of crime, or None.

    Initials, changed names and passages that say that the identity is withheld are left out.
    """
    if not text.holds(_HINTS):
        return None
    for at, paragraph in enumerate(text.paragraphs):
        found = None if _DISGUISED.search(paragraph) else _in_paragraph(paragraph, below)
        if found is None:
            continue
        near = "\n".join(text.paragraphs[max(0, at - _NEAR) : at + _NEAR + 1])
        crime = _CRIME.search(near)
        if crime:
            return NamedChild(found[0], f"… {found[1]} … {crime[0]} …")
    return None


def _in_paragraph(paragraph: str, below: int) -> tuple[int | None, str] | None:
    """The age, and the words around it without any name: what a reviewer needs to find the place."""
    for pattern in (_AGED, _AGED_IN_WORDS):
        for found in pattern.finditer(paragraph):
            age = int(found["age"])
            if 0 < age < below and _names_somebody(found["name"]):
                return age, paragraph[found.end("name") : found.end()].strip(" ,")
    called = _CALLED.search(paragraph)
    if called and _names_somebody(called["name"]):
        return None, re.split(r"\s", called[0])[0]
    return None


def _names_somebody(words: str) -> bool:
    left = [word for word in words.split() if word not in _WHO]
    return bool(left) and not _NOT_A_NAME.match(left[0])
