"""The legal entity behind an outlet and the numbers that prove it, as a page prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlsplit

from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.placeholders import filler_in


class LegalForm(StrEnum):
    """The form of a body; the Press Council accepts a CV and a UD not."""

    PT = "pt"
    YAYASAN = "yayasan"
    KOPERASI = "koperasi"
    PERKUMPULAN = "perkumpulan"
    CV = "cv"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LegalEntity:
    """A body named on a page. `name` is without its form, `text` as seen; `label` is what makes it the publisher
    (`Diterbitkan oleh`, `©`) and empty where it is merely mentioned. `stands_apart` where the name begins its line
    or follows `Kantor` and the like, as a publisher's own name does and a company in running text does not.
    """

    form: LegalForm
    name: str
    text: str
    label: str = ""
    stands_apart: bool = False


class LegalIdKind(StrEnum):
    """What a number was given for."""

    AHU = "ahu"
    NIB = "nib"
    NPWP = "npwp"
    PRESS_COUNCIL_CERTIFICATE = "dewan_pers_certificate"
    UKW = "ukw"


@dataclass(frozen=True, slots=True)
class LegalId:
    """A number printed on a page: `value` without spaces and in one form, `text` as seen."""

    kind: LegalIdKind
    value: str
    text: str


_FORMS = {
    "pt": LegalForm.PT,
    "p.t": LegalForm.PT,
    "perseroan terbatas": LegalForm.PT,
    "yayasan": LegalForm.YAYASAN,
    "koperasi": LegalForm.KOPERASI,
    "perkumpulan": LegalForm.PERKUMPULAN,
    "cv": LegalForm.CV,
    "c.v": LegalForm.CV,
    "ud": LegalForm.OTHER,
    "firma": LegalForm.OTHER,
    "perum": LegalForm.OTHER,
}
_FORM = re.compile(
    r"(?<![\w.@/-])(?P<form>P\.?T|C\.?V|perseroan\s+terbatas|yayasan|koperasi|perkumpulan|UD|firma)\b"
    r"(?:\s?\.\s*|\s+|\.?,?\s*(?=[\"“'‘])|\s*\((?:persero|perseroda|PT)\)\s*)(?=[\"“'‘]?[A-Za-z0-9])",
    re.IGNORECASE,
)
# `Warta Contoh Sejahtera, PT`, as registers sort the names.
_FORM_LAST = re.compile(
    r"(?P<name>[A-Z][\w&'’.-]*(?:\s+[A-Z&][\w&'’.-]*){0,6})(?:,\s*|\s+)(?P<form>P\.?T|C\.?V)\b\.?(?!\s*[\"“]?\w)"
)
# What may stand before a name that nothing calls the publisher.
_MAY_PRECEDE = re.compile(
    r"[\W_]*(?:(?:alamat|kantor|redaksi|sekretariat|direktur|komisaris|pimpinan|pemimpin)\b[\w\s/]{0,24}[\W_]*"
    r"|[\w\s.]{3,40}\(|(?:©|\(c\)|copyright|hak\s+cipta).{0,60}[-–|·]\s*)?",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(r"\b(?:gedung|graha|menara|wisma|plaza|ruko)\b", re.IGNORECASE)
_HEADLINE_WORDS = 4
_LABEL = re.compile(
    r"(?P<label>(?:di)?terbitkan(?:\s+oleh)?|penerbit|badan\s+(?:hukum|usaha)(?:\s+(?:pers|media))?|(?:nama\s+)?perusahaan(?:\s+(?:pers|penerbit|media))?"
    r"|di\s*kelola(?:\s+(?:oleh|secara\s+resmi\s+oleh))?|dimiliki\s+oleh|milik|penanggung\s*jawab|di\s*bawah\s+naungan|naungan|bernaung\s+di\s+bawah|legalitas|penyelenggara"
    r"|published\s+by|publisher|company|managed\s+by|owned\s+by|©|\(c\)|copyright|hak\s+cipta|all\s+rights?\s+reserved|group\s+of|oleh)"
    r"[\s:=\-–|.,©\d]*(?:(?:by|oleh|adalah|yaitu|the|pada|di|:)\s*)*$",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(
    r"^\W*(?:diterbitkan(?:\s+oleh)?|penerbit|badan\s+(?:hukum|usaha)(?:\s+\w+)?|(?:nama\s+)?perusahaan(?:\s+\w+)?|legalitas(?:\s+\w+)?|publisher|published\s+by"
    r"|penanggung\s*jawab|company|(?:di)?kelola(?:\s+oleh)?|pengelola(?:\s+\w+)?|nama\s+badan\s+hukum)\W*$",
    re.IGNORECASE,
)
_THANKED = re.compile(
    r"\W*(?:(?:media\s+)?(?:sponsor(?:ed|ship)?|partners?(?:ship)?|supporters?|clients?)(?:\s+by)?|iklan|pariwara|klien|mitra(?:\s+\w+)?"
    r"|(?:didukung|disponsori|dipersembahkan)(?:\s+oleh)?|(?:supported|powered|hosted|developed|designed|made|web(?:site)?)\s+by"
    r"|hosting|pengiklan|advertis\w+)\W*",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[\"“'‘(]*[\w&'’./-]+[\"”'’)]*")
_ENDS = frozenset(
    """jl jln jalan alamat nib npwp ahu nomor no sk akta telp telepon email hp wa hak all copyright tahun seluruh semua
    dengan yang dan/atau adalah merupakan berdasarkan sesuai berkedudukan berkantor beralamat website pemimpin
    pimpinan penanggung direktur komisaris kemenkumham kementerian menkumham gedung ruko kantor notaris tanggal rt rw
    kab kabupaten kec kecamatan kel kelurahan kp dusun terdaftar terverifikasi dilindungi reserved
    rights siup tdp pedoman kontak powered designed developed sebagai dari pada oleh di dalam""".split()
)
_SMALL = frozenset("dan and of the untuk".split())
_HOLDS = re.compile(r"[.,;:!?)\"”]$")
_MOST_WORDS = 8
# How far a label stands before the form, and how long a name may be, in characters.
_LABEL_REACH, _LONGEST_NAME = 80, 160
_HINT_WORDS = ("pt", "p.t", "cv", "c.v", "yayasan", "koperasi", "perkumpulan", "perseroan", "ud", "firma")
_HINT = re.compile(r"\bp\.?t\b|\bc\.?v\b|yayasan|koperasi|perkumpulan|perseroan|\bud\b|firma")


def read_companies(page: Page) -> tuple[LegalEntity, ...]:
    """The bodies that a page names, those with a label first, each name once. `PT` with nothing after it is none."""
    credited = -1
    seen = []
    for at in page.lines_with(_HINT_WORDS):
        above = page.lines[at - 1] if at else ""
        # Under `Sponsor` or `Mitra Kami` stand those who paid, one a line.
        if _THANKED.fullmatch(above) or credited == at - 1 >= 0:
            credited = at
        entities = _entities(page.lines[at], above)
        seen += [(page.lines[at], replace(one, stands_apart=False) if credited == at else one) for one in entities]
    headlines = _headlines(page) if seen else frozenset[str]()
    found = [replace(entity, label="", stands_apart=False) if line in headlines else entity for line, entity in seen]
    found.sort(key=lambda entity: not entity.label)
    once: dict[tuple[LegalForm, str], LegalEntity] = {}
    for entity in found:
        once.setdefault((entity.form, re.sub(r"\W", "", entity.name.lower())), entity)
    return tuple(once.values())


def _headlines(page: Page) -> frozenset[str]:
    """The words on links that are too many for the name of a page: `PT Kebun Fiktif Digugat Warga` is news."""
    return frozenset(
        link.text
        for link in page.structure.links
        if len(link.raw_text.split()) >= _HEADLINE_WORDS and urlsplit(link.url).path.strip("/")
    )


def _entities(line: str, above: str) -> Iterator[LegalEntity]:
    if not _HINT.search(line.lower()):
        return
    last = _FORM_LAST.search(line)
    if last is not None and (label := _label(line[: last.start()], above)):
        yield LegalEntity(_FORMS[last["form"].lower().rstrip(".")], last["name"], last.group().strip(), label)
        return
    for found in _FORM.finditer(line):
        before = line[max(0, found.start() - _LABEL_REACH) : found.start()]
        label = _label(before, above)
        form = " ".join(found["form"].lower().split())
        # `pt` and `cv` in small letters are words of other languages unless something says a company follows.
        if not label and not found["form"][0].isupper():
            continue
        name = _name(line[found.end() : found.end() + _LONGEST_NAME], may_be_small=bool(label))
        if name and not _is_blank(name):
            text = line[found.start() : found.end()] + name
            before = line[: found.start()]
            apart = _MAY_PRECEDE.fullmatch(before) is not None and not _ANOTHERS.search(before)
            yield LegalEntity(_FORMS[form.rstrip(".")], name.strip("\"“”'‘’ "), text.strip(), label, apart)


def _label(before: str, above: str) -> str:
    found = _LABEL.search(before)
    if found is not None and found["label"].lower() != "oleh":
        return found["label"]
    if not before.strip(" \t:-–•*📄🏢") and _LABEL_ALONE.match(above):
        return above.strip(" :")
    return ""


def _name(rest: str, *, may_be_small: bool) -> str:
    """The words of the name: capitalised ones up to a stop, a clause or a change from capitals to a sentence."""
    end = 0
    words: list[str] = []
    for found in _NAME_WORD.finditer(rest):
        word = found.group()
        bare = word.strip("\"“”'‘’().,")
        gap = rest[end : found.start()]
        if (
            (words and gap.strip(" "))
            or (word[0] == "(" and bare.lower() != "persero")
            or not bare
            or bare.lower().partition(".")[0] in _ENDS
            or len(words) == _MOST_WORDS
        ):
            break
        if not _is_part(bare, words, may_be_small=may_be_small):
            break
        words.append(bare)
        end = found.end()
        if _HOLDS.search(word) and bare.lower() not in ("tbk", "persero"):
            end -= len(word) - len(word.rstrip('.,;:!?)"”'))
            break
    name = rest[:end].rstrip(" .,;:")
    while name and name.split()[-1].lower() in _SMALL:
        name = name.rpartition(" ")[0]
    return name


def _is_part(word: str, words: list[str], *, may_be_small: bool) -> bool:
    if word.lower() in _SMALL or word == "&":
        return bool(words)
    if not (
        word[0].isupper()
        or word[0].isdigit()
        or (may_be_small and word.islower() and (not words or words[0].islower()))
    ):
        return False
    shouted = len(words) > 1 and all(kept.isupper() for kept in words)
    return not (shouted and not word.isupper())


def _is_blank(name: str) -> bool:
    return bool(filler_in(name)) or not any(letter.isalpha() for letter in name) or len(name) < 2


_AHU = re.compile(
    r"\bAHU[\s:.#-]*(?:No(?:mor)?\.?[\s:]*)?(?:AHU-)?(?:AH[\s.]?01[\s.]\d{2}[\s.-]*\d{5,8}|\d{4,8}[\s.]*AH[\s.]*\d{2}[\s.]*\d{2})(?:[\s./]*(?:Tahun|Thn?\.?)?[\s.]*\d{4}(?!\d))?",
    re.IGNORECASE,
)
_NIB = re.compile(
    r"(?:\bNIB\b|Nomor\s+Induk\s+Berusaha)[^\d\n]{0,30}\n?[^\d\n]{0,6}((?:\d[\s.-]?){12}\d)(?!\d)", re.IGNORECASE
)
_NPWP = re.compile(
    r"\bNPWP\b[^\d\n]{0,30}\n?[^\d\n]{0,6}((?:\d[\s.-]{0,2}){14,15}\d)(?!\d)|(?<!\d)(\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3})(?!\d)",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(
    r"(?<![\d/])\d{1,5}\s?/\s?DP\s?-\s?(?:Terverifikasi|Verifikasi)\s?/\s?K\s?/\s?[IVX]+\s?/\s?\d{4}(?!\d)",
    re.IGNORECASE,
)
_UKW = re.compile(
    r"(?<![\w/])(?:\d{1,6}\s?[- ]\s?)?[A-Z]{2,12}(?:\s?[A-Z]{2,12})?"
    r"/W[A-Z]{1,2}/DP/[IVX]+/\d{4}/\d{2}/\d{2}/\d{2}(?!\d)"
)
_ID_HINT = re.compile(r"\bahu\b|\bnib\b|nomor induk|npwp|/\s?dp\b|\d{2}\.\d{3}\.\d{3}\.\d-", re.IGNORECASE)


def read_legal_ids(page: Page) -> tuple[LegalId, ...]:
    """The numbers on a page: approval (AHU), business (NIB), tax (NPWP), Press Council certificate, competence."""
    text = page.text
    if not _ID_HINT.search(text):
        return ()
    found = [
        *(LegalId(LegalIdKind.AHU, _ahu(seen.group()), seen.group().strip()) for seen in _AHU.finditer(text)),
        *(LegalId(LegalIdKind.NIB, _digits(seen.group(1)), seen.group().strip()) for seen in _NIB.finditer(text)),
        *(
            LegalId(LegalIdKind.NPWP, _digits(seen.group(1) or seen.group(2)), seen.group().strip())
            for seen in _NPWP.finditer(text)
        ),
        *(
            LegalId(LegalIdKind.PRESS_COUNCIL_CERTIFICATE, "".join(seen.group().split()), seen.group())
            for seen in _CERTIFICATE.finditer(text)
        ),
        *(LegalId(LegalIdKind.UKW, "".join(seen.group().split()), seen.group()) for seen in _UKW.finditer(text)),
    ]
    once = {(legal_id.kind, legal_id.value): legal_id for legal_id in reversed(found)}
    return tuple(reversed(once.values()))


def _digits(written: str) -> str:
    return re.sub(r"\D", "", written)


def _ahu(written: str) -> str:
    """`AHU-0012345.AH.01.01.TAHUN 2022` for every way to write it."""
    packed = re.sub(r"[\s.:#/]+", ".", written.upper()).replace("AHU.", "AHU-", 1)
    begun = re.sub(r"^AHU[-.]*(?:AHU-)?", "AHU-", packed)
    return re.sub(r"\.?(?:TAHUN|THN?)?\.?((?:19|20)\d{2})$", r".TAHUN \1", begun)
