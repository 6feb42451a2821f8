"""The outlet's ads.txt can be read by advertising systems, and names its owner consistently.

## Why it matters
Buyers of advertising pay only the accounts that ads.txt names. A faulty line, or a web page in the file's place, loses
income without anyone noticing; the owner's domain tells who stands behind the site. An outlet without automatic
advertising needs no ads.txt: its absence is no fault.

## What is looked for
`/ads.txt` as text: records of domain, account, DIRECT or RESELLER and at most an authority's id; the variables of
version 1.1; an OWNERDOMAIN that is a domain, and whether it is this site's.

## What it cannot see
Whether the accounts exist, who is paid, and how much.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import faulty_lines, file_quote, met, unclear, without_file
from serikat.engines.site_audit.reading.ads_txt import read_ads_txt
from serikat.engines.site_audit.reading.placeholders import registrable
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.text_files import Presence, text_file

_MET = Words(
    id="ads.txt sesuai bentuk bakunya: {count} penjual terdaftar.",
    en="ads.txt is in the form that the specification has: {count} sellers listed.",
)
_EMPTY = Words(
    id="ads.txt ada, tetapi tidak mendaftar satu penjual pun.", en="There is an ads.txt, but it lists no seller at all."
)
_OTHER_OWNER = Words(
    id="ads.txt menyebut {owner} sebagai pemilik, bukan domain situs ini; pastikan memang demikian.",
    en="ads.txt names {owner} as the owner, not the domain of this site; make sure that this is so.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Reads the file, then compares the owner that it names with the site."""
    file = text_file(site, "ads_txt")
    if file.fetch is None or file.presence is not Presence.FOUND:
        return without_file(file, "ads.txt")
    ads = read_ads_txt(file.text)
    faulty = faulty_lines(file.fetch, "ads.txt", ads.faults)
    if faulty is not None:
        return faulty
    if not ads.sellers:
        return unclear(_EMPTY, (file_quote(file.fetch, file.text.strip() or file.fetch.final_url),))
    owner = ads.value("OWNERDOMAIN")
    if owner and registrable(owner.lower()) != registrable(site.domain):
        return unclear(_OTHER_OWNER.filled(owner=owner), (file_quote(file.fetch, f"OWNERDOMAIN={owner}"),))
    first = ads.sellers[0]
    quote = f"OWNERDOMAIN={owner}" if owner else f"{first.domain}, {first.account}, {first.relationship}"
    return met(_MET.filled(count=len(ads.sellers)), (file_quote(file.fetch, quote),))
