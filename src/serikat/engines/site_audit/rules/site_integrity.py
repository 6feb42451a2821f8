"""The site shows signs that it is no longer in its owner's hands.

## Why it matters
Abandoned and badly kept sites are broken into to sell gambling, pills and false essays under the name of a newsroom,
and expired domains are bought for it. The owner is often the last to know. It harms readers, the outlet's name and
every association that lists it, and the file for the Press Council cannot go on while it lasts. So it is told to the
owner first, in private, and it accuses nobody.

## What is looked for
A home page that is parked, suspended, defaced or sends visitors to another domain; titles and descriptions that sell
gambling, pills or essays; links that sell to other sites, above all hidden ones; inner pages that send visitors to
such a site; feeds and sitemaps full of such pages or in another script; a former address that now belongs to somebody
else. News about gambling, with its police, victims and ministries, is told apart.

## What it cannot see
Pages shown to search engines alone, scripts that act in a browser, sign-ins that were stolen, and whether the owner
sold the links. A clean answer is no proof of a clean server.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.observations import not_applicable, unclear
from serikat.engines.site_audit.reading.infection import Sign, infections
from serikat.engines.site_audit.reading.site import Site

# What other rules cannot be asked about is what this one looks for.
READS_UNREAD = frozenset({Reached.PARKED, Reached.REDIRECTED_AWAY})

_HACKED = Words(
    id="Situs mungkin diretas: {what}. Sampaikan kepada pengelolanya lebih dulu, secara pribadi.",
    en="The site may have been hacked: {what}. Tell those who run it first, in private.",
)
_LOST = Words(
    id="Domain mungkin lepas dari pemiliknya: {what}. Sampaikan kepada pengelolanya lebih dulu, secara pribadi.",
    en="The domain may be out of its owner's hands: {what}. Tell those who run it first, in private.",
)
_NOTHING = Words(
    id="Tidak terlihat tanda bahwa situs diretas atau domainnya lepas; ini bukan bukti bahwa server bersih.",
    en="No sign was seen that the site was hacked or its domain lost; that is no proof of a clean server.",
)
_DOMAIN = (Sign.PARKED, Sign.MOVED, Sign.FORMER_LOST)
_SAID = {
    Sign.PARKED: Words("halaman utama diparkir, ditangguhkan, atau kosong",
                       "its home page is parked, suspended or not set up"),
    Sign.MOVED: Words("halaman utama mengalihkan ke domain lain (bila memang pindah, perbarui alamatnya)",
                      "its home page sends visitors to another domain (if it has moved, update its address)"),
    Sign.DEFACED: Words("judul halaman utama memuat nama peretas", "its home page bears the name of an intruder"),
    Sign.OFFER_IN_TITLE: Words("judul {count} halaman menawarkan judi, obat, atau jasa gelap",
                               "the titles of {count} pages sell gambling, pills or the like"),
    Sign.HIDDEN_LINKS: Words("{count} tautan tersembunyi ke situs judi, obat, atau jasa gelap",
                             "{count} hidden links to sites that sell gambling, pills or the like"),
    Sign.OFFERS_LINKED: Words("{count} tautan ke situs judi, obat, atau jasa gelap",
                              "{count} links to sites that sell gambling, pills or the like"),
    Sign.SENT_AWAY: Words("{count} halaman mengalihkan pengunjung ke situs judi atau sejenisnya",
                          "{count} pages send visitors to a site that sells gambling or the like"),
    Sign.OFFERS_LISTED: Words("peta situs atau umpan memuat {count} halaman penawaran judi, obat, atau jasa gelap",
                              "the sitemap or feed lists {count} pages that sell gambling, pills or the like"),
    Sign.OTHER_SCRIPT: Words("judul atau peta situs memuat {count} tulisan beraksara asing",
                             "the title or sitemap holds {count} texts in a foreign script"),
    Sign.FORMER_LOST: Words("alamat lama kini dipakai pihak lain atau diparkir ({count})",
                            "a former address is now parked or used by others ({count})"),
}  # fmt: skip


def check(site: Site, asked: Asked) -> Observation:
    """Looks for signs of a break-in or a lost domain."""
    found = infections(site)
    if not found:
        return not_applicable(_NOTHING)
    said = [_SAID[each.sign].filled(count=each.count) for each in found]
    what = Words("; ".join(each.id for each in said), "; ".join(each.en for each in said))
    lost = all(each.sign in _DOMAIN for each in found)
    words = _LOST if lost else _HACKED
    reason = Words(words.id.format(what=what.id), words.en.format(what=what.en))
    return unclear(reason, (quote for each in found for quote in each.quotes))
