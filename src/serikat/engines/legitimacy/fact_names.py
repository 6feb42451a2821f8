"""What the keys of a record are called, so that a place such as `/notices/3/sent` can be read out."""

from __future__ import annotations

from serikat.engines.judgement.words import Language, Words
from serikat.engines.legitimacy.terms import in_language, listed

_NAMES = listed("""
abstained: abstain | abstained
accountability: laporan pertanggungjawaban | accountability report
against: tidak setuju | against
agenda: acara | agenda
applies: pasal yang dipakai | articles that apply
among: dibagi sendiri | shared out themselves
amendments: perubahan naskah | amendments
applied: diterapkan | applied
appointed: yang ditunjuk | appointed
appointed_by: ditunjuk oleh | appointed by
assembly: musyawarah | assembly
at: waktu | at
attended: hadir | attended
attested: pernyataan | attestation
board: pengurus lama | outgoing board
business: acara | business
by: oleh | by
call: panggilan | call
candidates: calon | candidates
cast: suara masuk | cast
cause: sebab | cause
change: perubahan | change
changes: perubahan daftar | changes
choices: nama per surat suara | choices
chosen_among_themselves: dibagi sendiri | shared out by themselves
chosen_at: dipilih pada | chosen at
chosen_by: dipilih oleh | chosen by
chosen_on: dipilih pada | chosen on
circulated_on: naskah dikirim | text sent on
closed_at: ditutup | closed at
closed_on: pendaftaran ditutup | closed on
committee: tim pemeriksa | committee
composed: susunan | composed
decision: keputusan | decision
decisions: keputusan | decisions
declared: dinyatakan | declared
decree: SK | decree
decree_until: SK sampai | decree until
delivered_at: disampaikan | delivered at
document: dokumen | document
dues_paid_until: iuran lunas sampai | dues paid until
editions: naskah | editions
elected: terpilih | elected
election: pemilihan | election
ended_at: selesai | ended at
entries: isi | entries
envoys: utusan | envoys
events: presensi | events
exemption: pengecualian | exemption
extended_until: diperpanjang sampai | extended until
facts: syarat | facts
filled: diisi | filled
filled_by: diisi oleh | filled by
filled_on: diisi pada | filled on
final: daftar tetap | final roll
finished_on: selesai pada | finished on
first_sitting_on: sidang pertama | first sitting
follow_up: tindak lanjut | follow-up
formatur: formatur | formatur
format: format | format
frozen_on: dibekukan | frozen on
ground: dasar | ground
handover: serah terima | handover
heard: didengar lebih dulu | heard first
held_on: hari pertama | first day
holders: pejabat | holders
holds: terpenuhi | holds
id: kode | id
in_favour: setuju | in favour
inauguration: pelantikan | inauguration
invalid: tidak sah | invalid
issued_by: diterbitkan oleh | issued by
issued_on: bertanggal | issued on
items: yang diserahkan | items
kind: jenis | kind
leadership: dewan pimpinan | collective leadership
letter: surat | letter
level: tingkat | level
mandated: diputuskan pengurusnya | mandated
mandates: mandat | mandates
members: anggota | members
method: cara | method
minutes: berita acara | minutes
name: nama | name
names: nama | names
needed_declared: ambang yang dinyatakan | threshold declared
nomination: penjaringan | nomination
notices: undangan | notices
number: nomor | number
objections: keberatan | objections
objections_asked: keberatan ditanyakan | objections asked for
objections_until: masa sanggah sampai | objections until
of: dari | of
of_declared: dari yang dinyatakan | of declared
office: jabatan | office
offices: jabatan | offices
on: tanggal | on
opened_at: dibuka | opened at
opened_on: pendaftaran dibuka | opened on
order: urutan | order
organ: organ | organ
outcome: keputusan atas laporan | outcome
path: letak | place
person: orang | person
place: tempat | place
positions: posisi | positions
postponed_to: ditunda sampai | postponed to
presided_by: dipimpin oleh | chaired by
presidium: pimpinan sidang | presidium
proof: bukti kirim | proof of delivery
provisional: daftar sementara | provisional roll
published_on: terbit | published on
reason: alasan | reason
received: diterima | received
registered_on: mendaftar | registered on
requests: permintaan | requests
requests_counted: jumlah permintaan | requests counted
results: hasil | results
revoked_on: dicabut | revoked on
revokes: mencabut | revokes
roll: daftar pemilih | roll
rounds: putaran | rounds
says: menyatakan | says
seats: kursi | seats
secret: rahasia | secret
sent: dikirim | sent
sent_by: diutus oleh | sent by
successor: pengganti | successor
sets_aside: pasal yang dikesampingkan | articles set aside
signatory: penanda tangan | signatory
signed_by: ditandatangani oleh | signed by
signed_on: ditandatangani pada | signed on
since: sejak | since
sitting: sidang ke- | sitting
sources: sumber | sources
standing: status | standing
started_at: mulai | started at
statements: pernyataan | statements
supports: dukungan | supports
suspensions: pembekuan | suspensions
temporary: pimpinan sementara | temporary chair
terms_served: masa bakti yang dijalani | terms served
tie_broken_by: suara seimbang diputus dengan | tie broken by
tie_document: catatan pemutusan suara seimbang | record of the tie
title: nama | title
under: menurut | under
unit: unit | unit
units: unit | units
units_counted: jumlah unit | units counted
units_total: jumlah seluruh unit | units in all
until: sampai | until
vacancies: jabatan kosong | vacancies
value: isi | value
verified_by: diperiksa oleh | verified by
votes: suara | votes
votes_counted: jumlah suara | votes counted
weights: dasar bobot suara | weights
withdrawn_at: dicabut | withdrawn at
withdrew: mengundurkan diri | withdrew
""")


def fact_name(key: str) -> Words:
    """What one key is called; a key that the record's own writer chose, such as a person's id, is shown as it is."""
    return _NAMES.get(key) or Words(in_language(key, "id"), in_language(key, "en"))


def is_key(text: str) -> bool:
    """Whether records use this word as a key."""
    return text in _NAMES


def place_words(place: str) -> Words:
    """A place as people read it out: `/notices/3/sent` is "undangan 4, dikirim"."""
    return Words(_read_out(place, "id"), _read_out(place, "en"))


def _read_out(place: str, language: Language) -> str:
    said = ""
    for step in place.strip("/").split("/"):
        if step.isdigit():
            said += f" {int(step) + 1}"
        elif step != "*":
            said += (", " if said else "") + fact_name(step).in_language(language)
    return said
