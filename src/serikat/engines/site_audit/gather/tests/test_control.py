"""The sign of control is seen where it was asked for, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from serikat.engines.site_audit.gather.control import (
    ControlSeen,
    dns_records,
    file_path,
    look_for_control,
    owner_mark,
    record_value,
)
from serikat.engines.site_audit.gather.fetcher import Fetcher
from serikat.engines.site_audit.gather.tests.name_server import name_server
from serikat.engines.site_audit.gather.tests.servers import TEST_BED, Names, Reply, serving
from serikat.engines.site_audit.outlet import Outlet

TOKEN = "0123456789abcdef0123456789abcdef"
SIGN = f'<meta name="serikat-site" content="{TOKEN}">'


async def nothing(_name: str, _kind: str) -> tuple[str, ...]:
    return ()


async def looked(
    routes: dict[str, Reply], path: str = "/", records: Mapping[str, tuple[str, ...]] | None = None
) -> ControlSeen:
    async def answers(name: str, kind: str) -> tuple[str, ...]:
        return (records or {}).get(f"{kind} {name}", ())

    names = Names({"kabar.example": "127.0.0.1", "lain.example": "127.0.0.1"})
    async with serving(routes) as server, Fetcher(TEST_BED, names=names) as fetcher:
        moved = {
            key: Reply(b"", 302, headers={"Location": f"http://lain.example:{server.port}/"})
            for key, reply in routes.items()
            if reply.body == b"elsewhere"
        }
        routes.update(moved)
        return await look_for_control(Outlet(f"http://kabar.example:{server.port}{path}"), TOKEN, fetcher, answers)


def page(head: str, body: str = "") -> Reply:
    return Reply(f"<html><head>{head}</head><body>{body}</body></html>".encode())


async def test_a_meta_tag_in_the_head_shows_control() -> None:
    assert (await looked({"/": page(SIGN)})).method == "meta"


async def test_a_tag_in_what_readers_write_does_not() -> None:
    assert (await looked({"/": page("", f"<div>{SIGN}</div>")})).method == ""


async def test_the_file_shows_control_below_the_outlet_s_own_folder() -> None:
    own = {f"/kota/{file_path(TOKEN)}": Reply(f"{TOKEN}\n".encode(), kind="text/plain")}
    above = {f"/{file_path(TOKEN)}": Reply(TOKEN.encode(), kind="text/plain")}
    assert (await looked(own, "/kota/")).method == "file"
    assert (await looked(above, "/kota/")).method == ""


async def test_a_page_that_only_holds_the_code_is_no_file() -> None:
    assert (await looked({f"/{file_path(TOKEN)}": page(TOKEN)})).method == ""


async def test_a_record_shows_control_and_not_for_one_path_of_a_host() -> None:
    records = {"TXT kabar.example": (record_value(TOKEN),)}
    assert (await looked({}, records=records)).method == "dns"
    assert (await looked({}, "/kota/", records)).method == ""


async def test_a_site_that_sends_visitors_elsewhere_shows_nothing() -> None:
    seen = await looked({"kabar.example/": Reply(b"elsewhere"), "lain.example/": page(SIGN)})
    assert seen.method == ""
    assert "dialihkan" in seen.said[0].id


async def test_a_private_address_is_not_asked() -> None:
    async with Fetcher(TEST_BED, names=Names({"kabar.example": "10.0.0.1"})) as fetcher:
        seen = await look_for_control(Outlet("http://kabar.example/"), TOKEN, fetcher, nothing)
    assert seen.method == ""
    assert len(seen.said) == 3


async def test_the_owner_mark_is_the_registrable_domain_s_name_servers_in_order() -> None:
    async def answers(name: str, kind: str) -> tuple[str, ...]:
        return ("NS2.contoh.example.", "ns1.contoh.example") if (name, kind) == ("kabar.example", "NS") else ()

    assert await owner_mark(Outlet("https://www.kabar.example/"), answers) == "ns1.contoh.example ns2.contoh.example"


async def test_nobody_who_answers_leaves_no_mark() -> None:
    async def broken(_name: str, _kind: str) -> tuple[str, ...]:
        raise OSError

    assert await owner_mark(Outlet("https://kabar.example/"), broken) == ""


async def test_a_real_name_server_is_asked_for_the_record_and_the_owner() -> None:
    """Long records come in several strings, other records stand beside ours, and a name may not be there at all."""
    zone = {
        ("TXT", "kabar.example"): [["v=spf1 -all"], ["serikat-site=", TOKEN]],
        ("NS", "kabar.example"): [["ns2.Contoh.example"], ["ns1.contoh.example"]],
    }
    async with name_server(zone) as server, serving({}) as site:
        asked = partial(dns_records, servers=[server])
        names = Names({"kabar.example": "127.0.0.1", "lain.example": "127.0.0.1"})
        async with Fetcher(TEST_BED, names=names) as fetcher:
            shown = await look_for_control(Outlet(f"http://kabar.example:{site.port}/"), TOKEN, fetcher, asked)
            other = await look_for_control(Outlet(f"http://lain.example:{site.port}/"), TOKEN, fetcher, asked)
        mark = await owner_mark(Outlet("http://kabar.example/"), asked)
    assert (shown.method, other.method) == ("dns", "")
    assert mark == "ns1.contoh.example ns2.contoh.example"


async def test_a_name_server_that_is_silent_is_no_fault() -> None:
    asked = partial(dns_records, servers=["127.0.0.1:9"])
    assert await owner_mark(Outlet("https://kabar.example/"), asked) == ""
