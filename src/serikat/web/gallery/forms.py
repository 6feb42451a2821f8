"""Forms of the gallery, with every kind of field, empty and wrong."""

from __future__ import annotations

from django import forms

from serikat.web.forms import Form
from serikat.web.language import said_later


class OutletForm(Form):
    """A form with one field of each kind."""

    name = forms.CharField(
        label=said_later("Nama media", "Name of the outlet"),
        help_text=said_later("Seperti tertulis di box redaksi.", "As it stands in the masthead."),
    )
    domain = forms.CharField(label=said_later("Alamat situs", "Address of the site"))
    form_of_company = forms.ChoiceField(
        label=said_later("Badan hukum", "Legal entity"),
        choices=[("", "–"), ("pt", "PT"), ("yayasan", "Yayasan"), ("koperasi", "Koperasi")],
    )
    level = forms.ChoiceField(
        label=said_later("Yang diperiksa", "What is checked"),
        widget=forms.RadioSelect,
        choices=[
            ("all", said_later("Semua standar yang mengikat", "All standards that bind")),
            ("one", said_later("Hanya Pedoman Media Siber", "The Cyber Media Guideline alone")),
        ],
    )
    channels = forms.MultipleChoiceField(
        label=said_later("Kirim kabar lewat", "Send word by"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[("whatsapp", "WhatsApp"), ("email", said_later("Surel", "E-mail"))],
    )
    deed = forms.FileField(
        label=said_later("Akta pendirian", "Founding deed"),
        help_text=said_later(
            "PDF atau foto yang terbaca, paling besar 10 MB.", "A PDF or a clear photo, at most 10 MB."
        ),
        required=False,
    )
    note = forms.CharField(label=said_later("Catatan", "Note"), widget=forms.Textarea({"rows": 4}), required=False)
    agreed = forms.BooleanField(
        label=said_later("Data ini sudah saya cocokkan dengan berkasnya", "I compared this with the documents")
    )


class SignInForm(Form):
    """The shortest form: a name and a password."""

    username = forms.CharField(
        label=said_later("Nama pengguna", "User name"), widget=forms.TextInput({"autocomplete": "username"})
    )
    password = forms.CharField(
        label=said_later("Kata sandi", "Password"), widget=forms.PasswordInput({"autocomplete": "current-password"})
    )


def empty_form() -> OutletForm:
    """The form before anything was typed."""
    return OutletForm(prefix="empty")


def wrong_form() -> OutletForm:
    """The form as it comes back with errors."""
    form = OutletForm({"wrong-name": "Kabar Rekaan", "wrong-level": "all"}, prefix="wrong")
    form.is_valid()
    form.add_error(
        "domain",
        str(said_later("Tulis alamat seperti kabar-rekaan.example.", "Write an address such as kabar-rekaan.example.")),
    )
    return form
