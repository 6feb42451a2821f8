"""The chair was elected first, and the rest of the board was composed by the formatur.

Why it matters: an assembly that elects a chair trusts the chair to choose with whom to work; offices shared out before
the vote are its price. What is looked for: that the chair was elected before the formatur was chosen, that nobody but
the chair was elected, and that the others stand on the formatur's list. What it cannot see: what was promised.
"""

from __future__ import annotations

from serikat.engines.judgement.words import Words
from serikat.engines.legitimacy.asked import Asked, Look, Seen
from serikat.engines.legitimacy.record import Formatur, Record
from serikat.engines.legitimacy.record_parts import Election
from serikat.engines.legitimacy.terms import holders_words, say

_FORMATUR_FIRST = Words(
    "Yang dipilih lebih dulu formatur, bukan {first}.", "The formatur was elected first, and not the {first}."
)
_BEFORE = Words(
    "Formatur dipilih {chosen}, sebelum {first} terpilih ({elected}).",
    "The formatur was chosen on {chosen}, before the {first} was elected ({elected}).",
)
_NOT_ELECTED = Words(
    "Yang menjadi {first} ({person}) tidak dipilih musyawarah.", "Who became {first} ({person}) was not elected."
)
_ELECTED = Words(
    "Jabatan {office} ({person}) dipilih musyawarah; seharusnya disusun formatur.",
    "The office {office} ({person}) was filled by election; the formatur has to fill it.",
)
_OTHERS = Words(
    "Ada dalam hasil, tetapi tidak dalam susunan formatur: {who}.",
    "Among the results and not on the formatur's list: {who}.",
)
_OPEN_ORDER = Words(
    "Apakah {first} dipilih lebih dulu, baru formatur?", "Was the {first} elected first, and then the formatur?"
)
_OPEN_REST = Words(
    "Apakah jabatan selain {first} disusun formatur?", "Did the formatur fill the offices other than {first}?"
)
_MET = Words(
    "Urutan penyusunan pengurus sesuai dengan pasal ini.", "The board came about in the order of this article."
)


def check(record: Record, asked: Asked) -> Seen:
    """Offices in `first` are elected, chair where the edition does not say; the formatur composes the others."""
    look, first = Look(record), asked.texts("first") or ("chair",)
    _order(look, record, first)
    _offices(look, record, first)
    look.quote("/election/elected", "/formatur/composed")
    return look.seen(_MET)


def _order(look: Look, record: Record, first: tuple[str, ...]) -> None:
    election, formatur = record.election or Election(), record.formatur or Formatur()
    if election.method in {"formatur", "half_formatur"}:
        look.fault(say(_FORMATUR_FIRST, first=first), "/election/method", explained_by=("election_method",))
        return
    elected, chosen = election.at, formatur.chosen_at
    if elected is not None and chosen is not None:
        if chosen < elected:
            said = say(_BEFORE, chosen=chosen, elected=elected, first=first)
            look.fault(said, "/formatur/chosen_at", "/election/at")
    elif elected is None or formatur.chosen_on is None or formatur.chosen_on <= elected.date():
        look.open("/formatur/chosen_at", say(_OPEN_ORDER, first=first))


def _offices(look: Look, record: Record, first: tuple[str, ...]) -> None:
    elected, composed = (record.election or Election()).elected, (record.formatur or Formatur()).composed
    if record.results is None or elected is None:
        look.open("/results" if record.results is None else "/election/elected", say(_OPEN_REST, first=first))
        return
    for holder in record.results:
        if holder.office in first and holder.person not in elected:
            said = say(_NOT_ELECTED, first=holder.office, person=holder.person)
            look.fault(
                said, "/results", "/election/elected", explained_by=("majority", "ties", "mufakat", "acclamation")
            )
        elif holder.office not in first and holder.person in elected:
            look.fault(say(_ELECTED, office=holder.office, person=holder.person), "/results", "/election/elected")
    rest = [holder for holder in record.results if holder.office not in first]
    if composed is None and rest:
        look.open("/formatur/composed", say(_OPEN_REST, first=first))
    elif odd := [holder for holder in rest if composed is not None and holder not in composed]:
        look.fault(
            say(_OTHERS, who=holders_words((each.person, each.office) for each in odd)),
            "/results",
            "/formatur/composed",
        )
