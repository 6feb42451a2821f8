"""What changes on the invented sites between two audits, so that some get worse and one gets better."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from serikat.fronts.demo.outlets import Outlet, outlets
from serikat.fronts.demo.serving import Sites, sites_of

# What the second audit meets: a masthead taken away, a guideline put in its place.
LOST_THEIR_MASTHEAD = ("hikayat-kota-fiktif.example", "angin-sawah-rekaan.example")
PUT_RIGHT = ("warta-karang-rekaan.example",)


def a_month_later(sites: Sites, now: datetime) -> None:
    """Change the sites that are being served: two get worse, one is put right."""
    for outlet in outlets():
        changed = _changed(outlet)
        if changed is not outlet:
            sites.update(sites_of([changed], now))


def _changed(outlet: Outlet) -> Outlet:
    if outlet.host in LOST_THEIR_MASTHEAD:
        return dataclasses.replace(outlet, identity=tuple(page for page in outlet.identity if page.slug != "redaksi"))
    if outlet.host in PUT_RIGHT:
        [model] = [each for each in outlets() if each.host == "suara-teluk-fiktif.example"]
        masthead = next(page for page in model.identity if page.slug == "redaksi")
        others = tuple(page for page in outlet.identity if page.slug != "redaksi")
        lines = tuple(line.replace(model.company, outlet.company).replace(model.address, outlet.address)
                      .replace(model.mail, outlet.mail).replace(model.editor, outlet.editor)
                      for line in masthead.lines)  # fmt: skip
        return dataclasses.replace(outlet, identity=(dataclasses.replace(masthead, lines=lines), *others))
    return outlet
