"""The 38 provinces as tiles of equal size, so that a small province is seen as well as a large one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from serikat.web.charts.frame import Table, Text, drawing, figure_of, framed, percent, text

_ACROSS, _HIGH = 14, 44
_GAP = 0.0035
_SHADES = 4


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a province stands, and what it is called on its tile: by ISO 3166-2 where there is little room."""

    column: int
    row: int
    iso: str
    short: str


TILES: Mapping[str, Tile] = {
    "11": Tile(0, 0, "AC", "Aceh"),
    "12": Tile(0, 1, "SU", "Sumut"),
    "13": Tile(0, 2, "SB", "Sumbar"),
    "14": Tile(1, 1, "RI", "Riau"),
    "15": Tile(1, 2, "JA", "Jambi"),
    "16": Tile(1, 3, "SS", "Sumsel"),
    "17": Tile(0, 3, "BE", "Bengkulu"),
    "18": Tile(1, 4, "LA", "Lampung"),
    "19": Tile(2, 2, "BB", "Babel"),
    "21": Tile(2, 1, "KR", "Kepri"),
    "31": Tile(3, 5, "JK", "Jakarta"),
    "32": Tile(3, 6, "JB", "Jabar"),
    "33": Tile(4, 5, "JT", "Jateng"),
    "34": Tile(4, 6, "YO", "DIY"),
    "35": Tile(5, 6, "JI", "Jatim"),
    "36": Tile(2, 5, "BT", "Banten"),
    "51": Tile(7, 6, "BA", "Bali"),
    "52": Tile(8, 6, "NB", "NTB"),
    "53": Tile(9, 6, "NT", "NTT"),
    "61": Tile(4, 1, "KB", "Kalbar"),
    "62": Tile(5, 1, "KT", "Kalteng"),
    "63": Tile(5, 2, "KS", "Kalsel"),
    "64": Tile(6, 1, "KI", "Kaltim"),
    "65": Tile(6, 0, "KU", "Kaltara"),
    "71": Tile(9, 0, "SA", "Sulut"),
    "72": Tile(8, 1, "ST", "Sulteng"),
    "73": Tile(8, 3, "SN", "Sulsel"),
    "74": Tile(9, 3, "SG", "Sultra"),
    "75": Tile(8, 0, "GO", "Gorontalo"),
    "76": Tile(8, 2, "SR", "Sulbar"),
    "81": Tile(10, 3, "MA", "Maluku"),
    "82": Tile(10, 1, "MU", "Malut"),
    "91": Tile(13, 1, "PA", "Papua"),
    "92": Tile(12, 1, "PB", "Pabar"),
    "93": Tile(13, 3, "PS", "Pasel"),
    "94": Tile(12, 2, "PT", "Pateng"),
    "95": Tile(13, 2, "PE", "Papeg"),
    "96": Tile(11, 2, "PD", "PBD"),
}


@dataclass(frozen=True, slots=True)
class Province:
    """A province by the code of its region, with its figure; None where nothing is known."""

    code: str
    name: Text
    value: float | None


def tile_map(
    finding: Text, provinces: Sequence[Province], *, counted: Text, heading: Text, bounds: Sequence[float] = ()
) -> SafeString:
    """The map: darker is more; a province without a figure is a dashed tile.

    `bounds` are the least values of the four shades above none; left out, they divide the range evenly.
    """
    known = [province.value for province in provinces if province.value is not None]
    most = max(known, default=0) or 1
    steps = bounds or [most * step / _SHADES or 1 for step in range(_SHADES)]
    parts = [
        _tile(TILES[province.code], province, _shade(province.value, steps))
        for province in provinces
        if province.code in TILES
    ]
    rows = [(province.name, province.value) for province in sorted(provinces, key=_largest_first)]
    rows_high = max(tile.row for tile in TILES.values()) + 1
    return framed(finding, drawing(rows_high * _HIGH, text(finding), parts), Table((heading, counted), rows))


def _shade(value: float | None, steps: Sequence[float]) -> str:
    if value is None:
        return "none"
    return str(sum(1 for step in steps if value >= step) if value else 0)


def _tile(tile: Tile, province: Province, shade: str) -> SafeString:
    ink = "t0" if shade == "none" else f"t{shade}"
    left, width = tile.column / _ACROSS + _GAP, 1 / _ACROSS - 2 * _GAP
    top = tile.row * _HIGH
    middle = percent(left + width / 2)
    return format_html(
        '<g><title>{}: {}</title><rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="3"></rect>'
        '<text class="tile-name short {}" x="{}" y="{}" text-anchor="middle">{}</text>'
        '<text class="tile-name long {}" x="{}" y="{}" text-anchor="middle">{}</text>'
        '<text class="tile-value {}" x="{}" y="{}" text-anchor="middle">{}</text></g>',
        text(province.name), figure_of(province.value),
        "none" if shade == "none" else f"s{shade}", percent(left), top + 2, percent(width), _HIGH - 4,
        ink, middle, top + 18, tile.iso, ink, middle, top + 18, tile.short,
        ink, middle, top + 34, figure_of(province.value),
    )  # fmt: skip


def _largest_first(province: Province) -> tuple[bool, float]:
    return province.value is None, -(province.value or 0)
