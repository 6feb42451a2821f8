"""The forms of this room's pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils import timezone

from serikat.engines.site_audit.outlet import Outlet
from serikat.foundation.chapters.models import Chapter, Region, RegionKind
from serikat.foundation.members.actions.outlets import TAKEN, OutletFacts
from serikat.foundation.members.kept_fields import kept_of
from serikat.foundation.members.models import MemberOutlet, StandingKind
from serikat.foundation.members.models.standing import STANDING_WORDS
from serikat.foundation.members.roster import problems
from serikat.foundation.members.roster.addresses import read_addresses
from serikat.foundation.members.roster.contacts import ContactFault, read_emails, read_phones
from serikat.foundation.members.roster.listed_status import STATUS_WORDS, ListedStatus
from serikat.foundation.members.roster.reading import proposed_sheets
from serikat.foundation.members.roster.sheet import RosterError
from serikat.foundation.members.roster_import.files import MOST_BYTES, on_disk
from serikat.web.forms import Form
from serikat.web.language import said, said_later


def _chapter_field(help_text: str = "") -> forms.ModelChoiceField[Chapter]:
    return forms.ModelChoiceField(
        label=said_later("Cabang", "Chapter"),
        help_text=help_text,
        queryset=Chapter.objects.none(),
        to_field_name="public_id",
        empty_label=said_later("Pilih cabang", "Choose a chapter"),
    )


def _day_field(label: str, *, required: bool = True) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget)


class UploadForm(Form):
    """A list, and the chapter for which it is taken in."""

    file = forms.FileField(
        label=said_later("Berkas daftar anggota", "The list of members"),
        help_text=said_later(
            "Excel (.xlsx, .xls), .ods, atau .csv, paling besar 10 MB. Kolomnya boleh apa adanya.",
            "Excel (.xlsx, .xls), .ods or .csv, at most 10 MB. Its columns may be as they are.",
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.xlsm,.txt"}),
        error_messages={"empty": said_later("Berkas ini kosong.", "This file is empty.")},
    )
    chapter = _chapter_field(
        said_later(
            "Anggota masuk ke cabang ini, atau ke cabang di bawahnya menurut kabupaten dan kotanya.",
            "Members land in this chapter, or in one below it by their regency or city.",
        )
    )

    def __init__(self, *args: Any, chapters: QuerySet[Chapter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chapter"].queryset = chapters  # type: ignore[attr-defined]

    def clean_file(self) -> UploadedFile[bytes]:
        """A list by its content, whatever it is called, and not too large."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise ValidationError(
                said_later(
                    "Berkas ini lebih besar dari 10 MB. Hapus gambar dan lembar lain, lalu unggah lagi.",
                    "This file is larger than 10 MB. Remove pictures and other sheets, then upload it again.",
                ),
                code="size",
            )
        try:
            with on_disk(file) as path:
                proposed_sheets(path)
        except RosterError as error:
            raise ValidationError(said(error.words), code="unreadable") from None
        file.seek(0)
        return file


class OutletForm(Form):
    """An outlet as an officer types it."""

    name = forms.CharField(label=said_later("Nama media", "Name of the outlet"), max_length=160)
    address = forms.CharField(
        label=said_later("Alamat situs", "Address of the site"),
        help_text=said_later("Misalnya kabar.example.", "kabar.example for instance."),
        max_length=300,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none"}),
    )
    company = forms.CharField(
        label=said_later("Nama perusahaan", "Company"),
        help_text=said_later("Seperti di akta, misalnya PT Kabar Rekaan.", "As in its deed, PT Kabar Rekaan."),
        max_length=200,
        required=False,
    )
    chapter = _chapter_field()
    region = forms.ModelChoiceField(
        label=said_later("Kabupaten, kota, atau provinsi", "Regency, city or province"),
        queryset=Region.objects.none(),
        required=False,
        empty_label=said_later("Belum diketahui", "Not known yet"),
    )
    responsible_person = forms.CharField(
        label=said_later("Penanggung jawab", "Responsible person"), max_length=160, required=False
    )
    editor_in_chief = forms.CharField(
        label=said_later("Pemimpin redaksi", "Editor-in-chief"), max_length=160, required=False
    )
    phones = forms.CharField(
        label=said_later("Telepon atau WhatsApp", "Telephone or WhatsApp"),
        help_text=said_later(
            "Misalnya 0812 3456 7890. Beberapa nomor dipisahkan garis miring.",
            "0812 3456 7890 for instance. Put a slash between several numbers.",
        ),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    emails = forms.CharField(label=said_later("Surel", "E-mail"), max_length=254, required=False)
    member_number = forms.CharField(label=said_later("Nomor anggota", "Member number"), max_length=60, required=False)
    notes = forms.CharField(
        label=said_later("Catatan", "Notes"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(
        self, *args: Any, chapters: QuerySet[Chapter], outlet: MemberOutlet | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._outlet, self._chapters = outlet, chapters
        self.fields["chapter"].queryset = chapters  # type: ignore[attr-defined]
        region = self.fields["region"]
        assert isinstance(region, forms.ModelChoiceField)  # noqa: S101 - told to mypy
        region.queryset = Region.objects.filter(until=None).select_related("province")
        region.label_from_instance = _with_province  # type: ignore[method-assign, assignment]

    def clean_address(self) -> str:
        """One site, that no other outlet has."""
        read = read_addresses(self.cleaned_data["address"])
        if read.fault is not None:
            raise ValidationError(said(problems.FAULTS[read.fault]), code="address")
        if len(read.addresses) != 1:
            raise ValidationError(said_later("Tulis satu alamat saja.", "Write one address alone."), code="several")
        [address] = read.addresses
        others = MemberOutlet.objects.filter(key=Outlet(address).key)
        if self._outlet is not None:
            others = others.exclude(pk=self._outlet.pk)
        else:
            # What was taken off my list may come back.
            others = others.exclude(removed_at__isnull=False, chapter__in=self._chapters)
        if others.exists():
            raise ValidationError(said(TAKEN), code="taken")
        return address

    def clean_phones(self) -> tuple[str, ...]:
        """In the form in which they are kept."""
        read = read_phones(self.cleaned_data["phones"])
        if read.fault is not None:
            raise ValidationError(said(problems.PHONES[ContactFault(read.fault)]), code="phone")
        return read.found

    def clean_emails(self) -> tuple[str, ...]:
        """In small letters."""
        read = read_emails(self.cleaned_data["emails"])
        if read.fault is not None:
            raise ValidationError(said(problems.EMAIL), code="email")
        return read.found

    def facts(self) -> OutletFacts:
        """What was typed, once it is valid."""
        return OutletFacts(**{name: self.cleaned_data[name] for name in OutletFacts.__slots__})


def typed(outlet: MemberOutlet) -> dict[str, Any]:
    """The outlet as its form shows it."""
    [kept] = kept_of([outlet]).values()
    return kept | {
        "company": outlet.company.legal_name if outlet.company else "",
        "chapter": outlet.chapter.public_id,
        "phones": " / ".join(kept["phones"]),
        "emails": ", ".join(kept["emails"]),
    }


class StandingForm(Form):
    """How the outlet stands from a day on."""

    kind = forms.ChoiceField(
        label=said_later("Keanggotaan", "Standing"),
        choices=[(kind, said_later(STANDING_WORDS[kind].id, STANDING_WORDS[kind].en)) for kind in StandingKind],
    )
    since = _day_field(said_later("Sejak", "Since"))
    source = forms.CharField(
        label=said_later("Dasar", "Source"),
        help_text=said_later("Misalnya nomor SK.", "The number of the decree, for instance."),
        max_length=200,
        required=False,
    )


class CouncilStatusForm(Form):
    """What somebody saw in the Press Council's register."""

    status = forms.ChoiceField(
        label=said_later("Status yang terlihat", "Status seen"),
        choices=[(one, said_later(STATUS_WORDS[one].id, STATUS_WORDS[one].en)) for one in ListedStatus],
    )
    certificate = forms.CharField(
        label=said_later("Nomor sertifikat", "Certificate number"), max_length=80, required=False
    )
    observed_on = _day_field(said_later("Dilihat pada", "Seen on"))
    source = forms.CharField(
        label=said_later("Dilihat di", "Seen at"),
        help_text=said_later("Misalnya data Dewan Pers di situsnya.", "The Press Council's site, for instance."),
        max_length=200,
    )

    def clean_observed_on(self) -> Any:
        """Nobody has seen anything on a day to come."""
        day = self.cleaned_data["observed_on"]
        if day > timezone.localdate():
            raise ValidationError(said_later("Hari ini belum tiba.", "That day has not come yet."), code="future")
        return day


class CompanyForm(Form):
    """A company's name."""

    legal_name = forms.CharField(
        label=said_later("Nama perusahaan", "Company"),
        help_text=said_later("Seperti di akta.", "As in its deed."),
        max_length=200,
    )


def _with_province(region: Region) -> str:
    return region.name if region.kind == RegionKind.PROVINCE else f"{region.name} ({region.province})"
