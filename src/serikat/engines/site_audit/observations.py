"""The words with which rules answer: one constructor an outcome, and what to say of pages that were not read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from serikat.engines.judgement.finding import Observation, Outcome, Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.text_files import Fault, FaultyLine, Presence, TextFile

# A fault of a template stands on every page; a few quotes show it as well as hundreds.
MOST_QUOTES = 12
_LONGEST_QUOTE = 400

_UNREAD = Words(
    id="Halamannya ada ({url}), tetapi tidak terbaca saat diperiksa: {why}.",
    en="The page exists ({url}) but could not be read when it was checked: {why}.",
)

_NO_FILE = Words(
    id="Situs ini tidak memakai {name}; itu bukan kekurangan.", en="This site does not use {name}; that is no fault."
)
_FILE_UNREAD = Words(
    id="{name} tidak terbaca saat diperiksa ({why}), jadi isinya belum diketahui.",
    en="{name} could not be read when it was checked ({why}), so what it says is not known.",
)
_FILE_NOT_ASKED = Words(
    id="{name} tidak ikut diambil saat situs ini diperiksa.", en="{name} was not fetched when this site was checked."
)
_FILE_IS_PAGE = Words(
    id="Alamat {name} menjawab dengan halaman web, bukan berkas teks; mesin pembaca tidak menemukan apa-apa di sana.",
    en="The address of {name} answers with a web page, not a text file; readers of such files find nothing there.",
)
_FAULTY = Words(
    id="{count} baris {name} tidak sesuai bentuk bakunya, mulai baris {line}.",
    en="{count} lines of {name} are not in the form that the specification has, the first in line {line}.",
)
_UNKNOWN_NAMES = Words(
    id="{count} baris {name} memakai nama yang tidak kami kenal ({names}).",
    en="{count} lines of {name} use names that we do not know ({names}).",
)
_NO_COMMENTS = Words(id="Tidak ada kolom komentar pada berita yang dibaca.", en="The articles read take no comments.")
_NO_ARTICLES = Words(id="Tidak ada berita yang dapat dibaca.", en="No article could be read.")


def met(reason: Words, quotes: Iterable[Quote] = ()) -> Observation:
    """The clause is met, as the quotes show."""
    return Observation(Outcome.MET, reason, tuple(quotes)[:MOST_QUOTES])


def not_met(reason: Words, quotes: Iterable[Quote] = ()) -> Observation:
    """The clause is not met, as far as the pages show."""
    return Observation(Outcome.NOT_MET, reason, tuple(quotes)[:MOST_QUOTES])


def unclear(reason: Words, quotes: Iterable[Quote] = ()) -> Observation:
    """A machine cannot tell; the quotes say why."""
    return Observation(Outcome.UNCLEAR, reason, tuple(quotes)[:MOST_QUOTES])


def not_applicable(reason: Words, quotes: Iterable[Quote] = ()) -> Observation:
    """The clause does not ask anything of this site."""
    return Observation(Outcome.NOT_APPLICABLE, reason, tuple(quotes)[:MOST_QUOTES])


def looked_at(site: Site, *kinds: PageKind) -> tuple[Quote, ...]:
    """Where something was looked for and not found: the headings of the pages of these kinds, else of the home page."""
    pages = site.of_kind(*kinds) or site.of_kind(PageKind.HOME)
    return tuple(page.quote(page.structure.h1 or page.structure.title or page.url) for page in pages)


def unless_unread(site: Site, kinds: Iterable[PageKind], otherwise: Observation) -> Observation:
    """The observation, unless a page that could have shown better was linked and could not be read: then unclear."""
    for kind in kinds:
        for fetch in site.unread(kind):
            return unclear(_UNREAD.filled(url=fetch.url, why=_why(fetch)), (*otherwise.quotes, _quote(fetch)))
    return otherwise


def _why(fetch: Fetch) -> str:
    return fetch.failure_detail or (fetch.failure or f"HTTP {fetch.status}")


def _quote(fetch: Fetch) -> Quote:
    return Quote(fetch.url, _why(fetch), fetch.fetched_at)


def without_file(file: TextFile, name: str) -> Observation:
    """What to say of a file for machines that was not found: absence is no fault, a web page in its place is one."""
    quotes = (_quote(file.fetch),) if file.fetch else ()
    if file.presence is Presence.ABSENT:
        return not_applicable(_NO_FILE.filled(name=name), quotes)
    if file.presence is Presence.WEB_PAGE:
        return not_met(_FILE_IS_PAGE.filled(name=name), quotes)
    if file.presence is Presence.DOUBTFUL:
        return unclear(_FILE_IS_PAGE.filled(name=name), quotes)
    if file.fetch is not None:
        return unclear(_FILE_UNREAD.filled(name=name, why=_why(file.fetch)), quotes)
    return unclear(_FILE_NOT_ASKED.filled(name=name))


def faulty_lines(fetch: Fetch, name: str, faults: Sequence[FaultyLine]) -> Observation | None:
    """What to say of the lines of a file that readers cannot use; None where there are none."""
    if not faults:
        return None
    broken = [faulty for faulty in faults if faulty.fault is not Fault.UNKNOWN_NAME]
    if broken:
        words = _FAULTY.filled(count=len(broken), name=name, line=broken[0].line)
        return not_met(words, (file_quote(fetch, faulty.text) for faulty in broken))
    names = dict.fromkeys(faulty.text.partition("=")[0].strip() for faulty in faults[:5])
    words = _UNKNOWN_NAMES.filled(count=len(faults), name=name, names=", ".join(names))
    return unclear(words, (file_quote(fetch, faulty.text) for faulty in faults))


def without_comments(site: Site) -> Observation:
    """What to say of the duties towards those who comment where nobody can: nothing, unless nothing was read."""
    return not_applicable(_NO_COMMENTS) if site.articles else unclear(_NO_ARTICLES)


def too_few(words: Words, count: int) -> Observation:
    """What to say where fewer articles were read than a rule needs; `words` have a place for their `count`."""
    return unclear(words.filled(count=count) if count else _NO_ARTICLES)


def file_quote(fetch: Fetch, words: str) -> Quote:
    """Words as they stand in a file that is no page."""
    return Quote(fetch.final_url, words[:_LONGEST_QUOTE], fetch.fetched_at, fetch.sha256, fetch.handed_in)
