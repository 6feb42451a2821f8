"""An address counts when one could find the place; a heading, a town or a street without a number say less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.reading.address_parts import Strength, parse_address
from serikat.engines.site_audit.reading.addresses import AddressPlace, PostalAddress, read_addresses, strongest
from serikat.engines.site_audit.reading.regions import all_regions
from serikat.engines.site_audit.reading.tests.page_of import page_of


def _only(body: str) -> PostalAddress:
    (address,) = read_addresses(page_of(body))
    return address


@pytest.mark.parametrize(
    "text",
    [
        "Banjar Tegal Rekaan No. 3, Desa Ubud, Gianyar, Bali",
        "Jl. Melati No. 7, Kab. Kep. Talaud",
        "Jl. Kenanga No. 5, Kel./Kec. Cipocok Jaya, Kota Serang",
        "Jl. Trikora No 4 Distrik Wamena, Kab. Jayawijaya, Papua Pegunungan",
        "Jl. Melati Timur KM 7, Sukarasa, Sukahaji, Bantul, DIY",
        "Jalan Melati 12, Bandung",
        "Jl. Melati 12/14 Bandung",
        "Jl. Melati 12-14, Surabaya",
        "Jalan Melati III/7, Semarang",
        "Jl. Melati II D/12, Malang",
        "Jln Raya Melati No.5A Serang Banten",
        "Jl. Melati, Pekanbaru 28111",
        "Gedung Melati, Jl. Mawar, Jakarta Pusat",
        "Gedung Melati Lantai 5, Jaksel",
        "Ruko Melati Blok B No. 7, Tangsel",
        "Perum Melati Asri Blok A2 No. 5 Kota Serang",
        "Kp. Melati RT 01/RW 02 Desa Sukarasa Kec. Sukahaji Kab. Serang Banten",
        "Dusun Melati RT.001 RW.002, Kelurahan Sukarasa, Kecamatan Sukahaji Lebak",
        "Jl. Melati No. 3 RT.9/RW.5, Sukarasa, Ps. Minggu, Kota Jakarta Selatan, DKI Jakarta 12550",
        "Jl. Melati Gg. Mawar No. 3 Denpasar - Bali",
        "Jl. Melati Kav. 21, Jakarta",
        "KP. MELATI RT 01/02 DS. SUKARASA KEC. SUKAHAJI, KABUPATEN LEBAK",
        "Jl. Melati No 6, Sukarasa, Blora Kota, 58215",
        "Jorong Sukarasa, Nagari Sukahaji, Kec. Lubuk Basung, Kabupaten Agam",
        "Dusun Melati, Gampong Sukarasa, Kec. Banda Sakti, Kota Lhokseumawe",
        "Kp. Melati No. 17 RT 1/2, Sukarasa, Kabupaten Bogor",
        "Jl. Melati No. 5, Bandung Regency, West Java",
        "Jalan Melati Nomor 12 Serang (samping Masjid Agung)",
        "Jl. Melati No. 12\nKecamatan : Sukahaji\nKabupaten/Kota : Lebak",
    ],
)
def test_places_that_one_could_find_are_complete(text: str) -> None:
    assert parse_address(text).strength is Strength.COMPLETE


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Kotak Pos (PO BOX) 1234 Serang", Strength.TOWN_ONLY),
        ("Jl. Melati, Surabaya, Jawa Timur, Indonesia", Strength.PARTIAL),
        ("Universitas Nusa Melati, Jl. Melati, Surabaya", Strength.PARTIAL),
        ("Jl. Melati No. 5", Strength.PARTIAL),
        ("Jl. Bandung No. 5", Strength.PARTIAL),
        ("Jl. Melati No. 10, Kel. Pasar Baru, Kec. Bogor Tengah", Strength.PARTIAL),
        ("Desa Sukarasa, Kecamatan Sukahaji, Kabupaten Serang", Strength.PARTIAL),
        ("Perum Melati Asri, Kota Serang", Strength.PARTIAL),
        ("Kp. Melati, Desa Sukarasa, Lebak", Strength.PARTIAL),
        ("Dusun Melati, Desa Sukarasa, Kec. Sukahaji, Kabupaten Lebak", Strength.PARTIAL),
        ("Universitas Nusa Melati, Surabaya", Strength.TOWN_ONLY),
        ("Surabaya, Jawa Timur", Strength.TOWN_ONLY),
        ("Jakarta, Indonesia", Strength.TOWN_ONLY),
        ("Suara Nusa, Indonesia", Strength.EMPTY),
        ("", Strength.EMPTY),
    ],
)
def test_what_is_missing_lowers_the_strength(text: str, strength: Strength) -> None:
    assert parse_address(text).strength is strength


def test_a_village_address_gives_its_parts() -> None:
    parts = parse_address("Kp. Melati RT 01/RW 02 Desa Sukarasa Kec. Sukahaji Kab. Serang Banten 42177")
    assert (parts.hamlet, parts.rt_rw) == ("Kp. Melati", "RT 01/RW 02")
    assert (parts.desa, parts.kecamatan, parts.postcode) == ("Sukarasa", "Sukahaji", "42177")
    assert [region.code for region in parts.regencies] == ["36.04"]
    assert parts.province is not None
    assert parts.province.code == "36"


@pytest.mark.parametrize("text", ["Jl. Melati No. 5, Serang, Banten-42177", "jl. melati no. 5, serang 42177"])
def test_hyphens_and_small_letters_hide_no_postcode(text: str) -> None:
    assert (parse_address(text).strength, parse_address(text).postcode) == (Strength.COMPLETE, "42177")


def test_every_regency_is_read_however_it_is_written() -> None:
    for region in all_regions():
        short = region.name.replace("Kabupaten", "Kab.")
        texts = (
            f"Jl. Melati No. 5, {region.name}",
            f"Jl. Melati No. 5 {region.bare_name}",
            f"RT 01/02 Kec. Sukahaji {short}",
        )
        for text in texts if not region.is_province else ():
            assert region in parse_address(text).regencies


def test_a_regency_and_city_of_one_name_stay_two() -> None:
    assert [region.code for region in parse_address("Jl. Melati No. 5, Serang").regencies] == ["36.04", "36.73"]


def test_lines_under_a_heading_are_one_address() -> None:
    found = _only(
        "<h3>Alamat Redaksi</h3><p>Suara Nusa<br>Jl. Melati No. 5,<br>Sukarasa, Serang<br>Email: a@b.example</p>"
    )
    assert found.place is AddressPlace.LABELLED
    assert found.strength is Strength.COMPLETE
    assert found.text == "Alamat Redaksi\nSuara Nusa\nJl. Melati No. 5,\nSukarasa, Serang"


def test_an_address_in_a_masthead_of_one_long_line_is_read() -> None:
    roles = "Pemimpin Redaksi: Jaka Tarub Redaktur: Ratna Lestari, Beni Wirawan, Euis Melati " * 4
    found = _only(f"<p>{roles} Alamat Redaksi: Jl. Melati No. 5 Kota Serang Penerbit: PT Suara Nusa</p>")
    assert (found.text, found.strength) == ("Alamat Redaksi: Jl. Melati No. 5 Kota Serang", Strength.COMPLETE)


def test_a_table_of_the_parts_of_an_address_is_one() -> None:
    rows = "<tr><td>Alamat<td>:<td>Jl. Melati No. 12<tr><td>Kota<td>:<td>Serang<tr><td>Telepon<td>:<td>0254-77"
    assert _only(f"<table>{rows}</table>").strength is Strength.COMPLETE


def test_a_bureau_below_the_office_is_another_address() -> None:
    body = "<p>Kantor Pusat:</p><p>Graha Melati Lt. 3</p><p>Jl. Mawar, Jaksel</p><p>Biro A: Jl. Kenanga No. 5 Metro</p>"
    assert [found.text.partition("\n")[0] for found in read_addresses(page_of(body))] == [
        "Kantor Pusat:", "Biro A: Jl. Kenanga No. 5 Metro",
    ]  # fmt: skip


def test_an_address_ends_where_the_telephone_begins() -> None:
    found = _only("<p>Alamat: Jl. Melati No. 5 Serang Telp. 0254-771288, Fax 12345</p>")
    assert found.text == "Alamat: Jl. Melati No. 5 Serang"
    assert found.parts.postcode == ""


def test_a_heading_without_an_address_is_quoted_as_empty() -> None:
    found = _only("<h3>Alamat Redaksi</h3><p>Suara Nusa<br>Indonesia</p><h3>Kontak</h3><p>a@b.example</p>")
    assert (found.strength, found.text) == (Strength.EMPTY, "Alamat Redaksi\nSuara Nusa\nIndonesia")


@pytest.mark.parametrize(
    "body",
    [
        "<p>Alamat Email: a@b.example</p>",
        "<label>Alamat</label><button>Kirim</button>",
        "<p>Jalan Rusak di Serang Dikeluhkan Warga</p>",
        "<p>Kampung Melati Terendam Banjir, Warga Mengungsi</p>",
        "<p>Warga Jl. Melati mengeluh</p>",
        "<p>Kantor Bupati Serang digeledah</p>",
        "<h3>Lokasi Kami</h3><p>Terbit untuk warga</p>",
    ],
)
def test_forms_and_headlines_are_no_address(body: str) -> None:
    assert read_addresses(page_of(body)) == ()


def test_a_footer_speaks_for_the_site_and_a_loose_line_does_not() -> None:
    line = "<p>Jl. Melati No. 5, Kota Serang</p>"
    assert _only(f"<footer>{line}</footer>").place is AddressPlace.FOOTER
    assert _only(f"<address>{line}</address>").place is AddressPlace.ADDRESS_ELEMENT
    assert not _only(f"<h4>Toko Melati</h4>{line}").speaks_for_site
    assert not _only("<h4>Toko Melati</h4><p>Alamat: Jl. Melati No. 5, Kota Serang</p>").speaks_for_site


def test_structured_data_is_a_further_voice() -> None:
    body = (
        '<script type="application/ld+json">{"@type":"NewsMediaOrganization","address":{"@type":"PostalAddress",'
        '"streetAddress":"Jl. Melati No. 5","addressLocality":"Kota Serang"}}</script>'
        '<script type="application/ld+json">{"@type":"Event","address":"Jl. Mawar No. 1, Lebak"}</script>'
    )
    found = _only(body)
    assert (found.place, found.text) == (AddressPlace.STRUCTURED, "Jl. Melati No. 5, Kota Serang")


def test_a_sample_address_says_so() -> None:
    assert _only("<p>Alamat Redaksi: Jl. Contoh No. 1, Kota Serang</p>").is_placeholder
    assert not _only("<p>Alamat Redaksi: Jl. Melati No. 1, Kota Serang</p>").is_placeholder


def test_the_strongest_of_several_is_chosen() -> None:
    page = page_of("<p>📍 Serang, Banten</p><p>Alamat Redaksi: Jl. Melati No. 5, Serang</p>")
    found = strongest(read_addresses(page))
    assert found is not None
    assert found.strength is Strength.COMPLETE


@given(st.text())
def test_any_text_may_be_parsed(text: str) -> None:
    assert parse_address(text).strength in Strength


_LINES = st.sampled_from([
    "Alamat Redaksi",
    "Alamat: Jl. Melati No. 5",
    "Serang",
    "Suara Nusa",
    "Kp. Melati RT 01/02",
    "Telp. 0254 771288",
    "📍 Lebak",
    "x",
])


@given(st.lists(_LINES))
def test_addresses_quote_lines_of_the_page(lines: list[str]) -> None:
    page = page_of("".join(f"<p>{line}</p>" for line in lines))
    for address in read_addresses(page):
        assert address.text in page.text


@pytest.mark.parametrize(
    "body",
    [
        "<p>Pengaduan: Gedung Dewan Pers Lantai 7, Jl. Melati No. 3, Jakarta Pusat 10110</p>",
        "<a href='/x'>Jl. Raya Melati KM 7 Kabupaten Serang Rusak Parah</a>",
        "<aside><p>Seminar di Hotel Melati, Jl. Mawar No. 9, Kota Serang</p></aside>",
    ],
)
def test_places_of_the_council_and_of_the_news_are_not_the_outlets(body: str) -> None:
    assert read_addresses(page_of(body)) == ()
