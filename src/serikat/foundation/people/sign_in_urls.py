"""The addresses of signing in: the pages of allauth that are used, and no other, by the names that it asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path

from serikat.foundation.people.middleware import ask_again_for_second_factor
from serikat.foundation.people.models import Account

View = Callable[..., HttpResponseBase]


def _with_password(view: View) -> View:
    """The pages of one's own password and second factor exist only for whoever has them; members have links."""

    @wraps(view)
    def only_with_password(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if isinstance(request.user, Account) and not request.user.has_usable_password():
            raise Http404
        if request.method == "POST":
            ask_again_for_second_factor(request)
        return view(request, *args, **kwargs)

    return only_with_password


_OWN = {
    "konfirmasi/": (account.reauthenticate, "account_reauthenticate"),
    "konfirmasi/kode/": (second_factor.reauthenticate, "mfa_reauthenticate"),
    "konfirmasi/kunci/": (passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    "kata-sandi/": (account.password_change, "account_change_password"),
    "faktor-kedua/": (second_factor.index, "mfa_index"),
    "faktor-kedua/aplikasi/": (totp.activate_totp, "mfa_activate_totp"),
    "faktor-kedua/aplikasi/lepas/": (totp.deactivate_totp, "mfa_deactivate_totp"),
    "faktor-kedua/kode-cadangan/": (recovery_codes.view_recovery_codes, "mfa_view_recovery_codes"),
    "faktor-kedua/kode-cadangan/buat/": (recovery_codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    "faktor-kedua/kode-cadangan/unduh/": (recovery_codes.download_recovery_codes, "mfa_download_recovery_codes"),
    "faktor-kedua/kunci/": (passkeys.list_webauthn, "mfa_list_webauthn"),
    "faktor-kedua/kunci/tambah/": (passkeys.add_webauthn, "mfa_add_webauthn"),
    "faktor-kedua/kunci/<int:pk>/lepas/": (passkeys.remove_webauthn, "mfa_remove_webauthn"),
    "faktor-kedua/kunci/<int:pk>/": (passkeys.edit_webauthn, "mfa_edit_webauthn"),
}
urlpatterns = [
    path("masuk/", account.login, name="account_login"),
    path("masuk/kode/", second_factor.authenticate, name="mfa_authenticate"),
    path("masuk/kunci/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("masuk/tidak-aktif/", account.account_inactive, name="account_inactive"),
    path("akun/keluar/", account.logout, name="account_logout"),
    *(path(f"akun/{address}", _with_password(view), name=name) for address, (view, name) in _OWN.items()),
]
