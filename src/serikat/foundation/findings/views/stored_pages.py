"""A stored page of the evidence, to be looked at safely: its words, its source, and how it looked."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from serikat.foundation.findings.queries.stored_pages import StoredPage, lines_with, source_with, still, stored_page
from serikat.foundation.findings.reading import moment_of
from serikat.foundation.findings.views.seen import outlet_seen
from serikat.foundation.people.signed_in import signed_in

# Nothing runs, nothing is fetched, nothing is sent: only the page's own style inside of it is heard.
_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
_LONGEST_QUOTE = 600


@signed_in
@require_safe
def stored(request: HttpRequest, public_id: UUID, sha256: str) -> HttpResponse:
    """The page with these bytes in the outlet's evidence; `kutip` holds words to mark in it."""
    outlet = outlet_seen(request, public_id)
    kept = _kept(request, public_id, sha256)
    quote = request.GET.get("kutip", "")[:_LONGEST_QUOTE]
    page = kept.page
    context = {
        "outlet": outlet,
        "kept": kept,
        "fetched_at": moment_of(kept.fetch.fetched_at),
        "quote": quote,
        "lines": lines_with(page, quote),
        "source": source_with(page.markup, quote),
        "size": len(kept.fetch.body),
    }
    return render(request, "findings/stored_page.html", context)


@signed_in
@require_safe
@xframe_options_sameorigin
def rendering(request: HttpRequest, public_id: UUID, sha256: str) -> HttpResponse:
    """The page as it looked, without anything that acts, for a frame that lets nothing out."""
    kept = _kept(request, public_id, sha256)
    response = HttpResponse(still(kept.page), content_type="text/html; charset=utf-8")
    response["Content-Security-Policy"] = _POLICY
    response["X-DNS-Prefetch-Control"] = "off"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


def _kept(request: HttpRequest, public_id: UUID, sha256: str) -> StoredPage:
    kept = stored_page(outlet_seen(request, public_id), sha256)
    if kept is None:
        raise Http404
    return kept
