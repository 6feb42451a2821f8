"""What messages say, with gaps for names, and one for the link; nothing confidential stands in them."""

from __future__ import annotations

from serikat.engines.judgement.words import Words

# Where these words stand in a text, the address of the link comes when it is sent.
LINK_STANDS_HERE = ("[tautan]", "[link]")

INVITATION = Words(
    "Salam, {name}. Anda diundang menjadi {role} di {chapter}. Buat akun Anda lewat tautan ini: [tautan]\n"
    "Tautan hanya untuk Anda, berlaku satu kali selama 7 hari.",
    "Greetings, {name}. You are invited as {role} of {chapter}. Set up your account by this link: [link]\n"
    "The link is for you alone and works once within 7 days.",
)
RESTORED = Words(
    "Salam, {name}. Akun Anda dipulihkan. Buat nama pengguna dan kata sandi baru lewat tautan ini: [tautan]\n"
    "Tautan hanya untuk Anda, berlaku satu kali selama 7 hari.",
    "Greetings, {name}. Your account is restored. Choose a new user name and password by this link: [link]\n"
    "The link is for you alone and works once within 7 days.",
)
NEW_LINK = Words(
    "Salam, {name}. Ini tautan baru untuk membuat akun Anda: [tautan]\n"
    "Tautan hanya untuk Anda, berlaku satu kali selama 7 hari.",
    "Greetings, {name}. Here is a new link to set up your account: [link]\n"
    "The link is for you alone and works once within 7 days.",
)
PLAN = Words(
    "Salam, {name}. Rencana perbaikan {subject} dari {association} sudah siap. Bukalah lewat tautan ini, tanpa kata "
    "sandi: [tautan]\nTautan hanya untuk Anda, berlaku satu kali selama 7 hari.",
    "Greetings, {name}. The plan for {subject} from {association} is ready. Open it by this link, without a password: "
    "[link]\nThe link is for you alone and works once within 7 days.",
)
REMINDER = Words(
    "Salam, {name}. Mengingatkan: masih ada yang menunggu untuk {subject} di {association}. Lihat, dan tandai yang "
    "sudah diperbaiki, lewat tautan ini: [tautan]\nTautan hanya untuk Anda, berlaku satu kali selama 7 hari.",
    "Greetings, {name}. A reminder: something still waits for {subject} at {association}. See it, and mark what is "
    "mended, by this link: [link]\nThe link is for you alone and works once within 7 days.",
)
RECEIPT = Words(
    "Salam, {name}. {association} sudah menerima kiriman Anda untuk {subject} pada {day}. Lihat keadaannya lewat "
    "tautan ini: [tautan]\nTautan hanya untuk Anda, berlaku satu kali selama 7 hari.",
    "Greetings, {name}. {association} received what you sent for {subject} on {day}. See how it stands by this link: "
    "[link]\nThe link is for you alone and works once within 7 days.",
)
DIGEST = Words(
    "Salam dari {association}. Per {day}:\n{lines}\nTautan masing-masing dikirim langsung kepada wakil media.",
    "Greetings from {association}. As of {day}:\n{lines}\nEach outlet's representative gets a link of their own.",
)
ASKS_FOR_LINK = Words(
    "Salam. Tautan Serikat saya sudah tidak berlaku. Mohon dikirim yang baru. Terima kasih.",
    "Greetings. My Serikat link no longer works. Please send a new one. Thank you.",
)
