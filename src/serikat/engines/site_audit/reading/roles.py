"""The roles of a masthead by the labels that outlets print, near misses kept apart."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Role(StrEnum):
    """What somebody answers for. Only the first three are those whom the Press Law wants named."""

    RESPONSIBLE_EDITORIAL = "responsible_editorial"
    EDITOR_IN_CHIEF = "editor_in_chief"
    PUBLISHER_HEAD = "publisher_head"
    COMMISSIONER = "commissioner"
    MANAGING_EDITOR = "managing_editor"
    EDITOR = "editor"
    REPORTER = "reporter"
    VISUAL = "visual"
    LEGAL_COUNSEL = "legal_counsel"
    ADVISOR = "advisor"
    BUSINESS = "business"
    SECRETARIAT = "secretariat"
    TECHNICAL = "technical"
    FOUNDER = "founder"
    OTHER = "other"


LEADING_ROLES = (Role.RESPONSIBLE_EDITORIAL, Role.EDITOR_IN_CHIEF, Role.PUBLISHER_HEAD)

_HEAD = r"(?:pe?mimpin|pimpinan|pemipin|pimp\.?|pimpin)"
_ANSWERS = r"penang+ung\s*-?\s*(?:jawa[bp](?:an)?|jwb)"
_TAIL = r"(?:\s+(?:media|cetak|online|digital|daring|siber|portal|harian|berita|utama|eksekutif|nasional))*"
# Each pattern must match the whole of one part of a label: what is said beyond it makes it another role.
# Earlier rows win: a deputy or a former editor is none.
_PATTERNS: tuple[tuple[Role, str], ...] = (
    (Role.OTHER, r"(?:mantan|eks|ex|former)\b.*"),
    (Role.OTHER, r".*\bproyek\b.*|.*\bproject\b.*|pemimpin|pimpinan"),
    (
        Role.MANAGING_EDITOR,
        (
            rf"(?:wakil|wk\.?|wa|deputi|deputy|vice|asisten|associate)\s*(?:{_HEAD}\s*redaksi|pemred|pimred|"
            r"editor[\s-]+in[\s-]+chief|chief\s+editor|redaktur\s+pelaksana).*"
        ),
    ),
    (Role.OTHER, r"(?:wakil|wk\.?|deputi|deputy|vice|asisten|assistant|staf+)\b.*"),
    (
        Role.RESPONSIBLE_EDITORIAL,
        (
            rf"{_ANSWERS}(?:\s+(?:bidang\s+)?(?:redaksi(?:onal)?|keredaksian|pemberitaan|editorial|isi|konten|umum))?{_TAIL}"
            r"|pj|penjab|responsible(?:\s+editor)?|editor\s+responsible|person\s+in\s+charge"
        ),
    ),
    (
        Role.PUBLISHER_HEAD,
        (
            rf"{_ANSWERS}\s+(?:bidang\s+)?(?:usaha|bisnis|perusahaan)|{_HEAD}\s*(?:perusahaan|umum|usaha){_TAIL}"
            r"|pimprus|pemprus|pemum|pimum|direktris|publisher|(?:presiden\s+)?direktur(?:\s+(?:utama|perusahaan|eksekutif|umum|pt))?|dirut"
            r"|direksi|general\s+manager|(?:president|managing|executive)?\s*director|ketua\s+(?:yayasan|koperasi)"
            r"|pemimpin\s+(?:dan\s+)?penerbit"
        ),
    ),
    (
        Role.EDITOR_IN_CHIEF,
        (
            rf"(?:plt\.?\s+|pj\.?s?\s+)?(?:{_HEAD}\s*redaksi|pemp?red|pimp?red){_TAIL}(?:\s+i{{1,3}})?"
            r"|(?:executive\s+)?editor[\s-]+in[\s-]+chief"
            r"|chief\s+editor|editor\s+kepala|(?:pemimpin|pimpinan)\s+redaktur"
        ),
    ),
    (Role.COMMISSIONER, r"(?:dewan\s+)?komisaris(?:\s+utama)?|commissioners?"),
    (
        Role.LEGAL_COUNSEL,
        (
            r"(?:kuasa|penasi?e?hat|konsultan|tim|dewan|biro|divisi|advokasi|bantuan|staf)\s*(?:dan\s+)?"
            r"(?:bidang\s+)?hukum.*|tim\s+advokasi.*|advokat|pengacara|(?:(?:divisi|bagian|bidang|tim)\s+)?legal(?:\s+(?:counsel|advis[oe]r|officer))?|lawyer|ombudsman"
        ),
    ),
    (
        Role.ADVISOR,
        (
            r"(?:dewan\s+)?(?:penase?i?hat|pembina|pengawas|pelindung|pengarah|pakar|kehormatan|pertimbangan)(?:\s+[\w\s]{0,30})?"
            r"|dewan\s+redaksi|staf+\s+ahli.*|advis[oe]rs?|editorial\s+board|board\s+of\s+advis[oe]rs"
        ),
    ),
    (
        Role.MANAGING_EDITOR,
        (
            r"(?:pj\.?s?\s+)?redak(?:tur|si)\s+(?:pelaksana|eksekutif|utama|senior|kepala)(?:\s+.{0,30})?|redpel|(?:kepala|ketua)\s+redaksi"
            r"|(?:managing|executive|senior)\s+editor|(?:koordinator|kordinator)\s+(?:liputan|redaksi|peliputan)|ko+r?lip(?:\s+.{1,30})?"
            r"|direktur\s+(?:pemberitaan|redaksi|konten)|manajer\s+(?:redaksi|pemberitaan)|news\s+manager"
        ),
    ),
    (
        Role.SECRETARIAT,
        r"sek(?:re|er)tar(?:is|iat)(?:\s+.{0,30})?|sekred|tata\s+usaha|administrasi(?:\s+.{0,30})?|bendahara(?:\s+.{0,20})?",
    ),
    (
        Role.BUSINESS,
        (
            rf"(?:(?:manaj?g?e(?:r|ment)|kepala|direktur|divisi|bagian|bidang|staf+|koordinator|tim|{_ANSWERS})\s+)?"
            r"(?:digital\s+)?(?:iklan|periklanan|sales|public\s+relations?|partnerships?|business\s+development|marketing|pemasaran|keuangan|bisnis|usaha|sirkulasi|distribusi|promosi|sdm|hrd|humas|event"
            r"|account\s+executive|pengembangan\s+(?:usaha|bisnis)|kerja\s*sama|kemitraan|finance|operasional)"
            r"(?:\s+(?:.{0,30}))?|manajer(?:\s+.{0,30})?|manaj?g?e(?:men|ment)(?:\s+.{0,30})?"
        ),
    ),
    (
        Role.TECHNICAL,
        (
            rf"(?:(?:tim|divisi|bagian|bidang|staf+|kepala|manajer|{_ANSWERS})\s+)?"
            r"(?:it|i\.t\.?|teknologi(?:\s+informasi)?|teknis|teknik|web\s*-?\s*(?:master|developer|design|admin|desain)?"
            r"|programm?er|developer|pengembang|information\s+technology|media\s+sosial|medsos|sosial\s+media|social\s+media"
            r"|seo|server|website)(?:\s+.{0,30})?|admin(?:istrator)?(?:\s+(?:web(?:site)?|it|media|medsos|portal|redaksi).{0,20})?"
        ),
    ),
    (
        Role.VISUAL,
        (
            r"(?:redaktur|editor|tim|divisi|juru|penata|staf+)?\s*(?:[fp]oto\s*gra(?:f|ph)er|pewarta\s+foto|jurnalis\s+foto|foto|video|video\s*grafer|kameram[ae]n"
            r"|cameram[ae]n|kamera|artistik|letak|grafis|desain(?:er)?|design(?:er)?|perwajahan|ilustrasi|kartunis|karikatur(?:is)?|layout(?:er)?|lay\s+out|tata\s+letak|artistik|ilustrator|multimedia"
            r"|kreatif|graphic|photographer)(?:\s+.{0,30})?"
        ),
    ),
    (
        Role.FOUNDER,
        r"(?:co[\s-]*)?founder|pendiri|perintis|owner|pemilik|ceo|chief\s+executive\s+officer|pengasuh",
    ),
    (
        Role.EDITOR,
        r"(?:dewan\s+|tim\s+|staf+\s+)?(?:redakt(?:ur|or)|editors?|penyunting|copy\s*editor|sub\s*editor)(?:\s+.{0,30})?",
    ),
    (
        Role.REPORTER,
        (
            r"(?:tim\s+|staf+\s+|para\s+|kepala\s+|kabiro|ka\.?\s*)?(?:(?:wartawan(?:/wati)?|jurnalis)(?!\s+(?:utama|madya|muda)\b)"
            r"|reporters?|pewarta|kontributor|korespond?en(?:t)?|peliput|liputan|biro|kabiro|kaperwil|perwakilan|kepala\s+perwakilan|contributors?|journalists?"
            r"|(?:(?:content|script)\s+)?writers?|copy\s*writers?|stringers?|freelancers?|penulis|kolumnis|penerjemah|periset|peneliti|researcher)(?:\s+.{0,30})?|staf+\s+redaksi|tim\s+redaksi"
        ),
    ),
    (
        Role.OTHER,
        (
            r"(?:.{0,20}\s)?(?:riset|litbang|dokumentasi|perpustakaan|umum|produksi|percetakan|anggota|ketua|koordinator|kepala"
            r"|penyiar|host|presenter|umum|logistik|security|driver|magang|desk|rubrik)(?:\s+.{0,30})?"
            r"|(?:(?:tim|team|staf+|bagian|bidang)\s+)?(?:keamanan|investigasi|advokasi|pra\s*cetak|cetak|editing)(?:\s+.{1,30})?"
            r"|kurir|so?upir|sopir|agen|teknisi|operator|produ[sc]er|translator|proofreader|penyelaras(?:\s+bahasa)?|kor(?:wil|da)(?:\s+.{1,30})?"
            r"|(?:konten|content)\s+kreator|kreator\s+konten|sidang\s+redaksi|redaksi\s+ahli|tim\s+ahli|analis(?:\s+.{1,30})?|lbh|personalia"
            r"|pengelola(?:\s+.{1,30})?|narahubung|contact\s+person|penata\s+\w+|pra\s+produksi|supervisor|auditor|perlengkapan|resepsionis"
            rf"|{_ANSWERS}\s+.{{1,30}}|redaksi|(?:divisi|departemen|network)\s+.{{1,30}}|komite(?:\s+.{{1,30}})?|content\s+creator.*|studio"
        ),
    ),
)
# For small letters, which are several times as quick to match as letters of either case.
_ANY = re.compile("|".join(f"({pattern})" for _, pattern in _PATTERNS))
_JOINED = re.compile(r"\s*(?:[/&+|,–—]|\s-\s|\b(?:dan|and|merangkap|sekaligus|selaku)\b)\s*", re.IGNORECASE)
# After these stands a second office of the same person; after a comma or a dash it may be the name.
_SECOND_OFFICE = re.compile(r"\s*(?:&|\bdan\b|\bmerangkap\b|\bsekaligus\b)\s*", re.IGNORECASE)
_LONGEST_OFFICE = 3
# What the competence test certifies is no office.
_RANK = re.compile(r"(?:wartawan|jurnalis|ukw)\s+(?:utama|madya|muda)", re.IGNORECASE)
_OUTER = re.compile(r"^[\W\d_]+|[^\w)]+$")
_IN_PARENTHESES = re.compile(r"\s*\([^)]*\)\s*$")
_LONGEST = 90
_SPELT = ("pemimpin", "pimpinan", "redaksi", "redaktur", "penanggung")
_SHORTEST_MENDED, _LONGEST_MENDED = 6, 11
# A sentence about wartawan may begin as a label does.
_PROSE = re.compile(
    r"\b(?:wajib|adalah|yang|dapat|harus|akan|tidak|bertanggung|berhak|telah|sudah|oleh|untuk|dengan|menjadi|mematuhi|melakukan"
    r"|sebagai|ini|itu|kami|saat|agar|serta\s+merta|is|are|the|will)\b"
)
# Plain words that the patterns need one of: looking for these first spares most pages and lines the patterns.
MASTHEAD_HINTS = tuple(
    """pimpin pemimp pemipin pemred pimred pimp. jawab redakt editor direktu direksi director manager manaj
    wartawan pimpred pempred reporter jurnalis kontribut penasihat penasehat pembina komisaris penyunting
    pewarta hukum responsible pimprus redpel dewan founder pendiri penulis""".split()
)
_ROLE_WORDS = MASTHEAD_HINTS + tuple(
    """foto video desain design layout letak kamera grafis iklan marketing pemasaran keuangan sekret bendahara administ
    it i.t pj web teknologi teknis medsos media biro koresponden koordinator liputan korlip riset litbang sirkulasi
    distribusi humas pengawas pelindung pengarah pengasuh owner kaperwil perwakilan kuasa advoka legal ketua kepala
    admin staf dirut pemum pimum sekred programmer developer redaksi komite ceo chief network studio creator content
    ombudsman seo management keamanan kurir supir sopir agen teknisi operator produ translator proofread penyelaras
    korwil korda konten kreator ahli analis lbh personalia pengelola narahubung contact penata supervisor auditor
    perlengkapan resepsionis investigasi cetak editing writer stringer freelance juru potogra perwajahan ilustrasi
    kartunis karikatur sales relation partnership business sekertar
    penanggung penjab subeditor copyeditor copywriter cofounder multimedia cameram kabiro kabag wapemred wapimred
    web webm webd weba webs i security publisher kemitraan peneliti periset journalist""".split()
)
# How a word of a label begins; a word as short as this stands for itself.
_BEGINNING = re.compile(r"\b[a-z]{1,4}")
_BEGINNINGS = frozenset(word[:4] for word in _ROLE_WORDS)


def hints_at_masthead(text: str) -> bool:
    """Whether a text may name roles at all."""
    lowered = text.lower()
    return any(map(lowered.__contains__, MASTHEAD_HINTS))


def may_name_role(line: str) -> bool:
    """Whether any word of a line begins as one of a role's label does."""
    return not _BEGINNINGS.isdisjoint(_BEGINNING.findall(line.lower()))


def roles_in(label: str) -> tuple[Role, ...]:
    """The roles that a label names, in its order: two for `Penanggung Jawab/Pemimpin Redaksi`, none for other words.

    The label must be a role as a whole. A part that is no role (`Mitra & Penasihat`) leaves the label none, so that
    running words that only mention a role name none.
    """
    bare = _bare(" ".join(label.split()))
    if not bare or len(bare) > _LONGEST or ":" in bare or "=" in bare or _PROSE.search(bare.lower()):
        return ()
    if "(" not in bare:
        return _roles_in(bare)
    # `Pemimpin Redaksi (Penanggung Jawab)` names two; other remarks in parentheses name none.
    return _roles_in(bare.replace("(", "/").replace(")", "")) or _roles_in(_IN_PARENTHESES.sub("", bare))


def _bare(words: str) -> str:
    """The words without numbers, bullets and stops around them; most have none."""
    return words if words[:1].isalpha() and words[-1:].isalnum() else _OUTER.sub("", words)


@lru_cache(maxsize=4096)
def _roles_in(label: str) -> tuple[Role, ...]:
    """The roles of a label, read once more with its misspelt words mended where it is none as it stands."""
    roles = _roles_spelt(label)
    if roles:
        return roles
    mended = " ".join(map(_mended, label.split()))
    return _roles_spelt(mended) if mended != label else ()


def _mended(word: str) -> str:
    """`Readaksi` or `Pemimpim` as it is meant: one letter more, less, other or changed with its neighbour."""
    lowered = word.lower()
    if lowered[0] not in "pr" or not _SHORTEST_MENDED <= len(word) <= _LONGEST_MENDED or lowered in _SPELT:
        return word
    return next((right for right in _SPELT if _is_slip(lowered, right)), word)


def _is_slip(wrong: str, right: str) -> bool:
    if wrong[0] != right[0] or abs(len(wrong) - len(right)) > 1:
        return False
    pairs = enumerate(zip(wrong, right, strict=False))
    at = next((at for at, (seen, meant) in pairs if seen != meant), min(len(wrong), len(right)))
    left, other = wrong[at:], right[at:]
    swapped = left[:2] == other[1::-1] and left[2:] == other[2:]
    return swapped or left[1:] == other[1:] or left[1:] == other or left == other[1:]


def _roles_spelt(label: str) -> tuple[Role, ...]:
    roles: list[Role] = []
    parts = _JOINED.split(label)
    for part in parts:
        # `Pemimpin Umum/Redaksi` heads both.
        is_short = bool(roles) and part.lower() == "redaksi"
        role = (_role(f"{parts[0].partition(' ')[0]} redaksi") if is_short else None) or _role(part)
        if role is None and roles and _RANK.fullmatch(part):
            continue
        if role is None and len(parts) == 1:
            return ()
        if role is None:
            whole = _role(label)
            return (whole,) if whole is not None and whole not in LEADING_ROLES else _leading_one(label)
        if role not in roles:
            roles.append(role)
    return tuple(roles)


def _leading_one(label: str) -> tuple[Role, ...]:
    """`Pemimpin Redaksi & Pengelola Konten`: a leading role stands, whatever short office its bearer has besides."""
    first, *others = _SECOND_OFFICE.split(label)
    role = _role(first) if len(others) == 1 else None
    if role not in LEADING_ROLES:
        return ()
    words = others[0].split()
    return (role,) if 0 < len(words) <= _LONGEST_OFFICE and all(word[0].isupper() for word in words) else ()


def _role(part: str) -> Role | None:
    found = _ANY.fullmatch(_bare(part).lower())
    return _PATTERNS[found.lastindex - 1][0] if found is not None and found.lastindex else None
