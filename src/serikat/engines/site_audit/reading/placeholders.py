"""Words that a template left behind: fillers nobody replaced, and other outlets' names in copied pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import urlsplit


class _Trace:
    """What a template leaves behind: plain words of which it has one, right after one of others, and its pattern.

    Looking for the words first spares most pages the pattern.
    """

    def __init__(self, words: str, pattern: str, after: str = "") -> None:
        self.words = words.split()
        self._after = tuple(after.split())
        self._pattern = re.compile(pattern, re.IGNORECASE)

    def search(self, text: str, lowered: str) -> re.Match[str] | None:
        """Where it first stands in the text, whose small letters are given too."""
        is_hinted = any(word in lowered and self._stands(word, lowered) for word in self.words)
        return self._pattern.search(text) if is_hinted else None

    def _stands(self, word: str, lowered: str) -> bool:
        before = lowered.split(word)[:-1] if self._after else ()
        return not self._after or any(words.rstrip().endswith(self._after) for words in before)


_FILLERS = (
    _Trace("lorem", r"lorem\s+ipsum"),
    _Trace("dolor", r"dolor\s+sit\s+amet"),
    _Trace("consect", r"consectetur\s+adipisc?ing"),
    _Trace("dummy", r"contoh\s+teks\s+atau\s+dummy|dummy\s+text"),
    _Trace(
        "contoh dummy pengganti",
        r"(?:ini|teks)\s+(?:adalah\s+)?(?:teks|contoh)\s+(?:contoh|dummy|pengganti)",
        after="teks contoh",
    ),
    _Trace(
        "[",
        (
            r"\[\s*(?:nama|isi|alamat|masuk+an|tulis|e-?mail|no\b|nomor|telepon|telp|jabatan|media|perusahaan|kota|tanggal"
            r"|your|insert|company|website|domain|situs)[^\]\n]{0,48}\]"
        ),
    ),
    _Trace("{{", r"\{\{[^}\n]{1,40}\}\}"),
    _Trace(
        "anda",
        (
            r"nama\s+(?:media|perusahaan|situs|website|portal|domain)\s+anda"
            r"|(?:alamat|e-?mail|nomor\s+telepon)\s+(?:media|perusahaan|kantor)\s+anda"
        ),
        after="media perusahaan situs website portal domain kantor",
    ),
    _Trace(
        "nama",
        r"isi(?:kan|lah)?\s+(?:dengan\s+)?nama(?:\s+(?:anda|di\s+sini|disini|lengkap))?\b",
        after="isi isikan isilah dengan",
    ),
    _Trace("doe", r"\bj(?:ohn|ane)\s+doe\b", after="john jane"),
    _Trace("tersedia", r"kont?ent?\s+belum\s+tersedia", after="belum"),
    _Trace(
        "dalam",
        r"halaman\s+(?:ini\s+)?(?:masih|sedang)\s+dalam\s+(?:pengembangan|perbaikan|pembuatan)",
        after="masih sedang",
    ),
)
_CONTACTS = (
    _Trace(
        ".",
        (
            r"\b(?:[\w.+-]+@)?(?:contoh|example|domain|yourdomain|domainanda|namadomain|yoursite|namasitus|website)"
            r"\.(?:com|co\.id|id|net|org|co)\b"
        ),
        after="contoh example domain domainanda yoursite namasitus website",
    ),
    _Trace("@", r"\b(?:your|nama)@[\w.-]+", after="your nama"),
    _Trace("yourdomain", r"\byourdomain\b"),
    # The digits in order, however they are spaced; a real number that runs so is for the owner to point out.
    _Trace(
        "34",
        r"(?<!\d)(?:\+?62|0)[\s.-]?8[1-9]\d?[\s.-]?2?[\s.-]?34[\s.-]?5[\s.-]?6[\s.-]?7[\s.-]?8(?:[\s.-]?9[\s.-]?0?)?(?!\d)",
    ),
    _Trace("xx", r"(?<!\d)(?:\+?62|0)[\s.-]?8\d{0,2}[\s.-]?[xX]{2,}[\s.xX-]*"),
    _Trace(
        "123 000 xxxx",
        r"(?<!\d)\(?0\d{2,3}\)?[\s.-]?(?:123[\s.-]?4567?8?|1234[\s.-]?5678|000[\s.-]?0000?|[xX]{4,})(?!\d)",
    ),
    _Trace("7890", r"(?<!\d)\+?(?:1[\s.-])?\(?123\)?[\s.-]456[\s.-]7890(?!\d)"),
    _Trace(
        "contoh nama alamat lorem xx",
        r"\b(?:Jl|Jln|Jalan)\.?\s*(?:Contoh|Nama\s+Jalan|Alamat|Lorem|[xX]{2,})(?!\w)",
        after="jl jl. jln jln. jalan jalan.",
    ),
    _Trace("lengkap", r"\balamat\s+lengkap\s+(?:kantor|redaksi|perusahaan)\s+(?:di\s*sini|anda)", after="alamat"),
)
_ALL = (*_FILLERS, *_CONTACTS)
# A name, a number or another short value has none of these, which is soon seen.
_LONGEST_VALUE = 300
_FILLER_WORDS = frozenset(word for trace in _FILLERS for word in trace.words)
_ALL_WORDS = frozenset(word for trace in _ALL for word in trace.words)
# As the whole of a value these name nobody; inside a form or a privacy policy they are ordinary words.
_NAME_VALUES = re.compile(
    r"(?:nama\b(?:\s.*)?|[x.…_]{3,}|x{2,}(?:\s+x{2,})*\.?|(?:your|full|first|last|author)\s+name|si\s+fulan"
    r"|fulan(?:ah)?(?:\s+bin\s+fulan)?|tba|tbd|n/?a|lorem|ipsum|foo(?:\s+bar)?|test(?:ing)?)",
    re.IGNORECASE,
)


# Several rules look at the same pages.
@lru_cache(maxsize=256)
def placeholder_in(text: str) -> str:
    """The first words in the text that a template left behind (lorem ipsum, `[Nama Media]`, a sample address,
    number or e-mail), as they stand there; empty where there are none.
    """
    return _first(_ALL, _ALL_WORDS, text)


@lru_cache(maxsize=256)
def filler_in(text: str) -> str:
    """Like `placeholder_in`, for running words alone: a sample telephone number in a footer is no filler."""
    return _first(_FILLERS, _FILLER_WORDS, text)


def _first(traces: Iterable[_Trace], words: Iterable[str], text: str) -> str:
    lowered = text.lower()
    if len(text) < _LONGEST_VALUE and not any(map(lowered.__contains__, words)):
        return ""
    found = (trace.search(text, lowered) for trace in traces)
    first = min(filter(None, found), key=re.Match.start, default=None)
    return first.group().strip() if first else ""


def is_placeholder_name(value: str) -> bool:
    """Whether a value that stands where a name should stand names nobody: `Nama Lengkap`, `xxx`, `John Doe`."""
    bare = value.strip(" \t-–—:()[]<>\"'")
    return bool(_NAME_VALUES.fullmatch(bare)) or bool(filler_in(value))


_ENDINGS = (
    r"(?:com|net|org|info|news|co|id|tv|online|media|site|xyz|press|live|asia|today|web|space|my|example)(?![\w-])"
)
_DOMAIN = re.compile(
    rf"(?<![\w.-])(?:https?://|www\.)?((?:[a-z0-9-]{{1,63}}\.){{1,3}}{_ENDINGS})(?!\.[a-z])", re.IGNORECASE
)
_ENDING = re.compile(rf"\.{_ENDINGS}", re.IGNORECASE)
# Begins with the sign itself, so that it is found fast.
_MAIL_DOMAIN = re.compile(r"@(?<=[\w+-]@)((?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,7})\b", re.IGNORECASE)
_SERVICES = frozenset(
    """gmail googlemail google googleapis googleusercontent doubleclick youtube youtu blogger blogspot wordpress wix
    yahoo ymail rocketmail hotmail outlook live icloud proton protonmail zoho facebook fb instagram twitter x tiktok
    linkedin whatsapp wa telegram t pinterest threads spotify apple microsoft mozilla android cloudflare amazon adobe
    dewanpers pwi aji amsi smsi jmsi spsindonesia lspr w3 schema creativecommons wikipedia disqus addthis sharethis
    histats statcounter alexa mgid taboola outbrain criteo adsterra propellerads termsfeed privacypolicygenerator
    privacypolicies privacypolicyonline termsandconditionsgenerator generateprivacypolicy freeprivacypolicy
    networkadvertising youronlinechoices aboutads allaboutcookies aboutcookies cookiesandyou optout iubenda onetrust
    getbootstrap jquery github supabase firebase vercel netlify feedburner gravatar akismet paypal midtrans shopee
    tokopedia lazada bukalapak bit linktr msn bing duckduckgo contoh example domain s id""".split()
)
_PUBLIC = re.compile(r"\.(?:go|ac|sch|mil|desa)\.id$")
_SECOND_LEVEL = frozenset("co or go ac sch web my biz net desa mil ponpes com org".split())
_SPEAKS_AS = re.compile(
    r"(?:redaksi|media|situs|portal|website|web|laman|layanan|pengunjung|pembaca|pengguna|mengakses|milik|wartawan"
    r"|jurnalis|tentang|kami|hubungi)\s*[,:(]?\s*$",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\s*[,)]?\s*(?:\(?[\"'“]?kami|berhak|tidak|adalah|melayani|menghormati|menggunakan|akan|dapat|bisa|menyediakan|wajib"
    r"|sebagai|mengumpulkan|berkomitmen|mungkin|memiliki|hanya|menyimpan|is|are|may|will|has|does|uses|collects|reserves)\b",
    re.IGNORECASE,
)
_CONTEXT = 40


def other_outlet_names(text: str, own_domain: str, own_name: str = "") -> tuple[str, ...]:
    """Other outlets that a page speaks as (`redaksi kabarlain.com berhak …`): the sign of a page copied unread.

    `own_domain` is the site's own host. Mail providers, networks, public bodies and the site's own name under
    another ending are left out, and so is a site that is merely mentioned once. Registrable domains, in page order.
    """
    own = {_label(own_domain), _squashed(own_name)} - {""}
    weights: dict[str, int] = {}
    for found in _domains(text):
        domain = registrable(found.group(1))
        if _is_other(domain, own):
            weights[domain] = weights.get(domain, 0) + _weight(text, found.start(), found.end())
    for found in _MAIL_DOMAIN.finditer(text):
        domain = registrable(found.group(1))
        if _is_other(domain, own):
            weights[domain] = weights.get(domain, 0) + 1
    return tuple(domain for domain, weight in weights.items() if weight > 1)


def _domains(text: str) -> Iterator[re.Match[str]]:
    """The domains in a text, looked for only in lines that hold an ending of one."""
    done = 0
    for ending in _ENDING.finditer(text):
        if ending.start() >= done:
            start = text.rfind("\n", 0, ending.start()) + 1
            done = (text.find("\n", ending.end()) + 1 or len(text) + 1) - 1
            yield from _DOMAIN.finditer(text, start, done)


def registrable(host: str) -> str:
    """The part of a host that its owner registered, as far as Indonesian endings need (`kabar.co.id`)."""
    bare = (urlsplit(host).hostname or "") if "://" in host else host.partition("/")[0].partition(":")[0]
    labels = bare.lower().strip(".").split(".")
    keep = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-keep:])


def _label(host: str) -> str:
    return _squashed(registrable(host).partition(".")[0])


def _squashed(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.lower())


def _is_other(domain: str, own: set[str]) -> bool:
    label = _label(domain)
    if not label or label.isdigit() or label in _SERVICES or _PUBLIC.search(domain):
        return False
    # `poswarga.com` and `poswarga-news.id` of one owner differ by an addition, not by the name.
    return not any(label == name or (len(name) > 4 and (name in label or label in name)) for name in own)


def _weight(text: str, start: int, end: int) -> int:
    before = text[max(0, start - _CONTEXT) : start]
    return 2 if _SPEAKS_AS.search(before) or _SPOKEN_OF.match(text, end) else 1
