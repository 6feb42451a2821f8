"""Components escape what sites and sheets say, and keep the address of a list whole."""

from __future__ import annotations

import re

import pytest
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler

from serikat.engines.judgement.words import Words
from serikat.web.gallery.forms import empty_form, wrong_form

HOSTILE = """x" 'y' <script>"""
ESCAPED = "x&quot; &#x27;y&#x27; &lt;script&gt;"


def drawn(template: str, address: str = "/", **values: object) -> str:
    page = engines["django"].from_string(CottonCompiler().process(template))  # type: ignore[no-untyped-call]
    return page.render(values, RequestFactory().get(address))


@pytest.mark.parametrize(
    "template",
    [
        '<c-button :value="x">ok</c-button>',
        '<c-button data-y="{{ x }}">ok</c-button>',
        '<c-quote :text="x" />',
        '<c-quote text="{{ x }}" :url="x" />',
        '<c-figure :value="x" label="{{ x }}" />',
        """<c-message title="{% say 'dari {x}' 'of {x}' x=x %}">ok</c-message>""",
        '<c-copy id="a">{{ x }}</c-copy>',
        '<c-send id="a" :text="x" href="https://wa.me/?text=a" />',
        '<c-stamp :ring="x" word="Sah" />',
        '<c-deed :by="x">ok</c-deed>',
    ],
)
def test_what_others_wrote_is_escaped(template: str) -> None:
    page = drawn(template, x=HOSTILE)
    assert ESCAPED.lower() in page.lower()
    assert "<script>" not in page.lower()


def test_an_element_gets_what_is_its_own_and_nothing_of_the_component_s() -> None:
    button = drawn('<c-button kind="main" small="yes" name="a" :value="x">Ya</c-button>', x=3).strip()
    assert set(re.findall(r'(\w+)="', button)) == {"class", "name", "value"}


def test_a_form_draws_its_fields_in_the_house_s_way() -> None:
    shown = drawn('<c-form :form="form" id="f" />', form=empty_form())
    assert '<form class="form" method="post" novalidate id="f">' in shown
    assert shown.count('<div class="field') == len(empty_form().fields)
    assert '<span class="optional">(boleh kosong)</span>' in shown


def test_a_form_to_mend_leads_to_each_wrong_field() -> None:
    shown = drawn('<c-form :form="form" />', form=wrong_form())
    assert "3 isian perlu dibetulkan" in shown
    assert 'href="#id_wrong-domain"' in shown
    assert 'aria-invalid="true" aria-describedby="id_wrong-domain_error"' in shown
    assert 'id="id_wrong-domain_error"' in shown


def test_only_a_web_address_becomes_a_link() -> None:
    assert "<a " not in drawn('<c-quote text="a" :url="u" />', u="javascript:alert(1)")
    assert '<a href="https://a.example/x?y=1&amp;z=2"' in drawn(
        '<c-quote text="a" :url="u" />', u="https://a.example/x?y=1&z=2"
    )


def test_a_quote_shows_no_letters_that_turn_others_round() -> None:
    assert "Redaksi" in drawn('<c-quote :text="x" />', x="Red\u202eaksi")


def test_template_words_of_a_site_stay_words() -> None:
    assert "{% csrf_token %}" in drawn('<c-quote :text="x" />', x="{% csrf_token %}")


def test_sorting_keeps_the_filters_and_goes_back_to_the_first_page() -> None:
    heading = drawn('<c-heading by="nama" sort="nama">Media</c-heading>', "/?cabang=36&urut=nama&halaman=3")
    assert 'aria-sort="ascending"' in heading
    assert 'href="?cabang=36&amp;urut=-nama"' in heading


def test_pages_keep_the_filters() -> None:
    pages = Paginator(range(500), 50)
    shown = drawn('<c-pagination :of="list" />', "/?cabang=36", list=pages.page(2))
    assert "51–100 dari 500" in shown
    assert 'href="?cabang=36&amp;halaman=3"' in shown
    assert '<span aria-current="page">2</span>' in shown


def test_a_step_behind_is_done_and_one_ahead_is_not() -> None:
    steps = [Words("Satu", "One"), Words("Dua", "Two"), Words("Tiga", "Three")]
    shown = drawn('<c-steps :titles="steps" :at="2" />', steps=steps)
    assert [shown.count(f'class="{state}"') for state in ("done", "later")] == [1, 1]
    assert "Langkah 2 dari 3: Dua" in shown


def test_an_unknown_fact_does_not_vanish() -> None:
    assert "belum diketahui" in drawn('<c-fact label="NPWP" />')


def test_a_finding_without_words_says_so() -> None:
    assert "Tidak ada kata-kata di situs" in drawn('<c-finding outcome="not_met" title="Alamat">x</c-finding>')


def test_a_quote_says_who_gave_the_page() -> None:
    assert "belum dilihat pengurus" in drawn('<c-quote text="a" origin="handed" />')
    assert "halaman milik induk" in drawn('<c-quote text="a" origin="parent" />')
