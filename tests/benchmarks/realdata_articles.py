"""How well articles are read on real pages: titles, dates, writers and editors against the truth beside the pages."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.articles.article import Article, read_article
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.tests.real_pages import realdata


@dataclass(frozen=True, slots=True)
class Truth:
    """A page and what its publisher says is true of it; empty fields are not scored."""

    name: str
    page: Page
    title: str
    writers: tuple[str, ...]
    editors: tuple[str, ...]
    published: str


@dataclass(slots=True)
class Tally:
    """Right, wrong and unknown, with one line for each that is not right."""

    right: int = 0
    wrong: int = 0
    none: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many were scored."""
        return self.right + self.wrong + self.none

    def count(self, outcome: str, line: str) -> None:
        """Add one page: outcome is `right`, `wrong` or `none`."""
        setattr(self, outcome, getattr(self, outcome) + 1)
        if outcome != "right":
            self.misses.append(f"{outcome}: {line}")


def stored_page(path: Path, url: str) -> Page:
    """A page from disk, plain or gzip, as if it had just been fetched."""
    body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return Page(Fetch(url, url, "article", 200, (), body, "", hashlib.sha256(body).hexdigest()))


def publisher_truths(folder: Path) -> Iterator[Truth]:
    """The publishers' pages: a publisher's pages in the order of their days belong to its truth versions in order."""
    for meta_file in sorted(folder.glob("publishers/*/meta.info")):
        urls = json.loads(meta_file.read_text("utf-8"))
        for truth_file in sorted(meta_file.parent.glob("*.json")):
            versions = json.loads(truth_file.read_text("utf-8"))
            pages = sorted(name for name in urls if name.rsplit("_", 3)[0] == truth_file.stem)
            for name, version in zip(pages, sorted(versions), strict=True):
                said = versions[version]
                yield Truth(
                    f"{meta_file.parent.name}/{name}",
                    stored_page(meta_file.parent / name, urls[name]["url"]),
                    said.get("title") or "",
                    tuple(said.get("authors") or ()),
                    (),
                    said.get("publishing_date") or "",
                )


def article_truths(folder: Path) -> Iterator[Truth]:
    """The labelled Indonesian articles."""
    with (folder / "articles" / "labels.csv").open(encoding="utf-8", newline="") as labels:
        for row in csv.DictReader(labels):
            if row["kind"] == "article":
                page = stored_page(folder / "articles" / row["file"], row["url"])
                editors = (row["editor_true"],) if row["editor_true"] else ()
                yield Truth(row["file"], page, row["title"], (row["author_true"],), editors, row["published_true"])


def measure(truths: Iterator[Truth]) -> dict[str, Tally]:
    """Tallies of `published_at`, `writers` (any one right), `all_writers`, `editors` and `title`."""
    tallies = {name: Tally() for name in ("published_at", "writers", "all_writers", "editors", "title")}
    for truth in truths:
        article = read_article(truth.page)
        if truth.published:
            outcome = _same_moment(article.published_at, truth.published)
            tallies["published_at"].count(outcome, f"{truth.name}: {article.published_at} for {truth.published}")
        if truth.writers:
            _count_people(tallies, truth, article)
        if truth.editors:
            outcome = "right" if _folded(article.editors) == _folded(truth.editors) else "wrong"
            tallies["editors"].count(outcome, f"{truth.name}: {article.editors} for {truth.editors}")
        outcome = "right" if _folded((article.title,)) == _folded((truth.title,)) else "wrong"
        tallies["title"].count(outcome, f"{truth.name}: {article.title} for {truth.title}")
    return tallies


def _count_people(tallies: dict[str, Tally], truth: Truth, article: Article) -> None:
    read, true = _folded(article.writers), _folded(truth.writers)
    line = f"{truth.name}: {', '.join(article.writers) or '-'} for {', '.join(truth.writers)}"
    missing = "wrong" if read else "none"
    tallies["writers"].count("right" if read & true else missing, line)
    tallies["all_writers"].count("right" if read == true else missing, line)


def _same_moment(read: str | None, true: str) -> str:
    if read is None:
        return "none"
    return "right" if abs((_instant(read) - _instant(true)).total_seconds()) < 1 else "wrong"


def _instant(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _folded(texts: tuple[str, ...]) -> set[str]:
    return {" ".join(text.replace("\u00ad", "").casefold().split()) for text in texts}


def table(tallies: dict[str, Tally]) -> str:
    """The tallies as text, each miss on a line of its own."""
    lines = []
    for name, tally in tallies.items():
        if tally.total:
            lines.append(f"{name:14} {tally.right}/{tally.total} right, {tally.wrong} wrong, {tally.none} unknown")
            lines.extend(f"    {miss}" for miss in tally.misses)
    return "\n".join(lines)


def report() -> None:
    """Prints how well the labelled real articles are read, each miss by name."""
    print("\nAccuracy on labelled real articles")
    for title, truths in (("Indonesian articles", article_truths), ("publishers", publisher_truths)):
        print(f"{title}\n{table(measure(truths(realdata())))}")
