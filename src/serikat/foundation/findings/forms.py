"""What people fill in: an answer to a clause, a reason, saved pages, a schedule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.standard import WayKind
from serikat.foundation.chapters.models import Chapter
from serikat.foundation.findings.actions.handed_in import LARGEST_PAGE, MOST_PAGES
from serikat.foundation.findings.page_evidence import GivenPage
from serikat.web.forms import Form
from serikat.web.language import said_later

_HALF_A_YEAR = timedelta(days=182)
_LONGEST = timedelta(days=3 * 365)


class AnswerForm(Form):
    """A person's answer to a clause."""

    outcome = forms.ChoiceField(
        label=said_later("Jawaban", "Answer"),
        widget=forms.RadioSelect,
        choices=[
            (Outcome.MET.value, said_later("Terpenuhi", "Met")),
            (Outcome.NOT_MET.value, said_later("Belum terpenuhi", "Not met")),
            (
                Outcome.NOT_APPLICABLE.value,
                said_later("Tidak berlaku untuk media ini", "Does not apply to this outlet"),
            ),
        ],
    )
    reason = forms.CharField(
        label=said_later("Alasan", "Reason"),
        help_text=said_later(
            "Apa yang Anda lihat, di mana, kapan. Tersimpan bersama jawaban dan dibaca wakil media.",
            "What you saw, where, when. It is kept with the answer, and the outlet's representatives read it.",
        ),
        widget=forms.Textarea,
        max_length=2_000,
    )
    way = forms.ChoiceField(
        label=said_later("Diketahui dari", "Known from"),
        choices=[
            (WayKind.PERSON.value, said_later("Penilaian saya", "My own judgement")),
            (WayKind.DOCUMENT.value, said_later("Berkas", "A document")),
            (WayKind.VISIT.value, said_later("Kunjungan", "A visit")),
        ],
    )
    evidence = forms.CharField(
        label=said_later("Bukti", "Evidence"),
        help_text=said_later(
            "Alamat halaman atau nama berkas, satu per baris.", "Addresses of pages or names of documents, one a line."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=2_000,
    )
    until = forms.DateField(
        label=said_later("Berlaku sampai", "Holds until"),
        help_text=said_later(
            "Sesudah itu temuan mesin berlaku lagi dan Anda diingatkan.",
            "After that the machine's finding counts again, and you are reminded.",
        ),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].initial = timezone.localdate() + _HALF_A_YEAR

    def clean_until(self) -> Any:
        """An answer ends after today and is looked at again within three years."""
        until = self.cleaned_data["until"]
        today = timezone.localdate()
        if not today <= until <= today + _LONGEST:
            raise forms.ValidationError(
                said_later(
                    "Pilih tanggal antara hari ini dan tiga tahun lagi.", "Choose a day within three years from today."
                )
            )
        return until

    @property
    def lines_of_evidence(self) -> tuple[str, ...]:
        """The evidence, one line each."""
        return tuple(line.strip() for line in self.cleaned_data["evidence"].splitlines() if line.strip())


class _SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class _PagesField(forms.FileField):
    """Several files at once."""

    widget = _SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """Every file, each checked alone."""
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if not files and self.required:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [super(_PagesField, self).clean(file, initial) for file in files]


class HandInForm(Form):
    """Saved pages of a site."""

    files: Any = _PagesField(
        label=said_later("Halaman yang disimpan", "Saved pages"),
        help_text=said_later(
            f"Berkas .html, paling banyak {MOST_PAGES} sekaligus, masing-masing paling besar 5 MB.",
            f"Files .html, at most {MOST_PAGES} at once, each at most 5 MB.",
        ),
        widget=_SeveralFiles(attrs={"accept": ".html,.htm,text/html"}),
    )
    url = forms.URLField(
        label=said_later("Alamat halaman", "Address of the page"),
        help_text=said_later(
            "Hanya bila mengirim satu halaman dan alamatnya tidak tercatat di dalamnya.",
            "Only where you send one page and it does not name its address itself.",
        ),
        required=False,
        max_length=500,
        assume_scheme="https",
    )

    def clean_files(self) -> list[UploadedFile[bytes]]:
        """Not too many, none too large."""
        files: list[UploadedFile[bytes]] = self.cleaned_data["files"]
        if len(files) > MOST_PAGES:
            raise forms.ValidationError(
                said_later(f"Paling banyak {MOST_PAGES} halaman sekali kirim.", f"At most {MOST_PAGES} pages at once.")
            )
        for file in files:
            if (file.size or 0) > LARGEST_PAGE:
                raise forms.ValidationError(
                    said_later(f"{file.name} lebih besar dari 5 MB.", f"{file.name} is larger than 5 MB.")
                )
        return files

    @property
    def pages(self) -> list[GivenPage]:
        """The pages with their bytes; the address belongs to a page that came alone."""
        files = self.cleaned_data["files"]
        url = self.cleaned_data.get("url") or ""
        return [GivenPage(str(file.name), file.read(), url if len(files) == 1 else "") for file in files]


class SeenForm(Form):
    """An officer's word on a handed-in page."""

    decision = forms.ChoiceField(
        label=said_later("Sesudah dilihat", "Having looked"),
        widget=forms.RadioSelect,
        choices=[
            ("accept", said_later("Terima: halaman ini benar dari situsnya", "Accept: this page is the site's own")),
            ("refuse", said_later("Tolak: halaman ini tidak dihitung", "Refuse: this page does not count")),
        ],
    )
    remark = forms.CharField(
        label=said_later("Alasan", "Reason"),
        help_text=said_later("Wajib bila ditolak; dibaca wakil media.", "Needed for a refusal; the outlet reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=2_000,
    )

    def clean(self) -> dict[str, Any]:
        """A refusal says why."""
        said = super().clean() or {}
        if said.get("decision") == "refuse" and not said.get("remark", "").strip():
            self.add_error("remark", said_later("Tulis mengapa halaman ini ditolak.", "Write why the page is refused."))
        return said


class ScheduleForm(Form):
    """How often a chapter's outlets are audited anew."""

    chapter = forms.ChoiceField(label=said_later("Cabang", "Chapter"))
    every_days = forms.TypedChoiceField(
        label=said_later("Periksa ulang setiap", "Audit anew every"),
        coerce=int,
        choices=[
            (7, said_later("7 hari", "7 days")), (14, said_later("14 hari", "14 days")),
            (30, said_later("30 hari", "30 days")), (90, said_later("90 hari", "90 days")),
            (0, said_later("tidak terjadwal", "not on a schedule")),
        ],
    )  # fmt: skip

    def __init__(self, *args: Any, chapters: Sequence[Chapter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._chapters = {str(chapter.public_id): chapter for chapter in chapters}
        field: Any = self.fields["chapter"]
        field.choices = [(name, chapter.name) for name, chapter in self._chapters.items()]
        self.fields["every_days"].initial = 30

    @property
    def chosen_chapter(self) -> Chapter:
        """The chapter that was chosen."""
        return self._chapters[self.cleaned_data["chapter"]]
