"""Names of companies: which spellings are one company."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_FORMS = {
    "perseroan terbatas": "pt", "p t": "pt", "pt": "pt", "commanditaire vennootschap": "cv", "c v": "cv", "cv": "cv",
    "yayasan": "yayasan", "yys": "yayasan", "koperasi": "koperasi", "kop": "koperasi", "perkumpulan": "perkumpulan",
    "firma": "firma", "fa": "firma", "ud": "ud", "u d": "ud",
}  # fmt: skip
_FORM = "|".join(sorted(_FORMS, key=len, reverse=True))
_BEFORE = re.compile(rf"^(?P<form>{_FORM})(?: perorangan| perseorangan)?\s+(?=\S)")
_BEHIND = re.compile(rf"(?<=\S)\s+(?P<form>{_FORM})$")
_MARKED = re.compile(r"(?:\s+(?:tbk|persero|perseroda|perorangan))+$")
_MARKS = re.compile(r"[^\w\s&]|_")


@dataclass(frozen=True, slots=True)
class CompanyName:
    """A company's name for comparing: its legal form (`pt`; empty where none is written) and the rest."""

    form: str
    bare: str


@lru_cache(maxsize=8192)
def company_name(written: str) -> CompanyName:
    """What stays of a name when case, marks, spaces and the place of its legal form are set aside."""
    folded = " ".join(_MARKS.sub(" ", unicodedata.normalize("NFKC", written).casefold()).split())
    folded = _MARKED.sub("", folded)
    found = _BEFORE.search(folded) or _BEHIND.search(folded)
    if found is None:
        return CompanyName("", folded)
    return CompanyName(
        _FORMS[found["form"]], _MARKED.sub("", (folded[: found.start()] + folded[found.end() :]).strip())
    )


def is_same_company(one: str, other: str) -> bool:
    """Whether two names may be of one company; a missing legal form agrees with any, `PT` and `CV` are two."""
    first, second = company_name(one), company_name(other)
    return first.bare == second.bare and (first.form == second.form or not first.form or not second.form)


def adds_nothing(new: str, old: str) -> bool:
    """Whether a name says nothing that the old one does not: the same company, and no legal form where none was."""
    return is_same_company(new, old) and (company_name(new).form in ("", company_name(old).form))
