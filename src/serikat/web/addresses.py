"""Addresses that a visitor or a message hands in, to be led to."""

from __future__ import annotations

from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme


def own_address(address: str, *, otherwise: str = "/") -> str:
    """The address where it is one of this installation's own paths, else another; never one of somebody else's site."""
    is_own = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_own else otherwise


def page_above(path: str) -> str:
    """The nearest address above a path at which a page may stand: mostly the one with the button that sends there."""
    above = path.rstrip("/").rpartition("/")[0] + "/"
    try:
        resolve(above)
    except Resolver404:
        return page_above(above) if above != "/" else above
    return above
