"""The visible words of a page as lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from serikat.engines.site_audit.reading.lines import read_lines


def lines(markup: str) -> tuple[str, ...]:
    return read_lines(LexborHTMLParser(markup))


def test_a_block_is_a_line_and_inline_markup_is_not() -> None:
    assert lines("<p>Penulis: <b>Ani</b>\n <i>Rekaan</i></p><div>Editor: Budi</div>") == (
        "Penulis: Ani Rekaan",
        "Editor: Budi",
    )


def test_a_line_break_splits_and_a_row_keeps_its_cells_apart() -> None:
    assert lines("Satu<br>dua<table><tr><td>Pemred</td><td>Ani</td></tr></table>") == ("Satu", "dua", "Pemred\tAni")


def test_text_around_a_nested_block_is_not_glued_to_it() -> None:
    assert lines("<div>Alamat<p>Jl. Rekaan</p>Kota</div>") == ("Alamat", "Jl. Rekaan", "Kota")


def test_scripts_and_styles_are_not_words() -> None:
    assert lines("<style>p{}</style><p>Kabar<script>var x</script></p><!-- x --><noscript>n</noscript>") == ("Kabar",)


def test_reading_leaves_the_shared_tree_as_it_was() -> None:
    tree = LexborHTMLParser("<p>Kabar</p><script>1</script>")
    before = tree.html
    read_lines(tree)
    assert tree.html == before


@given(st.text(max_size=200))
def test_no_line_is_empty_or_holds_loose_space(text: str) -> None:
    for line in lines(f"<p>{text}</p>"):
        assert line == line.strip()
        assert line


def test_words_in_elements_that_touch_are_cells_but_a_word_in_two_colours_is_one() -> None:
    assert lines("<p><b>Pemimpin Redaksi</b><span>Jaka Tarub</span></p>") == ("Pemimpin Redaksi\tJaka Tarub",)
    assert lines("<p><b>PENANGGUNG JAWAB</b><i>JAKA TARUB</i></p>") == ("PENANGGUNG JAWAB\tJAKA TARUB",)
    assert lines("<p><b>Suara</b><i>Nusa</i> dan <b>P</b>emimpin</p>") == ("SuaraNusa dan Pemimpin",)


def test_an_address_of_mail_does_not_grow_together_with_what_stands_beside_it() -> None:
    assert lines("<p><b>Email</b><i>a.b@nusa.example</i><i>0254-77</i></p>") == ("Email\ta.b@nusa.example\t0254-77",)
    assert lines("<p><b>redaksi</b>@<i>nusa.example</i></p>") == ("redaksi@nusa.example",)
