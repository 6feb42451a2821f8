"""Words of the room for its templates."""

from __future__ import annotations

from django import template

from serikat.engines.judgement.finding import Quote
from serikat.engines.judgement.standard import Clause, Standard
from serikat.engines.site_audit.report.phrases import article_number
from serikat.foundation.findings.models.rounds import STATE_WORDS
from serikat.foundation.findings.phrases import EFFORT_WORDS, LEVEL_WORDS, REACHED_WORDS
from serikat.foundation.findings.reading import reached_of
from serikat.web.language import current, said

register = template.Library()


@register.filter
def reached_word(word: str) -> str:
    """How far an audit came, in words."""
    return said(REACHED_WORDS[reached_of(word)])


@register.filter
def state_word(state: str) -> str:
    """Where a round stands, in words."""
    return said(STATE_WORDS[state])


@register.filter
def effort_word(clause: Clause) -> str:
    """About how long it takes to meet a clause."""
    return said(EFFORT_WORDS.get(clause.effort, EFFORT_WORDS[3]))


@register.filter
def level_word(clause: Clause) -> str:
    """Whether a clause binds."""
    return said(LEVEL_WORDS[clause.level])


@register.filter
def article(clause: Clause) -> str:
    """The clause's number as people say it."""
    return article_number(clause.number, current())


@register.filter
def regulation(standard: Standard) -> str:
    """What a clause is cited from."""
    return standard.regulation or said(standard.title)


@register.filter
def first_words(quote: Quote) -> str:
    """So much of a quote as an address carries."""
    return quote.text[:200]
