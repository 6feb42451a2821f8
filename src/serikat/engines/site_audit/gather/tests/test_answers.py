"""What is no page although it looks like one is told apart, and real pages are not taken for it."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.evidence.remedies import explain, how_to_fix
from serikat.engines.site_audit.gather.tests.servers import Answering, Reply, fetched, gathered, html, link, serving


def page(title: str, body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


CHALLENGE = page("Just a moment...", "<p>Checking</p>", "<script src='/cdn-cgi/challenge-platform/x.js'></script>")
BLOCKED = {
    "plain 403": Reply(b"Forbidden", 403),
    "sign-in": Reply(b"", 401),
    "legal": Reply(b"", 451),
    "cloudflare 403": Reply(CHALLENGE, 403, headers={"Server": "cloudflare"}),
    "cloudflare 503": Reply(CHALLENGE, 503, headers={"Server": "cloudflare"}),
    "challenge with status 200": Reply(CHALLENGE),
    "challenge named in a header": Reply(html("Kabar"), 403, headers={"cf-mitigated": "challenge"}),
    "imunify360": Reply(page("One moment, please...", "<script>imunify360</script><p>Please wait</p>")),
    "cookie wall": Reply(
        b"<html><body><script src='/aes.js'></script><script>slowAES.decrypt(c)</script></body></html>"
    ),
}
PARKED = {
    "suspended": page("Account Suspended", "<p>This account has been suspended. Contact your provider.</p>"),
    "ditangguhkan": page("Info", "<p>Akun hosting ini telah ditangguhkan.</p>"),
    "for sale": page("kabar.example", "<h1>kabar.example is for sale</h1>" + link("/beli", "Make an offer")),
    "parking company": page(
        "kabar.example", "<p>Related searches</p>", "<script src='//parkingcrew.net/a.js'></script>"
    ),
    "lander": page("", '<script>window.onload=function(){window.location.href="/lander"}</script>'),
    "bare folder": page("Index of /", "<h1>Index of /</h1>" + link("cgi-bin/", "cgi-bin/")),
    "server default": page("Apache2 Ubuntu Default Page: It works", "<p>It works!</p>"),
}
SHELLS = {
    "react": page("Kabar", "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>"
                  "<script src='/main.js'></script>"),
    "redirect by script": page("", "<script>location='/beranda'</script>"),
    "nuxt": page("Kabar", "<div id=__nuxt></div><script src='/app.js'></script>"),
    "noscript alone": page("Kabar", "<script src='/a.js'></script><noscript>Aktifkan JavaScript</noscript>"),
}  # fmt: skip


@pytest.mark.parametrize("case", BLOCKED)
async def test_a_refusal_is_blocked(case: str) -> None:
    async with serving({"/": BLOCKED[case], "/robots.txt": Reply(status=404)}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.BLOCKED
        assert gathering.reached_detail.startswith("HTTP ")


async def test_a_blocked_site_is_not_pressed() -> None:
    async with serving({"/": Reply(b"", 403)}) as server:
        await gathered(server)
        assert server.paths() == ["/robots.txt", "/"]


@pytest.mark.parametrize("case", PARKED)
async def test_a_stand_in_is_parked(case: str) -> None:
    async with serving({"/": Reply(PARKED[case])}) as server:
        assert (await gathered(server)).reached is Reached.PARKED


@pytest.mark.parametrize("case", SHELLS)
async def test_a_page_that_waits_for_javascript_is_an_empty_shell(case: str) -> None:
    async with serving({"/": Reply(SHELLS[case])}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.EMPTY_SHELL
        assert fetched(gathering, "/").body


async def test_a_shell_whose_other_pages_can_be_read_is_partly_read() -> None:
    async with serving({"/": Reply(SHELLS["react"]), "/redaksi": Reply(html("Redaksi"))}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.PARTIAL
        assert fetched(gathering, "/redaksi").failure is None


REAL = {
    "behind cloudflare": page(
        "Kabar Tirtamaya", html("Kabar").decode() + "<script src='/cdn-cgi/challenge-platform/s.js'>"
    ),
    "on framework": page("Kabar", "<div id='app'>" + html("Kabar").decode() + "</div><script src='/app.js'></script>"),
    "story of a suspended account": html(
        "Akun Bupati Ditangguhkan", *(link(f"/b/{n}", f"Berita {n}") for n in range(20))
    ),
    "few words, no script": page("Kabar", "<p>Segera hadir kembali.</p>"),
    "captcha in a form": html("Kabar", "<form><div class='g-recaptcha'></div></form>"),
}


@pytest.mark.parametrize("case", REAL)
async def test_a_real_page_is_read(case: str) -> None:
    async with serving({"/": Reply(REAL[case])}) as server:
        assert (await gathered(server)).reached is Reached.READ


@pytest.mark.parametrize("status", [404, 410, 500])
async def test_an_error_names_its_status(status: int) -> None:
    async with serving({"/": Reply(b"galat", status)}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.HTTP_ERROR
        assert gathering.reached_detail == f"HTTP {status}"


async def test_a_home_that_only_refreshes_to_another_page_is_followed() -> None:
    onward = page("", "", "<meta http-equiv='refresh' content='0; url=/beranda/'>")
    async with serving({"/": Reply(onward), "/beranda/": Reply(html("Kabar"))}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.READ
        assert fetched(gathering, "/beranda/").purpose == "home"
        assert fetched(gathering, "/").purpose == "page"


async def test_a_page_that_says_it_does_not_exist_is_no_page() -> None:
    routes = {
        "/": Reply(html("Kabar", link("/redaksi", "Redaksi"))),
        "/redaksi": Reply(html("Halaman tidak ditemukan")),
    }
    async with serving(routes) as server:
        assert fetched(await gathered(server), "/redaksi").failure is Reached.HTTP_ERROR


async def test_a_web_page_is_no_trust_file() -> None:
    routes = {"/": Reply(html("Kabar")), "/trust.txt": Reply(html("Kabar")), "/ads.txt": Reply(b"x", kind="text/plain")}
    async with serving(routes) as server:
        gathering = await gathered(server)
        assert fetched(gathering, "/trust.txt").failure is Reached.HTTP_ERROR
        assert fetched(gathering, "/.well-known/trust.txt").status == 404
        assert fetched(gathering, "/ads.txt").failure is None


@pytest.mark.parametrize("reached", list(Reached))
def test_every_way_to_end_is_explained_in_both_languages(reached: Reached) -> None:
    for words in (explain(reached), how_to_fix(reached)):
        assert words.id
        assert words.en
        assert words.id != words.en


@pytest.mark.parametrize("body", [b"", b"<html><head><title>Kabar</title></head><body>  </body></html>"])
async def test_an_empty_home_page_was_not_read(body: bytes) -> None:
    async with serving({"/": Reply(body)}) as server:
        gathering = await gathered(server)
    assert (gathering.reached, gathering.reached_detail) == (Reached.HTTP_ERROR, "an empty answer")


@pytest.mark.parametrize("shown", ["<img src=a.png>", "<iframe src=/b></iframe>", "Segera"])
async def test_a_home_page_with_a_picture_or_a_word_is_not_empty(shown: str) -> None:
    async with serving({"/": Reply(f"<html><body>{shown}</body></html>".encode())}) as server:
        assert "empty" not in (await gathered(server)).reached_detail


@pytest.mark.parametrize(
    ("routes", "said"),
    [
        ({"*": Reply(b"", 429)}, "meminta kami menunggu"),
        ({"*": Reply(b"", 401)}, "kata sandi"),
        ({"*": Reply(b"", 500)}, "robots.txt"),
        ({"/": Reply(b"%PDF-1.7", kind="application/pdf")}, "PDF"),
        ({"/": Reply(b"")}, "halaman kosong"),
        ({"/": Reply(b"", 404)}, "halaman depan di alamat ini tidak ada"),
    ],
)
async def test_the_detail_tells_the_owner_more_than_the_kind(routes: dict[str, Answering], said: str) -> None:
    async with serving(routes) as server:
        gathering = await gathered(server)
    words = explain(gathering.reached, gathering.reached_detail)
    fix = how_to_fix(gathering.reached, gathering.reached_detail)
    assert said in words.id
    assert words != explain(gathering.reached)
    assert fix != how_to_fix(gathering.reached)
