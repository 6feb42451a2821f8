"""Contacts are read where outlets put them; ids, prices and dates are no telephones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.contacts import may_be_reached_otherwise, read_contacts
from serikat.engines.site_audit.reading.tests.page_of import page_of


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("<p>redaksi [at] suaranusa dot example</p>", "redaksi@suaranusa.example"),
        ("<p>Email: redaksi AT suaranusa DOT example</p>", "redaksi@suaranusa.example"),
        ("<p>redaksi@suaranusa[.]example</p>", "redaksi@suaranusa.example"),
        ("<p>redaksi＠suaranusa.example</p>", "redaksi@suaranusa.example"),
        ("<a href='mailto:Redaksi <redaksi@suaranusa.example>'>tulis</a>", "redaksi@suaranusa.example"),
        ("<a href='mailto://redaksi@suaranusa.example'>tulis</a>", "redaksi@suaranusa.example"),
        ("<meta itemprop='email' content='redaksi@suaranusa.example'>", "redaksi@suaranusa.example"),
        (
            '<script type="application/ld+json">{"@type":"Organization","contactPoint":{"email":"mailto:a@b.example"}}',
            "a@b.example",
        ),
        ("<p>Email: Redaksi@SuaraNusa.example</p>", "redaksi@suaranusa.example"),
        ("<p>redaksi [at] suaranusa.example</p>", "redaksi@suaranusa.example"),
        ("<p>redaksi(at)suaranusa(dot)example</p>", "redaksi@suaranusa.example"),
        ('<a href="mailto:redaksi@suaranusa.example?subject=x">Surel</a>', "redaksi@suaranusa.example"),
        ('<a class="__cf_email__" data-cfemail="5a280c1a283b743f223b372a363f">x</a>', "rv@ra.example"),
    ],
)
def test_emails_are_read_however_they_are_given(body: str, value: str) -> None:
    assert [contact.value for contact in read_contacts(page_of(body)).emails] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("HP 0813-8877-6655", "+6281388776655"),
        ("+62 8138 877 6655", "+6281388776655"),
        ("WA: 6281388776655", "+6281388776655"),
        ("Telp. (0254) 771 288", "+62254771288"),
        ("Telepon: 021-6540335, Ext 12", "+62216540335"),
        ("0813.8877.6655", "+6281388776655"),
    ],
)
def test_telephones_are_read_however_they_are_spaced(text: str, value: str) -> None:
    assert [contact.value for contact in read_contacts(page_of(f"<p>{text}</p>")).phones] == [value]


def test_two_telephones_may_be_joined_by_a_slash() -> None:
    phones = read_contacts(page_of("<p>HP/WA 081388776655/085611223344</p>")).phones
    assert [contact.value for contact in phones] == ["+6281388776655", "+6285611223344"]


@pytest.mark.parametrize(
    "text",
    [
        "NIB: 0812345678901", "NPWP 08.123.456.7-012.345", "AHU-0081388.AH.01.01.Tahun 2022", "08-11-2023 08.00-17.00",
        "Rp 081.388.776", "2023/08/1388776655", "NIM: 08138877665", "0254-7712 jiwa",
    ],
)  # fmt: skip
def test_ids_dates_and_prices_are_no_telephones(text: str) -> None:
    assert read_contacts(page_of(f"<p>{text}</p>")).phones == ()


def test_whatsapp_is_told_by_its_link_or_its_words() -> None:
    body = (
        '<p>WhatsApp Redaksi</p><p>0813-8877-6655</p><a href="https://wa.me/6281300001111?text=hai">Chat</a>'
        '<a href="https://api.whatsapp.com/send?phone=6281300002222">x</a><a href="https://api.whatsapp.com/send?text=u">Bagikan</a>'
    )
    values = [contact.value for contact in read_contacts(page_of(body)).whatsapps]
    assert values == ["+6281388776655", "+6281300001111", "+6281300002222"]


def test_sample_contacts_are_flagged() -> None:
    found = read_contacts(page_of("<p>email@domain.com 0812-3456-7890</p>"))
    assert not found.has_real_email
    assert not found.has_real_number
    assert len(found.emails) == len(found.phones) == 1


@given(st.text(alphabet="0123456789+-.() @[]atdx/"))
def test_any_text_may_be_read(text: str) -> None:
    for contact in read_contacts(page_of(f"<p>{text}</p>")).phones:
        assert contact.value.startswith("+62")


@pytest.mark.parametrize(
    "body",
    [
        "<p>Pengaduan ke Dewan Pers: sekretariat@dewanpers.or.id</p>",
        "<p>Dewan Pers, Gedung Dewan Pers Lt. 7, Telp (021) 6540335</p>",
        '<p>Theme by <a href="mailto:bantuan@tema-rekaan.example">Tema Rekaan</a></p>',
    ],
)
def test_contacts_of_the_council_and_of_the_makers_of_the_site_are_not_the_outlets(body: str) -> None:
    found = read_contacts(page_of(body))
    assert (found.emails, found.phones) == ((), ())


@pytest.mark.parametrize(
    ("body", "may_be"),
    [
        ("<form><input type=email><textarea></textarea></form>", True),
        ("<p>E-mail: <img src=/surel.png></p>", True),
        ("<form><textarea name=comment></textarea></form>", False),
        ("<form><label>Email</label><input type=email></form>", False),
    ],
)
def test_a_form_or_a_picture_of_an_address_may_reach_the_newsroom(body: str, may_be: bool) -> None:
    assert may_be_reached_otherwise(page_of(body)) is may_be


def test_structured_data_gives_the_publishers_contacts_and_no_events() -> None:
    data = '<script type=\'application/ld+json\'>{%s, "email": "a@b.example", "telephone": "+62 254 123456"}</script>'
    found = read_contacts(page_of(data % '"@type": "Organization"'))
    assert [contact.value for contact in (*found.emails, *found.phones)] == ["a@b.example", "+62254123456"]
    assert not read_contacts(page_of(data % '"@type": "Event"')).emails
