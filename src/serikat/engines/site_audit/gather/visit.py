"""One visit to one site: its fetches so far, its budget, its robots rules, and how a single address is asked."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

from serikat.engines.site_audit.evidence.record import Fetch, Reached
from serikat.engines.site_audit.gather import answers
from serikat.engines.site_audit.gather.exchange import Answer, Limits, NotAnswered
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.guard import may_connect
from serikat.engines.site_audit.gather.limits import Budget
from serikat.engines.site_audit.gather.robots import ROBOTS_BYTES, Robots, read_robots
from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.reading.page import Page
from serikat.engines.site_audit.reading.tangle import tangled
from serikat.engines.site_audit.web_addresses import host_of, is_ip, normalised, origin_of, port_of

Clock = Callable[[], datetime]
PAGES = frozenset({"home", "page", "article", "probe", "former"})
_FILE_BYTES = {"robots": ROBOTS_BYTES, "feed": 2_000_000, "trust_txt": 1_000_000, "ads_txt": 1_000_000}
_PATIENT = frozenset({"home", "robots", "page", "article"})
_KEEPS_BODY = frozenset({Reached.PARKED, Reached.EMPTY_SHELL, Reached.BLOCKED})
_NOTHING = hashlib.sha256(b"").hexdigest()
# A site that stops answering is left in peace.
_MOST_FAULTS_IN_A_ROW = 4
_FAULTS_OF_THE_SITE = frozenset({Reached.TIMEOUT, Reached.REFUSED, Reached.DNS, Reached.TLS})


class BudgetSpent(Exception):
    """The site's time, bytes or patience are used up; the message says which."""


@dataclass(slots=True)
class _Hops:
    """A chain of redirects as it is followed."""

    url: str
    passed: tuple[str, ...] = ()
    answer: Answer | None = None
    fault: tuple[Reached, str] | None = None


class Visit:
    """Asks addresses of one site within its budget, and remembers every answer in order."""

    def __init__(self, fetcher: Fetcher, outlet: Outlet, budget: Budget, clock: Clock) -> None:
        self.outlet = outlet
        self.budget = budget
        self.fetches: list[Fetch] = []
        self.pages_asked = 0
        self._fetcher = fetcher
        self._clock = clock
        self._ends = 0.0
        self._bytes = 0
        self._robots: dict[str, Robots] = {}
        self._parsed: Page | None = None
        self._faults = 0

    def begin(self) -> None:
        """Let the site's time run; waiting for one's turn to begin does not count."""
        self._ends = asyncio.get_running_loop().time() + self.budget.seconds

    @property
    def seconds_left(self) -> float:
        """What is left of the site's time."""
        return self._ends - asyncio.get_running_loop().time()

    async def ask(self, url: str, purpose: str) -> Fetch:
        """Fetch one address and remember the answer, whatever it is. Raises BudgetSpent before asking too much."""
        self._check_budget(purpose)
        # A page is some ten times as large parsed as it is sent, and most of a visit is waiting.
        self._parsed = None
        if purpose in PAGES:
            self.pages_asked += 1
        hops = await self._follow(url, purpose)
        fetch = self._recorded(url, purpose, hops)
        fault = hops.fault or self._fault(fetch)
        if fault is not None:
            fetch = _failed(fetch, fault)
        # Many servers answer 403 for what they do not have, so a refusal counts only where there should be a page.
        unwelcome = fetch.failure is Reached.BLOCKED and purpose in _PATIENT
        silent = fetch.failure in _FAULTS_OF_THE_SITE and purpose != "former" and self.outlet.owns(fetch.final_url)
        self._faults = self._faults + 1 if unwelcome or silent else 0
        self.fetches.append(fetch)
        self._fetcher.hold(self.outlet.pacing_key, len(fetch.body))
        return fetch

    def amend(self, old: Fetch, new: Fetch) -> None:
        """Put a fetch in the place of what it was first taken for."""
        self.fetches[self.fetches.index(old)] = new

    def page(self, fetch: Fetch) -> Page:
        """The fetch as a page; the one asked last is parsed once for all who look at it."""
        if self._parsed is None or self._parsed.fetch is not fetch:
            self._parsed = Page(fetch)
        return self._parsed

    async def robots(self, origin: str) -> Robots:
        """The rules of an origin, asked for once; where it redirects, they hold for where it leads as well."""
        if origin not in self._robots:
            fetch = await self.ask(f"{origin}/robots.txt", "robots")
            rules = read_robots(fetch)
            self._robots[origin] = rules
            if urlsplit(fetch.final_url).path == "/robots.txt":
                self._robots.setdefault(origin_of(fetch.final_url), rules)
        return self._robots[origin]

    @property
    def sitemaps_named(self) -> tuple[str, ...]:
        """The sitemaps that the robots files of the site name, each once."""
        named = (normalised(url) for rules in self._robots.values() for url in rules.sitemaps[:20])
        return tuple(dict.fromkeys(url for url in named if url))

    def _check_budget(self, purpose: str) -> None:
        if self.seconds_left < 1:
            raise BudgetSpent(f"the {self.budget.seconds:.0f} s for one site were over")
        if self._bytes >= self.budget.bytes:
            raise BudgetSpent(f"the {self.budget.bytes} bytes for one site were used up")
        if self._fetcher.holds_too_much(self.outlet.pacing_key):
            raise BudgetSpent(f"memory was short, and the site had sent {self._bytes} bytes")
        if purpose in PAGES and self.pages_asked >= self.budget.pages:
            raise BudgetSpent(f"the {self.budget.pages} pages for one site were used up")
        if self._faults >= _MOST_FAULTS_IN_A_ROW:
            raise BudgetSpent(f"the site failed {self._faults} times in a row")

    async def _follow(self, url: str, purpose: str) -> _Hops:
        hops = _Hops(url)
        while True:
            hops.fault = await self._objection(hops.url, purpose)
            if hops.fault is not None:
                return hops
            try:
                answer = await self._answered(hops.url, purpose)
            except NotAnswered as fault:
                hops.fault = (fault.reached, fault.detail)
                return hops
            hops.answer = answer
            target = answer.header("location")
            if not (300 <= answer.status < 400 and target):
                return hops
            hops.fault = self._redirected(hops, target)
            if hops.fault is not None:
                return hops

    def _redirected(self, hops: _Hops, target: str) -> tuple[Reached, str] | None:
        """Move on to where a redirect points, or say why not."""
        try:
            address = normalised(urljoin(hops.url, target))
        except ValueError:
            address = ""
        if not address:
            return Reached.HTTP_ERROR, f"redirect to an address that is no web page: {target[:120]}"
        hops.passed = (*hops.passed, hops.url)
        if address in hops.passed:
            return Reached.HTTP_ERROR, "redirects in a circle"
        if len(hops.passed) > self.budget.redirects:
            return Reached.HTTP_ERROR, f"more than {self.budget.redirects} redirects"
        hops.url = address
        return None

    async def _objection(self, url: str, purpose: str) -> tuple[Reached, str] | None:
        """Why an address is not asked at all: a private place, another site, or the site's robots.txt."""
        host, policy = host_of(url), self._fetcher.policy
        if is_ip(host) and not may_connect(host, policy):
            return Reached.PRIVATE, f"not a public address: {host}"
        if host.endswith("localhost") and not (policy.allow_private or policy.admitted):
            return Reached.PRIVATE, f"a name of the machine itself: {host}"
        if not self.outlet.reaches(url):
            return Reached.REDIRECTED_AWAY, url
        if not policy.admits_port(port_of(url)):
            return Reached.PRIVATE, f"port {port_of(url)} is not one of the web's"
        if purpose == "robots":
            return None
        rules = await self.robots(origin_of(url))
        if rules.fault is not None:
            return rules.fault
        if not rules.admits(url):
            return Reached.ROBOTS, f"robots.txt closes {urlsplit(url).path[:120]} to our agent"
        return None

    async def _answered(self, url: str, purpose: str) -> Answer:
        rules = self._robots.get(origin_of(url))
        asked = min(rules.delay, self.budget.longest_delay) if rules is not None else 0.0
        limits = Limits(
            seconds=max(1.0, min(self.budget.request_seconds, self.seconds_left)),
            bytes=max(1, min(_FILE_BYTES.get(purpose, self.budget.page_bytes), self.budget.bytes - self._bytes)),
            cut=purpose not in PAGES,
            packed=purpose == "sitemap",
        )
        retries = self.budget.retries if purpose in _PATIENT else 0
        answer = await self._fetcher.answer(
            url, limits, self.budget, interval=max(self.budget.interval, asked), retries=retries
        )
        self._bytes += max(len(answer.body), answer.received)
        return answer

    def _recorded(self, url: str, purpose: str, hops: _Hops) -> Fetch:
        answer = hops.answer
        body = answer.body if answer is not None else b""
        return Fetch(
            url=url,
            final_url=hops.url,
            purpose=purpose,
            status=answer.status if answer is not None else None,
            headers=answer.headers if answer is not None else (),
            body=body,
            fetched_at=stamp(self._clock()),
            sha256=hashlib.sha256(body).hexdigest(),
            failure_detail=answer.note if answer is not None else "",
            redirects=hops.passed,
        )

    def _fault(self, fetch: Fetch) -> tuple[Reached, str] | None:
        if fetch.status is None:
            return None
        refused = answers.refusal(fetch)
        if refused is not None and fetch.purpose not in ("trust_txt", "ads_txt"):
            return refused
        if not 200 <= fetch.status < 300:
            return Reached.HTTP_ERROR, f"HTTP {fetch.status}"
        if fetch.purpose not in PAGES:
            html = answers.is_html(fetch.body)
            return (Reached.HTTP_ERROR, "an HTML page where a file was asked for") if html else None
        knot = tangled(fetch.body)
        if knot:
            return Reached.TOO_LARGE, f"more than is read of one page: {knot}"
        page = self.page(fetch)
        if fetch.purpose == "home" and (blank := answers.blank(page)):
            return blank
        if fetch.purpose in ("home", "former"):
            return answers.parked(page) or answers.empty_shell(page)
        return answers.empty_shell(page) or answers.soft_404(page)


def stamp(moment: datetime) -> str:
    """A moment as the evidence writes it: UTC to the second, `2026-11-22T00:16:43Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _failed(fetch: Fetch, fault: tuple[Reached, str]) -> Fetch:
    reached, detail = fault
    if reached in _KEEPS_BODY:
        return replace(fetch, failure=reached, failure_detail=detail)
    return replace(fetch, failure=reached, failure_detail=detail, body=b"", sha256=_NOTHING)
