"""Sentences stand in both languages, and what fills them is escaped."""

from __future__ import annotations

import pytest
from django.template import Context, Engine, TemplateSyntaxError, engines
from django_cotton.compiler_regex import CottonCompiler

from serikat.engines.judgement.words import Words
from serikat.web.language import speaking

ENGINE = Engine(builtins=["serikat.web.templatetags.say"])


def shown(template: str, language: str = "id", **values: object) -> str:
    with speaking("en" if language == "en" else "id"):
        return ENGINE.from_string(template).render(Context(values))


def test_a_sentence_is_said_in_the_language_of_the_page() -> None:
    template = '{% say "Unggah akta" "Upload the deed" %}'
    assert (shown(template), shown(template, "en")) == ("Unggah akta", "Upload the deed")


def test_values_are_escaped_and_the_sentence_is_not() -> None:
    assert shown('{% say "<b>{name}</b>" "{name}" name=name %}', name="<i>") == "<b>&lt;i&gt;</b>"


def test_numbers_are_written_as_the_language_does() -> None:
    template = '{% say "{n} anggota" "{n} members" one="{n} member" n=n %}'
    assert shown(template, n=3500) == "3.500 anggota"
    assert shown(template, "en", n=3500) == "3,500 members"
    assert shown(template, "en", n=1) == "1 member"


def test_a_sentence_can_be_kept() -> None:
    assert shown('{% say "Ya" "Yes" as word %}[{{ word }}]') == "[Ya]"


def test_words_from_python_fill_a_sentence_in_its_language() -> None:
    assert shown('{% say "Hasil: {x}" "Outcome: {x}" x=x %}', "en", x=Words("Sah", "Valid")) == "Outcome: Valid"


@pytest.mark.parametrize(
    "tag",
    [
        '{% say "Ya" %}',
        '{% say "Ya" "" %}',
        "{% say ya yes %}",
        '{% say "Ya" "Yes" loose %}',
        "{% say %}",
        '{% say "{n} media" "{n} outlets" m=1 %}',
    ],
)
def test_a_missing_language_is_an_error_of_the_template(tag: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        ENGINE.from_string(tag)


def test_words_are_said_and_other_values_stay() -> None:
    assert shown("{{ words|said }}", "en", words=Words("Ya", "<Yes>")) == "&lt;Yes&gt;"
    assert shown("{{ words|said }}", words="plain") == "plain"


def test_every_outcome_has_its_word_and_sign() -> None:
    assert shown("{{ x|outcome_word }} {{ x|outcome_icon }}", x="failed_to_run") == "Gagal diperiksa failed_to_run"


def test_an_outcome_in_a_table_looks_as_its_component_does() -> None:
    component = CottonCompiler().process('<c-outcome of="not_met" />')  # type: ignore[no-untyped-call]
    drawn = [engines["django"].from_string(one).render() for one in (component, '{% outcome "not_met" %}')]
    assert drawn[0].strip() == drawn[1]
