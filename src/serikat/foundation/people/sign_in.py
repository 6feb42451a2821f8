"""How allauth signs people in here: no sign-up, our own words, the association's name on the second factor."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.flows.login import record_authentication
from allauth.core.internal.ratelimit import consume_or_429
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse

from serikat.foundation.chapters.queries import association
from serikat.foundation.people.models import Account
from serikat.web.language import said_later

# How often one network may ask, beside allauth's own limits for names, passwords and codes.
_LIMITS = {"first_visit": "10/m/ip", "link": "30/m/ip"}
_WRONG_CODE = said_later(
    "Kode ini tidak cocok. Tunggu kode berikutnya di aplikasi, lalu coba lagi.",
    "This code does not match. Wait for the next one in the app, then try again.",
)
_TOO_OFTEN = said_later(
    "Terlalu banyak percobaan yang gagal. Coba lagi lima menit lagi.",
    "Too many attempts that failed. Try again in five minutes.",
)


class SignInBackend(AuthenticationBackend):
    """Checks names and passwords; fetches an account with its person in one query."""

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session."""
        account = Account.objects.select_related("person").filter(pk=user_id).first()
        return account if account and self.user_can_authenticate(account) else None


class SignInAdapter(DefaultAccountAdapter):
    """Accounts come from an invitation or the first visit alone."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": said_later("Akun ini tidak aktif.", "This account is not active."),
        "enter_current_password": said_later("Kata sandi lama tidak cocok.", "The old password does not match."),
        "incorrect_password": said_later("Kata sandi tidak cocok.", "The password does not match."),
        "incorrect_code": _WRONG_CODE,
        "too_many_login_attempts": _TOO_OFTEN,
        "rate_limited": _TOO_OFTEN,
        # One sentence for both, so that nobody learns which names there are.
        "username_password_mismatch": said_later(
            "Nama pengguna atau kata sandi tidak cocok.", "The user name or the password does not match."
        ),
    }

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """No."""
        return False


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor carries the association's name, so that telephones tell it from others."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": _WRONG_CODE}

    def get_totp_issuer(self) -> str:
        """The association's name."""
        root = association()
        return root.name if root else "Serikat"

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002
        """What a new passkey is called until its owner says otherwise."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return str(said_later(f"Kunci masuk {number}", f"Passkey {number}"))


def record_password(request: HttpRequest, account: Account) -> None:
    """The password was typed just now, so that pairing a second factor does not ask for it once more."""
    record_authentication(request, account, method="password", reauthenticated=True)


def rate_limited(request: HttpRequest, action: str) -> HttpResponse | None:
    """The page that asks to wait, where too many requests of this kind came from one network; else None."""
    return consume_or_429(request, app="serikat", action=action, config=_LIMITS)
