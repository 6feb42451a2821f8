"""The sentences of a round on the command line, in both languages."""

from __future__ import annotations

from serikat.engines.judgement.words import Words

NO_OUT = Words(
    "--roster: beri folder hasil, misalnya --out hasil-pemeriksaan",
    "--roster: name a folder for the results, for example --out audit-results",
)
NO_ROSTER = Words(
    "{roster}: tidak ada berkas ini. Periksa nama dan foldernya.",
    "{roster}: there is no such file. Check its name and folder.",
)
NOT_BOTH = Words(
    "--roster memeriksa situs dalam daftar, dan semua hasil ada di folder --out. "
    "Jalankan tanpa URL, --json, --html, dan --evidence.",
    "--roster audits the sites of a list, and all results are in the folder of --out. "
    "Run it without URL, --json, --html and --evidence.",
)
ONLY_ROSTER = Words(
    "--out dan --resume berlaku untuk --roster. Untuk satu situs pakai --json, --html, atau --evidence.",
    "--out and --resume belong to --roster. For single sites use --json, --html or --evidence.",
)
NO_SITE = Words(
    "Tulis alamat situs, atau --roster DAFTAR.xlsx --out FOLDER.",
    "Write the address of a site, or --roster LIST.xlsx --out DIR.",
)
INTERVAL = Words("--interval: isi nol atau lebih", "--interval: give zero or more seconds")
NOT_EMPTY = Words(
    "{out} sudah berisi putaran pemeriksaan. Lanjutkan dengan --resume, atau pilih folder lain untuk --out.",
    "{out} already holds an audit round. Go on with --resume, or choose another folder for --out.",
)
NOT_OURS = Words(
    "{out} berisi berkas lain, bukan putaran pemeriksaan. Pilih folder kosong atau baru untuk --out.",
    "{out} holds other files and no audit round. Choose an empty or new folder for --out.",
)
OTHER_ROSTER = Words(
    "{roster} berbeda dari daftar saat putaran di {out} dimulai. Pakai daftar itu, atau mulai di folder lain.",
    "{roster} differs from the list with which the round in {out} began. Use that list, or begin in another folder.",
)
OTHER_REGISTER = Words(
    "{register} berbeda dari pengamatan saat putaran di {out} dimulai. Lanjutkan tanpa --register, atau mulai di "
    "folder lain.",
    "{register} differs from what was observed when the round in {out} began. Go on without --register, or begin in "
    "another folder.",
)
OTHER_STANDARDS = Words(
    "Putaran di {out} memeriksa {standards}. Lanjutkan tanpa --standard, atau mulai di folder lain.",
    "The round in {out} judges by {standards}. Go on without --standard, or begin in another folder.",
)
OTHER_DATABASE = Words(
    "Basis data ini tidak mengenal putaran di {out}. Periksa {setting}.",
    "This database does not know the round in {out}. Check {setting}.",
)
NO_EXECUTOR = Words(
    "{setting}={said}: isi dask atau dask://host:8786, atau kosongkan untuk memakai mesin ini saja.",
    "{setting}={said}: write dask or dask://host:8786, or leave it empty to use this machine alone.",
)
NO_DASK = Words(
    'Dask belum terpasang. Pasang dahulu: pip install "serikat[dask]"',
    'Dask is not installed. Install it first: pip install "serikat[dask]"',
)
PROBLEMS = Words(
    "{count} sel dalam {roster} perlu diperhatikan; {left_out} baris tidak dapat dipakai:",
    "{count} cells of {roster} need attention; {left_out} rows cannot be used:",
)
MORE_PROBLEMS = Words(
    "  … dan {count} sel lagi, {left_out} di antaranya membuat barisnya tidak dapat dipakai.",
    "  … and {count} more cells, because of {left_out} of which their rows cannot be used.",
)
STOPPED = Words(
    "Dihentikan. {done} dari {total} situs selesai dan tersimpan. Lanjutkan dengan perintah yang sama dan --resume.",
    "Stopped. {done} of {total} sites are done and kept. Go on with the same command and --resume.",
)
NOT_WRITTEN = Words(
    "Dihentikan. Yang selesai tersimpan; ringkasannya ditulis bila perintah yang sama dijalankan dengan --resume.",
    "Stopped. What is done is kept; its summary is written when the same command is run with --resume.",
)
TAKES_LONGER = Words(
    "Ringkasan sebanyak ini makan waktu, jadi belum ditulis. Dengan --resume ringkasan itu ditulis lebih dulu.",
    "A summary of so many takes a while and is not written yet. With --resume it is written first.",
)
WRITING_OVERDUE = Words(
    "Menulis dulu ringkasan yang tertunda. Setelah itu pemeriksaan berlanjut.",
    "First writing the summary that is overdue. The audit goes on after it.",
)
DONE = Words("{done} dari {total} situs diperiksa.", "{done} of {total} sites audited.")
UNREAD = Words("Belum terbaca: {kinds}.", "Not read: {kinds}.")
LEFT = Words(
    "{count} situs belum selesai karena gangguan pada program ini ({first}). Coba lagi dengan --resume.",
    "{count} sites are not done through a fault of this program ({first}). Try again with --resume.",
)
SEE = Words("Hasil: {out}/index.html dan {out}/summary.xlsx", "Results: {out}/index.html and {out}/summary.xlsx")


def both(words: Words, **values: object) -> str:
    """The sentence in Indonesian and below it in English."""
    filled = words.filled(**values)
    return f"{filled.id}\n{filled.en}"
