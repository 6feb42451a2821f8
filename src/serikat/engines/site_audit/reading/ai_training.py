"""Which crawlers that gather texts for training models a site's robots.txt lets in."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from serikat.engines.site_audit.evidence.record import Fetch
from serikat.engines.site_audit.reading.site import Site
from serikat.engines.site_audit.reading.text_files import Presence, text_file

# The names that their makers give for training alone; search engines that answer with AI go by others.
TRAINING_AGENTS = (
    "GPTBot",
    "ClaudeBot",
    "Google-Extended",
    "CCBot",
    "Applebot-Extended",
    "Bytespider",
    "meta-externalagent",
)
_MOST_TEXT = 512 * 1024


@dataclass(frozen=True, slots=True)
class TrainingAccess:
    """The training crawlers that may read the site's home page, and those that may not; `fetch` shows the rules."""

    fetch: Fetch | None
    let_in: tuple[str, ...]
    kept_out: tuple[str, ...]


def training_access(site: Site) -> TrainingAccess | None:
    """What robots.txt says of training crawlers; a missing file lets all in, and None says that it was not read."""
    file = text_file(site, "robots")
    if file.presence in (Presence.UNREAD, Presence.NOT_ASKED):
        return None
    rules = Protego.parse(file.text[:_MOST_TEXT])
    address = site.home.url if site.home else site.url
    let_in = tuple(name for name in TRAINING_AGENTS if rules.can_fetch(address, name))
    return TrainingAccess(file.fetch, let_in, tuple(name for name in TRAINING_AGENTS if name not in let_in))
