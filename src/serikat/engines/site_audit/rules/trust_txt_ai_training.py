"""trust.txt and robots.txt say the same about training models with the outlet's texts.

## Why it matters
Some crawlers read one file, some the other. Where one says no and the other yes, the publisher's will is not known,
and whoever wants the texts takes them. Neither answer is better than the other; only the contradiction is found.

## What is looked for
`datatrainingallowed` in trust.txt, and whether robots.txt lets the crawlers in whose makers name them for training
(GPTBot, ClaudeBot, Google-Extended, CCBot, Applebot-Extended, Bytespider, meta-externalagent).

## What it cannot see
Crawlers that hide their name, those that a firewall turns away, and what contracts say.
"""

from __future__ import annotations

from serikat.engines.judgement.finding import Observation, Quote
from serikat.engines.judgement.words import Words
from serikat.engines.site_audit.asked import Asked
from serikat.engines.site_audit.observations import (
    file_quote,
    met,
    not_applicable,
    not_met,
    unclear,
    without_file,
)
from serikat.engines.site_audit.reading.ai_training import TrainingAccess, training_access
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.text_files import Presence, text_file
from serikat.engines.site_audit.reading.trust_txt import TRAINING, read_trust_txt

_MET = Words(
    id="trust.txt dan robots.txt sejalan tentang pelatihan AI.", en="trust.txt and robots.txt agree about AI training."
)
_STILL_OPEN = Words(
    id="trust.txt melarang pelatihan AI, tetapi robots.txt masih terbuka bagi semua perayap pelatihan yang kami kenal.",
    en="trust.txt forbids AI training, but robots.txt still lets in every training crawler that we know.",
)
_STILL_CLOSED = Words(
    id="trust.txt mengizinkan pelatihan AI, tetapi robots.txt tertutup bagi semua perayap pelatihan yang kami kenal.",
    en="trust.txt allows AI training, but robots.txt keeps out every training crawler that we know.",
)
_HALF = Words(
    id="trust.txt menyatakan {stated} untuk pelatihan AI, tetapi robots.txt berbeda untuk sebagian perayap ({names}).",
    en="trust.txt says {stated} to AI training, while robots.txt differs for some crawlers ({names}).",
)
_UNSAID = Words(
    id="trust.txt situs ini tidak menyatakan sikap tentang pelatihan AI.",
    en="The trust.txt of this site takes no position on AI training.",
)
_NO_ROBOTS = Words(
    id="robots.txt tidak terbaca, jadi belum dapat dibandingkan.",
    en="robots.txt could not be read, so there is nothing to compare with.",
)


def check(site: Site, asked: Asked) -> Observation:
    """Compares the statement with the rules for each training crawler."""
    file = text_file(site, "trust_txt")
    if file.fetch is None or file.presence is not Presence.FOUND:
        return without_file(file, "trust.txt")
    allowed = read_trust_txt(file.text).training_allowed
    if allowed is None:
        return not_applicable(_UNSAID)
    stated = "yes" if allowed else "no"
    quote = file_quote(file.fetch, f"{TRAINING}={stated}")
    access = training_access(site)
    if access is None:
        return unclear(_NO_ROBOTS, (quote,))
    quotes = (quote, *_rules_quoted(access))
    differing = access.kept_out if allowed else access.let_in
    if not differing:
        return met(_MET, quotes)
    if access.kept_out and access.let_in:
        return unclear(_HALF.filled(stated=stated, names=", ".join(differing)), quotes)
    return not_met(_STILL_CLOSED if allowed else _STILL_OPEN, quotes)


def _rules_quoted(access: TrainingAccess) -> tuple[Quote, ...]:
    if access.fetch is None:
        return ()
    said = f"+ {', '.join(access.let_in) or '–'}; - {', '.join(access.kept_out) or '–'}"
    return (file_quote(access.fetch, said),)
