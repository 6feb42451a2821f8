"""The words that tell a person's name from an account, a role, an agency or a button, in the languages met so far."""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Forms left unfilled, and the accounts of content systems.
PLACEHOLDERS = _set(
    """admin administrator superadmin developer author authors penulis reporter editor redaktur wartawan user guest
    unknown anonymous anonim none null undefined nan webmaster root test operator kontributor contributor name
    nama your username demo here lorem ipsum posted default tba staff pengguna tamu journalist jurnalis super
    system sistem by oleh the site web website no not available anda disini di sini red"""
)
# "Admin Kabar Contoh" is the account of a site's content system, whatever follows.
ACCOUNTS = _set("admin administrator superadmin webmaster operator")
STOCK_NAMES = frozenset(("john doe", "jane doe", "fulan", "si fulan", "lorem ipsum", "nama lengkap", "nama anda"))

# What made the site, left in a template's metas.
MAKERS = _set("wordpress blogger blogspot joomla drupal wix elementor theme themes template jegtheme kentooz tagdiv")

# What people sign in with: `adminkabar`, `redaksi1`, `jt_2021`.
LOGIN = re.compile(
    r"(?:super)?admin\w*|[a-z][a-z.]*_\w+|(?:redaksi|editor|user|penulis|author|root)[a-z.-]*\d+|[a-z]+\d{2,}"
)
HOUSE_WORDS = _set(
    """redaksi redaktion redaction redaccion redacción rédaction redazione redacao redação redacție redactie
    redaktionen redaksjonen onlineredaktion bildredaktion newsroom newsdesk desk team staff editorial
    editors developer cyber multimedia company webdesk biro diskominfo kominfo humas prokopim"""
)
AGENCY_WORDS = _set(
    """press agentur presseagentur agency agence agencia agenzia agência nieuwsdienst news media tv radio pictures
    images newswire wire bureau correspondents reporters agencies agenturen agencias"""
)
AGENCIES = _set(
    """ap afp reuters dpa apa sda ats anp belga ntb tt ritzau efe ansa xinhua bernama antara pti tass kna epd aap cp
    pa upi afx lusa stt bloomberg cnn bbc ani ians sapa"""
)
# Agencies whose short names people bear too.
AMBIGUOUS_AGENCIES = _set("ani ap pa tass tt cp")

# A team's name in Indonesian, a given name elsewhere: these words behind it tell which.
TEAM = "tim"
TEAM_WORDS = _set(
    """liputan peliput peliputan kreatif media riset jurnalis jurnalistik investigasi penulis editor kabar berita
    pemberitaan warta wartawan reporter kontributor penyusun humas it bola olahraga lifestyle umum redaktur kami
    cek fakta konten digital regional nasional daerah internasional hukum ekonomi politik video foto grafis infografis
    data sosial media siber web peneliti analis ahli harian info biro khusus gabungan kerja sukses"""
)

# What people are, or belong to: in a credit it follows the name behind a comma.
ROLE = re.compile(
    r"""\b(?:journalist|jurnalis|reporter|editor|editors|writer|correspondent|korrespondent|koresponden|columnist|
    redakteur(?:in)?|redaktor(?:in)?|redacteur|redaktur|producer|contributor|kontributor|kommentator|wartawan|
    photographer|fotografer|fotograf|publisher|host|anchor|intern|analyst|critic|fellow|magang|director|manager|chief|
    head|specialist|presenter|kolumnist(?:in)?|kolumnis|bureauleider|journaliste|periodista|giornalista|reporterin|
    autorin|autor|strategist|advisor|professor|dosen|mahasiswa|mahasiswi|ketua|kepala|direktur|guru|pengamat|pegiat|
    penggiat|anggota|alumni|alumnus|peneliti|aktivis|sekretaris|dokter|pemerhati|warga|founder|pendiri|pimpinan|
    wakil|staf|penyuluh|praktisi|advokat|universitas|university|institut|institute|fakultas|dinas|kabupaten|kota|
    provinsi|kecamatan|desa|pt|cv|yayasan)\b""",
    re.IGNORECASE | re.VERBOSE,
)
TRAILING_ROLE = re.compile(
    r"""\s+(?:(?:senior|staff|chief|junior|political|sports?|business|health|crime|freelance|special|foreign|national|
    investigative|digital|multimedia|general)\s+)*(?:journalist|reporter|writer|correspondent|columnist|editor|
    contributor|producer)s?$""",
    re.IGNORECASE | re.VERBOSE,
)
HONORIFIC = re.compile(r"^(?:mr|mrs|ms|sdr|sdri|bpk|ibu|pak)\.?\s+(?=\S)", re.IGNORECASE)

# The second half of Indonesian degrees: without it, "M. Nuh" and "S. Hadi" would pass for degrees.
_FIELDS = (
    "H|E|T|P|Si|Sos|Pd|Kom|Ag|Hum|Psi|Sn|Ds|Farm|Kes|Kep|Gz|Ked|KM|Tr|Md|Th|Fil|AP|IP|Pt|Or|Ak|Akt|Ec|Eng|Sc|M|A|Kn|Hut|"
    "Adm|Ars|Stat|Mat|Sy|Ikom|Pem|St|Par|Cs"
)
DEGREE = re.compile(
    rf"(?:[SMA]\.?\s?(?:[IPEHT]\.?\s?)?(?:{_FIELDS})\.?(?:\s?[IK]\.?)?|"
    r"Ph\.?\s?D|M\.?B\.?A|LL\.?\s?M|Lc|MSc|BA|Jr|Sr|Dipl\.\S+)\.?",
    re.IGNORECASE,
)

# Buttons and headings of two capitalised words that stand where names stand.
ON_BUTTONS = _set(
    """lihat baca juga foto share bagikan follow ikuti komentar komentari berita read more subscribe sign copy link
    terkait terbaru terpopuler populer simpan salin tambahkan google print artikel article author penulis view
    all posts posted last updated modified created published hits dilihat loading
    advertisement iklan gambar image photo video menit minutes lainnya selengkapnya
    home beranda"""
)
PARTICLES = _set("bin binti van von de der den la di da dos el al ten zu le")
