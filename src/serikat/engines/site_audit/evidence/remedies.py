"""What each way of not being read means, and what the owner of the site can do about it, in words for both."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.evidence.unread_cases import CASES, Case

_EXPLAINED: dict[Reached, Words] = {
    Reached.READ: Words(
        "Situs terbaca.",
        "The site was read.",
    ),
    Reached.PARTIAL: Words(
        "Situs hanya terbaca sebagian; yang belum terbaca dicatat sebagai belum jelas.",
        "The site was read in part; what was not read is recorded as unclear.",
    ),
    Reached.BLOCKED: Words(
        "Situs menolak pembaca kami, misalnya lewat firewall, CAPTCHA, atau perlindungan anti-bot.",
        "The site turned our reader away, for example by a firewall, a CAPTCHA or bot protection.",
    ),
    Reached.ROBOTS: Words(
        "Berkas robots.txt situs meminta kami tidak membaca halamannya, dan kami menurutinya.",
        "The site's robots.txt asks us not to read its pages, and we comply.",
    ),
    Reached.REFUSED: Words(
        "Server situs menolak atau memutus sambungan.",
        "The site's server refused or broke off the connection.",
    ),
    Reached.PRIVATE: Words(
        "Alamat ini menuju jaringan dalam atau bukan alamat web umum, jadi tidak kami buka.",
        "This address leads into a private network or is not a public web address, so we do not open it.",
    ),
    Reached.DNS: Words(
        "Nama domain ini tidak ditemukan di internet.",
        "This domain name was not found on the internet.",
    ),
    Reached.TLS: Words(
        "Sambungan aman (HTTPS) ke situs gagal karena sertifikatnya bermasalah.",
        "The secure connection (HTTPS) to the site failed because of its certificate.",
    ),
    Reached.TIMEOUT: Words(
        "Situs tidak menjawab sampai batas waktu.",
        "The site did not answer within the time limit.",
    ),
    Reached.HTTP_ERROR: Words(
        "Server situs menjawab dengan pesan galat, bukan halaman.",
        "The site's server answered with an error instead of a page.",
    ),
    Reached.REDIRECTED_AWAY: Words(
        "Alamat ini mengalihkan pengunjung ke domain lain.",
        "This address sends visitors on to another domain.",
    ),
    Reached.TOO_LARGE: Words(
        "Halaman utama terlalu besar untuk dibaca.",
        "The home page is too large to be read.",
    ),
    Reached.PARKED: Words(
        "Domain ini tidak menampilkan situs berita: diparkir, ditangguhkan, atau belum diisi.",
        "This domain shows no news site: it is parked, suspended or not yet set up.",
    ),
    Reached.EMPTY_SHELL: Words(
        "Isi halaman baru muncul setelah JavaScript berjalan, sehingga tidak terbaca.",
        "The page's content appears only once JavaScript runs, so it could not be read.",
    ),
}

_FIXES: dict[Reached, Words] = {
    Reached.READ: Words(
        "Tidak ada yang perlu dilakukan.",
        "Nothing needs to be done.",
    ),
    Reached.PARTIAL: Words(
        "Periksa ulang saat server tidak sibuk. Bila situs besar, beri waktu dan jumlah halaman lebih banyak.",
        "Check again when the server is less busy. For a large site, allow more time and more pages.",
    ),
    Reached.BLOCKED: Words(
        "Minta pengelola hosting atau firewall mengizinkan User-Agent yang mengandung “SerikatAudit”. Di Cloudflare: "
        "Security > WAF > Custom rules, buat aturan “User Agent contains SerikatAudit” dengan tindakan Skip. "
        "Atau simpan halaman dari peramban (Simpan sebagai HTML) dan serahkan kepada sekretariat.",
        "Ask whoever runs the hosting or firewall to allow the user agent containing “SerikatAudit”. In Cloudflare: "
        "Security > WAF > Custom rules, a rule “User Agent contains SerikatAudit” with the action Skip. "
        "Or save the pages in a browser (Save as HTML) and hand them to the secretariat.",
    ),
    Reached.ROBOTS: Words(
        "Bila setuju diperiksa, tambahkan dua baris ini ke robots.txt: “User-agent: SerikatAudit” lalu “Allow: /”. "
        "Atau serahkan halaman yang disimpan dari peramban.",
        "If you agree to the check, add these two lines to robots.txt: “User-agent: SerikatAudit” and “Allow: /”. "
        "Or hand in pages saved in a browser.",
    ),
    Reached.REFUSED: Words(
        "Pastikan server web menyala dan port 80 serta 443 terbuka untuk umum, lalu periksa ulang. Bila situs terbuka "
        "di peramban Anda, hosting mungkin memblokir alamat kami: minta dibukakan untuk “SerikatAudit”.",
        "Make sure the web server runs and ports 80 and 443 are open to the public, then check again. If the site "
        "opens in your browser, the hosting may block our address: ask it to let “SerikatAudit” in.",
    ),
    Reached.PRIVATE: Words(
        "Periksa alamat yang ditulis. Bila alamatnya benar, minta pengelola domain mengarahkan DNS ke alamat IP publik "
        "dan memakai port 80 atau 443.",
        "Check the address as typed. If it is right, ask whoever runs the domain to point its DNS to a public IP "
        "address and to use port 80 or 443.",
    ),
    Reached.DNS: Words(
        "Periksa ejaan domain. Bila benar, periksa masa berlaku domain di registrar dan pengaturan DNS-nya. Bila situs "
        "lain juga tidak ditemukan, periksa sambungan internet komputer yang memeriksa.",
        "Check the spelling of the domain. If it is right, check with the registrar that it has not expired, and its "
        "DNS settings. If other sites are not found either, check the internet connection of the computer that checks.",
    ),
    Reached.TLS: Words(
        "Minta penyedia hosting memasang atau memperbarui sertifikat SSL untuk domain ini (tersedia gratis, misalnya "
        "AutoSSL atau Let's Encrypt), lengkap dengan rantai sertifikatnya.",
        "Ask the hosting provider to install or renew the SSL certificate for this domain (free ones exist, AutoSSL or "
        "Let's Encrypt for example), with its full chain.",
    ),
    Reached.TIMEOUT: Words(
        "Periksa ulang pada jam lain. Bila berulang, minta penyedia hosting memeriksa beban server dan firewall.",
        "Check again at another hour. If it happens again, ask the hosting provider to look at the server's load and "
        "its firewall.",
    ),
    Reached.HTTP_ERROR: Words(
        "Buka halaman ini di peramban. Bila galatnya sama, sampaikan kode galat kepada penyedia hosting.",
        "Open the page in a browser. If the error is the same, give its code to the hosting provider.",
    ),
    Reached.REDIRECTED_AWAY: Words(
        "Bila situs sudah pindah, perbarui alamatnya di data anggota. Bila tidak, periksa apakah domain masih milik "
        "Anda dan situs tidak diretas.",
        "If the site has moved, update its address in the member's record. If not, check that the domain is still "
        "yours and that the site was not hacked.",
    ),
    Reached.TOO_LARGE: Words(
        "Kecilkan halaman utama: jangan menanam gambar di dalam HTML, dan batasi jumlah berita yang ditampilkan.",
        "Make the home page smaller: do not embed images in the HTML, and limit how many stories it shows.",
    ),
    Reached.PARKED: Words(
        "Hubungi penyedia domain atau hosting: perpanjang masa berlaku, lunasi tagihan, atau terbitkan situsnya.",
        "Contact the domain or hosting provider: renew it, settle the invoice, or publish the site.",
    ),
    Reached.EMPTY_SHELL: Words(
        "Tampilkan isi halaman langsung dari server (server-side rendering), setidaknya box redaksi, pedoman, dan "
        "berita; mesin pencari pun terbantu. Atau serahkan halaman yang disimpan dari peramban.",
        "Send the content from the server (server-side rendering), at least the masthead, the guideline and the "
        "stories; search engines gain too. Or hand in pages saved in a browser.",
    ),
}


def explain(reached: Reached, detail: str = "") -> Words:
    """What happened, in a sentence for the owner of the site; plainer where the technical detail tells more."""
    told = _told_by(reached, detail)
    return told.explained if told else _EXPLAINED[reached]


def how_to_fix(reached: Reached, detail: str = "") -> Words:
    """What the owner can do so that the next check can read the site."""
    told = _told_by(reached, detail)
    return told.fix if told else _FIXES[reached]


def _told_by(reached: Reached, detail: str) -> Case | None:
    return next((case for case in CASES if case.reached is reached and case.mark in detail), None)
