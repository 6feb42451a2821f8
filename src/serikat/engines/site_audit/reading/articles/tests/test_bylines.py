"""Writers and editors apart, whatever the page does."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.reading.articles.article import Article, read_article
from serikat.engines.site_audit.reading.articles.tests.pages import (
    HEADLINE,
    PARAGRAPH,
    URL,
    article_of,
    news,
    page_of,
    person,
)


def people(article: Article) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return article.writers, article.editors


def test_credit_box_puts_the_name_before_its_label_and_structured_data_names_the_editor() -> None:
    article = article_of(
        head='<meta name="author" content="Kabar Rekaan Media">',
        below='<div class="kredit"><div><h6>Sari Rekawati</h6><h6>Penulis</h6></div>'
        "<div><h6>Bimo Contohadi</h6><h6>Editor</h6></div></div><a>Lihat Foto</a>",
        things=news(author=person("Bimo Contohadi")),
    )
    assert people(article) == (("Sari Rekawati",), ("Bimo Contohadi",))
    assert article.sources["writers"] == "text"
    assert "Bimo Contohadi" in (article.conflicts or {})["writers"]


def test_label_before_its_name_in_elements_of_their_own() -> None:
    article = article_of(below="<dl><dt>Penulis</dt><dd>Sari Rekawati</dd><dt>Editor</dt><dd>Bimo Contohadi</dd></dl>")
    assert people(article) == (("Sari Rekawati",), ("Bimo Contohadi",))


def test_labels_without_a_colon_before_names_in_elements_of_their_own() -> None:
    article = article_of(below="<p>Penulis <b>Sari Rekawati</b></p><p>Editor <b>Bimo Contohadi</b></p>")
    assert people(article) == (("Sari Rekawati",), ("Bimo Contohadi",))


def test_analytics_data_tells_writer_from_editor() -> None:
    article = article_of(
        head='<meta name="author" content="kabar-rekaan.example developer">'
        "<script>dataLayer.push({'title': 'x', 'author': 'Sari Rekawati', 'editor': 'Bimo Contohadi'});</script>",
        below="<div class='tgl'><span>Sari Rekawati</span></div>",
        things=news(author=person("Bimo Contohadi")),
    )
    assert people(article) == (("Sari Rekawati",), ("Bimo Contohadi",))


def test_a_byline_that_readers_see_wins_over_a_name_that_they_do_not() -> None:
    article = article_of(below="<div class='author'>Sari Rekawati</div>", things=news(author=person("Bimo Contohadi")))
    assert article.writers == ("Sari Rekawati",)
    assert "Bimo Contohadi" in (article.conflicts or {})["writers"]


def test_metas_of_the_content_system_tell_writer_from_editor() -> None:
    article = article_of(
        head='<meta name="content_author" content="Sari Rekawati">'
        '<meta name="content_editor" content="Bimo Contohadi">',
        things=news(author=person("Bimo Contohadi")),
    )
    assert people(article) == (("Sari Rekawati",), ("Bimo Contohadi",))


def test_a_facebook_address_is_no_author() -> None:
    article = article_of(
        head='<meta property="article:author" content="https://www.facebook.com/kabarrekaan">',
        below='<div class="detail__author">Sari Rekawati - <span>kabarRekaan</span></div>',
    )
    assert article.writers == ("Sari Rekawati",)


@pytest.mark.parametrize(
    "ending",
    [
        "<p>Penulis: Sari Rekawati<br>Editor: Bimo Contohadi</p>",
        "<p>Penulis : Sari Rekawati</p><p>Editor : Bimo Contohadi</p>",
        "<p><strong>Reporter:</strong> Sari Rekawati</p><p><strong>Redaktur:</strong> Bimo Contohadi</p>",
        "<p>Pewarta: Sari Rekawati<br>Editor: Bimo Contohadi<br>Copyright © Kabar Rekaan 2026</p>",
        "<p>Penulis: Sari Rekawati | Penyunting: Bimo Contohadi | ADV Dinas Rekaan</p>",
        "<p>(Reporter: Sari Rekawati/Editor: Bimo Contohadi)</p>",
        "<div>Reporter: <a href='/p/1'>Sari Rekawati</a></div><div>Editor: <a href='/p/2'>Bimo Contohadi</a></div>",
        "<p>PENULIS: Sari Rekawati, EDITOR: Bimo Contohadi</p>",
        "<p>Penulis: Sari Rekawati Editor: Bimo Contohadi</p>",
        "<ul><li>Penulis:</li><li>Sari Rekawati</li><li>Editor:</li><li>Bimo Contohadi</li></ul>",
        "<p>Rep: Sari Rekawati/ Red: Bimo Contohadi</p>",
        "<table><tr><td>Penulis</td><td>: Sari Rekawati<tr><td>Editor</td><td>: Bimo Contohadi</table>",
        "<p>Reporter</p><p>Sari Rekawati</p><p>Editor</p><p>Bimo Contohadi</p>",
        "<p>Sari Rekawati</p><p>Reporter</p><p>Bimo Contohadi</p><p>Editor</p>",
        "<p>✍️ Penulis: Sari Rekawati | 📝 Editor: Bimo Contohadi</p>",
        "<p>Penulis: Sari Rekawati, Ketua Paguyuban Rekaan</p><p>Editor: Bimo Contohadi</p>",
        "<p>Laporan: Sari Rekawati</p><p>Penyunting: Bimo Contohadi</p><p>Foto: Candra Karangan</p>",
    ],
)
def test_credits_at_the_end_are_read(ending: str) -> None:
    assert people(article_of(end=ending)) == (("Sari Rekawati",), ("Bimo Contohadi",))


@pytest.mark.parametrize(
    "line",
    [
        "<p>Oleh: Sari Rekawati</p>",
        "<p>Oleh: Sari Rekawati, S.H., M.H. (Dosen, Universitas Rekaan)</p>",
        "<p>Oleh Sari Rekawati • Kota Rekaan • 6 Desember 2025</p>",
        "<div>Ditulis oleh <a href='/penulis/sari'>Sari Rekawati</a> pada 2 Mei 2026</div>",
        "<div><span>Penulis: Sari Rekawati</span><span>Diperbarui Mei</span><span>Waktu Baca: 3 Menit</span></div>",
        "<div><a rel='author' href='/author/sari'>Sari Rekawati</a> | 2 Mei 2026</div>",
        "<div class='post-meta'><span class='meta-author'>Sari Rekawati</span><span>2 Mei 2026</span></div>",
        "<div itemprop='author' itemscope><span itemprop='name'>Sari Rekawati</span></div>",
        "<p>Laporan Wartawan Kabar Rekaan, Sari Rekawati</p>",
        "<p>By Sari Rekawati 12:20pm Jan 7, 2024</p>",
        "<div><span>Sari Rekawati</span> - <span>Mei 22, 2026 20:16 WIB</span></div>",
        "<p>Sari Rekawati Mei 22, 2026</p>",
        "<div class='byline'>Oleh <b>Sari Rekawati</b>, Wartawan Kabar Rekaan</div>",
    ],
)
def test_a_byline_at_the_headline_is_read(line: str) -> None:
    assert article_of(below=line).writers == ("Sari Rekawati",)


@pytest.mark.parametrize(
    "joint",
    ["Sari Rekawati dan Tono Karangan", "Sari Rekawati, Tono Karangan", "Sari Rekawati & Tono Karangan"],
)
def test_joint_bylines_name_everyone(joint: str) -> None:
    assert article_of(below=f"<p>Penulis: {joint}</p>").writers == ("Sari Rekawati", "Tono Karangan")
    assert article_of(things=news(author=person(joint))).writers == ("Sari Rekawati", "Tono Karangan")


@pytest.mark.parametrize(
    "nobody",
    [
        "Penulis: Nama Penulis",
        "Oleh: Admin",
        "Penulis: Redaksi",
        "Oleh Redaksi Kabar Rekaan • 2 Mei 2026",
        "John Doe",
        "Foto: Candra Karangan",
        "Editor: -",
        "Sumber: Candra Karangan",
    ],
)
def test_placeholders_and_picture_credits_name_no_writer(nobody: str) -> None:
    article = article_of(below=f"<p class='byline'>{nobody}</p>", things=news(author=person("admin")))
    assert people(article) == ((), ())


def test_an_account_gives_way_to_the_writer_named_at_the_end() -> None:
    article = article_of(end="<p>Penulis: Sari Rekawati</p>", things=news(author=person("Editor Kabar")))
    assert article.writers == ("Sari Rekawati",)


def test_an_editor_alone_leaves_the_writer_unknown_even_where_structured_data_repeats_the_editor() -> None:
    article = article_of(end="<p>Editor: Bimo Contohadi</p>", things=news(author=person("Bimo Contohadi")))
    assert people(article) == ((), ("Bimo Contohadi",))


def test_the_editors_account_at_the_headline_is_not_the_writer() -> None:
    article = article_of(below="<div class='author'>Bimo Contohadi</div>", end="<p>Editor: Bimo Contohadi</p>")
    assert people(article) == ((), ("Bimo Contohadi",))


def test_structured_data_may_give_one_person_both_parts() -> None:
    article = article_of(things=news(author=person("Sari Rekawati"), editor=person("Sari Rekawati")))
    assert people(article) == (("Sari Rekawati",), ("Sari Rekawati",))


def test_one_person_may_be_both() -> None:
    assert people(article_of(end="<p>Penulis/Editor: Sari Rekawati</p>")) == (("Sari Rekawati",), ("Sari Rekawati",))


def test_editor_under_a_name_may_be_a_job() -> None:
    article = article_of(
        below="<div><div>Jane Inventham</div><div>Editor</div></div>",
        language="en",
        things=news(author=person("Jane Inventham")),
    )
    assert people(article) == (("Jane Inventham",), ())


def test_the_outlet_signs_only_where_no_person_does() -> None:
    outlet = {"@type": "Organization", "name": "Kabar Rekaan"}
    assert article_of(things=news(author=outlet, publisher=outlet)).by_outlet
    named = article_of(below="<div class='author'>Sari Rekawati</div>", things=news(author=outlet, publisher=outlet))
    assert (named.writers, named.by_outlet) == (("Sari Rekawati",), False)


def test_initials_are_shown_but_name_nobody() -> None:
    article = article_of(end="<p>Jembatan itu selesai pekan depan. (bud/ani)</p>")
    assert (article.writers, article.byline_text) == ((), "(bud/ani)")


def test_authors_by_reference_are_looked_up_in_the_graph() -> None:
    things = {
        "@graph": [
            news(author={"@id": "#/orang/1"}, mainEntityOfPage={"@id": URL}),
            {"@type": "Person", "@id": "#/orang/1", "name": "Sari Rekawati"},
        ]
    }
    assert article_of(things=things).writers == ("Sari Rekawati",)


def test_related_articles_in_the_graph_are_not_this_one() -> None:
    other = {
        "@type": "NewsArticle", "headline": "Pasar Malam Dibuka", "url": "https://www.kabar-rekaan.example/pasar",
        "author": person("Orang Lain"), "datePublished": "2020-01-01T00:00:00+07:00",
    }  # fmt: skip
    own = news(url=URL, author=[person("Sari Rekawati")], datePublished="2026-05-02T08:00:00+07:00")
    article = article_of(things=[other, own, other])
    assert (article.writers, article.published_at) == (("Sari Rekawati",), "2026-05-02T08:00:00+07:00")


def test_the_one_article_in_a_list_of_others_is_not_this_one() -> None:
    other = {**news(author=person("Orang Lain"), datePublished="2020-01-01"), "headline": "Pasar Malam Dibuka"}
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": other}]}
    article = article_of(things=listed, below="<p>2 Mei 2026</p>")
    assert (article.writers, article.published_at) == ((), "2026-05-02")


def test_entries_of_a_live_report_are_not_the_report() -> None:
    entry = {"@type": "BlogPosting", "headline": "Jembatan", "author": person("Orang Lain")}
    report = {**news(author=person("Sari Rekawati")), "@type": "LiveBlogPosting", "liveBlogUpdate": [entry, entry]}
    assert article_of(things=report).writers == ("Sari Rekawati",)
    assert article_of(things={**report, "author": None}).writers == ()


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Sari Rekawati", ("Sari Rekawati",)),
        (["Sari Rekawati", {"name": "Tono Karangan"}], ("Sari Rekawati", "Tono Karangan")),
        ({"givenName": "Sari", "familyName": "Rekawati"}, ("Sari Rekawati",)),
        ({"name": ["Sari Rekawati", "Tono Karangan"]}, ("Sari Rekawati", "Tono Karangan")),
        ([person("Sari Rekawati"), person("AP")], ("Sari Rekawati", "AP")),
        (person("Sari Rekawati (sre)"), ("Sari Rekawati",)),
        (person("Sari Rekawati, Staff Reporter"), ("Sari Rekawati",)),
        (person("By Sari Rekawati"), ("Sari Rekawati",)),
        (person("Sari Rekawati For Rekaan Online"), ("Sari Rekawati",)),
        (
            person("Sari Rekawati, Tono Karangan, and Bimo Contohadi"),
            ("Sari Rekawati", "Tono Karangan", "Bimo Contohadi"),
        ),
        (person("Tono Karangan Jr."), ("Tono Karangan Jr.",)),
        (person("Dr. Sari Rekawati, S.H., M.Si."), ("Dr. Sari Rekawati",)),
        (person("Sari Rekawati / Jurnalis"), ("Sari Rekawati",)),
        (person("MOH. SARI REKAWATI"), ("MOH. SARI REKAWATI",)),
        (person("रवि कुमार, नेहा शर्मा"), ("रवि कुमार", "नेहा शर्मा")),
        (person("李 小明、王 小红"), ("李 小明", "王 小红")),
        (person("https://www.facebook.com/kabar"), ()),
    ],
)
def test_authors_come_in_many_shapes(author: object, names: tuple[str, ...]) -> None:
    assert article_of(things=news(author=author)).writers == names


@pytest.mark.parametrize(
    "line",
    ["By Sari Rekawati in Rekaan", "Ein Kommentar von Sari Rekawati", "Words by Sari Rekawati", "Deur Sari Rekawati"],
)
def test_bylines_of_other_languages_end_with_the_name(line: str) -> None:
    assert article_of(below=f"<p>{line}</p>", language="en").writers == ("Sari Rekawati",)


def test_another_authors_box_in_the_sidebar_is_not_the_byline() -> None:
    assert article_of().writers == ()


@pytest.mark.parametrize("line", ["Oleh Suryacontoh • 2 Mei 2026", "Penulis: Suryacontoh", "Oleh: Suryacontoh"])
def test_one_word_may_be_a_whole_name(line: str) -> None:
    assert article_of(below=f"<p>{line}</p>").writers == ("Suryacontoh",)


def test_an_agency_and_a_name_in_one_credit_are_told_apart() -> None:
    assert article_of(below="<p>Penulis: ANTX/Sari Rekawati</p>").writers == ("Sari Rekawati",)


def test_shorthands_of_agencies_stay_whole() -> None:
    assert article_of(things=news(author=person("afp/dpa"))).writers == ("afp/dpa",)


def test_labels_in_lines_of_their_own_tell_writer_from_editor() -> None:
    below = "<div>Penulis <p><a href='/penulis/1'>Sari Rekawati</a></p> Editor <p>Bimo Contohadi</p></div>"
    assert people(article_of(below=below)) == (("Sari Rekawati",), ("Bimo Contohadi",))


@pytest.mark.parametrize(
    ("author", "person_signs"),
    [
        ("Tim Contohman", True),
        ("Tim Liputan", False),
        ("Tim Cek Fakta", False),
        ("Tim kabarRekaan", False),
        ("Abdul Kader", True),
    ],
)
def test_tim_is_a_team_or_a_given_name(author: str, person_signs: bool) -> None:
    article = article_of(things=news(author=[person(author), person("Sari Rekawati")]))
    assert (author in article.writers) is person_signs


def test_a_hidden_name_in_a_marked_byline_is_read() -> None:
    below = "<p itemprop='author' itemscope><meta itemprop='name' content='Sari Rekawati'></p>"
    assert article_of(below=below).writers == ("Sari Rekawati",)


@pytest.mark.parametrize("login", ["adminkabar", "sr_2021", "redaksi1", "user12", "superadmin2"])
def test_the_name_of_an_account_is_nobodys(login: str) -> None:
    assert article_of(things=news(author=person(login))).writers == ()


def test_a_byline_is_found_below_a_headline_of_the_third_rank() -> None:
    article = read_article(
        page_of(
            f"<html><head><title>{HEADLINE}</title></head><body><h1>Kabar Rekaan</h1><div><h3>{HEADLINE}</h3>"
            f"<p>Oleh <span class='fn' itemprop='author'>Sari Rekawati</span></p><div>{PARAGRAPH * 4}</div></div>"
        )
    )
    assert (article.title, article.writers) == (HEADLINE, ("Sari Rekawati",))
