"""Tags and filters that every template has: words in two languages, times, numbers, icons, outcomes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from string import Formatter
from urllib.parse import urlsplit

from django import template
from django.core.paginator import Page, Paginator
from django.template.base import FilterExpression, Node, Parser, Token, token_kwargs
from django.template.context import Context
from django.template.defaultfilters import stringfilter
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django_cotton.templatetags import Attrs

from serikat.engines.judgement.words import Language, Words
from serikat.web import writing
from serikat.web.language import current
from serikat.web.language import said as said_words
from serikat.web.outcomes import OUTCOMES

register = template.Library()

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class SayNode(Node):
    """A sentence that stands in the template in both languages."""

    def __init__(self, words: Words, one: str, values: Mapping[str, FilterExpression], keep_as: str) -> None:
        self.words = words
        self.one = one
        self.values = values
        self.keep_as = keep_as
        # Most sentences hold no value; those are the same on every page.
        self.ready = None if values else Words(mark_safe(words.id.format()), mark_safe(words.en.format()))  # noqa: S308

    def render(self, context: Context) -> SafeString:
        """The sentence in the page's language with its values escaped; nothing where it is only kept."""
        shown = SafeString(said_words(self.ready)) if self.ready else self._filled(context)
        if not self.keep_as:
            return shown
        context[self.keep_as] = shown
        return SafeString("")

    def _filled(self, context: Context) -> SafeString:
        values = {name: expression.resolve(context) for name, expression in self.values.items()}
        sentence = self.one if self.one and current() == "en" and values.get("n") == 1 else said_words(self.words)
        escaped = {name: conditional_escape(str(_plain(value))) for name, value in values.items()}
        return mark_safe(sentence.format(**escaped))  # noqa: S308


@register.tag
def say(parser: Parser, token: Token) -> SayNode:
    """`{% say "Indonesian" "English" [one="English for one"] [name=value …] [as variable] %}`.

    `{name}` in a sentence is filled with the value, escaped; numbers are written as the language does. `one` is the
    English sentence where `n` is 1. A sentence that lacks a language is an error of the template.
    """
    tag, *bits = token.split_contents()
    keep_as = ""
    if len(bits) > 2 and bits[-2] == "as":
        keep_as, bits = bits[-1], bits[:-2]
    sentences = [_sentence(tag, bit) for bit in bits[:2]]
    if len(sentences) < 2 or not all(sentences):
        raise template.TemplateSyntaxError(f"{tag} needs the sentence in Indonesian and in English, both in quotes")
    rest = bits[2:]
    values = token_kwargs(rest, parser)
    if rest:
        raise template.TemplateSyntaxError(f"{tag} does not understand {rest[0]}; values are given as name=value")
    one = values.pop("one", None)
    if missing := {name for sentence in sentences for _, name, _, _ in Formatter().parse(sentence) if name} - set(
        values
    ):
        raise template.TemplateSyntaxError(f"{tag} is not told what {{{missing.pop()}}} is")
    return SayNode(Words(*sentences), str(one.var) if one else "", values, keep_as)


def _sentence(tag: str, bit: str) -> str:
    if len(bit) < 2 or bit[0] not in "\"'" or bit[-1] != bit[0]:
        raise template.TemplateSyntaxError(f"{tag} needs the sentence in Indonesian and in English, both in quotes")
    return bit[1:-1]


def _plain(value: object) -> object:
    """A value as it stands in a sentence."""
    if isinstance(value, Words):
        return said_words(value)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return value
    return writing.number(value, current())


@register.filter
def said(words: object) -> object:
    """Words in the page's language; anything else (None, a plain string) as it is."""
    return said_words(words) if isinstance(words, Words) else words


@register.filter
def when(value: datetime | None) -> str:
    """The moment with its zone, inside `<time>`, how long ago in its title; a dash where there is none."""
    if value is None:
        return "–"
    here = timezone.localtime(value)
    distance = writing.distance(here, timezone.now(), current())
    shown = writing.moment(here, current())
    return format_html('<time datetime="{}" title="{}">{}</time>', here.isoformat(timespec="seconds"), distance, shown)


@register.filter
def day(value: date | None, length: str = "") -> str:
    """The day inside `<time>`; `day:"long"` writes the month out; a dash where there is none."""
    if value is None:
        return "–"
    plain = timezone.localtime(value).date() if isinstance(value, datetime) else value
    return format_html(
        '<time datetime="{}">{}</time>', plain.isoformat(), writing.day(plain, current(), long=length == "long")
    )


@register.filter
def number(value: writing.Number | None, decimals: int | None = None) -> str:
    """The number as the page's language writes it; a dash where it is unknown."""
    return "–" if value is None else writing.number(value, current(), decimals)


@register.filter
def duration(seconds: float) -> str:
    """About how long so many seconds are."""
    return writing.duration(seconds, current())


@register.filter
def outcome_word(outcome: str) -> str:
    """The word of an outcome (met, not_met, unclear, not_applicable, failed_to_run, unanswered)."""
    return said_words(OUTCOMES[str(outcome)].words)


@register.filter
def outcome_icon(outcome: str) -> str:
    """The sign of an outcome, as a name in the sprite."""
    return OUTCOMES[str(outcome)].icon


@register.simple_tag
@lru_cache(maxsize=1024)
def icon(name: str, classes: str = "") -> str:
    """A sign of the sprite, beside a word that says the same; screen readers pass over it."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        classes, static("web/icons.svg"), name,
    )  # fmt: skip


@register.filter
def message_kind(level: str) -> str:
    """The kind of `<c-message>` for a level of Django's messages: note, success, waiting, problem."""
    return {"success": "success", "warning": "waiting", "error": "problem"}.get(level, "note")


@register.filter(is_safe=True)
@stringfilter
def bare_address(url: str) -> str:
    """An address as people read it: without scheme and closing slash."""
    return url.removeprefix("https://").removeprefix("http://").rstrip("/") or url


@register.filter
def can_be_followed(url: str) -> bool:
    """Whether an address that a site or a sheet gave may become a link: http or https, and nothing that runs."""
    try:
        parts = urlsplit(str(url))
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


@register.filter(is_safe=True)
@stringfilter
def visible(text: str) -> str:
    """The words of a site without letters that no one sees but that turn or hide those beside them."""
    return _UNSEEN.sub("", text)


@register.filter
def as_attributes(attributes: Attrs) -> SafeString:
    """What a component hands on to its element, every value escaped, as cotton's own `attrs` does not do."""
    handed_on = attributes.attrs_dict()  # type: ignore[no-untyped-call]
    return format_html_join(
        "", ' {}="{}"', ((name, "" if value is True else value) for name, value in handed_on.items())
    )


@register.filter
def pages_around(paginator: Paginator[object], page: Page[object]) -> list[int | str]:
    """The page numbers worth a link: both ends and those around the present page, "…" where some are left out."""
    return list(paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.simple_tag
def outcome(of: str) -> SafeString:
    """What `<c-outcome>` draws, without what a component costs: for the rows of a large table."""
    return _drawn_outcome(str(of), current())


@lru_cache(maxsize=64)
def _drawn_outcome(of: str, language: Language) -> SafeString:
    sign = OUTCOMES[of]
    return format_html('<span class="outcome {}">{}{}</span>', of, icon(sign.icon), sign.words.in_language(language))
