"""Shards hold every outlet once, and what shares a host stays together."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from serikat.engines.site_audit.outlet import Outlet
from serikat.engines.site_audit.shard import ListedOutlet
from serikat.foundation.findings.rounds.sharding import LARGEST_SHARD, Shard, shard_size, shards_of

HOSTS = st.builds(
    "{}{}.example/{}".format,
    st.sampled_from(["", "www.", "serang.", "cilegon."]),
    st.sampled_from(["alfa", "beta", "gama", "delta", "epsilon"]),
    st.sampled_from(["", "kabar/", "daerah/"]),
)
ADDRESSES = st.dictionaries(
    st.builds("{}.example".format, st.sampled_from(["alfa", "beta", "gama", "serang.delta"])),
    st.sampled_from(["192.0.2.1", "192.0.2.2"]),
)


def listed(*addresses: str) -> list[ListedOutlet]:
    return [ListedOutlet(Outlet(address), row) for row, address in enumerate(addresses, 1)]


def places(shards: list[Shard]) -> dict[str, int]:
    return {each.outlet.key: number for number, shard in enumerate(shards) for each in shard}


@given(st.lists(HOSTS, max_size=30), st.integers(1, 8), ADDRESSES)
def test_every_outlet_stands_in_one_shard_and_so_does_a_host(hosts: list[str], size: int, ips: dict[str, str]) -> None:
    outlets = listed(*hosts)
    shards = shards_of(outlets, size, ips)
    dealt = Counter(each.outlet.key for shard in shards for each in shard)
    assert dealt == Counter({each.outlet.key for each in outlets})
    domains = {(each.outlet.pacing_key, number) for number, shard in enumerate(shards) for each in shard}
    assert len(domains) == len({domain for domain, _ in domains})
    by_ip = {(ips[host], number) for key, number in places(shards).items() if (host := key.split("/")[0]) in ips}
    assert len(by_ip) == len({ip for ip, _ in by_ip})


def test_ports_of_one_address_stay_together() -> None:
    shards = shards_of(listed("http://192.0.2.7:8001/", "kabar.example", "http://192.0.2.7:8002/"), 2)
    found = places(shards)
    assert found["192.0.2.7:8001"] == found["192.0.2.7:8002"]


def test_an_address_joins_domains_that_share_it_through_a_third() -> None:
    outlets = listed("alfa.example", "beta.example", "satu.gama.example", "dua.gama.example", "lain.example")
    ips = {"alfa.example": "192.0.2.1", "satu.gama.example": "192.0.2.1", "dua.gama.example": "192.0.2.2"}
    ips["beta.example"] = "192.0.2.2"
    assert [len(shard) for shard in shards_of(outlets, 1, ips)] == [4, 1]


def test_the_thousand_names_of_one_domain_keep_nobody_waiting() -> None:
    crowd = [f"nama-{number}.grup.example" for number in range(LARGEST_SHARD + 1)]
    shards = shards_of(listed(*crowd, "alfa.example", "beta.example"), 1)
    assert [len(shard) for shard in shards] == [1, 1, LARGEST_SHARD + 1]


def test_of_two_rows_with_one_outlet_the_first_counts() -> None:
    [[only]] = shards_of(listed("https://www.alfa.example/", "alfa.example"), 10)
    assert only.row == 1


def test_each_worker_has_a_shard_and_no_shard_grows_without_end() -> None:
    assert shard_size(10, 2) == 5
    assert shard_size(1, 4) == 1
    assert shard_size(50_000, 2) == 200
