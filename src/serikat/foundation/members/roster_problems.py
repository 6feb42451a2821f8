"""What is said of a cell that cannot be used as it stands, each with the next step."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.members.roster_addresses import Fault

FAULTS = {
    Fault.MISSING: Words(
        "Alamat situs belum diisi. Tulis alamatnya, misalnya https://kabar.example.",
        "The address of the site is missing. Write it, https://kabar.example for instance.",
    ),
    Fault.EMAIL: Words(
        "Sel ini berisi surel, bukan alamat situs. Tulis alamat situsnya.",
        "This cell holds an e-mail address and not that of a site. Write the site's address.",
    ),
    Fault.ELSEWHERE: Words(
        "Ini halaman media sosial atau peta, bukan situs milik media. Tulis alamat situsnya, bila ada.",
        "This is a page on social media or a map and not the outlet's own site. Write the site's address, if any.",
    ),
    Fault.UNKNOWN_ENDING: Words(
        "Akhiran domain ini tidak ada. Periksa ejaannya, misalnya .com atau .id.",
        "There is no such domain ending. Check the spelling, .com or .id for instance.",
    ),
    Fault.SPACE_INSIDE: Words(
        "Ada kata lain di depan alamat, mungkin spasi di tengah nama domain. Tulis alamatnya saja, tanpa spasi.",
        "There are other words before the address, perhaps a space inside the domain. Write the address alone.",
    ),
    Fault.NO_ADDRESS: Words(
        "Tidak ada alamat situs yang dapat dibaca di sel ini. Tulis seperti https://kabar.example.",
        "No address of a site can be read in this cell. Write it like https://kabar.example.",
    ),
}
MENDED = Words(
    "Alamat salah ketik dan dibaca sebagai {address}. Bila benar, betulkan di lembar.",
    "The address is misspelt and was read as {address}. If that is right, correct it in the sheet.",
)
ARTICLE = Words(
    "Alamat ini menuju satu halaman, jadi yang dipakai {address}. Tulis alamat halaman depannya.",
    "This address leads to a single page, so {address} was used. Write the address of the home page.",
)
SEVERAL = Words(
    "Ada {count} alamat dalam satu sel: {addresses}. Semuanya dipakai; pisahkan, satu baris untuk satu media.",
    "There are {count} addresses in one cell: {addresses}. All are used; put each outlet in a row of its own.",
)
DUPLICATE = Words(
    "Baris {first} dan baris {second} menyebut situs yang sama ({site}). Baris {first} yang dipakai; hapus salah satu.",
    "Rows {first} and {second} name the same site ({site}). Row {first} is used; delete one of them.",
)
LEGAL_FORM_ALONE = Words(
    "Hanya bentuk badan hukum, tanpa nama. Tulis nama lengkap perusahaan seperti di akta.",
    "A legal form alone, without a name. Write the company's full name as in its deed.",
)
UNKNOWN_PLACE = Words(
    "Provinsi ini tidak dikenal. Tulis nama provinsi, misalnya Banten atau Kalimantan Timur.",
    "This province is not known. Write the name of a province, Banten or Kalimantan Timur for instance.",
)
NO_COLUMN = Words(
    "Tidak ada kolom alamat situs dalam berkas ini (judul kolom yang dikenal: {seen}). Beri judul “Website” pada kolom "
    "yang berisi alamat situs, di satu baris di atas daftarnya.",
    "This file has no column of site addresses (headings understood: {seen}). Give the column that holds them the "
    "heading “Website”, in one row above the list.",
)
NOTHING_READ = Words(
    "Di bawah judul kolom tidak ada satu baris pun. Periksa apakah lembar yang disimpan sudah benar.",
    "There is not a single row below the headings. Check that the right sheet was saved.",
)
