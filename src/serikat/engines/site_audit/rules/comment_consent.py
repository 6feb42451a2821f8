"""Users agree, when they register, not to post lies, obscenity, hatred or discrimination.

## Why it matters
Guideline clause 3c asks for this consent in writing; with it the newsroom can hold a user to it.

## What is looked for
Where the articles read take comments: words of consent on the registration page or beside the comment box, and terms
that name what is forbidden. A comment form that is open to all without either asks nobody for consent: not met.

## What it cannot see
Registration behind a door that gathering does not open, and the dialogs of third parties: then it stays unclear.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import met, not_met, unclear, without_comments
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.user_content import consent_words, forbidden_line, user_content

_GROUPS = 3
_NAMED = ("bohong", "fitnah", "sadis", "cabul", "sara", "kebencian", "diskrimin", "merendahkan", "kekerasan")

_MET = Words(
    id="Pengguna diminta menyetujui larangan isi yang bohong, cabul, bermuatan kebencian, atau diskriminatif.",
    en="Users are asked to agree not to post lies, obscenity, hatred or discrimination.",
)
_CONSENT_ONLY = Words(
    id="Persetujuan pengguna diminta, tetapi isi yang dilarang tidak terbaca lengkap.",
    en="Users are asked to agree, but what is forbidden could not be read in full.",
)
_TERMS_ONLY = Words(
    id="Ketentuan menyebut isi yang dilarang; persetujuan tertulis saat mendaftar tidak terlihat.",
    en="The terms name what is forbidden; consent on registering was not seen.",
)
_OPEN = Words(
    id="Komentar terbuka tanpa pendaftaran, dan tidak ada persetujuan yang diminta.",
    en="Comments are open without registration, and no consent is asked.",
)
_UNSEEN = Words(
    id="Pendaftaran pengguna tidak terlihat dari halaman yang dibaca; tunjukkan teks persetujuannya.",
    en="Registration cannot be seen on the pages read; show the text of the consent.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for consent and for what it forbids."""
    content = user_content(site)
    if not content.doors:
        return without_comments(site)
    consent = consent_words(site, content)
    page, line, groups = forbidden_line(content)
    if consent:
        forbids = groups >= _GROUPS or sum(word in consent.text.lower() for word in _NAMED) >= _GROUPS
        return met(_MET, (consent,)) if forbids else unclear(_CONSENT_ONLY, (consent,))
    if groups >= _GROUPS:
        return unclear(_TERMS_ONLY, (page.quote(line),))
    if content.is_open:
        return not_met(_OPEN, content.shown())
    return unclear(_UNSEEN, content.shown())
