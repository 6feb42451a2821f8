"""Titles before a name and degrees after it: written in many ways, and no part of who somebody is."""

from __future__ import annotations

import re
from functools import lru_cache

# Before the name. `m` is not here: it is Muhammad cut short.
TITLES = frozenset(
    """h hj haji hajjah hajah dr drs dra ir prof profesor kh kiai kyai nyai ust ustad ustadz ustaz ustazah ustadzah
    tgk teungku tgkh buya gus drg drh apt ns adv rd r bapak bpk pak ibu bu sdr sdri saudara saudari tn tuan ny nyonya
    nn nona mr mrs ms pdt pendeta rm pastor romo letnan jenderal letjen mayjen brigjen kolonel letkol mayor kapten
    laksamana marsekal komjen irjen kombes akbp kompol akp iptu ipda serma serka tni pol purn em alm almh""".split()
)
# After the name, letters alone.
_DEGREES = frozenset(
    """sh shi se sei ssos sikom ikom spd spdi sdi sag sthi sth skom st sp spt sip ssi sst sstp sfil sfili shum sps spsi
    skep skm sked sfarm ssn sds sdes strsos strkom str stp sab sak sakun sinf shut sos spar smn sm spust san sma sadm
    mh mhi mm msi mpd mpdi mag makom mkom mikom mt ma msc mba mhum mkes map mip mak mkn mph mdiv mth msn mds mfil
    mps mpsi mpp mtr ms mei me mesy msos mab mti mtech mtrip mud mc mmed med mce mca
    llm llb lc phd ba bba bsc bse beng bcom dea drph dphil edd dba
    amd amdkom amdkep amdak amk amkeb amp dipl adm
    ak ca cpa cfp cla cpl cpla cpm cpcle cmed cme ctl chrp chrm cmb cba cia cpr cpns ctmp ceo qia erp
    sppd spog spa spb spjp""".split()
)
# Written without dots after a comma these are degrees though they are not all capitals.
_MIXED = re.compile(
    r"(?:Ak|Lc|Amd|SPd|SPdI|SSos|SIKom|SKom|SAg|MSi|MPd|MKom|MHum|MIKom|MAg|MKn|MSc|PhD|Phd|SIP|SSi)\.?"
)
_SPECIALIST = re.compile(r"Sp\.?[A-Z][A-Za-z]{0,3}\.?")
_WORD_BREAK = re.compile(r"[\s/&]+")
_SPACED_DOT = re.compile(r"\.\s+(?=[A-Za-z]{1,5}\b)")
_LONGEST = 24
_SHORTEST_NAME = 4


def is_degrees(words: str) -> bool:
    """Whether the words are degrees and nothing else: `S.H., M.H.`, `SE`, `S. I. Kom`, `SH MH`."""
    packed = _SPACED_DOT.sub(".", words.strip(" ,;"))
    parts = [part for part in _WORD_BREAK.split(packed) if part]
    return bool(parts) and all(_is_degree(part.strip(",")) for part in parts)


def without_degrees(name: str) -> str:
    """The name up to its degrees, whether a comma sets them off or not; at least one word stays."""
    head, *rest = name.split(",")
    kept = [head, *(part for part in rest if part.strip() and not is_degrees(part))]
    words = [part for word in ",".join(kept).split() for part in _unglued(word)]
    for start in range(1, len(words)):
        tail = words[start:]
        # Without a comma `Ma` or `Se` may be a name; capitals or dots make it a degree.
        if all("." in word or word.isupper() for word in tail) and is_degrees(" ".join(tail)):
            return " ".join(words[:start])
    return " ".join(words)


def _unglued(word: str) -> tuple[str, ...]:
    """`Sutan.SH` as the two words that it is."""
    head, _, rest = word.partition(".")
    is_two = len(head) >= _SHORTEST_NAME and rest.strip(".") and is_degrees(rest)
    return (head, rest) if is_two else (word,)


def is_title(word: str) -> bool:
    """Whether the word is a title that stands before a name."""
    return word.strip(".()").lower() in TITLES


@lru_cache(maxsize=2048)
def _is_degree(part: str) -> bool:
    key = "".join(letter for letter in part if letter.isalpha()).lower()
    if not key or len(key) > _LONGEST:
        return False
    if "." in part.rstrip("."):
        return _runs_of_degrees(key)
    if _SPECIALIST.fullmatch(part):
        return True
    if key in _DEGREES:
        return part.rstrip(".").isupper() or bool(_MIXED.fullmatch(part)) or part.endswith(".")
    return False


def _runs_of_degrees(key: str) -> bool:
    """Whether the letters fall apart into degrees: `shmh` into `sh` and `mh`."""
    reached = {0}
    for end in range(1, len(key) + 1):
        if any(start in reached and key[start:end] in _DEGREES for start in range(max(0, end - 7), end)):
            reached.add(end)
    return len(key) in reached
