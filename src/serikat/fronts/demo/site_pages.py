"""What an invented outlet's site answers: pages in its own look, feed, sitemap, robots.txt, and its faults."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import cache
from xml.sax.saxutils import escape

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from serikat.fronts.demo.outlets import IdentityPage, Outlet, guideline_page, outlets
from serikat.fronts.demo.stories import DemoArticle, articles_of

_HTML = "text/html; charset=utf-8"
_XML = "application/xml; charset=utf-8"
_ON_FRONT_PAGE = 14
_IN_FEED = 30
GUIDELINE_SUBDOMAIN = "pedoman."
# Where the lapsed domain of one outlet leads, and what such places sell.
SHOP = "toko-panci-rekaan.example"
_REFUSALS = ("benteng", "alih", "galat")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server sends back."""

    status: int
    content_type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


class DemoSite:
    """One outlet's site, its articles dated back from one moment."""

    def __init__(self, outlet: Outlet, now: datetime) -> None:
        self.outlet = outlet
        self.articles = articles_of(outlet, now) if outlet.reporters else ()
        self._by_path = {article.path: article for article in self.articles}
        self._identity = {outlet.path + _identity_path(outlet.theme, page.slug): page for page in outlet.identity}

    def answer(self, path: str, host: str) -> Answer:
        """The answer to a path, on the host (with its port) under which the site is being read."""
        if self.outlet.theme in _REFUSALS:
            return self._refusal(host)
        if host.startswith(GUIDELINE_SUBDOMAIN):
            return self._guideline(path, host)
        if path.removeprefix(self.outlet.path) in ("", "/", "/index.html"):
            return Answer(200, _HTML, self._page(host, listed=self.articles[:_ON_FRONT_PAGE]))
        if path in self._identity:
            page = self._identity[path]
            return Answer(200, _HTML, self._page(host, page=page, title=page.heading))
        if path in self._by_path:
            article = self._by_path[path]
            return Answer(200, _HTML, self._page(host, article=article, title=article.title))
        return self._listing(path, host) or Answer(404, _HTML, b"<title>404</title><h1>Halaman tidak ditemukan</h1>")

    def _refusal(self, host: str) -> Answer:
        """What a site answers to everything that it is asked, where it is closed, broken or gone elsewhere."""
        theme = self.outlet.theme
        if theme == "benteng":
            return Answer(403, _HTML, self._page(host), (("Server", "cloudflare"), ("CF-RAY", "rekaan")))
        if theme == "alih":
            colon_and_port = host[len(host.partition(":")[0]) :]
            return Answer(302, _HTML, b"", (("Location", f"http://{SHOP}{colon_and_port}/"),))
        return Answer(500, _HTML, b"<title>500</title><h1>Galat basis data. Situs contoh, fiktif.</h1>")

    def _guideline(self, path: str, host: str) -> Answer:
        if path != "/" or self.outlet.guideline != "elsewhere":
            return Answer(404, _HTML, b"<title>404</title>")
        page = guideline_page(self.outlet)
        return Answer(200, _HTML, self._page(host, page=page, title=page.heading))

    def _listing(self, path: str, host: str) -> Answer | None:
        path = path.removeprefix(self.outlet.path)
        section = path.removeprefix("/kategori/").rstrip("/")
        listed = [article for article in self.articles if article.section.lower() == section][:_ON_FRONT_PAGE]
        if self.outlet.theme == "kolom" and listed:
            return Answer(200, _HTML, self._page(host, listed=listed, title=listed[0].section))
        if path == "/robots.txt":
            rule = "Disallow" if self.outlet.robots == "closed" else "Allow"
            text = f"User-agent: *\n{rule}: /\nSitemap: http://{host}/sitemap.xml\n"
            return Answer(200, "text/plain; charset=utf-8", text.encode())
        if path == "/sitemap.xml" and self.articles and self.outlet.theme != "tangan":
            return Answer(200, _XML, self._sitemap(host).encode())
        if path in ("/feed/", "/feeds/posts/default") and self.articles and self.outlet.feed:
            return Answer(200, _XML, self._feed(host).encode())
        return None

    def _page(
        self,
        host: str,
        *,
        listed: tuple[DemoArticle, ...] | list[DemoArticle] = (),
        article: DemoArticle | None = None,
        page: IdentityPage | None = None,
        title: str = "",
    ) -> bytes:
        template = _environment().get_template(f"{self.outlet.theme}.html.j2")
        return template.render(
            outlet=self.outlet,
            origin=f"http://{host}",
            home=f"{self.outlet.path}/",
            menu=self._menu(host),
            sections=list(dict.fromkeys(article.section for article in self.articles)),
            listed=listed,
            article=article,
            page=page,
            title=title,
        ).encode()

    def _menu(self, host: str) -> list[tuple[str, str]]:
        menu = [(page.link, path) for path, page in self._identity.items()]
        if self.outlet.parent:
            menu += _menu_of_parent(self.outlet.parent, host)
        if self.outlet.guideline == "elsewhere":
            bare = host.removeprefix(GUIDELINE_SUBDOMAIN)
            menu.append(("Pedoman Media Siber", f"http://{GUIDELINE_SUBDOMAIN}{bare}/"))
        return menu

    def _sitemap(self, host: str) -> str:
        dated = self.outlet.dates == "text"
        entries = "".join(
            f"<url><loc>http://{host}{article.path}</loc>"
            + (f"<lastmod>{article.published.isoformat()}</lastmod>" if dated else "")
            + "</url>\n"
            for article in self.articles
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
        )

    def _feed(self, host: str) -> str:
        items = "".join(
            f"<item><title>{escape(article.title)}</title><link>http://{host}{article.path}</link>"
            f"<pubDate>{format_datetime(article.published)}</pubDate></item>\n"
            for article in self.articles[:_IN_FEED]
        )
        head = f"<title>{escape(self.outlet.name)}</title><link>http://{host}/</link>"
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>{head}\n{items}</channel></rss>\n'


def _menu_of_parent(parent: str, host: str) -> list[tuple[str, str]]:
    """The parent's pages of identity, under the name and port at which this site is being read."""
    name, _, port = host.partition(":")
    # `.example` for the audit, `.localhost` for a browser.
    zone = name.rpartition(".")[2]
    origin = f"http://{parent.rpartition('.')[0]}.{zone}" + (f":{port}" if port else "")
    [owner] = [outlet for outlet in outlets() if outlet.site == parent]
    return [(page.link, origin + _identity_path(owner.theme, page.slug)) for page in owner.identity]


def _identity_path(theme: str, slug: str) -> str:
    return {"kolom": f"/{slug}/", "lapak": f"/p/{slug}.html"}.get(theme, f"/{slug}.html")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("serikat.fronts.demo", "sites/templates"),
        autoescape=select_autoescape(default_for_string=True, default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
    )
