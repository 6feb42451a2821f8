"""The invented facts of the gallery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.safestring import SafeString

from serikat.engines.judgement.words import Words
from serikat.web.charts.bars import Bar, bars, outcome_bars
from serikat.web.charts.funnel import Stage, funnel
from serikat.web.charts.line import Series, line, spark
from serikat.web.charts.tile_map import TILES, Province, tile_map
from serikat.web.gallery.forms import SignInForm, empty_form, wrong_form
from serikat.web.outcomes import OUTCOMES

SEEN = datetime(2026, 11, 21, 3, 32, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Row:
    """An invented outlet in the sample table."""

    name: str
    domain: str
    chapter: str
    outcome: str
    missing: int
    change: SafeString
    seen: datetime


# Pages that show one layout each, by the last part of their address.
LAYOUTS = ("baca", "isian", "langkah", "tanya")


def samples() -> dict[str, object]:
    """Everything that the gallery shows, by the name that its template knows."""
    return {
        "outcomes": list(OUTCOMES),
        "seen_at": SEEN,
        "just_now": timezone.now() - timedelta(hours=2),
        "until": date(2027, 5, 31),
        "rows": _rows(),
        "list_page": Paginator(range(2670), 50).page(4),
        "steps": [
            Words("Unggah daftar", "Upload the list"),
            Words("Cocokkan kolom", "Match the columns"),
            Words("Periksa baris", "Check the rows"),
            Words("Simpan", "Save"),
        ],
        "failures": [
            (Words("Situs terlalu lama menjawab", "The site took too long"), 18),
            (Words("Menolak pembaca otomatis", "Refused automatic readers"), 11),
            (Words("Alamat tidak ditemukan", "No such address"), 7),
        ],
        "form": empty_form(),
        "sign_in": SignInForm(),
        "wrong_form": wrong_form(),
        **_charts(),
    }


def _rows() -> list[Row]:
    counted = Words("Butir terpenuhi", "Clauses met")
    facts = (
        ("Warta Karang", "Banten", "not_met", 4, (9, 9, 11, 12)),
        ("Kabar Teluk", "Kalimantan Timur", "unclear", 1, (14, 14, 15, 15)),
        ("Suara Lembah", "Sulawesi Tengah", "met", 0, (12, 13, 15, 16)),
        ("Harian Muara", "Jambi", "failed_to_run", 0, (8, 10, 10, 7)),
    )
    return [
        Row(
            f"{name} Rekaan", f"{name.lower().replace(' ', '-')}.example", chapter, outcome, missing,
            spark(met, counted=counted), SEEN,
        )
        for name, chapter, outcome, missing, met in facts
    ]  # fmt: skip


def _charts() -> dict[str, SafeString]:
    return {"bars": _bars(), "outcome_bars": _outcome_bars(), "funnel": _funnel(), "tile_map": _map(), "line": _line()}


def _bars() -> SafeString:
    return bars(
        Words("Alamat redaksi paling sering belum terlihat", "The editorial address is what is missing most often"),
        [
            Bar(Words("Alamat redaksi", "Editorial address"), 214, "not_met"),
            Bar(Words("Penanggung jawab", "Responsible person"), 162, "not_met"),
            Bar(Words("Pedoman Media Siber", "Cyber Media Guideline"), 118, "not_met"),
            Bar(Words("Badan hukum", "Legal entity"), 61, "not_met"),
        ],
        heading=Words("Butir", "Clause"),
        counted=Words("Media", "Outlets"),
    )


def _outcome_bars() -> SafeString:
    company = {"met": 1204, "not_met": 611, "unclear": 208, "not_applicable": 96, "failed_to_run": 31}
    guideline = {"met": 1630, "not_met": 288, "unclear": 240, "not_applicable": 310, "failed_to_run": 12}
    return outcome_bars(
        Words(
            "Standar Perusahaan Pers lebih sering belum terpenuhi daripada Pedoman Media Siber",
            "The Press Company Standard is missed more often than the Cyber Media Guideline",
        ),
        [("Standar Perusahaan Pers", company | {"unanswered": 640}), ("Pedoman Media Siber", guideline)],
        heading=Words("Standar", "Standard"),
    )


def _funnel() -> SafeString:
    return funnel(
        Words(
            "Paling banyak anggota berhenti sebelum berkasnya lengkap",
            "Most members stop before their papers are whole",
        ),
        [
            Stage(Words("Anggota", "Members"), 428),
            Stage(Words("Situs siap", "Site is ready"), 351),
            Stage(Words("Berkas lengkap", "Papers are whole"), 148),
            Stage(Words("Diajukan", "Submitted"), 97),
            Stage(Words("Terverifikasi faktual", "Verified on site"), 39),
        ],
        heading=Words("Tahap", "Stage"),
        counted=Words("Anggota", "Members"),
    )


def _map() -> SafeString:
    counts = {code: (at * 37) % 141 for at, code in enumerate(TILES)} | {"11": 0, "64": 128, "36": 141}
    return tile_map(
        Words(
            "Anggota ada di 36 dari 38 provinsi, terbanyak di Banten", "Members in 36 of 38 provinces, most in Banten"
        ),
        [Province(code, tile.short, None if code == "95" else counts[code]) for code, tile in TILES.items()],
        counted=Words("Anggota", "Members"),
        heading=Words("Provinsi", "Province"),
    )


def _line() -> SafeString:
    months = [Words("Jan", "Jan"), Words("Mar", "Mar"), Words("Mei", "May"), Words("Jul", "Jul"), Words("Sep", "Sep")]
    return line(
        Words(
            "Kalimantan Timur melampaui rata-rata nasional sejak Juli",
            "East Kalimantan stands above the nation since July",
        ),
        [Words(f"{month.id} 2026", f"{month.en} 2026") for month in months],
        [
            Series(Words("Kalimantan Timur", "East Kalimantan"), [41, 46, 52, 66.5, 71], main=True),
            Series(Words("Nasional", "The nation"), [55, 57, None, 61, 62.5]),
        ],
        heading=Words("Bulan", "Month"),
    )
