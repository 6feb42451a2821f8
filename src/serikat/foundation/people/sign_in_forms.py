"""The forms of signing in: allauth's, with our labels."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms

from serikat.web.language import said_later

_USERNAME = said_later("Nama pengguna", "User name")
_PASSWORD = said_later("Kata sandi", "Password")
_NEW_PASSWORD = said_later("Kata sandi baru", "New password")
PASSWORD_HINT = said_later(
    "Paling sedikit 10 huruf. Kalimat pendek yang hanya Anda tahu lebih mudah diingat.",
    "At least 10 characters. A short sentence that only you know is easier to remember.",
)
_CODE = said_later("Kode 6 angka dari aplikasi", "6-digit code from the app")
_CODE_OR_SPARE = said_later("Kode dari aplikasi, atau satu kode cadangan", "Code from the app, or one recovery code")
_KEY_NAME = said_later("Nama kunci ini", "Name of this key")
_KEY_NAME_HINT = said_later(
    "Supaya Anda tahu yang mana, misalnya “Telepon kantor”.",
    "So that you know which it is, “Office phone” for instance.",
)


def _labelled(form: forms.Form, **labels: str) -> None:
    """Give fields our labels, and take away the placeholders, which vanish when people type."""
    for name, label in labels.items():
        form.fields[name].label = label
        form.fields[name].widget.attrs.pop("placeholder", None)


class SignInForm(LoginForm):
    """Name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _labelled(self, login=_USERNAME, password=_PASSWORD)
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class NewPasswordForm(ChangePasswordForm):
    """The old password and a new one, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        again = said_later("Kata sandi baru, sekali lagi", "New password, once more")
        old = said_later("Kata sandi lama", "Old password")
        _labelled(self, oldpassword=old, password1=_NEW_PASSWORD, password2=again)
        self.fields["password1"].help_text = PASSWORD_HINT


class PasswordAgainForm(ReauthenticateForm):
    """The password once more, before the account itself is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _labelled(self, password=_PASSWORD)


class FirstCodeForm(ActivateTOTPForm):
    """The first code of a newly paired app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _labelled(self, code=_CODE)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric"}


class CodeForm(AuthenticateForm):
    """The second step of signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _labelled(self, code=_CODE_OR_SPARE)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autofocus": True}


class CodeAgainForm(CodeReauthenticateForm):
    """A code once more, before the account itself is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _labelled(self, code=_CODE_OR_SPARE)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric"}


class PasskeyForm(AddWebAuthnForm):
    """A new passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        alone = said_later("Boleh dipakai masuk tanpa kata sandi", "May sign me in without the password")
        _labelled(self, name=_KEY_NAME, passwordless=alone)
        self.fields["name"].help_text = _KEY_NAME_HINT
        self.fields["passwordless"].help_text = said_later(
            "Telepon atau komputer ini lalu meminta sidik jari, wajah, atau PIN.",
            "The phone or computer then asks for a fingerprint, a face or a PIN.",
        )


class PasskeyNameForm(EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _labelled(self, name=_KEY_NAME)
        self.fields["name"].help_text = _KEY_NAME_HINT
