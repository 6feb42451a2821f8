"""The forms of this room's own pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.crypto import constant_time_compare

from serikat.foundation.chapters.models import LEVEL_WORDS, Chapter, Level
from serikat.foundation.people.models import Account, RoleKind
from serikat.foundation.people.models.persons import ROLE_WORDS
from serikat.foundation.people.phone_numbers import international
from serikat.foundation.people.region_choice import RegionField
from serikat.foundation.people.sign_in_forms import PASSWORD_HINT
from serikat.web.forms import Form
from serikat.web.language import said_later

_USERNAME_TAKEN = said_later(
    "Nama pengguna ini sudah dipakai. Pilih yang lain.", "This user name is taken. Choose another."
)


class PhoneField(forms.CharField):
    """A WhatsApp number, which may stay empty; given back in the one form in which it is kept."""

    def __init__(self) -> None:
        super().__init__(
            label=said_later("Nomor WhatsApp", "WhatsApp number"),
            help_text=said_later("Misalnya 0812 3456 7890.", "0812 3456 7890 for instance."),
            max_length=30,
            required=False,
            widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"}),
        )

    def clean(self, value: object) -> str:
        """The number. Raises ValidationError where it is none."""
        return international(super().clean(value))


class AccountForm(Form):
    """A user name and a password, chosen by the person."""

    username = forms.RegexField(
        r"^[\w.@+-]+$",
        label=said_later("Nama pengguna", "User name"),
        help_text=said_later("Tanpa spasi, misalnya sekar.banten.", "Without spaces, sekar.banten for instance."),
        max_length=60,
        min_length=3,
        error_messages={
            "invalid": said_later("Pakai huruf, angka, dan . - _ saja.", "Use letters, digits and . - _ only.")
        },
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=said_later("Kata sandi", "Password"),
        help_text=PASSWORD_HINT,
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_username(self) -> str:
        """Names count alike in large and small letters; those of link accounts are no one's to take."""
        name = str(self.cleaned_data["username"])
        if name.lower().startswith("tautan-") or Account.objects.filter(username__iexact=name).exists():
            raise ValidationError(_USERNAME_TAKEN, code="taken")
        return name

    def clean_password(self) -> str:
        """Long enough, not among the common ones, not the user name again."""
        password = str(self.cleaned_data["password"])
        validate_password(password, Account(username=self.cleaned_data.get("username", "")))
        return password


class FirstVisitForm(AccountForm):
    """The association and its first officer."""

    association = forms.CharField(
        label=said_later("Nama asosiasi", "Name of the association"),
        help_text=said_later("Misalnya Serikat Media Contoh Banten.", "Serikat Media Contoh Banten for instance."),
        max_length=160,
    )
    level = forms.ChoiceField(
        label=said_later("Tingkat", "Level"),
        widget=forms.RadioSelect,
        choices=[(level, said_later(LEVEL_WORDS[level].id, LEVEL_WORDS[level].en)) for level in Level],
        initial=Level.PROVINCE,
    )
    region = RegionField(
        label=said_later("Wilayah yang dicakup", "Region covered"),
        help_text=said_later("Wilayah lain dapat ditambahkan nanti.", "Further regions can be added later."),
        required=False,
    )
    name = forms.CharField(
        label=said_later("Nama Anda", "Your name"),
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = PhoneField()
    code = forms.CharField(
        label=said_later("Kode kunjungan pertama", "First-visit code"),
        help_text=said_later(
            "Tertulis di pengaturan server (SERIKAT_FIRST_VISIT_CODE).",
            "Stands in the server's settings (SERIKAT_FIRST_VISIT_CODE).",
        ),
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    field_order = ("code", "association", "level", "region", "name", "phone", "username", "password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not settings.FIRST_VISIT_CODE:
            del self.fields["code"]

    def clean_code(self) -> str:
        """Only who runs the server knows it."""
        if not constant_time_compare(self.cleaned_data["code"], settings.FIRST_VISIT_CODE):
            raise ValidationError(said_later("Kode ini tidak cocok.", "This code does not match."), code="code")
        return str(self.cleaned_data["code"])


class InvitationForm(Form):
    """Whom an officer invites, and to which role."""

    name = forms.CharField(label=said_later("Nama", "Name"), max_length=160)
    phone = PhoneField()
    email = forms.EmailField(label=said_later("Surel", "E-mail"), required=False)
    chapter = forms.ModelChoiceField(
        label=said_later("Cabang", "Chapter"),
        queryset=Chapter.objects.none(),
        to_field_name="public_id",
        empty_label=said_later("Pilih cabang", "Choose a chapter"),
    )
    kind = forms.ChoiceField(
        label=said_later("Peran", "Role"),
        widget=forms.RadioSelect,
        choices=[(kind, said_later(ROLE_WORDS[kind].id, ROLE_WORDS[kind].en)) for kind in RoleKind],
        initial=RoleKind.OFFICER,
        help_text=said_later(
            "Pengurus mengelola anggota dan pengurus lain. Verifikator memeriksa dan menjawab butir.",
            "Officers keep members and other officers. Verifiers audit and answer clauses.",
        ),
    )

    def __init__(self, *args: Any, chapters: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chapter"].queryset = chapters  # type: ignore[attr-defined]


class RoleForm(Form):
    """One more role for a person."""

    chapter = forms.ModelChoiceField(
        label=said_later("Cabang", "Chapter"),
        queryset=Chapter.objects.none(),
        to_field_name="public_id",
        empty_label=said_later("Pilih cabang", "Choose a chapter"),
    )
    kind = forms.ChoiceField(
        label=said_later("Peran", "Role"),
        choices=[(kind, said_later(ROLE_WORDS[kind].id, ROLE_WORDS[kind].en)) for kind in RoleKind],
    )

    def __init__(self, *args: Any, chapters: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chapter"].queryset = chapters  # type: ignore[attr-defined]


class ReasonForm(Form):
    """Why something is done; kept in the journal."""

    reason = forms.CharField(
        label=said_later("Alasan", "Reason"),
        help_text=said_later(
            "Tercatat di jurnal. Jangan menulis data pribadi.", "Kept in the journal. No personal data, please."
        ),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ChapterForm(Form):
    """A new chapter below one of mine."""

    name = forms.CharField(label=said_later("Nama cabang", "Name of the chapter"), max_length=160)
    below = forms.ModelChoiceField(
        label=said_later("Di bawah", "Below"),
        queryset=Chapter.objects.none(),
        to_field_name="public_id",
        empty_label=said_later("Pilih cabang", "Choose a chapter"),
    )
    level = forms.ChoiceField(
        label=said_later("Tingkat", "Level"),
        choices=[
            (level, said_later(LEVEL_WORDS[level].id, LEVEL_WORDS[level].en))
            for level in (Level.REGENCY, Level.PROVINCE)
        ],
    )
    region = RegionField(
        label=said_later("Wilayah yang dicakup", "Region covered"),
        help_text=said_later("Wilayah lain dapat ditambahkan nanti.", "Further regions can be added later."),
        required=False,
    )

    def __init__(self, *args: Any, chapters: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["below"].queryset = chapters  # type: ignore[attr-defined]


class CoverageForm(Form):
    """One more region for a chapter, from a day on."""

    region = RegionField(label=said_later("Wilayah", "Region"))
    since = forms.DateField(
        label=said_later("Sejak", "Since"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    source = forms.CharField(
        label=said_later("Dasar", "Source"),
        help_text=said_later("Misalnya nomor SK.", "The number of the decree, for instance."),
        max_length=200,
        required=False,
    )
