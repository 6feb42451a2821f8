"""Who wrote and who edited an article, weighed from all places where the page names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from serikat.engines.site_audit.reading.articles.declared import Declared
from serikat.engines.site_audit.reading.articles.labelled import (
    Labelled,
    credit_text,
    is_bare_label,
    read_bare_credits,
    read_closing_credits,
    read_credit_box,
    read_labelled,
    read_unlabelled,
)
from serikat.engines.site_audit.reading.articles.names import (
    Credit,
    Standing,
    may_sign,
    read_credits,
)
from serikat.engines.site_audit.reading.articles.region import PIECE, Region, words
from serikat.engines.site_audit.reading.articles.signatures import (
    below_the_text,
    beside_date,
    in_author_box,
    in_closing_parentheses,
    in_objects,
    in_writers_note,
    printed_persons,
)
from serikat.engines.site_audit.reading.articles.title import TITLE_BAR
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.structure import Structure

# Metas that name the writer of this page, the most particular first; "author" alone is often the template's.
_WRITER_METAS = tuple(
    """content_author parsely-author sailthru.author cxenseparse:author cxenseparse:recs:author dable:author
    article:author article:author_name article:byline byl og:article:author og:author author authors dc.creator
    dcterms.creator dcsext.author citation_author article_author mediator_author shareaholic:article_author_name
    creator""".split()
)
_EDITOR_METAS = ("content_editor", "article:editor", "editor")
_WRITTEN_BY = re.compile(
    r"written by|ditulis oleh|geschrieben von|verfasst von|écrit par|escrito por|skrevet av|geschreven door|author|"
    r"penulis",
    re.IGNORECASE,
)
# Each part between commas walks the whole page once more; what stands inside `:is` does not.
_UNCLASSED_BYLINES = (
    "[itemprop=author],[rel~=author],a:is([href*='/author/'],[href*='/penulis/'],[href*='/reporter/'],[href*='/autor']),"
    "[data-testid]:is([data-testid*=author i],[data-testid*=byline i])"
)
_BYLINE_CLASSES = ("author", "byline", "penulis", "autor", "reporter")
_PICTURE = re.compile(r"(?:foto|photo|bild|image|picture|credit|quelle|source|sumber|gambar)\b", re.I)
_NOT_A_BYLINE = re.compile(r"comment|bio(?!.*name)|avatar|image|photo|foto|follow|related|share", re.I)
# Begins with plain words, so that the search runs many times as fast; what stands before them is looked at afterwards.
_IN_DATA = re.compile(
    r"(?P<key>(?:author|editor|penulis|reporter)(?:_?name)?)[\"']?\s*:\s*[\"'](?P<value>[^\"'<>{}\[\]\\]{3,80})[\"']"
)
_EDITOR_KEY, _KEY_ENDS = b"editor", (b"'", b'"', b":")
_KEY_BEGINS = re.compile(r"(?:^|[^\w.])(?:content_?)?$")
_DATA_REACH = 1500
_ACCOUNT = re.compile(r"/(?:admin|administrator|superadmin|redaksi|editor|newsroom|user|webmaster)\d*/?$", re.I)
_BYLINE_LINES, _MOST_BYLINES = 8, 40
_LONGEST_CREDIT = 120
_BYLINE_BEGINNING = re.compile(r"(?:oleh|by|penulis)\b", re.IGNORECASE)
_INITIALS = re.compile(r"\((?:[a-zA-Z]{2,5})(?:\s*[/;-]\s*[a-zA-Z]{2,8}){0,3}\)\s*$")


@dataclass(frozen=True, slots=True)
class Byline:
    """Writers and editors with the place each was read; `by_outlet` where only the outlet signs the piece."""

    writers: tuple[str, ...]
    editors: tuple[str, ...]
    writers_source: str = ""
    editors_source: str = ""
    seen: str = ""
    by_outlet: bool = False
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class _Voice:
    source: str
    credits: tuple[Credit, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(credit.name for credit in self.credits)

    def people(self, but: tuple[str, ...]) -> tuple[Credit, ...]:
        """Persons, and agencies beside them; nothing where no person is left."""
        others = {name.casefold() for name in but}
        kept = tuple(
            credit
            for credit in self.credits
            if credit.standing <= Standing.AGENCY and credit.name.casefold() not in others
        )
        return kept if any(credit.standing is Standing.PERSON for credit in kept) else ()


def read_byline(page: Page, declared: Declared, region: Region) -> Byline:
    """Writers and editors apart.

    A visible credit that says who wrote wins over structured data, which on many sites names the editor or the account
    that uploaded the piece; an agency or the outlet itself is taken only where no person is named anywhere.
    """
    outlet = outlet_names(page, declared)
    labelled = _labelled(region, outlet)
    data = _data(page, outlet) if region.is_indonesian and not labelled.writers else _Data()
    editors = _Voice("data", data.editors) if data.editors else _editors(page.structure, declared, labelled, outlet)
    json_ld = _Voice("json-ld", _declared_credits(declared, outlet))
    told = _told_voices(page.structure, labelled, data, json_ld, outlet)
    seen = _seen_voices(page, region, outlet)
    first, second = (seen, told) if region.is_indonesian and not _is_shown(json_ld, region) else (told, seen)
    voices = chain(first, second, _last_voices(page, region, outlet))
    signed, by_outlet = _signed(voices, json_ld, editors, labelled)
    rivals = json_ld.people(()) if signed.source != "json-ld" else ()
    return Byline(
        writers=signed.names,
        editors=editors.names,
        writers_source=signed.source if signed.credits else "",
        editors_source=editors.source if editors.credits else "",
        seen=labelled.seen or ("" if signed.credits else _unsigned(region)),
        by_outlet=by_outlet,
        conflict=_conflict(signed.credits, rivals),
    )


def _labelled(region: Region, outlet: tuple[str, ...]) -> Labelled:
    found = read_labelled((*region.above, *region.below, *region.ending, *region.after), outlet)
    if found.writers:
        return found
    if any(is_bare_label(piece) for line in region.below for piece in line.split(PIECE)):
        boxes = (read_credit_box(region.nodes), read_bare_credits(region.below), read_closing_credits(region.below))
        for bare in boxes:
            if bare.writers:
                return bare
    closing = read_closing_credits((*region.ending, *region.after))
    return closing if closing.writers else found


def _signed(voices: Iterator[_Voice], json_ld: _Voice, editors: _Voice, labelled: Labelled) -> tuple[_Voice, bool]:
    """The first voice that names a person; else an agency or the outlet (then True), as structured data signs."""
    # Structured data may give one person both parts; elsewhere, who edited is not thereby the writer.
    edited = () if editors.source == "json-ld" else editors.names
    agency = _Voice("", ())
    for voice in voices:
        people = voice.people(() if voice.credits == labelled.writers else edited)
        if people:
            return _Voice(voice.source, people), False
        agencies = tuple(credit for credit in voice.credits if credit.standing is Standing.AGENCY)
        agency = agency if agency.credits else _Voice(voice.source, agencies)
    house = tuple(
        credit
        for credit in json_ld.credits
        if credit.standing in (Standing.AGENCY, Standing.OUTLET) and credit.name not in edited
    )
    if house:
        return _Voice("json-ld", house), all(credit.standing is Standing.OUTLET for credit in house)
    return agency, False


def outlet_names(page: Page, declared: Declared) -> tuple[str, ...]:
    """The names by which the site calls itself: in its metas, its structured data and its address."""
    structure = page.structure
    host = (urlsplit(page.url).hostname or "").removeprefix("www.")
    labels = host.split(".")
    names = (structure.meta("og:site_name", "application-name", "site_name"), declared.publisher, host)
    behind = TITLE_BAR.split(structure.title[:1000])
    suffix = behind[-1] if len(behind) > 1 and len(behind[-1].split()) <= 4 else ""
    # The longest label of a host is the outlet's: "money" in money.outlet.example is a section.
    return tuple(filter(None, (*names, suffix, max(labels[:-1], key=len, default=""))))


def _editors(structure: Structure, declared: Declared, labelled: Labelled, outlet: tuple[str, ...]) -> _Voice:
    if labelled.editors:
        return _Voice("text", labelled.editors)
    in_metas = (value for name in _EDITOR_METAS for value in structure.metas.get(name, ()))
    for source, values in (("meta", in_metas), ("json-ld", declared.editors)):
        found = _persons(tuple(credit for value in values for credit in read_credits(value, outlet)))
        if found:
            return _Voice(source, found)
    return _Voice("", ())


def _persons(credits: tuple[Credit, ...]) -> tuple[Credit, ...]:
    return tuple(credit for credit in credits if credit.standing is Standing.PERSON)


def _declared_credits(declared: Declared, outlet: tuple[str, ...]) -> tuple[Credit, ...]:
    found: dict[str, Credit] = {}
    for name, address in declared.authors:
        for credit in read_credits(name, outlet):
            if _ACCOUNT.search(address) and credit.standing is Standing.OUTLET:
                credit = Credit(credit.name, Standing.NOBODY)
            found.setdefault(credit.name.casefold(), credit)
    return tuple(found.values())


def _told_voices(
    structure: Structure, labelled: Labelled, data: _Data, json_ld: _Voice, outlet: tuple[str, ...]
) -> Iterator[_Voice]:
    """Credits with a label, and what the page tells machines."""
    if labelled.writers and not labelled.weak:
        yield _Voice("text", labelled.writers)
    if data.editors:
        yield _Voice("data", data.writers)
    content_author = structure.meta("content_author")
    if content_author:
        yield _Voice("meta", read_credits(content_author, outlet))
    yield json_ld
    for name in _WRITER_METAS:
        values = structure.metas.get(name)
        if values:
            yield _Voice(
                "meta", tuple(credit for value in dict.fromkeys(values) for credit in read_credits(value, outlet))
            )
    yield from _label_data_metas(structure, outlet)
    if labelled.writers:
        yield _Voice("text", labelled.writers)


def _seen_voices(page: Page, region: Region, outlet: tuple[str, ...]) -> Iterator[_Voice]:
    """Bylines without a label that stand beside the headline."""
    ending = (line for line in region.ending if line.startswith("Laporan "))
    unlabelled, _ = read_unlabelled((*region.above, *region.below, *ending), outlet)
    yield _Voice("text", unlabelled)
    yield from _byline_nodes(page, region, outlet)
    if region.is_indonesian:
        yield _Voice("text", beside_date(page, region, outlet))
        yield _Voice("text", in_closing_parentheses(region, outlet))
        yield _Voice("text", in_writers_note(region, outlet))


def _last_voices(page: Page, region: Region, outlet: tuple[str, ...]) -> Iterator[_Voice]:
    """Where nothing nearer names anybody: behind the text, in the box about the writer, in the page's own data."""
    yield _Voice("text", below_the_text(region, outlet))
    yield _Voice("text", in_author_box(page, outlet))
    yield _Voice("data", in_objects(page, outlet))


def _is_shown(voice: _Voice, region: Region) -> bool:
    """Whether a reader sees one of these names beside the headline, or there are none to see."""
    people = voice.people(())
    return not people or any(credit.name in line for credit in people for line in (*region.above, *region.below))


def _label_data_metas(structure: Structure, outlet: tuple[str, ...]) -> Iterator[_Voice]:
    """`twitter:label1` "Written by" with the name in `twitter:data1`, as WordPress plug-ins write it."""
    for number in "12":
        if _WRITTEN_BY.search(structure.meta("twitter:label" + number)):
            yield _Voice("meta", read_credits(structure.meta("twitter:data" + number), outlet))


def _byline_nodes(page: Page, region: Region, outlet: tuple[str, ...]) -> Iterator[_Voice]:
    elements = (*select(page.tree, _UNCLASSED_BYLINES), *page.classed(*_BYLINE_CLASSES))
    for element in elements[:_MOST_BYLINES]:
        mark = f"{element.attributes.get('class') or ''} {element.attributes.get('data-testid') or ''}"
        if not _NOT_A_BYLINE.search(mark) and region.holds(element):
            yield _Voice("text", tuple(_names_in(element, outlet)))


def _names_in(element: LexborNode, outlet: tuple[str, ...]) -> Iterator[Credit]:
    """The names at the start of a byline's element; the first line that names nobody ends them."""
    started = False
    hidden = [node.attributes["content"] or "" for node in select(element, "meta[itemprop=name][content]")]
    for line in words(element)[:_BYLINE_LINES] or hidden:
        text = credit_text(line)
        people: tuple[Credit, ...] = ()
        if 2 < len(text) < 120 and not _PICTURE.match(text):
            people = printed_persons(read_credits(text, outlet))
        if started and not people:
            return
        started = started or bool(people)
        yield from people


@dataclass(frozen=True, slots=True)
class _Data:
    writers: tuple[Credit, ...] = ()
    editors: tuple[Credit, ...] = ()


def _data(page: Page, outlet: tuple[str, ...]) -> _Data:
    """Author and editor as the page tells its own analytics, where it names both: elsewhere it repeats the metas."""
    if not _names_an_editor(page.encoded):
        return _Data()
    markup = page.markup
    writers: dict[str, Credit] = {}
    editors: dict[str, Credit] = {}
    for ending in ("editor'", 'editor"', "editor:"):
        place = markup.find(ending)
        around = markup[max(0, place - _DATA_REACH) : place + _DATA_REACH] if place >= 0 else ""
        for found in _IN_DATA.finditer(around):
            if not _KEY_BEGINS.search(around[max(0, found.start() - 9) : found.start()]):
                continue
            into = editors if "editor" in found["key"] else writers
            for credit in _persons(tuple(filter(may_sign, read_credits(found["value"], outlet)))):
                into.setdefault(credit.name.casefold(), credit)
    if len(writers) > 3 or len(editors) > 2:  # a list of articles, not this one
        return _Data()
    return _Data(tuple(writers.values()), tuple(editors.values())) if writers and editors else _Data()


def _names_an_editor(markup: bytes) -> bool:
    """Whether something in the markup is called `editor`, in quotes or before a colon."""
    at = markup.find(_EDITOR_KEY)
    while at >= 0:
        at += len(_EDITOR_KEY)
        if markup[at : at + 1] in _KEY_ENDS:
            return True
        at = markup.find(_EDITOR_KEY, at)
    return False


def _conflict(people: tuple[Credit, ...], told: tuple[Credit, ...]) -> str:
    shown, declared = {p.name.casefold() for p in people}, {p.name.casefold() for p in told}
    if not told or shown & declared:
        return ""
    return f"{', '.join(p.name for p in people)} / json-ld: {', '.join(p.name for p in told)}"


def _unsigned(region: Region) -> str:
    """What stands for a byline where it names no person: `Oleh Redaksi`, or initials at the end."""
    for line in (*region.above, *region.below):
        if len(line) < _LONGEST_CREDIT and _BYLINE_BEGINNING.match(line):
            return line.replace(PIECE, " ")
    for line in reversed(region.ending):
        found = _INITIALS.search(line) if line.endswith(")") else None
        if found:
            return found[0].strip()
    return ""
