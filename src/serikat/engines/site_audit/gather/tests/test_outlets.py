"""An outlet is not a domain: a host of a group, a path and a former address are read as what they are."""

from __future__ import annotations

from urllib.parse import urlsplit

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.loading import shipped
from serikat.engines.site_audit.evidence.record import Gathering, Reached
from serikat.engines.site_audit.findings import judge, known_rules
from serikat.engines.site_audit.gather.gathering import gather_site
from serikat.engines.site_audit.gather.tests.servers import (
    QUICK,
    TEST_BED,
    Answering,
    Names,
    Reply,
    html,
    link,
    serving,
)
from serikat.engines.site_audit.outlet import FormerAddress, Outlet

MASTHEAD = Reply(html("Redaksi", "<p>Pemimpin Redaksi / Penanggung Jawab: Wulan Tirtasari</p>"))
HOSTS = ("grup-contoh.example", "banten.grup-contoh.example", "riau.grup-contoh.example", "kabar-lama.example")


async def read(routes: dict[str, Answering], address: str, former: tuple[FormerAddress, ...] = ()) -> Gathering:
    """The gathering of an outlet, `PORT` in its addresses standing for the port of the server."""
    async with serving(routes) as server:
        port = str(server.port)
        routes.update({key: _ported(each, port) for key, each in routes.items()})
        outlet = Outlet(
            address.replace("PORT", port),
            former=tuple(FormerAddress(each.address.replace("PORT", port)) for each in former),
        )
        names = Names(dict.fromkeys(HOSTS, "127.0.0.1"))
        return await gather_site(outlet, QUICK, policy=TEST_BED, names=names)


def _ported(answering: Answering, port: str) -> Answering:
    if not isinstance(answering, Reply):
        return answering
    headers = {name: value.replace("PORT", port) for name, value in answering.headers.items()}
    return Reply(answering.body.replace(b"PORT", port.encode()), answering.status, answering.kind, headers)


def news(host: str, number: int) -> str:
    return link(f"http://{host}:PORT/2026/10/{number}/warga-memperbaiki-jembatan", "Warga bersama memperbaiki jembatan")


def articles(*hosts: str) -> dict[str, Answering]:
    page = Reply(html("Warga memperbaiki jembatan"))
    return {f"{host}/2026/10/{n}/warga-memperbaiki-jembatan": page for host in hosts for n in range(10, 15)}


def group() -> dict[str, Answering]:
    own, sister, parent = "banten.grup-contoh.example", "riau.grup-contoh.example", "grup-contoh.example"
    links = "".join(news(host, number) for host in (sister, own) for number in range(10, 15))
    home = html("Grup Banten", links, link(f"http://{parent}:PORT/redaksi", "Redaksi"))
    return {f"{own}/": Reply(home), f"{parent}/redaksi": MASTHEAD, **articles(own, sister)}


def places(gathering: Gathering, *purposes: str) -> list[tuple[str, str, bool]]:
    return [
        (urlsplit(fetch.final_url).hostname or "", urlsplit(fetch.final_url).path, fetch.inherited)
        for fetch in gathering.fetches
        if fetch.purpose in purposes and fetch.failure is None
    ]


async def test_articles_of_a_subdomain_come_from_that_host_alone() -> None:
    gathering = await read(group(), "http://banten.grup-contoh.example:PORT/")
    assert {host for host, _, _ in places(gathering, "article")} == {"banten.grup-contoh.example"}
    assert len(places(gathering, "article")) == 5


async def test_a_policy_page_of_the_parent_is_read_and_marked_as_its() -> None:
    gathering = await read(group(), "http://banten.grup-contoh.example:PORT/")
    assert ("grup-contoh.example", "/redaksi", True) in places(gathering, "page")
    assert not any(inherited for _, _, inherited in places(gathering, "home", "article"))


async def test_findings_say_that_the_masthead_is_the_parents() -> None:
    gathering = await read(group(), "http://banten.grup-contoh.example:PORT/")
    audit = judge(gathering, shipped(known_rules()), ["uu-pers-1999"])
    found = next(each for each in audit.findings if each.rule == "responsible_person")
    assert found.outcome is Outcome.MET
    assert "milik induk grup-contoh.example" in found.reason.id
    assert all(quote.inherited for quote in found.quotes)


async def test_the_parents_own_audit_marks_nothing() -> None:
    routes = {**group(), "grup-contoh.example/": Reply(html("Grup", link("/redaksi", "Redaksi")))}
    gathering = await read(routes, "http://grup-contoh.example:PORT/")
    assert not any(fetch.inherited for fetch in gathering.fetches)


async def test_an_own_policy_page_goes_before_the_parents() -> None:
    routes = group()
    home = routes["banten.grup-contoh.example/"]
    assert isinstance(home, Reply)
    routes["banten.grup-contoh.example/"] = Reply(
        home.body + link("/tim-redaksi-banten", "Redaksi Grup Banten").encode()
    )
    routes["banten.grup-contoh.example/tim-redaksi-banten"] = MASTHEAD
    gathering = await read(routes, "http://banten.grup-contoh.example:PORT/")
    assert places(gathering, "page")[0] == ("banten.grup-contoh.example", "/tim-redaksi-banten", False)


async def test_the_parents_usual_pages_are_tried_where_nothing_is_linked() -> None:
    routes = group()
    routes["banten.grup-contoh.example/"] = Reply(html("Grup Banten", news("banten.grup-contoh.example", 10)))
    gathering = await read(routes, "http://banten.grup-contoh.example:PORT/")
    assert ("grup-contoh.example", "/redaksi", True) in places(gathering, "page")


def path_site(folder: str) -> dict[str, Answering]:
    items = "".join(
        link(f"{folder}2026/10/{number}/warga-menanam-pohon-di-bukit", "Warga menanam pohon di bukit")
        for number in range(10, 15)
    )
    page = Reply(html("Warga menanam pohon"))
    return {
        "/kabar/": Reply(html("Kabar Kampus", items, link("/redaksi", "Redaksi"), link("/kabar/kontak", "Kontak"))),
        "/redaksi": MASTHEAD,
        "/kabar/kontak": Reply(html("Kontak")),
        **{f"{folder}2026/10/{number}/warga-menanam-pohon-di-bukit": page for number in range(10, 15)},
    }


async def test_under_a_path_the_hosts_pages_are_the_parents() -> None:
    gathering = await read(path_site("/kabar/"), "http://grup-contoh.example:PORT/kabar/")
    found = places(gathering, "page", "article")
    assert ("grup-contoh.example", "/redaksi", True) in found
    assert ("grup-contoh.example", "/kabar/kontak", False) in found
    assert not any(inherited for _, path, inherited in found if "/2026/" in path)


async def test_a_path_without_articles_of_its_own_is_a_door_to_the_site() -> None:
    gathering = await read(path_site("/"), "http://grup-contoh.example:PORT/kabar/")
    assert len(places(gathering, "article")) == 5
    assert not any(inherited for _, _, inherited in places(gathering, "home", "page", "article"))


async def test_a_former_address_that_leads_to_the_present_one_is_kept_as_evidence() -> None:
    routes = group()
    routes["kabar-lama.example/"] = Reply(status=301, headers={"Location": "http://banten.grup-contoh.example:PORT/"})
    former = FormerAddress("http://kabar-lama.example:PORT/")
    gathering = await read(routes, "http://banten.grup-contoh.example:PORT/", (former,))
    [fetch] = [each for each in gathering.fetches if each.purpose == "former"]
    assert gathering.reached is Reached.READ
    assert fetch.failure is None
    assert urlsplit(fetch.final_url).hostname == "banten.grup-contoh.example"


async def test_a_former_address_that_leads_elsewhere_is_told() -> None:
    routes = group()
    routes["kabar-lama.example/"] = Reply(status=302, headers={"Location": "http://lain-contoh.example/slot"})
    former = FormerAddress("http://kabar-lama.example:PORT/")
    gathering = await read(routes, "http://banten.grup-contoh.example:PORT/", (former,))
    [fetch] = [each for each in gathering.fetches if each.purpose == "former"]
    assert fetch.failure is Reached.REDIRECTED_AWAY
    assert fetch.failure_detail == "http://lain-contoh.example/slot"


async def test_an_address_that_sends_on_to_a_former_one_of_the_outlet_is_followed() -> None:
    away = Reply(status=301, headers={"Location": "http://kabar-lama.example:PORT/"})
    routes: dict[str, Answering] = {"grup-contoh.example/": away, "kabar-lama.example/": Reply(html("Kabar Lama"))}
    former = FormerAddress("http://kabar-lama.example:PORT/")
    gathering = await read(routes, "http://grup-contoh.example:PORT/", (former,))
    assert gathering.reached is Reached.READ
    assert gathering.fetches[-1].failure is None
