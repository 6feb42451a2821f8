"""The front page: what waits for an officer; for members, their outlets."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from serikat.foundation.findings.charts import standing_chart
from serikat.foundation.people.signed_in import has_role, held_chapters, person_of, signed_in
from serikat.fronts.secretariat.officer_home import STEPS, missing_chart, officer_home
from serikat.fronts.secretariat.views.member import mine


@signed_in
@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """What waits for me."""
    if not has_role(request):
        return mine(request)
    chapters = held_chapters(request)
    shown = officer_home(person_of(request), chapters)
    facts = {
        "shown": shown,
        "whole": shown.whole,
        "chapter": min(chapters, key=lambda each: each.depth),
        "steps": STEPS,
        "import_address": _address("members:imports"),
        "standing_chart": standing_chart(shown.whole) if shown.whole.audited else None,
        "missing_chart": missing_chart(shown.whole),
    }
    return render(request, "secretariat/home.html", facts)


def _address(route: str) -> str:
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""
