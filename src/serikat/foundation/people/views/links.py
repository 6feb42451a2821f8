"""One-time links: looking shows whom one is for, pressing the button uses it up."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from serikat.foundation.chapters.queries import association
from serikat.foundation.people.actions import account_for_link, link_of, set_up_account, use_link
from serikat.foundation.people.channels import whatsapp_address
from serikat.foundation.people.forms import AccountForm
from serikat.foundation.people.message_texts import ASKS_FOR_LINK
from serikat.foundation.people.models import LinkPurpose, OneTimeLink
from serikat.foundation.people.queries import chapters_of
from serikat.foundation.people.sign_in import rate_limited, record_password
from serikat.web.addresses import own_address
from serikat.web.language import said
from serikat.web.permission import RefusedError


@never_cache
@sensitive_variables("secret")
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def one_time_link(request: HttpRequest, secret: str) -> HttpResponse:
    """The page of a link. Chat programs fetch it for a preview, so only the button does anything."""
    if refusal := rate_limited(request, "link"):
        return _private(refusal)
    link = link_of(secret)
    if link is None or not link.is_open:
        return _private(_closed(request, link))
    if link.purpose == LinkPurpose.SET_UP_ACCOUNT:
        return _private(_set_up(request, link, secret))
    if request.method == "POST":
        return _private(_sign_in(request, link, secret))
    return _private(_page(request, "people/link_sign_in.html", link=link))


def _sign_in(request: HttpRequest, link: OneTimeLink, secret: str) -> HttpResponse:
    """Let the member in. Whoever has a password or a role signs in with it and the second factor; a link is neither."""
    try:
        used = use_link(secret=secret)
    except RefusedError:
        return _closed(request, link)
    target = own_address(used.leads_to)
    account = account_for_link(used.person)
    if chapters_of(used.person) or account.has_usable_password():
        return redirect(f"/masuk/?{urlencode({'next': target})}")
    login(request, account)
    return redirect(target)


def _set_up(request: HttpRequest, link: OneTimeLink, secret: str) -> HttpResponse:
    form = AccountForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, "people/link_set_up.html", link=link, form=form)
    try:
        account = set_up_account(
            secret=secret, username=form.cleaned_data["username"], password=form.cleaned_data["password"]
        )
    except RefusedError:
        return _closed(request, link)
    login(request, account)
    record_password(request, account)
    return redirect("mfa_activate_totp")


def _closed(request: HttpRequest, link: OneTimeLink | None) -> HttpResponse:
    """Used, withdrawn or too old: what to do, and how to ask for a new one."""
    asks = link.made_by if link else None
    address = whatsapp_address(asks.phone, said(ASKS_FOR_LINK)) if asks and asks.phone else ""
    return _page(request, "people/link_closed.html", link=link, ask_address=address, status=410)


def _page(request: HttpRequest, template: str, status: int = 200, **facts: object) -> HttpResponse:
    return render(request, template, {"association": association(), **facts}, status=status)


def _private(response: HttpResponse) -> HttpResponse:
    """Nothing of a link goes elsewhere: no path in Referer, no search engine, no copy kept."""
    # Not "no-referrer", under which browsers hide whose form was sent, and Django then refuses it.
    response["Referrer-Policy"] = "strict-origin"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
