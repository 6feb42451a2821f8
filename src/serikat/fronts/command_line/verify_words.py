"""The sentences of `serikat verify`, in both languages."""

from __future__ import annotations

from serikat.engines.judgement.words import Words

INTEGRITY = {
    "intact": Words(
        "Utuh: tidak satu byte pun berubah sejak ditandatangani, dan kuncinya dikenal.",
        "Intact: not a byte has changed since it was signed, and the key is known.",
    ),
    "altered": Words(
        "Berubah: berkas ini bukan yang ditandatangani ({why}). Mintalah salinan lain kepada penerbitnya.",
        "Altered: this is not the file that was signed ({why}). Ask its issuer for another copy.",
    ),
    "unknown_key": Words(
        "Kunci tidak dikenal: isi cocok dengan tanda tangannya, tetapi Anda belum memberi kunci umum penandatangannya. "
        "Mintalah kunci itu langsung kepada organisasinya, lalu ulangi dengan --key.",
        "Unknown key: the content fits its signature, but you gave no public key of its signer. "
        "Ask the organisation itself for it, then try again with --key.",
    ),
    "revoked_key": Words(
        "Kunci dicabut: apa pun yang ditandatangani kunci ini tidak lagi dapat dipercaya, kapan pun tanggalnya. "
        "Mintalah sertifikat baru.",
        "Revoked key: nothing signed by this key can be trusted any more, whatever its date. Ask for a new one.",
    ),
    "outside_validity": Words(
        "Di luar masa berlaku kunci: waktu tanda tangan yang tertulis ({at}) tidak termasuk masa berlaku kunci.",
        "Outside the key's validity: the stated time of signing ({at}) does not lie within it.",
    ),
}
REDERIVED = {
    "equal": Words(
        "Setiap temuan diturunkan ulang dari catatan dan naskah di dalam berkas, dan semuanya sama.",
        "Every finding was derived again from the record and the texts in the file, and all are equal.",
    ),
    "differs": Words(
        "Temuan yang diturunkan ulang berbeda dari yang tertulis, pertama di {difference}. Putusan yang tertulis tidak "
        "mengikuti dari catatannya menurut rilis {verifier}; berkas dibuat dengan rilis {release}. Bila rilisnya lain, "
        "periksa juga dengan pemeriksa rilis {release}.",
        "The findings derived again differ from those stated, first at {difference}. By release {verifier} the stated "
        "verdict does not follow from its record; the file was made with release {release}. Where the releases differ, "
        "check with the verifier of release {release} too.",
    ),
    "not_possible": Words(
        "Temuan tidak dapat diturunkan ulang ({difference}). Putusan di bawah hanya pernyataan penandatangan.",
        "The findings cannot be derived again ({difference}). The verdict below is the signer's statement alone.",
    ),
}
VERDICT = {
    "valid": Words("Putusan menurut catatan: SAH.", "Verdict by the record: VALID."),
    "invalid": Words("Putusan menurut catatan: TIDAK SAH.", "Verdict by the record: INVALID."),
    "undetermined": Words("Putusan menurut catatan: BELUM DAPAT DITENTUKAN.", "Verdict by the record: UNDETERMINED."),
}
OTHER_VERDICT = Words("Putusan menurut catatan: {verdict}.", "Verdict by the record: {verdict}.")
HEAD = {
    "same": Words("Kepala jurnal sama dengan yang Anda simpan.", "The journal's head is the one that you kept."),
    "consistent": Words(
        "Kepala jurnal yang Anda simpan dan yang di sertifikat berasal dari satu jurnal yang hanya bertambah.",
        "The head that you kept and the certificate's are of one journal that only grew.",
    ),
    "contradicts": Words(
        "Kepala jurnal yang Anda simpan bertentangan dengan yang di sertifikat: jurnal itu pernah ditulis ulang.",
        "The head that you kept contradicts the certificate's: the journal was rewritten.",
    ),
    "no_proof": Words(
        "Kepala jurnal tidak dapat dibandingkan: berkas kepala tidak memuat bukti untuk ukuran itu. "
        "Mintalah kepala terbaru dengan buktinya.",
        "The heads cannot be compared: the later one carries no proof for that size. Ask for the newest head with it.",
    ),
    "other_log": Words("Kepala itu dari jurnal lain.", "That head is of another journal."),
    "none": Words(
        "Sertifikat ini tidak memuat kepala jurnal, jadi tidak dapat dibandingkan.",
        "This certificate carries no head of a journal, so nothing can be compared.",
    ),
}
UNKNOWN_FORMAT = Words(
    "Bentuk berkas ini ({format}) tidak dikenal pemeriksa ini. Periksa dengan pemeriksa dari rilis yang lebih baru.",
    "This verifier does not know the format of this file ({format}). Check it with the verifier of a later release.",
)
INCLUDED = {
    True: Words("Jurnal itu memuat catatan ini.", "That journal holds this record."),
    False: Words(
        "Sertifikat ini menyatakan ada dalam jurnal, tetapi buktinya tidak cocok.",
        "This certificate claims to be in the journal, and its proof does not fit.",
    ),
}
SIGNED = Words("Ditandatangani {at} (menurut penandatangan) oleh:", "Signed {at} (as the signer states) by:")
OWNER = {
    "known": Words("{owner}, kunci {key}", "{owner}, key {key}"),
    "unknown_key": Words("kunci {key}, tidak dikenal", "key {key}, unknown"),
    "revoked_key": Words(
        "{owner}, kunci {key}, dicabut {at}: {because}", "{owner}, key {key}, revoked {at}: {because}"
    ),
    "outside_validity": Words(
        "{owner}, kunci {key}, berlaku {since} sampai {until}", "{owner}, key {key}, valid {since} until {until}"
    ),
}
NAMES = Words(
    "{count} nama dan keterangan dari lampiran cocok dengan sertifikat.",
    "{count} names and statements of the annex fit the certificate.",
)
CANNOT_KNOW = (
    Words(
        "Yang tidak dapat diketahui: apakah fakta dalam catatan itu benar. Siapa yang menyatakan tiap fakta, dan sidik "
        "dokumennya, tertulis di dalam catatan.",
        "What this cannot know: whether the facts in the record are true. Who attested each, and the hash of the "
        "document, stands in the record.",
    ),
    Words(
        "Waktu tanda tangan adalah pernyataan penandatangan. Pencabutan kunci hanya diketahui sejauh tertulis dalam "
        "berkas kunci yang Anda berikan.",
        "The time of signing is the signer's statement. That a key was revoked is known only as far as the key files "
        "that you gave say so.",
    ),
)
UNREADABLE = Words(
    "{file}: tidak dapat dibaca ({error}). Periksa nama dan izin berkas.",
    "{file}: cannot be read ({error}). Check its name and permissions.",
)
NO_KEY = Words(
    "{file}: bukan berkas kunci umum yang utuh ({why}). Mintalah lagi kepada pemiliknya.",
    "{file}: not an intact public key file ({why}). Ask its owner for it again.",
)
NO_HEAD = Words(
    "{file}: bukan kepala jurnal yang utuh ({why}). Pakai salinan lain.",
    "{file}: not an intact head of a journal ({why}). Use another copy.",
)
NO_ANNEX = Words(
    "{file}: lampiran tidak cocok dengan sertifikat ini ({why}).",
    "{file}: the annex does not fit this certificate ({why}).",
)
UNWRITABLE = Words(
    "Tidak dapat menulis ke {file} ({error}). Pilih berkas lain.",
    "Cannot write to {file} ({error}). Choose another file.",
)
