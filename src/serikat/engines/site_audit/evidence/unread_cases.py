"""Ways of not being read whose technical detail says more than their kind does, with what to do about each."""

from __future__ import annotations

from dataclasses import dataclass

from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.evidence.record import Reached


@dataclass(frozen=True, slots=True)
class Case:
    """One such way, told by words of the technical detail: what happened, and what the owner can do."""

    reached: Reached
    mark: str
    explained: Words
    fix: Words


_RENEW = Words(
    "Minta penyedia hosting memperbarui sertifikat SSL domain ini dan menyalakan perpanjangan otomatis (tersedia "
    "gratis, misalnya AutoSSL atau Let's Encrypt).",
    "Ask the hosting provider to renew this domain's SSL certificate and to turn on automatic renewal (free ones "
    "exist, AutoSSL or Let's Encrypt for example).",
)

# The first that fits is taken.
CASES = (
    Case(
        Reached.BLOCKED,
        "HTTP 429",
        Words(
            "Server situs menilai permintaan kami terlalu banyak dan meminta kami menunggu (HTTP 429).",
            "The site's server found our requests too many and asked us to wait (HTTP 429).",
        ),
        Words(
            "Periksa lagi beberapa jam kemudian dengan jeda yang lebih lama. Bila tetap ditolak, minta pengelola "
            "hosting mengizinkan User-Agent yang mengandung “SerikatAudit”, atau serahkan halaman yang "
            "disimpan dari peramban.",
            "Check again some hours later, with a longer rest between requests. If it is still turned away, ask "
            "whoever runs the hosting to allow the user agent containing “SerikatAudit”, or hand in pages saved in "
            "a browser.",
        ),
    ),
    Case(
        Reached.BLOCKED,
        "HTTP 401",
        Words(
            "Situs meminta nama pengguna dan kata sandi sebelum halamannya dibuka (HTTP 401).",
            "The site asks for a user name and a password before it opens its pages (HTTP 401).",
        ),
        Words(
            "Matikan perlindungan kata sandi bila situs sudah terbit. Kami tidak pernah memakai kata sandi.",
            "Turn the password off if the site is published. We never use passwords.",
        ),
    ),
    Case(
        Reached.HTTP_ERROR,
        "robots.txt",
        Words(
            "Server situs menjawab galat untuk berkas robots.txt. Menurut aturan web, situs itu dianggap tertutup bagi "
            "mesin, jadi halamannya tidak kami buka, walaupun terbuka di peramban.",
            "The site's server answers with an error for robots.txt. By the rules of the web such a site counts as "
            "closed to machines, so we open none of its pages, even if they open in a browser.",
        ),
        Words(
            "Buka alamat situs dengan tambahan /robots.txt. Minta penyedia hosting memperbaikinya sampai terbuka, atau "
            "menjawab 404 bila berkas itu memang tidak ada. Mesin pencari pun terbantu.",
            "Open the site's address followed by /robots.txt. Ask the hosting provider to mend it until it opens, or "
            "answers 404 where there is no such file. Search engines gain too.",
        ),
    ),
    Case(
        Reached.HTTP_ERROR,
        "content type",
        Words(
            "Alamat ini memberi berkas untuk diunduh, misalnya PDF atau gambar, bukan halaman web.",
            "This address gives a file to download, a PDF or a picture for example, and no web page.",
        ),
        Words(
            "Tulis alamat halaman depan situs. Bila ini memang halaman depannya, terbitkan isinya sebagai halaman web: "
            "berkas PDF tidak dibaca.",
            "Write the address of the site's home page. If this is the home page, publish it as a web page: PDF files "
            "are not read.",
        ),
    ),
    Case(
        Reached.HTTP_ERROR,
        "empty answer",
        Words(
            "Server situs menjawab dengan halaman kosong.",
            "The site's server answered with an empty page.",
        ),
        Words(
            "Buka situs di peramban. Bila kosong juga, minta penyedia hosting melihat catatan galat server: biasanya "
            "galat PHP, plugin, atau basis data. Bila situs belum diisi, periksa lagi setelah terbit.",
            "Open the site in a browser. If it is empty there too, ask the hosting provider to look into the server's "
            "error log: usually it is a fault of PHP, a plugin or the database. If the site is not filled yet, check "
            "again once it is published.",
        ),
    ),
    Case(
        Reached.HTTP_ERROR,
        "HTTP 404",
        Words(
            "Server menjawab, tetapi halaman depan di alamat ini tidak ada (HTTP 404).",
            "The server answered, but there is no home page at this address (HTTP 404).",
        ),
        Words(
            "Periksa alamat yang ditulis. Bila benar, periksa di hosting apakah situs masih terpasang pada domain ini.",
            "Check the address as typed. If it is right, check with the hosting that the site is still installed on "
            "this domain.",
        ),
    ),
    Case(
        Reached.TLS,
        "expired",
        Words(
            "Sertifikat HTTPS situs sudah kedaluwarsa, jadi peramban pun memberi peringatan.",
            "The site's HTTPS certificate has expired, so browsers warn of it too.",
        ),
        _RENEW,
    ),
    Case(
        Reached.TLS,
        "another host name",
        Words(
            "Sertifikat HTTPS di alamat ini dibuat untuk nama domain lain.",
            "The HTTPS certificate at this address is made out to another domain name.",
        ),
        Words(
            "Minta penyedia hosting memasang sertifikat SSL yang memuat domain ini, dengan dan tanpa “www.” (tersedia "
            "gratis, misalnya AutoSSL atau Let's Encrypt).",
            "Ask the hosting provider to install an SSL certificate that names this domain, with and without “www.” "
            "(free ones exist, AutoSSL or Let's Encrypt for example).",
        ),
    ),
    Case(
        Reached.DNS,
        "DNS servers",
        Words(
            "Nama domain ini tidak dapat dicari: layanan nama (DNS) tidak menjawab.",
            "This domain name could not be looked up: the name service (DNS) did not answer.",
        ),
        Words(
            "Periksa sambungan internet komputer yang memeriksa, lalu coba lagi. Bila situs lain terbaca, minta "
            "pengelola domain memeriksa server DNS-nya.",
            "Check the internet connection of the computer that checks, and try again. If other sites can be read, ask "
            "whoever runs the domain to look at its DNS servers.",
        ),
    ),
)
