"""The words of the field for the codes of records and editions, so that a sentence stays in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from serikat.engines.judgement.words import Language, Words

MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),
    "en": "January February March April May June July August September October November December".split(),
}

# Code: Indonesian | English. A code that is not here is shown as it stands.
_TERMS = """
congress: kongres | congress
conference: konferensi | conference
assembly: musyawarah | assembly
national: pusat | national
province: provinsi | province
regency: kabupaten/kota | regency or city
ordinary: biasa | ordinary
extraordinary: luar biasa | extraordinary
board: pengurus | the board
acting_board: pelaksana tugas | the acting board
higher_board: pengurus di atasnya | the board above
national_board: pengurus pusat | the national board
province_board: pengurus provinsi | the provincial board
committee: panitia | the organising committee
presidium: pimpinan sidang | presidium
plenary: rapat pleno pengurus | the plenary of the board
organiser: panitia | the organisers
chair: ketua | chair
vice_chair: wakil ketua | vice-chair
executive_chair: ketua harian | executive chair
secretary: sekretaris | secretary
treasurer: bendahara | treasurer
president: ketua umum | president
secretary_general: sekretaris jenderal | secretary general
request: permintaan unit | a request of units
vacancy: kekosongan jabatan | a vacancy
inactive: tidak aktif | inactivity
resigned: mengundurkan diri | resignation
died: meninggal dunia | death
dismissed: diberhentikan | dismissal
active: aktif | active
suspended: dibekukan | suspended
frozen: dibekukan | frozen
observer: peninjau | observer
add: ditambahkan | added
strike: dicoret | struck off
votes: jumlah suara | votes
arrive: hadir | arrived
leave: meninggalkan sidang | left
suspend: skors | suspended
resume: skors dicabut | resumed
count: presensi | counted
roll_call: presensi | roll call
agenda: acara | agenda
standing_orders: tata tertib | standing orders
accountability: laporan pertanggungjawaban | accountability report
discharge: pernyataan demisioner | discharge
method: cara pemilihan | method of election
programme: program kerja | programme
amendment: perubahan naskah | amendment of the bylaws
election: pemilihan | election
closing: penutupan | closing
vote: pemungutan suara | vote
mufakat: mufakat | consensus
acclamation: aklamasi | acclamation
formatur: formatur penuh | full formatur
half_formatur: setengah formatur | half formatur
leadership: dewan pimpinan | collective leadership
adopted: diterima | adopted
rejected: ditolak | rejected
accepted: diterima | accepted
accepted_with_notes: diterima dengan catatan | accepted with notes
follow_up: tindak lanjut diputuskan | what follows is decided
not_stand: pengurus lama tidak mencalonkan diri | the old board does not stand
agree: setuju | agrees
object: keberatan | objects
present: suara yang hadir | votes present
entitled: suara yang berhak | votes entitled
valid: suara sah | valid votes
cast: suara masuk | votes cast
units: unit | units
plurality: suara terbanyak | the most votes
lot: undian | a lot
revote: pemungutan suara ulang | another vote
senior: yang lebih senior | seniority
received: diterima | received
waived: dilepaskan | waived
sent: dikirim | sent
assets: aset | assets
bank_signatories: penanda tangan bank | bank signatories
accounts: akun | accounts
pending_cases: perkara berjalan | pending cases
outgoing: pengurus lama | the outgoing board
incoming: pengurus baru | the incoming board
provisional: sementara | provisional
final: tetap | final
legal_media_owner: memimpin perusahaan media berbadan hukum | leads a media company that is a legal entity
media_owner: memimpin perusahaan media | leads a media company
ukw_madya: sertifikat Wartawan Madya | Madya certificate
director_or_officer: jabatan direktur/komisaris/pengurus | office of director/commissioner/board member
one_term_served: satu periode kepengurusan | one term on a board
members: jumlah anggota | members
full_members: jumlah anggota biasa | full members
required: wajib | required
excluded: tidak boleh | may not
member: anggota | member
secondary_school: pendidikan sekurangnya SMA | at least secondary school
candidates: para calon | the candidates
nobody: tidak seorang pun | nobody
roll: unit pada daftar pemilih | units on the roll
decisions: setiap keputusan | every decision
opening: pembukaan | the opening
persons: pemilihan orang | elections of persons
called_by: yang berhak memanggil | who may call
notice: undangan | the notice
quorum: kuorum | the quorum
tidak diatur: tidak diatur | not regulated
catatan: catatan | record
yes: ya | yes
no: tidak | no
"""


def listed(lines: str) -> Mapping[str, Words]:
    """What a list of lines `code: Indonesian | English` says."""
    pairs = (line.partition(": ")[::2] for line in lines.strip().splitlines())
    return MappingProxyType({code: Words(*(each.strip() for each in said.split("|"))) for code, said in pairs})


TERMS = listed(_TERMS)
_HOLDER = Words("{person} sebagai {office}", "{person} as {office}")


def say(words: Words, **values: object) -> Words:
    """The sentence with its placeholders filled in each language: codes by their terms, days as people write them.

    A tuple or list becomes its members with commas, None a dash; braces in a value stay as they are.
    """
    return Words(
        words.id.format(**{name: in_language(value, "id") for name, value in values.items()}),
        words.en.format(**{name: in_language(value, "en") for name, value in values.items()}),
    )


def joined(each: Iterable[Words]) -> Words:
    """Parts of a sentence that hold commas themselves."""
    parts = tuple(each)
    return Words("; ".join(part.id for part in parts), "; ".join(part.en for part in parts))


def holders_words(holders: Iterable[tuple[str, str]]) -> Words:
    """Persons, each with the office, in one order whatever order they come in; a dash for nobody."""
    told = [say(_HOLDER, person=person, office=office) for person, office in sorted(holders)]
    return Words(", ".join(each.id for each in told) or "–", ", ".join(each.en for each in told) or "–")


def in_language(value: object, language: Language) -> str:
    """A code, day, moment, number or list as a sentence in this language shows it."""
    if isinstance(value, Words):
        return value.in_language(language)
    if isinstance(value, bool):
        return TERMS["yes" if value else "no"].in_language(language)
    if isinstance(value, date):
        clock = f" {'pukul' if language == 'id' else 'at'} {value:%H.%M}" if isinstance(value, datetime) else ""
        return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}{clock}"
    if isinstance(value, tuple | list | set | frozenset):
        members = sorted(value) if isinstance(value, set | frozenset) else value
        return ", ".join(in_language(each, language) for each in members) or "–"
    if value is None:
        return "–"
    return TERMS[value].in_language(language) if isinstance(value, str) and value in TERMS else str(value)
