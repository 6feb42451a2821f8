"""One self-contained HTML page of a judged assembly, in the look of the site report."""

from __future__ import annotations

from functools import partial
from importlib.resources import files

from jinja2 import ChoiceLoader, PackageLoader
from markupsafe import Markup

from serikat import RELEASE
from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.standard import Source, Standard
from serikat.engines.judgement.words import Language
from serikat.engines.legitimacy.fact_names import place_words
from serikat.engines.legitimacy.judging import AssemblyJudgement
from serikat.engines.legitimacy.phrases import (
    OUTCOMES,
    SAID,
    VERDICTS,
    article_words,
    divides_words,
    heading,
    is_advice,
    meaning,
    notes,
    position_note,
    sentence,
    waiting_words,
)
from serikat.engines.legitimacy.questionnaire import titles
from serikat.engines.legitimacy.terms import in_language
from serikat.engines.site_audit.report.html import content_policy, environment, stylesheet
from serikat.fronts.command_line.assembly_pages.chart import HEIGHT, LEFT, WIDTH, chart_of

_PACKAGE = "serikat.fronts.command_line.assembly_pages"


def render_assembly(judgement: AssemblyJudgement, language: Language = "id") -> str:
    """The report of one assembly as a whole HTML document in one language."""
    made = environment(language)
    made.loader = ChoiceLoader([PackageLoader(_PACKAGE, "templates"), *([made.loader] if made.loader else [])])
    say = partial(_say, language)
    made.globals |= {"say": say, "outcomes": OUTCOMES, "verdicts": VERDICTS,
                     "heading": heading, "article": article_words, "is_advice": is_advice}  # fmt: skip
    made.filters |= {"place": lambda place: place_words(place).in_language(language),
                     "term": partial(in_language, language=language)}  # fmt: skip
    title = f"{say('document')}: {judgement.record.assembly.title}"
    own = (files(_PACKAGE) / "templates" / "assembly.css").read_text(encoding="utf-8")
    style = stylesheet(f"{judgement.record.assembly.id} · {say('for_reviewer')}", say("page_of")) + Markup(own)  # noqa: S704
    findings = [one for one in judgement.findings if one.outcome is not Outcome.NOT_APPLICABLE]
    return made.get_template("assembly.html.j2").render(
        judgement=judgement,
        assembly=judgement.record.assembly,
        sentence=sentence(judgement),
        meaning=meaning(judgement),
        notes=notes(judgement),
        unregulated=titles(judgement.unregulated),
        position_note=partial(position_note, judgement),
        parting=divides_words(judgement),
        waits=partial(waiting_words, judgement),
        roots=[one for one in findings if one.is_root],
        findings=findings,
        fallen={root.label: [one for one in findings if one.because_of == root.label] for root in findings},
        chart=chart_of(judgement),
        size=(WIDTH, HEIGHT, LEFT),
        sources=_sources(judgement),
        release=RELEASE,
        title=title,
        style=style,
        policy=content_policy(style),
    )


def _say(language: Language, key: str, **values: object) -> str:
    return SAID[key].in_language(language).format(**values)


def _sources(judgement: AssemblyJudgement) -> list[tuple[Standard, tuple[Source, ...]]]:
    return [(edition, edition.sources) for edition in judgement.editions]
