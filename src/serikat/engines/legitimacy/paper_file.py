"""The questions by which an assembly of the past is entered from its papers, and the record that the answers make."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.reading import RecordError, record_of
from serikat.engines.legitimacy.record import FORMAT


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """One fact: its place in the record, the question, and how the answer is written.

    `kind` is text, list (with commas), number or yes. `paper` names the paper in which it stands; the first answer from
    a paper asks for it, so that its hash can attest the group.
    """

    place: str
    asks: Words
    kind: str = "text"
    paper: Words | None = None


_CALL = Words("surat panggilan", "the call")
_DECREE = Words("SK pengurus lama", "the decree of the outgoing board")
_ATTENDANCE = Words("daftar hadir", "the attendance list")
_MINUTES = Words("berita acara", "the minutes")
_NEW_DECREE = Words("SK pengurus baru", "the decree of the new board")

QUESTIONS = (
    PaperQuestion("/assembly/title", Words("Nama musyawarah", "Name of the assembly")),
    PaperQuestion("/assembly/held_on", Words("Hari pertama (seperti 2025-05-11)", "First day (such as 2025-05-11)")),
    PaperQuestion("/assembly/organ", Words("Organ: congress, conference, assembly", "Organ: congress, conference …")),
    PaperQuestion("/assembly/level", Words("Tingkat: national, province, regency", "Level: national, province, …")),
    PaperQuestion("/assembly/kind", Words("Sifat: ordinary atau extraordinary", "Kind: ordinary or extraordinary")),
    PaperQuestion("/editions/0/id", Words("Edisi naskah (seperti contoh-smsi)", "Edition of bylaws (such as pwi-prt)")),
    PaperQuestion(
        "/board/decree/number", Words("Nomor SK pengurus lama", "Number of the old board's decree"), "text", _DECREE
    ),
    PaperQuestion("/board/decree/since", Words("SK lama berlaku sejak", "The old decree holds from"), "text", _DECREE),
    PaperQuestion(
        "/board/decree/until", Words("SK lama berlaku sampai", "The old decree holds until"), "text", _DECREE
    ),
    PaperQuestion(
        "/call/by", Words("Pemanggil: board, acting_board, higher_board", "Called by: board, …"), "text", _CALL
    ),
    PaperQuestion("/call/on", Words("Tanggal surat panggilan", "Day of the call"), "text", _CALL),
    PaperQuestion(
        "/call/signed_by", Words("Jabatan penanda tangan (chair, secretary)", "Offices that signed"), "list", _CALL
    ),
    PaperQuestion(
        "/roll/units_counted", Words("Berapa unit berhak suara", "How many units may vote"), "number", _ATTENDANCE
    ),
    PaperQuestion(
        "/roll/votes_counted", Words("Berapa suara seluruhnya", "How many votes in all"), "number", _ATTENDANCE
    ),
    PaperQuestion(
        "/events/0/at", Words("Pukul presensi (2025-05-11T09:00)", "Time of the roll call"), "text", _ATTENDANCE
    ),
    PaperQuestion(
        "/events/0/units", Words("Berapa unit yang hadir", "How many units were present"), "number", _ATTENDANCE
    ),
    PaperQuestion(
        "/presidium/members", Words("Pimpinan sidang (dengan koma)", "The presidium (commas)"), "list", _MINUTES
    ),
    PaperQuestion(
        "/presidium/chosen_by", Words("Dipilih oleh: assembly, board", "Chosen by: assembly, board"), "text", _MINUTES
    ),
    PaperQuestion(
        "/accountability/outcome",
        Words("LPJ: accepted, accepted_with_notes, rejected", "The report: accepted, accepted_with_notes or rejected"),
        "text",
        _MINUTES,
    ),
    PaperQuestion(
        "/election/method",
        Words(
            "Cara: vote, mufakat, acclamation, formatur, leadership",
            "Method: vote, mufakat, acclamation, formatur or leadership",
        ),
        "text",
        _MINUTES,
    ),
    PaperQuestion("/election/at", Words("Pukul pemilihan", "Time of the election"), "text", _MINUTES),
    PaperQuestion(
        "/election/objections_asked",
        Words("Keberatan ditanyakan (ya/tidak)", "Objections asked for (yes/no)"),
        "yes",
        _MINUTES,
    ),
    PaperQuestion("/election/objections", Words("Berapa yang keberatan", "How many objected"), "number", _MINUTES),
    PaperQuestion("/election/elected", Words("Yang terpilih", "Who was elected"), "list", _MINUTES),
    PaperQuestion(
        "/minutes/signed_by", Words("Penanda tangan berita acara", "Who signed the minutes"), "list", _MINUTES
    ),
    PaperQuestion("/minutes/signed_on", Words("Tanggal berita acara", "Day of the minutes"), "text", _MINUTES),
    PaperQuestion("/decree/issued_by", Words("Penerbit SK baru", "Who gave the new decree"), "text", _NEW_DECREE),
    PaperQuestion("/decree/issued_on", Words("Tanggal SK baru", "Day of the new decree"), "text", _NEW_DECREE),
    PaperQuestion("/decree/since", Words("SK baru berlaku sejak", "The new decree holds from"), "text", _NEW_DECREE),
    PaperQuestion("/decree/until", Words("SK baru berlaku sampai", "The new decree holds until"), "text", _NEW_DECREE),
)
NEEDED = {"/assembly/title", "/assembly/held_on"}
_YES, _NO = {"ya", "y", "yes"}, {"tidak", "t", "no", "n"}


def empty_record(name: str) -> dict[str, Any]:
    """A record that knows nothing but its own name; it can be read once title and day are there."""
    return {"format": FORMAT, "assembly": {"id": name}}


def answered(content: dict[str, Any], question: PaperQuestion, said: str, paper: str = "") -> dict[str, Any]:
    """The record with this answer, attested by the paper's hash where one is given.

    Raises RecordError or ValueError where the answer is not one, so that it can be asked again.
    """
    held = copy.deepcopy(content)
    group, *steps = question.place.strip("/").split("/")
    at: Any = held.setdefault(group, [] if steps[0].isdigit() else {})
    for step in steps[:-1]:
        if isinstance(at, list):
            if not at:
                at.append({"kind": "count"} if group == "events" else {})
            at = at[int(step)]
        else:
            at = at.setdefault(step, {})
    at[steps[-1]] = _value(question, said)
    if paper and question.paper is not None and "attested" not in at:
        at["attested"] = [{"by": question.paper.id, "document": paper}]
    if {"title", "held_on"} <= held["assembly"].keys():
        record_of(held)
    return held


def _value(question: PaperQuestion, said: str) -> Any:
    if question.kind == "number":
        return int(said)
    if question.kind == "list":
        return [part.strip() for part in said.split(",") if part.strip()]
    if question.kind == "yes" and said.lower() in _YES | _NO:
        return said.lower() in _YES
    if question.kind == "yes":
        raise RecordError(question.place, Words("jawab ya atau tidak", "answer yes or no"))
    return said
