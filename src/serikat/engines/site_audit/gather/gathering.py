"""Gathers one site: home, the pages a standard asks for, what the site lists of itself, a sample of its articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from urllib.parse import urljoin, urlsplit

from aiohttp.abc import AbstractResolver

from serikat import RELEASE
from serikat.engines.site_audit.evidence.record import Fetch, Gathering, Reached
from serikat.engines.site_audit.gather import listings
from serikat.engines.site_audit.gather.discovery import Wanted, may_be_page, usual_paths
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.limits import Budget, Progress, ReachPolicy, Watch
from serikat.engines.site_audit.gather.other_sides import MOST_OTHERS, others_named, trust_txt_of
from serikat.engines.site_audit.gather.sampling import OBVIOUS, Candidate, Candidates, reads_as_article, sections
from serikat.engines.site_audit.gather.visit import BudgetSpent, Clock, Visit, stamp
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.page_kinds import PageKind
from serikat.engines.site_audit.web_addresses import host_of, normalised, origin_of, port_of, site_of, with_other_www

_REFRESH = re.compile(r"^\s*\d{1,2}\s*[;,]\s*url\s*=\s*[\"']?([^\"']+)", re.IGNORECASE)
_REFRESH_MOST_WORDS = 50
_ELSEWHERE = frozenset({Reached.DNS, Reached.TLS, Reached.REFUSED, Reached.TIMEOUT})
# Shared lines by which a page is the site's "nothing here" page in other clothes.
_ECHO = 0.9
_PLAIN_PORT = 80
# Pages kept for sections and guesses when policy pages take their share.
_SPARED = 4
_MOST_FORMER = 3
_ENOUGH_IN_FOLDER = 3
_MUST_HAVE = (PageKind.MASTHEAD, PageKind.GUIDELINE, PageKind.CONTACT)


def now() -> datetime:
    """The moment as a gathering stamps it."""
    return datetime.now(UTC)


async def gather_site(
    outlet: Outlet | str,
    budget: Budget | None = None,
    *,
    policy: ReachPolicy,
    progress: Watch | None = None,
    clock: Clock = now,
    names: AbstractResolver | None = None,
) -> Gathering:
    """Gather one site with a connection of its own. For many sites share a `Fetcher` and use `SiteGatherer`.

    Raises ValueError where `outlet` is not the address of a web site; everything else ends as a `reached`.
    """
    async with Fetcher(policy, names=names) as fetcher:
        return await SiteGatherer(fetcher, outlet, budget or Budget(), progress=progress, clock=clock).gather()


class SiteGatherer:
    """The order in which one site is read. `progress` is told of every request; `clock` stamps the evidence."""

    def __init__(
        self,
        fetcher: Fetcher,
        outlet: Outlet | str,
        budget: Budget,
        *,
        progress: Watch | None = None,
        clock: Clock = now,
    ) -> None:
        self._outlet = outlet if isinstance(outlet, Outlet) else Outlet(outlet)
        self._fetcher = fetcher
        self._budget = budget
        self._progress = progress
        self._clock = clock
        self._visit = Visit(fetcher, self._outlet, budget, clock)
        self._site = self._outlet.pacing_key
        self._wanted = Wanted(self._site, self._outlet.owns)
        self._candidates = Candidates(self._site, self._outlet.owns, 0)
        self._home: Page | None = None
        self._planned = 18 + budget.articles
        self._policy_asked = 0
        self._stopped = ""

    async def gather(self) -> Gathering:
        """Wait for the site's turn, then read it."""
        async with self._fetcher.reception(self._outlet.url):
            return await self.read()

    async def read(self) -> Gathering:
        """Read the site, whose turn it is, within its budget and hand over all that was fetched."""
        self._visit.begin()
        started = stamp(self._clock())
        try:
            self._home = await self._find_home()
            if self._home is not None:
                await self._read_site(self._home)
        except BudgetSpent as spent:
            self._stopped = str(spent)
        reached, detail = self._reached()
        return Gathering(
            self._outlet.url, started, RELEASE, self._fetcher.agent, reached, detail, tuple(self._attributed())
        )

    def _attributed(self) -> Iterator[Fetch]:
        """The fetches, those of a parent marked so; a path without articles of its own is only a door to its host."""
        ground = Outlet(origin_of(self._outlet.url)) if self._candidates.left_scope else self._outlet
        for fetch in self._visit.fetches:
            is_parents = not ground.owns(fetch.final_url) and self._outlet.reaches(fetch.final_url)
            yield replace(fetch, inherited=True) if is_parents else fetch

    async def _read_site(self, home: Page) -> None:
        self._site = site_of(home.url)
        self._candidates = self._candidates_of(home)
        self._wanted = Wanted(self._site, self._outlet.owns)
        self._wanted.seen(home.url)
        self._take(home)
        home.let_go()
        await self._policy_pages()
        await self._lists(home)
        await self._policy_pages()
        await self._sections(home)
        await self._articles()
        await self._policy_pages()
        await self._guesses(home)
        await self._files(home)
        await self._former()

    def _candidates_of(self, home: Page) -> Candidates:
        """Where to look for articles; a path may be all of the site, or a part of it."""
        if not self._outlet.is_whole_site:
            return Candidates(self._site, self._outlet.owns, 0 if self._is_fenced else 1)
        folder = urljoin(home.url, ".")
        if urlsplit(folder).path == "/":
            return Candidates(self._site, self._outlet.owns, 0)
        return Candidates(self._site, lambda url: url.startswith(folder), _ENOUGH_IN_FOLDER)

    @property
    def _is_fenced(self) -> bool:
        """Whether the outlet is one host of a group, whose other hosts are other outlets' ground."""
        home = self._home
        is_host = self._outlet.folder == "/" and not self._outlet.is_whole_site
        return is_host and home is not None and self._outlet.owns(home.url)

    async def _ask(self, stage: str, url: str, purpose: str) -> Fetch:
        secure = self._home is not None and self._home.url.startswith("https:")
        if secure and purpose != "former" and port_of(url) == _PLAIN_PORT:
            # Old links keep http on sites that redirect it all; the redirect would cost a request each time.
            url = f"https:{url.removeprefix('http:')}"
        fetch = await self._visit.ask(url, purpose)
        if self._progress is not None:
            done = len(self._visit.fetches)
            self._progress(Progress(stage, done, max(done, self._planned), url))
        return fetch

    async def _find_home(self) -> Page | None:
        """The home page, over http where https fails, with or without `www.` where the name has no address."""
        for url in self._outlet.seeds:
            fetch = await self._ask("home", url, "home")
            if fetch.failure is Reached.DNS:
                other = with_other_www(url)
                return await self._settled_home(await self._ask("home", other, "home")) if other else None
            if fetch.failure not in _ELSEWHERE:
                return await self._settled_home(fetch)
        return None

    async def _settled_home(self, fetch: Fetch) -> Page | None:
        """The page behind a home that only sends on, else the home itself; None where there is nothing to read on."""
        if fetch.failure is Reached.EMPTY_SHELL:
            return Page(fetch)
        if fetch.failure is not None:
            return None
        page = self._visit.page(fetch)
        sent = _REFRESH.match(page.structure.meta("refresh"))
        if sent is None or len(page.text.split()) > _REFRESH_MOST_WORDS:
            return page
        target = normalised(urljoin(page.url, sent[1].strip()))
        if not target or target == page.url:
            return page
        self._visit.amend(fetch, replace(fetch, purpose="page"))
        onward = await self._ask("home", target, "home")
        return self._visit.page(onward) if onward.failure is None else None

    def _take(self, page: Page) -> None:
        """Learn from the links of a page."""
        self._wanted.take_links(page)
        self._candidates.take_page(page)

    async def _policy_pages(self) -> None:
        most = max(6, self._budget.pages - self._budget.articles - _SPARED)
        while self._policy_asked < most and (wanted := self._wanted.next()) is not None:
            self._policy_asked += 1
            kind, url = wanted
            fetch = await self._ask("policy", url, "page")
            self._candidates.drop(url)
            self._candidates.drop(fetch.final_url)
            self._wanted.seen(fetch.final_url)
            if fetch.failure is None and (self._home is None or fetch.final_url != self._home.url):
                self._wanted.found(kind)
                self._wanted.take_links(self._visit.page(fetch))

    async def _lists(self, home: Page) -> None:
        """Sitemaps and feeds: what the site itself says that it holds."""
        own = [url for url in self._visit.sitemaps_named if self._lists_ours(url)]
        waiting = sorted(own, key=listings.sitemap_rank) or [f"{origin_of(home.url)}/sitemap.xml"]
        for _ in range(self._budget.sitemaps):
            if not waiting:
                break
            fetch = await self._ask("lists", waiting.pop(0), "sitemap")
            found = listings.read_sitemap(fetch, self._budget.page_bytes) if fetch.failure is None else None
            if found is None:
                self._not_a_list(fetch)
                continue
            # Newest first, then stable by rank: news sitemaps and page sitemaps lead.
            newest = sorted(found.children, key=lambda each: each.day, reverse=True)
            own = [url for url in (normalised(each.url) for each in newest) if url and self._lists_ours(url)]
            waiting = [*sorted(own, key=listings.sitemap_rank), *waiting][:20]
            self._candidates.take_entries(listings.notable(found.entries), trusted=found.is_news)
            self._wanted.take_addresses(filter(None, (normalised(entry.url) for entry in found.entries[:2000])))
        await self._feed(home)

    async def _feed(self, home: Page) -> None:
        declared = [
            href
            for rel, href, kind in home.structure.relations
            if "alternate" in rel and ("rss" in kind or "atom" in kind) and "comment" not in href
        ]
        here = [url for url in map(normalised, declared) if url and self._lists_ours(url)]
        url = min(here, key=lambda each: (not self._outlet.owns(each), len(each))) if here else self._usual_feed(home)
        fetch = await self._ask("lists", url, "feed")
        found = listings.read_feed(fetch, self._budget.page_bytes) if fetch.failure is None else None
        if found is None:
            self._not_a_list(fetch)
        else:
            self._candidates.take_entries(found.entries[: listings.NEWEST], trusted=True)

    def _lists_ours(self, url: str) -> bool:
        """Whether a list at this address may name our articles; in a group that is the host's own."""
        return site_of(url) == self._site and (self._outlet.owns(url) or not self._is_fenced)

    def _usual_feed(self, home: Page) -> str:
        folder = self._outlet.folder if self._outlet.owns(home.url) else "/"
        return f"{origin_of(home.url)}{folder}feed"

    def _not_a_list(self, fetch: Fetch) -> None:
        if fetch.failure is None:
            detail = f"holds no {fetch.purpose}"
            self._visit.amend(fetch, replace(fetch, failure=Reached.HTTP_ERROR, failure_detail=detail))

    async def _sections(self, home: Page) -> None:
        few = self._candidates.obvious() < self._budget.articles
        for url in sections(home, self._site, 3 if few else 2):
            if self._pages_left() <= self._budget.articles // 2:
                return
            if self._is_fenced and not self._outlet.owns(url):
                continue
            fetch = await self._ask("sections", url, "page")
            self._candidates.drop(url)
            self._wanted.seen(url)
            if fetch.failure is None:
                self._take(self._visit.page(fetch))

    def _pages_left(self) -> int:
        return self._budget.pages - self._visit.pages_asked

    async def _articles(self) -> None:
        spared = 6 if any(kind in _MUST_HAVE for kind in self._wanted.missing()) else 0
        size = min(self._budget.articles, max(0, self._pages_left() - spared))
        chosen = self._candidates.sample(size)
        self._planned = len(self._visit.fetches) + len(chosen) + 4
        for candidate in chosen:
            await self._article(candidate)

    async def _article(self, candidate: Candidate) -> None:
        fetch = await self._ask("articles", candidate.url, "article")
        self._wanted.seen(candidate.url)
        if fetch.failure is not None:
            return
        page = self._visit.page(fetch)
        self._wanted.take_links(page)
        if not reads_as_article(page, expected=candidate.likeness >= OBVIOUS):
            self._visit.amend(fetch, replace(fetch, purpose="page"))

    async def _guesses(self, home: Page) -> None:
        """Ask usual addresses for what no link led to; a page that echoes the site's answer to nonsense is none."""
        missing = self._wanted.missing()
        most = min(self._budget.guesses, self._pages_left() - 1)
        if not missing or most < 1:
            return
        nonsense = sha256(self._site.encode()).hexdigest()[:12]
        probe = await self._ask("guesses", urljoin(home.url, f"serikat-{nonsense}"), "probe")
        echoes = [home, *([Page(probe)] if probe.failure is None else [])]
        tries = usual_paths(missing, home, self._places(home))
        silent: set[str] = set()
        for _ in range(most):
            guess = next((each for each in tries if self._worth_a_guess(*each, silent)), None)
            if guess is None:
                return
            if await self._guess(*guess, echoes) in _ELSEWHERE:
                silent.add(host_of(guess[1]))

    def _places(self, home: Page) -> tuple[str, ...]:
        """Where usual pages may lie: the outlet's own ground first, then the parent's."""
        origin = origin_of(home.url)
        if self._outlet.is_whole_site or not self._outlet.owns(home.url):
            return (f"{origin}/",)
        if self._outlet.folder != "/":
            return (f"{origin}{self._outlet.folder}", f"{origin}/")
        return (f"{origin}/", f"{origin.replace(host_of(home.url), self._site, 1)}/")

    def _worth_a_guess(self, kind: PageKind, url: str, silent: set[str]) -> bool:
        wanted = kind in self._wanted.missing() and not self._wanted.was_seen(url)
        return wanted and host_of(url) not in silent and may_be_page(url, self._site)

    async def _guess(self, kind: PageKind, url: str, echoes: list[Page]) -> Reached | None:
        """Ask one usual address; tells why it gave no page."""
        fetch = await self._ask("guesses", url, "probe")
        self._wanted.seen(url)
        if fetch.failure is not None:
            return fetch.failure
        page = self._visit.page(fetch)
        if any(page.url == echo.url or _echoes(page, echo) for echo in echoes):
            soft = replace(fetch, failure=Reached.HTTP_ERROR, failure_detail="soft 404: the answer to any address")
            self._visit.amend(fetch, soft)
            return soft.failure
        self._visit.amend(fetch, replace(fetch, purpose="page"))
        self._wanted.found(kind)
        return None

    async def _files(self, home: Page) -> None:
        origin = origin_of(home.url)
        trust = await self._ask("files", f"{origin}/trust.txt", "trust_txt")
        if trust.failure is not None:
            trust = await self._ask("files", f"{origin}/.well-known/trust.txt", "trust_txt")
        await self._ask("files", f"{origin}/ads.txt", "ads_txt")
        if trust.failure is None:
            await self._other_sides(trust, origin)

    async def _other_sides(self, trust: Fetch, home: str) -> None:
        """The trust.txt of those whom the outlet's own names; those who do not answer in time stay unknown."""
        for origin in islice(others_named(trust), MOST_OTHERS):
            if self._outlet.reaches(origin):
                if host_of(origin) != host_of(home):
                    await self._ask("files", f"{origin}/trust.txt", "trust_txt")
                continue
            with suppress(TimeoutError):
                self._visit.fetches.extend(await trust_txt_of(origin, self._fetcher, self._budget, self._clock))

    async def _former(self) -> None:
        """Where the addresses lead that the outlet had before: to the present one, to nothing, or to somebody else."""
        for url in self._outlet.former_urls[:_MOST_FORMER]:
            fetch = await self._ask("former", url, "former")
            if fetch.failure in _ELSEWHERE and url.startswith("https:"):
                await self._ask("former", f"http:{url.removeprefix('https:')}", "former")

    def _reached(self) -> tuple[Reached, str]:
        homes = [fetch for fetch in self._visit.fetches if fetch.purpose == "home"]
        pages = [fetch for fetch in self._visit.fetches if fetch.purpose in ("page", "article")]
        read = [fetch for fetch in pages if fetch.failure is None]
        if not homes:
            return Reached.TIMEOUT, self._stopped
        if self._home is None or homes[-1].failure is not None:
            if homes[-1].failure is Reached.EMPTY_SHELL and read:
                return Reached.PARTIAL, f"home: {homes[-1].failure_detail}"
            return _home_fault(homes)
        if self._stopped:
            return Reached.PARTIAL, self._stopped
        failed = [fetch for fetch in pages if fetch.failure is not None and fetch.failure_detail != "HTTP 404"]
        if len(failed) > len(read) and len(pages) >= 4:
            return Reached.PARTIAL, f"{len(failed)} of {len(pages)} pages failed"
        return Reached.READ, "; ".join(f"{urlsplit(each.url).scheme}: {each.failure_detail}" for each in homes[:-1])


def _home_fault(homes: list[Fetch]) -> tuple[Reached, str]:
    """Why no home page was read: what a server said, also in robots.txt, counts more than a door that stayed shut."""
    telling = next((each for each in reversed(homes) if each.failure and each.failure not in _ELSEWHERE), homes[0])
    details = dict.fromkeys(f"{urlsplit(each.url).scheme}: {each.failure_detail}" for each in homes)
    alone = telling.failure_detail if len(details) == 1 else "; ".join(details)
    return telling.failure or Reached.TIMEOUT, alone


def _echoes(page: Page, other: Page) -> bool:
    lines, others = set(page.lines), set(other.lines)
    other.let_go()
    return not lines or len(lines & others) >= _ECHO * len(lines)
