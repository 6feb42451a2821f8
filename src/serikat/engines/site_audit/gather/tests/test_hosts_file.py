"""A test bed's hosts file leads its names, and no others, where it says."""

from __future__ import annotations

import pytest

from serikat.engines.site_audit.gather.hosts_file import HostsFileNames

NAMES = HostsFileNames({"satu.example": "127.0.0.1", "dua.example": "127.0.0.1:8001"})


async def where(name: str, port: int) -> tuple[str, int]:
    [found] = await NAMES.resolve(name, port)
    return found["host"], found["port"]


async def test_a_name_leads_to_its_address() -> None:
    assert await where("Satu.example.", 443) == ("127.0.0.1", 443)


async def test_a_port_of_the_file_stands_in_for_that_of_http() -> None:
    assert await where("dua.example", 80) == ("127.0.0.1", 8001)
    assert await where("dua.example", 8080) == ("127.0.0.1", 8080)
    assert await where("dua.example", 443) == ("127.0.0.1", 1)


async def test_any_other_name_leads_nowhere() -> None:
    with pytest.raises(OSError, match="tiga"):
        await where("tiga.example", 80)
