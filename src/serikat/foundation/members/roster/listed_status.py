"""What a list says of a company's standing with the Press Council: noted as said, and never taken for true."""

from __future__ import annotations

import re
from enum import StrEnum

from serikat.engines.judgement.words import Words


class ListedStatus(StrEnum):
    """What a list says; only the Press Council's own register shows what is so."""

    FACTUAL = "factual"
    ADMINISTRATIVE = "administrative"
    VERIFIED = "verified"
    UNDER_WAY = "under_way"
    RECORDED = "recorded"
    NONE = "none"


STATUS_WORDS = {
    ListedStatus.FACTUAL: Words("Terverifikasi faktual", "Factually verified"),
    ListedStatus.ADMINISTRATIVE: Words("Terverifikasi administratif", "Administratively verified"),
    ListedStatus.VERIFIED: Words("Terverifikasi", "Verified"),
    ListedStatus.UNDER_WAY: Words("Dalam proses", "Under way"),
    ListedStatus.RECORDED: Words("Terdata", "Recorded"),
    ListedStatus.NONE: Words("Belum", "Not yet"),
}
# In this order: `belum terverifikasi faktual` is none, `proses verifikasi faktual` is under way.
_SAID = (
    (re.compile(r"\badministra.*\b(?:belum|blm|tidak|proses|menuju)\b.*\bfaktual"), ListedStatus.ADMINISTRATIVE),
    (re.compile(r"\b(?:belum|blm|tidak|tdk|bukan|non|not|no)\b"), ListedStatus.NONE),
    (re.compile(r"\b(?:proses|diproses|sedang|pengajuan|mengajukan|diajukan|under way)\b"), ListedStatus.UNDER_WAY),
    (re.compile(r"\b(?:faktual|factual|factually|verfak|verifak|fak)\b"), ListedStatus.FACTUAL),
    (re.compile(r"\b(?:administra\w+|admin|veradmin|verad|adm)\b"), ListedStatus.ADMINISTRATIVE),
    (re.compile(r"\b(?:ter|di)?verifikasi\b|\b(?:verified|sudah|ya)\b"), ListedStatus.VERIFIED),
    (re.compile(r"\b(?:terdata|terdaftar|pendataan|recorded)\b"), ListedStatus.RECORDED),
)  # fmt: skip


def read_status(cell: str) -> ListedStatus | None:
    """What a cell says of the status; None where its words are not known."""
    said = " ".join(re.sub(r"[\W_]", " ", cell.casefold()).split())
    return next((status for pattern, status in _SAID if pattern.search(said)), None)
