"""What all charts share: the title that says the finding, the picture, and the table behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from serikat.engines.judgement.words import Words
from serikat.web import writing
from serikat.web.language import current, said

Text = Words | str


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a chart: headings, and rows whose first cell names the row; numbers are written when drawn."""

    headings: Sequence[Text]
    rows: Sequence[Sequence[Text | writing.Number | None]]


def text(value: Text) -> str:
    """The words in the page's language."""
    return said(value) if isinstance(value, Words) else value


def figure_of(value: writing.Number | None) -> str:
    """A number as the page's language writes it, a dash where it is unknown."""
    return "–" if value is None else writing.number(value, current())


def percent(share: float) -> str:
    """A place across the chart."""
    return f"{round(max(0.0, min(1.0, share)) * 100, 2):g}%"


def shortened(value: str, longest: int) -> str:
    """A label that fits; the table holds it whole."""
    return value if len(value) <= longest else value[: longest - 1].rstrip() + "…"


def drawing(height: int, label: str, parts: Iterable[SafeString]) -> SafeString:
    """An SVG of this height in pixels whose label is read out in its place."""
    return format_html(
        '<svg role="img" aria-label="{}" width="100%" height="{}">{}</svg>',
        label, height, format_html_join("", "{}", ((part,) for part in parts)),
    )  # fmt: skip


def framed(finding: Text, picture: SafeString, table: Table) -> SafeString:
    """The whole figure: the finding, the picture, the table folded below it."""
    return format_html(
        '<figure class="chart"><figcaption>{}</figcaption>{}<details><summary>{}</summary>{}</details></figure>',
        text(finding), picture, said(Words("Lihat angkanya", "See the figures")), _drawn(table, text(finding)),
    )  # fmt: skip


def _drawn(table: Table, caption: str) -> SafeString:
    head = format_html_join(
        "", '<th scope="col"{}>{}</th>',
        ((SafeString(' class="number"') if at else "", text(heading)) for at, heading in enumerate(table.headings)),
    )  # fmt: skip
    body = format_html_join("", "<tr>{}</tr>", ((_row(row),) for row in table.rows))
    return format_html(
        '<div class="table table-plain" tabindex="0" role="group" aria-label="{}"><table>'
        '<caption class="unseen">{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
        caption, caption, head, body,
    )  # fmt: skip


def _row(row: Sequence[Text | writing.Number | None]) -> SafeString:
    name, *cells = row
    written = (text(cell) if isinstance(cell, str | Words) else figure_of(cell) for cell in cells)
    return format_html(
        '<th scope="row">{}</th>{}',
        text(name) if isinstance(name, str | Words) else figure_of(name),
        format_html_join("", '<td class="number">{}</td>', ((cell,) for cell in written)),
    )
