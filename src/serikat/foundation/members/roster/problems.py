"""What is said of a cell that cannot be used as it stands, each with the next step."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.foundation.members.roster.addresses import Fault
from serikat.foundation.members.roster.contacts import ContactFault
from serikat.foundation.members.roster.dates import DateFault
from serikat.foundation.members.roster.places import PlaceFault

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
FOREIGN = Words(
    "Nama situs ini memakai huruf di luar a–z dan dipakai sebagai {address}. Huruf asing dapat meniru huruf biasa; "
    "cocokkan dengan media itu.",
    "The name of this site has letters beyond a to z and is used as {address}. Such letters may imitate usual ones; "
    "compare it with the outlet's own.",
)
ARTICLE = Words(
    "Alamat ini menuju satu halaman, jadi yang dipakai {address}. Tulis alamat halaman depannya.",
    "This address leads to a single page, so {address} was used. Write the address of the home page.",
)
SEVERAL = Words(
    "Ada {count} alamat dalam satu sel: {addresses}. Semuanya dipakai; pisahkan, satu baris untuk satu media.",
    "There are {count} addresses in one cell: {addresses}. All are used; put each outlet in a row of its own.",
)
FORMER = Words(
    "Bukan alamat situs: {words}. Tulis domain lama seperti kabar-lama.example; pisahkan dengan koma.",
    "Not the address of a site: {words}. Write former domains like kabar-lama.example, with commas between them.",
)
DUPLICATE = Words(
    "Baris {first} dan baris {second} menyebut situs yang sama ({site}). Baris {first} yang dipakai; hapus salah satu.",
    "Rows {first} and {second} name the same site ({site}). Row {first} is used; delete one of them.",
)
LEGAL_FORM_ALONE = Words(
    "Hanya bentuk badan hukum, tanpa nama. Tulis nama lengkap perusahaan seperti di akta.",
    "A legal form alone, without a name. Write the company's full name as in its deed.",
)
PLACES = {
    PlaceFault.UNKNOWN_PROVINCE: Words(
        "Provinsi ini tidak dikenal. Tulis nama provinsi, misalnya Banten atau Kalimantan Timur.",
        "This province is not known. Write the name of a province, Banten or Kalimantan Timur for instance.",
    ),
    PlaceFault.UNKNOWN_REGENCY: Words(
        "Kabupaten atau kota ini tidak dikenal. Tulis nama resminya, misalnya Kabupaten Serang.",
        "This regency or city is not known. Write its official name, Kabupaten Serang for instance.",
    ),
    PlaceFault.TWO_REGENCIES: Words(
        "Ada lebih dari satu daerah dengan nama ini: {candidates}. Tulis Kabupaten atau Kota di depannya.",
        "More than one place has this name: {candidates}. Write Kabupaten or Kota before it.",
    ),
    PlaceFault.OTHER_PROVINCE: Words(
        "{candidates} tidak berada di {province}. Betulkan salah satunya.",
        "{candidates} does not lie in {province}. Correct one of the two.",
    ),
}
PHONES = {
    ContactFault.ROUNDED: Words(
        "Excel membulatkan nomor ini, jadi sebagian angkanya hilang. Ubah format sel menjadi Teks, lalu ketik lagi.",
        "Excel rounded this number and lost some of its digits. Set the cell's format to Text and type it again.",
    ),
    ContactFault.TOO_SHORT: Words(
        "Nomor ini terlalu pendek. Tulis lengkap dengan kode, misalnya 0812 3456 7890.",
        "This number is too short. Write it with its code, 0812 3456 7890 for instance.",
    ),
    ContactFault.TOO_LONG: Words(
        "Nomor ini terlalu panjang. Bila ada dua nomor, pisahkan dengan garis miring.",
        "This number is too long. If there are two, put a slash between them.",
    ),
    ContactFault.NO_NUMBER: Words(
        "Tidak ada nomor telepon yang dapat dibaca di sel ini. Tulis seperti 0812 3456 7890.",
        "No telephone number can be read in this cell. Write it like 0812 3456 7890.",
    ),
}
EMAIL = Words(
    "Surel ini tidak lengkap atau salah ketik. Tulis seperti redaksi@kabar.example.",
    "This e-mail address is incomplete or misspelt. Write it like redaksi@kabar.example.",
)
DATES = {
    DateFault.TWO_WAYS: Words(
        "Tanggal ini dapat berarti {readings}. Tulis bulannya dengan huruf, misalnya 2 Maret 2021.",
        "This date may mean {readings}. Write the month as a word, 2 Maret 2021 for instance.",
    ),
    DateFault.TURNED: Words(
        "Excel mungkin menukar hari dan bulan: {readings}. Tulis bulannya dengan huruf, misalnya 2 Maret 2021.",
        "Excel may have swapped day and month: {readings}. Write the month as a word, 2 Maret 2021 for instance.",
    ),
    DateFault.NO_DAY: Words(
        "Tanggalnya tidak lengkap. Tulis hari, bulan, dan tahun, misalnya 2 Maret 2021.",
        "The date is incomplete. Write day, month and year, 2 Maret 2021 for instance.",
    ),
    DateFault.IMPOSSIBLE: Words(
        "Tanggal ini tidak ada di kalender. Periksa hari, bulan, dan tahunnya.",
        "There is no such day in the calendar. Check day, month and year.",
    ),
    DateFault.UNREADABLE: Words(
        "Tanggal ini tidak dapat dibaca. Tulis seperti 2 Maret 2021.",
        "This date cannot be read. Write it like 2 Maret 2021.",
    ),
}
UNKNOWN_STATUS = Words(
    "Status ini tidak dikenal. Tulis Terverifikasi faktual, Terverifikasi administratif, Dalam proses, atau Belum.",
    "This status is not known. Write Terverifikasi faktual, Terverifikasi administratif, Dalam proses or Belum.",
)
DUPLICATE_NUMBER = Words(
    "Nomor anggota ini juga ada di baris {first}. Periksa nomor mana yang benar.",
    "Row {first} has this member number too. Check which one is right.",
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
NO_SUCH_SHEET = Words(
    "Berkas ini tidak memiliki lembar bernama {sheet}. Pilih salah satu lembar yang ada.",
    "This file has no sheet named {sheet}. Choose one of its sheets.",
)
NO_ADDRESS_CHOSEN = Words(
    "Belum ada kolom yang dipilih sebagai alamat situs. Pilih kolomnya, lalu lanjutkan.",
    "No column has been chosen as the site's address. Choose it, then go on.",
)
NO_REGISTER_COLUMNS = Words(
    "{file} perlu tiga kolom: “Website”, “Status” seperti tertulis di daftar Dewan Pers, dan “Tanggal dilihat”.",
    "{file} needs three columns: “Website”, “Status” as printed in the Press Council's register, and “Tanggal dilihat” "
    "(the day of looking).",
)
NO_STATUS = Words(
    "Statusnya kosong. Tulis seperti di daftar Dewan Pers, atau “tidak terdaftar” bila medianya tidak ada di sana.",
    "There is no status. Write it as in the Press Council's register, or “tidak terdaftar” where the outlet is not "
    "listed there.",
)
NO_DAY = Words(
    "Tanggal daftar Dewan Pers dilihat belum ada atau tidak terbaca. Tulis seperti 2026-11-20 atau 20 November 2026.",
    "The day of looking at the register is missing or cannot be read. Write it like 2026-11-20 or 20 November 2026.",
)
DAY_TO_COME = Words(
    "Tanggal ini belum tiba. Tulis tanggal daftar Dewan Pers dilihat.",
    "This day is yet to come. Write the day of looking at the register.",
)
