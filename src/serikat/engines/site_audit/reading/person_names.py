"""Names of people: read without titles and degrees, compared with room for how Indonesians write them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from serikat.engines.site_audit.reading.degrees import TITLES, is_degrees, is_title, without_degrees
from serikat.engines.site_audit.reading.placeholders import is_placeholder_name
from serikat.engines.site_audit.reading.regions import is_region


class Sameness(StrEnum):
    """Whether two names are one person's, as far as names can say."""

    SAME = "same"
    PERHAPS = "perhaps"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as seen, `plain` without titles, degrees and remarks in parentheses, and folded `parts` to compare."""

    text: str
    plain: str
    parts: tuple[str, ...]


_REMARK = re.compile(r"\([^)]*\)?|\"[^\"]*\"|“[^”]*”|«[^»]*»")
# What lists on chat and social pages put before a name.
PICTOGRAPHS = re.compile(r"^\s*[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+\s*")
_LEADING = re.compile(r"^(?:[\W_]+|\d{1,3}\s*[.)]\s*)+")
_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’‘`´ʼ](?=\w)")
_MUHAMMAD = re.compile(r"m[uo](?:h|ch|kh)(?:d|a?m{1,2}[aeu]?d)?")
_OLD = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("nj", "ny"), ("ch", "h"), ("kh", "h"), ("ph", "f"))
_SHORT = {"abd": "abdul", "st": "siti", "ach": "ahmad", "achm": "ahmad", "ahm": "ahmad"}
_LETTERS = str.maketrans({"v": "f", "y": "i", "q": "k"})
_DOUBLE = re.compile(r"(.)\1+")


# A masthead compares each of its names with all the others.
@lru_cache(maxsize=4096)
def parse_name(text: str) -> PersonName:
    """The name in the text. Never raises; a text without letters has no parts."""
    bare = _LEADING.sub("", _REMARK.sub(" ", unicodedata.normalize("NFKC", text)))
    words = without_degrees(_spaced(bare)).partition(",")[0].split()
    while len(words) > 1 and is_title(words[0]):
        words = words[1:]
    plain = " ".join(words).strip(" -–—:;|/")
    return PersonName(text, plain, _folded(plain))


def is_same_name(a: str, b: str) -> bool:
    """Whether `compare_names` calls two names the same."""
    left, right = parse_name(a).parts, parse_name(b).parts
    return bool(left) and (left == right or "".join(left) == "".join(right))


def compare_names(a: str, b: str) -> Sameness:
    """Whether two names are the same person's: titles, degrees, case and spelling of Muhammad do not count.

    `perhaps` where one is shorter, abbreviated, in another order or in the old spelling; and where either is empty,
    for nothing is known then.
    """
    left, right = parse_name(a).parts, parse_name(b).parts
    if not left or not right:
        return Sameness.PERHAPS
    if is_same_name(a, b):
        return Sameness.SAME
    if _spelled(left) == _spelled(right) or _covers(left, right):
        return Sameness.PERHAPS
    return Sameness.DIFFERENT


def _spaced(text: str) -> str:
    """`Drs.H.Ahmad` with room after each title, degrees left as they are."""
    while True:
        head, dot, rest = text.partition(".")
        if not dot or head.strip().lower() not in TITLES or not rest:
            return text
        remainder = rest.lstrip()
        # `S.H.` alone would lose its head to the loop; a name must follow.
        if not remainder or not remainder[0].isalpha():
            return text
        return f"{head}. {_spaced(remainder)}"


def _folded(plain: str) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", plain))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
    return tuple("muhammad" if _MUHAMMAD.fullmatch(word) else word for word in _WORD.findall(letters))


def _spelled(parts: tuple[str, ...]) -> str:
    return "".join(_new_spelling(part) for part in parts)


@lru_cache(maxsize=4096)
def _new_spelling(word: str) -> str:
    """The word as it is spelt today and written out: `Soeharto`, `Achmad`, `Abd.` are the same names differently."""
    word = _SHORT.get(word, word)
    for old, new in _OLD:
        word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", word.translate(_LETTERS))


def _covers(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether every part of the shorter name stands for a part of the longer, each once; initials stand for words."""
    short, long = sorted((left, right), key=lambda parts: (len(parts), parts))
    return _placed(short, list(long))


def _placed(short: tuple[str, ...], free: list[str]) -> bool:
    # Whole words choose first, or an initial would take the word that another needs.
    for part in sorted(short, key=lambda word: (-len(word), word)):
        match = next((word for word in free if word == part), None)
        match = match or next((word for word in free if _stands_for(part, word)), None)
        if match is None:
            return False
        free.remove(match)
    return True


def _stands_for(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return _new_spelling(a) == _new_spelling(b)


# Words that no person's name holds on a masthead: bodies, roles, places of a menu, grammar.
_NOT_A_NAME = frozenset(
    """pt cv tbk ud persero yayasan koperasi perkumpulan lembaga badan dinas kantor asosiasi komunitas organisasi
    perusahaan perseroan group grup corp corporation inc ltd llc holding media multimedia medianusa news berita kabar
    warta online daring siber cyber press pers portal harian tabloid majalah koran radio televisi channel tribun kompas
    redaksi redaktur redaktor tim team crew kru staf staff segenap seluruh semua para kontributor koresponden wartawan
    jurnalis reporter editor penulis fotografer videografer kameramen pemimpin pimpinan penanggung jawab pemred
    direktur direksi komisaris manajer manager ketua wakil sekretaris bendahara penasihat penasehat pembina pelaksana
    umum pendiri founder ceo owner admin administrator it web webmaster developer programmer desain designer layout
    marketing pemasaran iklan sirkulasi distribusi keuangan biro perwakilan kepala koordinator hukum advokat konsultan
    kasi kasie kasubsi kasubag kasubbag kabag kabid kadis kanit kasat sekda sekdes setda humas penmas protokol kominfo
    diskominfo seksi bagian bidang direktorat deputi pejabat ditunjuk ajudan
    kapolres kapolda kapolsek dandim bupati walikota gubernur camat lurah universitas sekolah fakultas
    mahasiswa kampus institut politeknik polres polda kodim pemda pemkab pemkot dprd
    jalan jl jln gedung kota kabupaten provinsi kecamatan kelurahan desa alamat email surel telepon telp hp whatsapp
    kontak hubungi contact home beranda tentang about kami kita anda saya mereka dan yang di ke dari untuk dengan
    adalah akan ini itu atau tidak belum pada oleh sebagai dalam juga telah sudah bisa dapat karena agar serta bagi
    lihat baca selengkapnya daftar login masuk keluar kode etik pedoman hak kebijakan privasi disclaimer syarat
    ketentuan visi misi sejarah profil struktur susunan karir lowongan indeks terbaru terpopuler kategori artikel
    politik ekonomi olahraga hiburan teknologi pendidikan kesehatan kuliner wisata budaya nasional daerah internasional
    informasi layanan publik senin selasa rabu kamis februari agustus
    september oktober november desember the of to us more read our policy privacy terms copyright rights reserved
    facebook instagram twitter tiktok youtube telegram google all by and www com
    dll dkk video foto galeri share follow cari search menu periode tahun nomor npwp nib terverifikasi bersertifikat
    keamanan konten kreator content creator writer sales kurir translator proofreader penyelaras produser layouter
    litbang sekertaris korwil korda kaperwil kabiro korlip redpel sirkulasi operator teknisi editing investigasi
    manajemen editorial pengurus penerbitan legalitas rekening bank opini edisi development digital no wilayah
    independen terkait lainnya lain berbagai masyarakat warga umkm proyek riset data lapangan pengembang""".split()
)
_PARTICLES = frozenset("bin binti bt al el van de den der da la ter ibn as ar ad an abu".split())
_MOST_WORDS = 6
_LONGEST, _LONGEST_REMARKED = 64, 200
# `TNI AL` is no titled person.
_SHORTEST_TITLED, _LONGEST_SHORT = 3, 5
# What is so written is a word of no name, a title or a degree aside.
_NEVER_IN_NAMES = frozenset(word for word in _NOT_A_NAME if not is_degrees(word.upper()))
# Given names that are also regencies or cities.
_ALSO_NAMES = frozenset(("bima", "maros"))
_STOPS = re.compile(r"[\[\]@#{}<>=_!?;:|\d]|https?|www\.|\.(?:com|id|co|net|org)\b")


# A masthead's lines are asked about as labels, as names and as what goes on below; menus stand on every page.
@lru_cache(maxsize=4096)
def looks_like_person(text: str, *, under_label: bool = False) -> bool:
    """Whether the text is a person's name and nothing else: no company, team, place, phrase, placeholder.

    A single word counts only `under_label`, where a role stands before or above it.
    """
    if len(text) > _LONGEST_REMARKED:
        return False
    bare = PICTOGRAPHS.sub("", _REMARK.sub(" ", text)).strip(" \t-–—•*·,.")
    if not bare or len(bare) > _LONGEST or not bare[0].isalpha() or "[" in text or _STOPS.search(bare):
        return False
    if _has_common_words(bare):
        return False
    name = parse_name(bare)
    words = name.plain.split()
    if not name.parts or len(words) > _MOST_WORDS or "," in without_degrees(bare):
        return False
    if any(not _is_name_word(word) for word in words) or not _NOT_A_NAME.isdisjoint(name.parts):
        return False
    if is_placeholder_name(text) or (is_region(name.plain) and name.parts[0] not in _ALSO_NAMES):
        return False
    if len(words) == 1:
        return under_label and len(name.parts[0]) > 1 and not is_title(words[0])
    return any(len(part) > 1 for part in name.parts)


def is_titled_name(text: str) -> bool:
    """Whether the text is a name of one word that a title or degree makes one: `H. Sutan`, `Sutan, S.H.`."""
    if len(text) > _LONGEST or not looks_like_person(text, under_label=True):
        return False
    bare = _REMARK.sub(" ", text).strip(" \t-–—•*·,.")
    plain = parse_name(bare).plain
    if len(plain) < _SHORTEST_TITLED or plain == bare or " " in plain:
        return False
    return not (plain.isupper() and len(plain) <= _LONGEST_SHORT)


def _has_common_words(bare: str) -> bool:
    """Whether a glance at the words shows them to be no name; what has full stops may hold degrees and is not told."""
    words = () if "." in bare else bare.split()
    return not _NEVER_IN_NAMES.isdisjoint(map(str.lower, words)) or any(
        word.islower() and word.isalpha() and word not in _PARTICLES and word not in TITLES for word in words
    )


def _is_name_word(word: str) -> bool:
    first = word.lstrip("('’‘")[:1]
    return first.isupper() or word.lower().strip(".") in _PARTICLES or "-" in word
