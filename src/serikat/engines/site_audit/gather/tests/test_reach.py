"""Never a way in: private places stay closed, however they are named."""

from __future__ import annotations

import aiohttp
import pytest

from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.gather.exchange import Limits, NotAnswered, ask
from serikat.engines.site_audit.gather.gathering import gather_site
from serikat.engines.site_audit.gather.guard import Doors, GuardedResolver, guarded_connector, is_public
from serikat.engines.site_audit.gather.limits import ReachPolicy
from serikat.engines.site_audit.gather.tests.servers import (
    QUICK,
    TEST_BED,
    Names,
    Reply,
    fetched,
    gathered,
    html,
    serving,
)

PUBLIC_ONLY = ReachPolicy(ports=None)


SPECIAL = """
127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 240.0.0.1
255.255.255.255 192.0.2.1 198.18.0.1 168.63.129.16 :: ::1 fe80::1%eth0 fd00:ec2::254 fec0::1 ff02::1
::ffff:127.0.0.1 ::ffff:169.254.169.254 ::7f00:1 64:ff9b::a00:1 64:ff9b:1::a9fe:a9fe 2002:7f00:1::
2002:c0a8:101::1 2001:0:4136:e378:8000:63bf:f5ff:fffe 2001:db8::1
"""


@pytest.mark.parametrize("address", SPECIAL.split())
def test_a_special_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", "8.8.8.8 103.10.10.10 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808".split())
def test_an_ordinary_address_is_public(address: str) -> None:
    assert is_public(address)


async def test_a_loopback_address_is_refused_before_any_connection() -> None:
    async with serving({"/": Reply(html("Kabar"))}) as server:
        gathering = await gathered(server, policy=PUBLIC_ONLY)
        assert gathering.reached is Reached.PRIVATE
        assert server.connections == 0


async def test_a_name_that_resolves_to_a_private_address_is_refused() -> None:
    async with serving({"/": Reply(html("Kabar"))}) as server:
        url = f"http://kabar.example:{server.port}/"
        gathering = await gather_site(url, QUICK, policy=PUBLIC_ONLY, names=Names({"kabar.example": "127.0.0.1"}))
        assert gathering.reached is Reached.PRIVATE
        assert "kabar.example is 127.0.0.1" in gathering.reached_detail
        assert server.connections == 0


@pytest.mark.parametrize(
    "literal", "http://2130706433/ http://0x7f.1/ http://[::ffff:127.0.0.1]/ http://localhost/".split()
)
async def test_other_spellings_of_loopback_are_refused(literal: str) -> None:
    gathering = await gather_site(literal, QUICK, policy=ReachPolicy())
    assert gathering.reached is Reached.PRIVATE


@pytest.mark.parametrize("target", ["169.254.169.254/latest/meta-data", "127.0.0.200", "[fd00:ec2::254]"])
async def test_a_redirect_to_a_private_place_is_refused(target: str) -> None:
    async with serving({"/": Reply(status=302, headers={"Location": f"http://{target}"})}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.PRIVATE


async def test_a_redirect_to_a_subdomain_in_a_private_network_is_refused() -> None:
    async with serving({}) as server:
        inside = f"http://dalam.kabar.example:{server.port}/"
        names = Names({"kabar.example": "127.0.0.1", "dalam.kabar.example": "127.0.0.200"})
        async with serving({"/": Reply(status=302, headers={"Location": inside})}) as front:
            gathering = await gather_site(f"http://kabar.example:{front.port}/", QUICK, policy=TEST_BED, names=names)
        assert gathering.reached is Reached.PRIVATE
        assert server.connections == 0


async def test_a_name_that_rebinds_is_checked_at_every_connection() -> None:
    names = Names({"kabar.example": ["127.0.0.1", "127.0.0.200"]})
    async with serving({"/": Reply(html("Kabar"))}) as inside:
        onward = Reply(status=302, headers={"Location": f"http://kabar.example:{inside.port}/"})
        async with serving({"/": onward}) as server:
            gathering = await gather_site(f"http://kabar.example:{server.port}/", QUICK, policy=TEST_BED, names=names)
        assert names.asked == ["kabar.example", "kabar.example"]
        assert gathering.reached is Reached.PRIVATE
        assert inside.connections == 0


async def test_the_socket_itself_is_guarded_where_no_name_is_resolved() -> None:
    async with serving({"/": Reply(html("Kabar"))}) as server:
        connector = guarded_connector(PUBLIC_ONLY, Doors(GuardedResolver(PUBLIC_ONLY)), 1)
        async with aiohttp.ClientSession(connector=connector, auto_decompress=False) as session:
            with pytest.raises(NotAnswered) as told:
                await ask(session, server.url, Limits(seconds=3, bytes=1000))
        assert told.value.reached is Reached.PRIVATE
        assert server.connections == 0


async def test_a_port_that_is_not_the_webs_is_refused() -> None:
    gathering = await gather_site("http://203.0.114.9:22/", QUICK, policy=ReachPolicy())
    assert gathering.reached is Reached.PRIVATE
    assert "port 22" in gathering.reached_detail


async def test_a_password_in_an_address_is_never_sent_or_kept() -> None:
    async with serving({"/": Reply(html("Kabar"))}) as server:
        gathering = await gather_site(f"http://nama:sandi@127.0.0.1:{server.port}/", QUICK, policy=TEST_BED)
        assert gathering.reached is Reached.READ
        assert "sandi" not in repr(gathering)


async def test_a_redirect_to_another_domain_is_told_with_its_target() -> None:
    async with serving({"/": Reply(status=301, headers={"Location": "http://lain.example/judi"})}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.REDIRECTED_AWAY
        assert gathering.reached_detail == "http://lain.example/judi"


async def test_a_redirect_without_end_stops() -> None:
    routes = {f"/{n}": Reply(status=302, headers={"Location": f"/{n + 1}"}) for n in range(50)}
    async with serving({**routes, "/": Reply(status=302, headers={"Location": "/0"})}) as server:
        gathering = await gathered(server)
        assert gathering.reached is Reached.HTTP_ERROR
        assert "redirects" in gathering.reached_detail
        assert "/6" not in server.paths()


async def test_a_redirect_in_a_circle_stops() -> None:
    routes = {"/": Reply(status=302, headers={"Location": "/a"}), "/a": Reply(status=302, headers={"Location": "/"})}
    async with serving(routes) as server:
        gathering = await gathered(server)
        assert gathering.reached_detail == "redirects in a circle"


async def test_a_redirect_within_the_site_is_followed_and_kept() -> None:
    routes = {"/": Reply(status=301, headers={"Location": "/beranda"}), "/beranda": Reply(html("Kabar"))}
    async with serving(routes) as server:
        home = fetched(await gathered(server), "/")
        assert home.final_url.endswith("/beranda")
        assert home.redirects == (server.url,)
