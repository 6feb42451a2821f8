"""The outlet names the person who answers for its news.

## Why it matters
UU 40/1999 Article 12 obliges a press company to announce who is responsible. In the Press Council's register the same
person is usually both penanggung jawab and editor-in-chief (779 of 911 cyber outlets), and that is in order.

## What is looked for
A person's name beside penanggung jawab, pemimpin (pimpinan) redaksi or pemred, on the masthead or another page of
identity. A company, a team, a name in square brackets, and near misses such as "Pemimpin Proyek Redaksi", "Wakil
Pemimpin Redaksi" or "Redaktur" do not count; a "Kepala Redaksi" may be the editor-in-chief by another name and is left
to a person.

## What it cannot see
Whether that person holds the Wartawan Utama certificate, and whether the name is true.
"""

from __future__ import annotations

import re

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import looked_at, met, not_met, unclear, unless_unread
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.reading.role_lines import Problem
from serikat.engines.site_audit.reading.role_pairs import RoleEntry
from serikat.engines.site_audit.reading.roles import Role
from serikat.engines.site_audit.reading.site import Site

_RIGHT_ROLES = (Role.RESPONSIBLE_EDITORIAL, Role.EDITOR_IN_CHIEF)

_MET = Words(
    id="Penanggung jawab atau pemimpin redaksi disebut: “{name}”.",
    en="The responsible person or editor-in-chief is named: “{name}”.",
)
_PROBLEMS = {
    Problem.COMPANY: Words(
        id="Di bawah penanggung jawab tertulis perusahaan, bukan orang.",
        en="A company stands under the responsible person, not a person.",
    ),
    Problem.TEAM: Words(
        id="Di bawah penanggung jawab atau pemimpin redaksi tertulis tim, bukan orang.",
        en="A team stands under the responsible person or editor-in-chief, not a person.",
    ),
    Problem.PLACEHOLDER: Words(
        id="Nama penanggung jawab masih berupa teks contoh.", en="The responsible person's name is still a placeholder."
    ),
    Problem.BRACKETED: Words(
        id="Nama penanggung jawab masih di dalam kurung siku, tampaknya belum diisi.",
        en="The responsible person's name still stands in square brackets, as if not filled in.",
    ),
    Problem.LATE: Words(
        id="Nama penanggung jawab bertanda almarhum; cantumkan penggantinya.",
        en="The responsible person is marked as deceased; name the successor.",
    ),
    Problem.EMPTY: Words(
        id="Jabatan penanggung jawab ada, tetapi namanya kosong.",
        en="The role of responsible person is there, but no name beside it.",
    ),
}
_DOUBTFUL = Words(
    id="Mesin tidak yakin yang tertulis di dekat jabatan penanggung jawab itu nama orang; periksa sendiri.",
    en="A machine cannot tell whether what stands near the responsible person's role is a name; check it yourself.",
)
_PLACEHOLDER = Words(
    id="Halaman redaksi masih berisi teks contoh; penanggung jawab belum disebut.",
    en="The masthead still holds placeholder text; no responsible person is named.",
)
_BY_ANOTHER_NAME = Words(
    id="Ada yang disebut {label}; periksa sendiri apakah dialah pemimpin redaksi atau penanggung jawab.",
    en="Somebody is called {label}; check yourself whether that is the editor-in-chief or responsible person.",
)
_HEAD_OF_THE_NEWSROOM = re.compile(r"(?:kepala|ketua)\s+redaksi\b.*", re.IGNORECASE)
_OTHER_ROLES = Words(
    id="Ada nama pengelola, tetapi tidak ada yang disebut penanggung jawab atau pemimpin redaksi.",
    en="People are named, but nobody as responsible person or editor-in-chief.",
)
_UNREADABLE = Words(
    id="Halaman redaksi ada, tetapi nama dan perannya tidak terbaca mesin.",
    en="There is a masthead page, but a machine cannot read its names and roles.",
)
_NOT_MET = Words(
    id="Tidak ditemukan nama penanggung jawab atau pemimpin redaksi di situs.",
    en="No responsible person or editor-in-chief is named on the site.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for a named person under the right role, on every page of identity."""
    entries = [(page, entry) for page, masthead in site.mastheads for entry in masthead.entries]
    right = [(page, entry) for page, entry in entries if entry.role in _RIGHT_ROLES]
    for page, entry in right:
        if entry.names and not entry.problem:
            return met(_MET.filled(name=entry.names[0]), (page.quote(entry.text),))
    for page, entry in right:
        if entry.problem is Problem.UNSURE:
            return unclear(_DOUBTFUL, (page.quote(entry.text),))
    for page, entry in right:
        return not_met(_PROBLEMS.get(entry.problem, _PROBLEMS[Problem.EMPTY]), (page.quote(entry.text),))
    for page, masthead in site.mastheads:
        if masthead.is_placeholder:
            return not_met(_PLACEHOLDER, (page.quote(masthead.placeholder_text),))
    return _without(site, entries)


def _without(site: Site, entries: list[tuple[Page, RoleEntry]]) -> Observation:
    for page, entry in entries:
        if entry.names and _HEAD_OF_THE_NEWSROOM.fullmatch(entry.label):
            return unclear(_BY_ANOTHER_NAME.filled(label=entry.label), (page.quote(entry.text),))
    if entries:
        seen = not_met(_OTHER_ROLES, (page.quote(entry.text) for page, entry in entries))
        return unless_unread(site, (PageKind.MASTHEAD,), seen)
    for page in site.of_kind(PageKind.MASTHEAD):
        return unclear(_UNREADABLE, (page.quote(page.structure.h1 or page.structure.title),))
    return unless_unread(
        site,
        (PageKind.MASTHEAD, PageKind.ABOUT),
        not_met(_NOT_MET, looked_at(site, PageKind.MASTHEAD, PageKind.CONTACT, PageKind.ABOUT, PageKind.HOME)),
    )
