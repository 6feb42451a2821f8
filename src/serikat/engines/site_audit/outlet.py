"""An outlet as an association means it: a site of its own, one host of a group, or one path of a host."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from serikat.engines.site_audit.web_addresses import host_of, same_page_key, seeds, site_of

# A last part of a path that names a file or a program, not a folder.
_FILE = re.compile(r"/[^/]*\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
# People copy the address of the page that their browser shows; these are the front page of the whole host.
_FRONT_DOORS = frozenset({"/home", "/beranda", "/index", "/web", "/portal", "/id", "/amp", "/m"})


@dataclass(frozen=True, slots=True)
class FormerAddress:
    """An address that the outlet had before; `until` is its last day there, where known."""

    address: str
    until: date | None = None


@dataclass(frozen=True)
class Outlet:
    """One outlet: its present address as a person wrote it, its name, and the addresses that it had before.

    Raises ValueError where `address` is not the address of a web site; a former address that is none is passed over.
    """

    address: str
    name: str = ""
    former: tuple[FormerAddress, ...] = ()

    def __post_init__(self) -> None:
        seeds(self.address)

    @cached_property
    def seeds(self) -> tuple[str, ...]:
        """The addresses to try, in order: https first where no scheme was written."""
        return seeds(self.address)

    @property
    def url(self) -> str:
        """The address to begin at."""
        return self.seeds[0]

    @cached_property
    def key(self) -> str:
        """What makes two spellings one outlet: host and path, without scheme, `www.` and closing slash."""
        if urlsplit(self.url).query and self.folder == "/":
            return same_page_key(self.url).rstrip("?/")
        return f"{_host(self.url)}{self.folder}".rstrip("/")

    @cached_property
    def pacing_key(self) -> str:
        """What requests are paced by: the registrable domain, or the host where there is none."""
        return site_of(self.url)

    @cached_property
    def folder(self) -> str:
        """The path that the outlet lives under, with closing slash; `/` where it has the whole host."""
        return _folder(self.url)

    @cached_property
    def is_whole_site(self) -> bool:
        """Whether the registrable domain with all its hosts is the outlet's own, so that there is no parent."""
        return _host(self.url) == self.pacing_key and self.folder == "/"

    @cached_property
    def former_urls(self) -> tuple[str, ...]:
        """Where each former address began."""
        return tuple(found for found in map(_first_seed, self.former) if found)

    def owns(self, url: str) -> bool:
        """Whether an address is the outlet's own, and not a parent's that lends it a subdomain or a path."""
        return any(home.holds(url) for home in self._homes)

    def reaches(self, url: str) -> bool:
        """Whether an address may be read for this outlet: its own, its parent's, or on a domain that it had before."""
        return site_of(url) in self._sites

    @cached_property
    def _homes(self) -> tuple[_Home, ...]:
        return tuple(_Home(_host(url), _folder(url)) for url in (self.url, *self.former_urls))

    @cached_property
    def _sites(self) -> frozenset[str]:
        return frozenset(map(site_of, (self.url, *self.former_urls)))


@dataclass(frozen=True, slots=True)
class _Home:
    """Where an outlet has room of its own: a domain, a host, or a folder on a host."""

    host: str
    folder: str

    def holds(self, url: str) -> bool:
        """Whether an address lies there."""
        if self.folder == "/":
            return site_of(url) == self.host or _host(url) == self.host
        return _host(url) == self.host and f"{urlsplit(url).path}/".startswith(self.folder)


def _first_seed(former: FormerAddress) -> str:
    try:
        return seeds(former.address)[0]
    except ValueError:
        return ""


def _folder(url: str) -> str:
    path = _FILE.sub("/", urlsplit(url).path).rstrip("/")
    return "/" if path.lower() in _FRONT_DOORS else f"{path}/"


def _host(url: str) -> str:
    """The host without `www.`; with its port where the host is no domain name, as for a site on a machine's address."""
    site = site_of(url)
    return site if ":" in site else host_of(url).removeprefix("www.")
