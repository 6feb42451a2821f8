"""The editor-in-chief's certificate of competence (Wartawan Utama) as the masthead claims it.

## Why it matters
Article 9 of the company standard wants an editor-in-chief who holds the Utama certificate; forged and borrowed ones
have circulated. A number on the masthead can be compared with the certificate and with the register.

## What is looked for
A certificate number, or the words Wartawan Utama, on the pages of identity. The last part of a number looks like a
date of birth; it is personal data and is never quoted.

## What it cannot see
Whether the certificate is real and belongs to that person. So a claim is put before a person, and silence on the site
is no fault: the certificate goes into the file.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import unclear
from serikat.engines.site_audit.reading.competence import competence_claims
from serikat.engines.site_audit.reading.site import Site

_NUMBER = Words(
    id="Box redaksi mencantumkan nomor sertifikat Wartawan Utama; cocokkan dengan sertifikat dan daftar Dewan Pers.",
    en="The masthead gives a Wartawan Utama certificate number; compare it with the certificate and the register.",
)
_CLAIM = Words(
    id="Situs menyebut Wartawan Utama tanpa nomor sertifikat; minta sertifikatnya.",
    en="The site speaks of Wartawan Utama without a certificate number; ask for the certificate.",
)
_SILENT = Words(
    id="Kompetensi pemimpin redaksi tidak disebut di situs; sertifikatnya dinilai dari berkas.",
    en="The editor-in-chief's competence is not spoken of on the site; the certificate is judged from the file.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Looks for claims of the Utama level."""
    claims = competence_claims(site)
    if not claims:
        return unclear(_SILENT)
    words = _NUMBER if claims[0].has_number else _CLAIM
    return unclear(words, dict.fromkeys(claim.page.quote(claim.words) for claim in claims))
