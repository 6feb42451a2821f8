"""What each parameter of an article is called when an officer is asked for it."""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.terms import TERMS, listed

# Rule, parameter: Indonesian | English.
_ASKED = listed("""
called_by.by: Siapa yang boleh memanggil | Who may call
signatories.call: Jabatan yang menandatangani panggilan | Offices that sign the call
vacancy.by: Siapa yang mengisi jabatan yang kosong antarwaktu | Who fills an office that falls vacant in mid-term
vacancy.method: Dengan cara apa diputuskan | How that is decided
vacancy.heard: Diganti karena alasan apa yang harus didengar dulu | Replaced for which reasons after a hearing
vacancy.days: Diisi paling lama berapa hari | Filled within how many days
after_vacancy.offices: Jabatan yang kekosongannya perlu musyawarah luar biasa | Offices whose vacancy needs an assembly
after_vacancy.days: Musyawarahnya paling lama berapa hari sesudah kosong | At most how many days after the vacancy
extraordinary_request.share: Berapa bagian dari semua unit yang harus meminta | What share of all units has to ask
notice.days: Undangan sekurangnya berapa hari sebelumnya | How many days before, at least
notice.counted_from: Hari dihitung sejak undangan dikirim atau diterima | Counted from when it was sent or received
notice.agenda: Acara yang wajib disebut dalam undangan | Business that the invitation has to name
notice.proof: Apakah bukti kirim wajib | Whether proof of delivery is required
entitled.standing: Status unit yang punya hak suara | Standing of a unit with a vote
entitled.since_days: Unit terdaftar sekurangnya berapa hari sebelumnya | For how many days a unit, at least
entitled.base_votes: Berapa suara untuk tiap unit | How many votes each unit has
entitled.weight_by: Suara tambahan dihitung dari apa | What further votes are counted from
entitled.weight_steps: Di atas jumlah berapa suara bertambah satu | Above which numbers there is one vote more
dues.months: Tunggakan iuran paling lama berapa bulan | How many months in arrears, at most
roll.provisional_days: Daftar sementara terbit berapa hari sebelumnya | Provisional roll, how many days before
roll.objection_days: Masa sanggah sekurangnya berapa hari | Objections open for how many days, at least
roll.final_days: Daftar tetap terbit berapa hari sebelumnya | Final roll, how many days before
mandates.most_days: Surat mandat paling lama berapa hari sebelumnya | How many days old a mandate may be
quorum.share: Kuorum, berapa bagian | The quorum, what share
quorum.of: Bagian dari unit atau dari suara | Of units or of votes
quorum.measured: Kuorum dihitung kapan (pembukaan, setiap keputusan) | Measured when (the opening, every decision)
quorum_statement.share: Kuorum yang dinyatakan, berapa bagian | The quorum as stated, what share
quorum_statement.of: Bagian dari unit atau dari suara | Of units or of votes
second_call.postponed_days: Ditunda paling lama berapa hari | Postponed by how many days, at most
second_call.share: Kuorum sidang kedua, berapa bagian | The quorum of the second sitting, what share
second_call.of: Bagian dari unit atau dari suara | Of units or of votes
suspension.most_minutes: Skors paling lama berapa menit | Suspended for how many minutes, at most
suspension.least_minutes: Skors sebelum ditunda sekurangnya berapa menit | Suspended before a postponement, at least
standing_orders.before: Keputusan yang harus menunggu tata tertib | Decisions that wait for the standing orders
envoy.least: Sekurangnya berapa utusan yang hadir | How many envoys attend, at least
envoy.by: Siapa yang mengutus | Who sends them
presidium.sizes: Pimpinan sidang berapa orang | How many chair the assembly
presidium.chosen_by: Siapa yang memilih pimpinan sidang | Who chooses the presidium
presidium.candidates: Bolehkah calon memimpin sidang | Whether a candidate may chair
presiding.temporary: Acara yang dipimpin pimpinan sementara | Business chaired by the temporary chair
presiding.presidium: Acara yang hanya dipimpin pimpinan sidang | Business chaired by the presidium alone
order_of_business.order: Urutan acara | The order of business
accountability.document: Apakah laporan tertulis wajib | Whether a written report is required
accountability.rejection: Akibat bila laporan ditolak | What a rejection entails
nomination.days: Pendaftaran calon sekurangnya berapa hari | Registration for how many days, at least
nomination.examiners: Bolehkah pemeriksa calon mencalonkan diri | Whether an examiner may stand
candidates.asks: Syarat calon | What candidates need
candidates.document: Apakah setiap syarat perlu dokumen | Whether each needs a document
candidates.exception_by: Siapa yang boleh mengecualikan | Who may exempt
precedence.under: Naskah yang boleh menjadi dasar pengecualian | Texts on which an exception may rest
support.letters: Dukungan sekurangnya berapa surat | How many letters of support, at least
support.most_candidates: Satu pendukung paling banyak untuk berapa calon | One supporter for how many, at most
support.by: Siapa yang boleh mendukung | Who may support
election_method.methods: Cara pemilihan yang dibolehkan | Methods that are allowed
election_method.decided: Apakah sidang memutuskan caranya | Whether the assembly decides on the method
election_method.secret: Apakah pemungutan suara rahasia | Whether ballots are secret
election_method.most_rounds: Paling banyak berapa putaran | How many rounds, at most
majority.share: Keputusan perlu berapa bagian | What share a decision needs
majority.base: Bagian dari suara apa | Of which votes
majority.last_round: Putaran terakhir ditentukan dengan | What decides the last round
ties.by: Suara seimbang diputus dengan | What breaks a tie
mufakat.statements: Siapa yang harus menyatakan persetujuan | Who has to state agreement
acclamation.most_candidates: Aklamasi paling banyak untuk berapa calon | Acclamation with how many candidates, at most
formatur.sizes: Formatur berapa orang | How many are in the formatur
formatur.days: Formatur selesai paling lama berapa hari | The formatur finishes within how many days
formatur.chair: Apakah ketua terpilih anggota formatur | Whether the elected chair is in it
composition.first: Jabatan yang dipilih musyawarah; selebihnya disusun formatur | Offices that the assembly elects
half_formatur.elected: Berapa anggota yang dipilih musyawarah | How many the assembly elects
half_formatur.appointed: Berapa anggota yang ditunjuk | How many are appointed
half_formatur.appointed_by: Siapa yang menunjuk | Who appoints them
collective_leadership.sizes: Dewan pimpinan berapa orang | How many lead together
collective_leadership.among_themselves: Apakah jabatan dibagi sendiri | Whether they share out the offices
amendment.share: Perubahan naskah perlu berapa bagian | What share an amendment needs
amendment.base: Bagian dari suara apa | Of which votes
amendment.days: Naskah perubahan dikirim berapa hari sebelumnya | Its text is sent how many days before
minutes.days: Berita acara ditandatangani paling lama berapa hari | The minutes are signed within how many days
minutes.document: Apakah dokumen berita acara wajib | Whether the document is required
term.years: Masa bakti berapa tahun | A term lasts how many years
term.most_terms: Paling banyak berapa masa bakti berturut-turut | How many terms in a row, at most
decree.by: Siapa yang menerbitkan SK | Who gives the decree
decree.signed_by: Jabatan yang menandatangani SK | Offices that sign it
decree.days: SK terbit paling lama berapa hari | It is given within how many days
decree.revokes: Apakah SK lama wajib dicabut | Whether it has to revoke the old one
inauguration.by: Siapa yang melantik | Who inaugurates
inauguration.days: Pelantikan paling lama berapa hari sesudah SK | Within how many days of the decree
handover.items: Apa saja yang diserahterimakan | What is handed over
handover.signed_by: Siapa yang menandatangani serah terima | Who signs the handover
handover.days: Serah terima paling lama berapa hari sesudah pelantikan | Within how many days of the inauguration
""")


def parameter_words(rule: str, name: str) -> Words:
    """How an officer is asked for a parameter; its name where there are no words for it yet."""
    return _ASKED.get(f"{rule}.{name}") or Words(name, name)


def code_of(said: str, likely: tuple[str, ...] = ()) -> str:
    """The code that a term stands for, in either language, first among the likely ones; what was said where none."""
    wanted = said.strip().casefold()
    for code in (*likely, *TERMS):
        words = TERMS.get(code)
        if wanted == code.casefold() or (words and wanted in {words.id.casefold(), words.en.casefold()}):
            return code
    return said.strip()
