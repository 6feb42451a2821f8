"""Where to click for each kind of remedy, in the two systems that most small outlets publish with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from serikat.engines.judgement.words import Words


class Remedy(StrEnum):
    """A kind of change to a site."""

    PAGE = "page"
    ARTICLE = "article"
    BYLINE = "byline"
    DATES = "dates"
    LABEL = "label"
    TEXT_FILE = "text_file"
    HTTPS = "https"
    COMMENTS = "comments"
    HEAD = "head"
    FEED = "feed"
    SITEMAP = "sitemap"


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps for one kind of remedy, in order, in each system."""

    wordpress: tuple[Words, ...]
    blogger: tuple[Words, ...]


_PASTE = Words(
    "Tempel teks di bawah, isi bagian yang bertanda, lalu hapus tanda kurungnya.",
    "Paste the text below, fill the marked parts, and take the brackets away.",
)
_OPEN_PRIVATELY = Words(
    "Buka situs dari jendela penyamaran dan pastikan terlihat oleh siapa saja.",
    "Open the site in a private window and see that anyone can read it.",
)
_EMPTY_CACHE = Words(
    "Kosongkan tembolok (cache) bila situs memakai plugin tembolok.",
    "Empty the cache if the site has a caching plugin.",
)

STEPS: Mapping[Remedy, Steps] = {
    Remedy.PAGE: Steps(
        (
            Words("Di dasbor buka Laman (Pages), lalu Tambah. Bila halamannya sudah ada, pilih Edit.",
                  "In the dashboard open Pages, then Add. If the page exists, choose Edit."),
            _PASTE,
            Words("Tekan Terbitkan, atau Perbarui.",
                  "Press Publish, or Update."),
            Words("Tautkan dari kaki situs: Tampilan (Appearance) lalu Penyunting (Editor), buka bagian Footer dan "
                  "tambahkan tautannya di blok Navigasi. Pada tema lama: Tampilan lalu Menu, centang halamannya, "
                  "tambahkan ke menu kaki, simpan.",
                  "Link it from the foot of the site: Appearance, then Editor, open the Footer and add the link to "
                  "the Navigation block. In older themes: Appearance, then Menus, tick the page, add it to the "
                  "footer menu, save."),
            _OPEN_PRIVATELY,
        ),
        (
            Words("Buka Halaman (Pages), lalu Halaman baru. Bila sudah ada, tekan judulnya.",
                  "Open Pages, then New page. If it exists, press its title."),
            _PASTE,
            Words("Tekan Publikasikan, atau Perbarui.",
                  "Press Publish, or Update."),
            Words("Buka Tata Letak (Layout). Di bagian kaki atau menu, tekan Tambahkan Gadget, pilih Halaman atau "
                  "Daftar Link, masukkan halaman tadi, lalu simpan.",
                  "Open Layout. In the footer or the menu press Add a Gadget, choose Pages or Link List, put the "
                  "page in, and save."),
            _OPEN_PRIVATELY,
        ),
    ),
    Remedy.ARTICLE: Steps(
        (
            Words("Buka Pos (Posts), cari beritanya, tekan Edit.",
                  "Open Posts, find the item, press Edit."),
            Words("Tempel teks di bawah pada tempat yang disebut, lalu isi bagian yang bertanda.",
                  "Paste the text below where the remedy says, and fill the marked parts."),
            Words("Untuk tautan: blok kata-katanya, tekan Ctrl+K, cari judul berita yang dimaksud.",
                  "For a link: mark the words, press Ctrl+K, look for the title of the item that is meant."),
            Words("Tekan Perbarui. Jangan mengganti alamat beritanya.",
                  "Press Update. Do not change the item's address."),
        ),
        (
            Words("Buka Postingan (Posts) dan tekan judul beritanya.",
                  "Open Posts and press the item's title."),
            Words("Tempel teks di bawah pada tempat yang disebut, lalu isi bagian yang bertanda.",
                  "Paste the text below where the remedy says, and fill the marked parts."),
            Words("Untuk tautan: blok kata-katanya, tekan Ctrl+K, tempel alamat berita yang dimaksud.",
                  "For a link: mark the words, press Ctrl+K, paste the address of the item that is meant."),
            Words("Tekan Perbarui. Jangan mengganti permalink beritanya.",
                  "Press Update. Do not change the item's permalink."),
        ),
    ),
    Remedy.BYLINE: Steps(
        (
            Words("Buka Pengguna (Users), buat akun untuk setiap wartawan dengan nama aslinya. Di profilnya isi "
                  "Info Biografi, dan di “Tampilkan nama secara publik” pilih nama itu.",
                  "Open Users and make an account for each journalist under their own name. In the profile fill the"
                  " Biographical Info, and choose that name under “Display name publicly as”."),
            Words("Di berita yang ditulisnya: Edit, lalu di panel sebelah kanan ganti Penulis (Author).",
                  "In the items that they wrote: Edit, then change the Author in the panel on the right."),
            Words("Bila tema belum menampilkan nama: Tampilan lalu Penyunting, buka templat Pos Tunggal (Single), "
                  "tambahkan blok Penulis. Pada tema lama: Tampilan lalu Sesuaikan, nyalakan nama penulis.",
                  "If the theme shows no name: Appearance, then Editor, open the Single template and add an Author "
                  "block. In older themes: Appearance, then Customise, and switch the author's name on."),
            Words("Tulis nama editor di baris terakhir berita.",
                  "Write the editor's name in the item's last line."),
        ),
        (
            Words("Buka Setelan (Settings), bagian Izin, undang setiap wartawan sebagai penulis lewat surelnya.",
                  "Open Settings, Permissions, and invite each journalist as an author by e-mail."),
            Words("Buka Tata Letak (Layout), tekan Edit pada Postingan Blog, centang “Diposting oleh”, lalu simpan.",
                  "Open Layout, press Edit on Blog Posts, tick “Posted by”, and save."),
            Words("Bila semua berita diunggah satu orang, tulis “Penulis: … | Editor: …” di bawah judul setiap "
                  "berita.",
                  "If one person uploads everything, write “Penulis: … | Editor: …” below the title of every item."),
        ),
    ),
    Remedy.DATES: Steps(
        (
            Words("Buka Pengaturan (Settings) lalu Umum. Pilih zona waktu Jakarta (WIB), Makassar (WITA), atau "
                  "Jayapura (WIT).",
                  "Open Settings, then General. Choose the time zone Jakarta (WIB), Makassar (WITA) or Jayapura "
                  "(WIT)."),
            Words("Di Format Waktu pilih Tersuai dan isi: H:i \\W\\I\\B (atau \\W\\I\\T\\A, \\W\\I\\T).",
                  "Under Time Format choose Custom and write: H:i \\W\\I\\B (or \\W\\I\\T\\A, \\W\\I\\T)."),
            Words("Bila tanggal belum tampil: Tampilan lalu Penyunting, templat Pos Tunggal, tambahkan blok "
                  "Tanggal. Pada tema lama: Tampilan lalu Sesuaikan, nyalakan tanggal dan waktu.",
                  "If no date is shown: Appearance, then Editor, the Single template, add a Date block. In older "
                  "themes: Appearance, then Customise, and switch date and time on."),
            _EMPTY_CACHE,
        ),
        (
            Words("Buka Setelan (Settings), bagian Pemformatan. Pilih zona waktu, format tanggal yang lengkap, dan "
                  "format waktu.",
                  "Open Settings, Formatting. Choose the time zone, a full date and a time format."),
            Words("Buka Tata Letak (Layout), tekan Edit pada Postingan Blog, centang tanggal dan “pada” (waktu), "
                  "simpan.",
                  "Open Layout, press Edit on Blog Posts, tick the date and “at” (the time), and save."),
        ),
    ),
    Remedy.LABEL: Steps(
        (
            Words("Buka Pos (Posts) lalu Kategori, tambahkan “Advertorial” dan, bila perlu, “Opini”.",
                  "Open Posts, then Categories, and add “Advertorial” and, where needed, “Opini”."),
            Words("Di setiap isi berbayar: Edit, pindahkan ke kategori itu saja, dan tulis ADVERTORIAL di awal "
                  "judul.",
                  "In every paid item: Edit, move it to that category alone, and begin its title with ADVERTORIAL."),
            Words("Tempel kalimat di bawah sebagai alinea pertama.",
                  "Paste the sentence below as the first paragraph."),
            Words("Masukkan kategori itu ke menu, terpisah dari rubrik berita.",
                  "Put the category into the menu, apart from the news sections."),
        ),
        (
            Words("Buka setiap isi berbayar, beri Label “Advertorial”, dan tulis ADVERTORIAL di awal judul.",
                  "Open every paid item, give it the Label “Advertorial”, and begin its title with ADVERTORIAL."),
            Words("Tempel kalimat di bawah sebagai alinea pertama.",
                  "Paste the sentence below as the first paragraph."),
            Words("Buka Tata Letak, tekan Edit pada Postingan Blog, centang Label, lalu simpan.",
                  "Open Layout, press Edit on Blog Posts, tick Labels, and save."),
        ),
    ),
    Remedy.TEXT_FILE: Steps(
        (
            Words("Tempel teks di bawah ke Notepad, isi bagian yang bertanda, simpan dengan nama berkas yang "
                  "diminta (trust.txt, ads.txt, atau robots.txt).",
                  "Paste the text below into a plain text editor, fill the marked parts, and save it under the name"
                  " asked for (trust.txt, ads.txt or robots.txt)."),
            Words("Di panel hosting buka Pengelola Berkas (File Manager), masuk ke folder situs (biasanya "
                  "public_html), lalu unggah.",
                  "In the hosting panel open the File Manager, go to the site's folder (usually public_html), and "
                  "upload it."),
            Words("Buka alamatnya di peramban, misalnya namasitus/trust.txt; harus tampil sebagai teks biasa.",
                  "Open its address in a browser, yoursite/trust.txt for instance; it must show as plain text."),
        ),
        (
            Words("ads.txt: buka Setelan (Settings), bagian Monetisasi, nyalakan ads.txt khusus, tempel, simpan.",
                  "ads.txt: open Settings, Monetization, switch custom ads.txt on, paste, save."),
            Words("robots.txt: buka Setelan, bagian Perayap dan pengindeksan, nyalakan robots.txt khusus.",
                  "robots.txt: open Settings, Crawlers and indexing, switch custom robots.txt on."),
            Words("trust.txt tidak dapat disimpan di Blogger. Lewati bagian ini; anjuran saja, bukan kewajiban.",
                  "Blogger cannot hold trust.txt. Leave this one; it is advice, no duty."),
        ),
    ),
    Remedy.HTTPS: Steps(
        (
            Words("Di panel hosting cari SSL/TLS, terbitkan sertifikat gratis (Let’s Encrypt) untuk domain dengan "
                  "dan tanpa www.",
                  "In the hosting panel find SSL/TLS and issue a free certificate (Let’s Encrypt) for the domain "
                  "with and without www."),
            Words("Di WordPress buka Pengaturan lalu Umum, ganti kedua alamat menjadi https://.",
                  "In WordPress open Settings, then General, and change both addresses to https://."),
            Words("Nyalakan “Force HTTPS” di panel hosting supaya alamat http dialihkan.",
                  "Switch “Force HTTPS” on in the hosting panel so that http addresses lead on."),
        ),
        (
            Words("Buka Setelan (Settings), bagian HTTPS. Nyalakan Ketersediaan HTTPS dan tunggu sampai selesai.",
                  "Open Settings, HTTPS. Switch HTTPS availability on and wait until it is done."),
            Words("Nyalakan Pengalihan HTTPS.",
                  "Switch HTTPS redirect on."),
        ),
    ),
    Remedy.COMMENTS: Steps(
        (
            Words("Buka Pengaturan (Settings) lalu Diskusi.",
                  "Open Settings, then Discussion."),
            Words("Centang “Pengguna harus terdaftar dan masuk untuk berkomentar” dan “Komentar harus disetujui "
                  "secara manual”. Bila komentar tidak diperlukan, matikan saja.",
                  "Tick “Users must be registered and logged in to comment” and “Comment must be manually "
                  "approved”. If comments are not needed, switch them off."),
            Words("Buat laman Ketentuan Komentar dari teks di bawah, lalu tautkan di dekat kolom komentar atau di "
                  "kaki situs.",
                  "Make a page of comment terms from the text below, and link it near the comment form or in the "
                  "foot."),
        ),
        (
            Words("Buka Setelan (Settings), bagian Komentar. Pada “Siapa yang dapat berkomentar” pilih Pengguna "
                  "dengan Akun Google, dan pada Moderasi komentar pilih Selalu. Bila tidak diperlukan, sembunyikan "
                  "komentar.",
                  "Open Settings, Comments. Under “Who can comment” choose Users with Google Accounts, and under "
                  "Comment moderation Always. If comments are not needed, hide them."),
            Words("Tempel teks di bawah pada “Pesan formulir komentar”, atau jadikan halaman dan tautkan.",
                  "Paste the text below as the “Comment form message”, or make it a page and link it."),
        ),
    ),
    Remedy.HEAD: Steps(
        (
            Words("Bila situs memakai plugin SEO, buka pengaturannya, pilih jenis organisasi berita, dan isi nama, "
                  "logo, serta alamat halaman redaksi.",
                  "If the site has an SEO plugin, open its settings, choose news organization, and fill name, logo "
                  "and the address of the masthead."),
            Words("Bila tidak, tempel potongan di bawah di kepala (header) situs lewat plugin penyisip kode.",
                  "If not, paste the piece below into the head of the site with a plugin for code."),
            _EMPTY_CACHE,
        ),
        (
            Words("Buka Tema (Theme), tekan panah di samping Sesuaikan, pilih Edit HTML.",
                  "Open Theme, press the arrow beside Customise, choose Edit HTML."),
            Words("Tempel potongan di bawah tepat di atas </head>, lalu simpan.",
                  "Paste the piece below right above </head>, and save."),
        ),
    ),
    Remedy.FEED: Steps(
        (
            Words("WordPress sudah punya umpan di alamat /feed/. Bila mati, periksa plugin keamanan atau SEO yang "
                  "mematikannya.",
                  "WordPress has a feed at /feed/. If it is off, look for the security or SEO plugin that switched "
                  "it off."),
            Words("Bila isinya rusak, nonaktifkan plugin satu per satu sampai umpan terbuka lagi.",
                  "If it is broken, deactivate plugins one by one until the feed opens again."),
        ),
        (
            Words("Buka Setelan (Settings), bagian Feed situs, pada Izinkan feed blog pilih Lengkap.",
                  "Open Settings, Site feed, and under Allow blog feed choose Full."),
        ),
    ),
    Remedy.SITEMAP: Steps(
        (
            Words("Nyalakan peta situs berita (News Sitemap) di plugin SEO, isi nama media dan bahasa id.",
                  "Switch the news sitemap on in the SEO plugin, and fill the outlet's name and the language id."),
            Words("Sebut alamatnya di robots.txt: Sitemap: https://namasitus/… .",
                  "Name its address in robots.txt: Sitemap: https://yoursite/… ."),
        ),
        (
            Words("Blogger membuat peta situs sendiri di /sitemap.xml, tetapi bukan peta situs berita. Bagian ini "
                  "anjuran; boleh dilewati.",
                  "Blogger makes a sitemap of its own at /sitemap.xml, but no news sitemap. This is advice; it may "
                  "be left."),
        ),
    ),
}  # fmt: skip
_RULES: Mapping[Remedy, str] = {
    Remedy.PAGE: "masthead company_name editorial_address contact responsible_person management ownership funding "
    "guideline_text dispute_section ethics_code right_of_reply corrections_channel corrections_policy privacy_notice "
    "journalist_protection protection_points vision_mission legal_entity comment_terms organization_policies own_name "
    "staff_names business_apart_from_editorial competence_number press_council_badge printer",
    Remedy.ARTICLE: "correction_link correction_time update_link unverified_note requoted_items removal_notice "
    "removed_items works_of_others both_sides ai_labels ai_tool ai_edit_notes child_identity",
    Remedy.BYLINE: "bylines author_pages",
    Remedy.DATES: "article_dates",
    Remedy.LABEL: "advertorial_label content_labels paid_content_apart",
    Remedy.TEXT_FILE: "trust_txt trust_txt_reciprocity trust_txt_ai_training ads_txt",
    Remedy.HTTPS: "https",
    Remedy.COMMENTS: "comment_sign_in comment_consent comment_moderation comment_reporting",
    Remedy.HEAD: "news_organization",
    Remedy.FEED: "feed",
    Remedy.SITEMAP: "news_sitemap",
}
REMEDY_OF: Mapping[str, Remedy] = {rule: remedy for remedy, rules in _RULES.items() for rule in rules.split()}


def steps_for(rule: str) -> Steps | None:
    """The steps by which what a rule looks for is put right; None where that takes more than clicks."""
    remedy = REMEDY_OF.get(rule)
    return STEPS[remedy] if remedy else None
