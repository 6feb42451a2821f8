"""One self-contained HTML page: no script, no request to anywhere, made to be read on a telephone and printed on A4."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache, partial
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from serikat.engines.judgement.finding import Finding, Outcome
from serikat.engines.judgement.standard import Clause, Source, Standard
from serikat.engines.judgement.words import Language, Words
from serikat.engines.site_audit.evidence.remedies import explain, how_to_fix
from serikat.engines.site_audit.findings import Audit
from serikat.engines.site_audit.report import phrases
from serikat.engines.site_audit.report.sheet import Sheet, sheet_of

_PACKAGE = "serikat.engines.site_audit.report"
_WEIGHTS = (400, 700)
# Quotes and pages beyond these fold away: a fault of a template needs no more to be believed.
_QUOTES_SHOWN = 3
_PLACES_SHOWN = 4
_WORDINGS_SHOWN = 6

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def render_html(audit: Audit, language: Language = "id") -> str:
    """The report of one site as a whole HTML document in one language."""
    sheet = sheet_of(audit)
    say = phrases.speaker(language)
    title = say("document_title", outlet=sheet.outlet)
    style = stylesheet(f"{sheet.host} · {say('for_reviewer')}", say("page_of"))
    page = "audit.html.j2" if sheet.is_read else "unread.html.j2"
    return (
        environment(language)
        .get_template(page)
        .render(
            sheet=sheet,
            audit=audit,
            gathering=audit.site.gathering,
            title=title,
            style=style,
            policy=content_policy(style),
            rest=phrases.rest(
                say, missing=sheet.missing_count, voluntary=sheet.voluntary_count, unclear=len(sheet.unclear)
            ),
            strips=_strips(audit),
            clause_count=sum(len(standard.clauses) for standard in audit.standards),
            complete=_is_complete(audit, sheet),
            sources=_sources(audit),
            horizons=phrases.HORIZONS,
            explained=explain(audit.site.reached, audit.site.gathering.reached_detail),
            fix=how_to_fix(audit.site.reached, audit.site.gathering.reached_detail),
            quotes_shown=_QUOTES_SHOWN,
            places_shown=_PLACES_SHOWN,
            wordings_shown=_WORDINGS_SHOWN,
        )
    )


def environment(language: Language) -> Environment:
    """The templates of the report, speaking one language and escaping everything that a site may have said."""
    loader = PackageLoader(_PACKAGE, "templates")
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible,
    )
    made.globals |= {
        "language": language,
        "say": phrases.speaker(language),
        "outcomes": phrases.OUTCOMES,
        "ways": phrases.WAYS,
        "levels": phrases.LEVELS,
        "page_kinds": phrases.KINDS,
        "explain": explain,
        "how_to_fix": how_to_fix,
    }
    made.filters |= {
        "spoken": partial(_spoken, language),
        "moment": partial(phrases.moment, language=language),
        "published": partial(phrases.published, language=language),
        "day": partial(phrases.day_of, language=language),
        "citation": partial(_citation, language),
        "article_number": partial(phrases.article_number, language=language),
        "web_address": web_address,
        "short_address": short_address,
    }
    return made


def stylesheet(running_title: str, page_word: str) -> Markup:
    """The style of a page with its fonts inside; the running title and the word for "page" stand on printed sheets."""
    css = (files(_PACKAGE) / "styles.css").read_text(encoding="utf-8")
    running = (
        f"@page {{ @bottom-left {{ content: {_css_string(running_title)}; }} "
        f'@bottom-right {{ content: {_css_string(page_word)} " " counter(page) " / " counter(pages); }} }}'
    )
    # What a site may have said is escaped letter by letter above; the rest is ours.
    return Markup(f"{_fonts()}\n{css}\n{running}\n")  # noqa: S704


def content_policy(style: str) -> str:
    """The Content-Security-Policy of a page that holds this style and nothing else that acts."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"


def web_address(url: str) -> str:
    """The address where it may be followed from a page (http or https), else an empty string."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def short_address(url: str) -> str:
    """The address as people read it: without scheme and closing slash."""
    return re.sub(r"^https?://", "", url).rstrip("/") or url


def _citation(language: Language, pair: tuple[Standard, Clause]) -> str:
    return phrases.citation(*pair, language)


def _visible(value: object) -> object:
    """The value without controls: an escape sequence, or a letter that turns the direction of what follows it."""
    return _UNSEEN.sub("", value) if type(value) is str else value


def _spoken(language: Language, words: Words) -> str:
    return words.in_language(language)


@cache
def _fonts() -> str:
    folder = files(_PACKAGE) / "fonts"
    faces = []
    for weight in _WEIGHTS:
        data = base64.b64encode((folder / f"plus-jakarta-sans-latin-{weight}-normal.woff2").read_bytes()).decode()
        faces.append(
            f"@font-face{{font-family:'Plus Jakarta Sans';font-style:normal;font-weight:{weight};font-display:swap;"
            f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    return "\n".join(faces)


def _css_string(text: str) -> str:
    """The text as a CSS string in which only letters, digits, spaces and dots stand for themselves."""
    return '"' + re.sub(r"[^A-Za-z0-9 .]", lambda found: f"\\{ord(found.group()):x} ", text) + '"'


def _strips(audit: Audit) -> list[tuple[Standard, list[tuple[Clause, Outcome | None]], dict[str, int]]]:
    """For the picture: each edition's clauses, in the order of their outcomes, None where nothing has looked."""
    found: dict[tuple[str, str], Finding] = {(one.standard, one.clause): one for one in audit.findings}
    rank = {outcome: at for at, outcome in enumerate(Outcome)}
    strips = []
    for standard in audit.standards:
        states: list[tuple[Clause, Outcome | None]] = []
        for clause in standard.clauses:
            finding = found.get((standard.id, clause.id))
            states.append((clause, finding.outcome if finding else None))
        states.sort(key=lambda state: rank[state[1]] if state[1] else len(rank))
        counts = {outcome.value: sum(1 for _, seen in states if seen is outcome) for outcome in Outcome}
        counts["unanswered"] = sum(1 for _, seen in states if seen is None)
        strips.append((standard, states, counts))
    return strips


def _is_complete(audit: Audit, sheet: Sheet) -> bool:
    """Whether all that binds and that a machine can read is met; only then is that said."""
    mandatory = {(standard.id, clause.id) for standard in audit.standards for clause in standard.clauses
                 if clause.level == "mandatory"}  # fmt: skip
    judged = [one for one in audit.findings if (one.standard, one.clause) in mandatory]
    settled = (Outcome.MET, Outcome.NOT_APPLICABLE)
    return bool(sheet.met) and bool(judged) and all(one.outcome in settled for one in judged)


def _sources(audit: Audit) -> list[tuple[Standard, list[Source]]]:
    """The sources on which the judged clauses rest, by edition."""
    judged = {(one.standard, one.clause) for one in audit.findings}
    listed = []
    for standard in audit.standards:
        keys = {key for clause in standard.clauses if (standard.id, clause.id) in judged for key in clause.sources}
        sources = [source for source in standard.sources if source.key in keys]
        if sources:
            listed.append((standard, sources))
    return listed
