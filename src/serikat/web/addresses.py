"""Addresses that a visitor or a message hands in, to be led to."""

from __future__ import annotations

from django.utils.http import url_has_allowed_host_and_scheme


def own_address(address: str, *, otherwise: str = "/") -> str:
    """The address where it is one of this installation's own paths, else another; never one of somebody else's site."""
    is_own = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_own else otherwise
