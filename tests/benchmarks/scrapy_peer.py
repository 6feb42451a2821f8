"""The peer: Scrapy fetches the same pages of the farm and trafilatura extracts them, in a process of its own.

`python -m tests.benchmarks.scrapy_peer PORT COUNT PAGES` prints pages and CPU seconds as JSON.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from typing import Any

import scrapy
import trafilatura
from scrapy.crawler import CrawlerProcess

from tests.benchmarks.farm import address_of, name_of
from tests.benchmarks.invented_pages import invented_pages


class Peer(scrapy.Spider):
    """Asks every host for the same pages as the audit reads, robots.txt obeyed, and extracts text and metadata."""

    name = "peer"
    pages = 0

    def __init__(self, port: int, count: int, each: int) -> None:
        super().__init__()
        paths = [url.partition(".example")[2] for url, _, _ in invented_pages(each)]
        self._urls = [f"http://{address_of(name_of(n))}:{port}{path}" for n in range(count) for path in paths]

    async def start(self) -> Any:
        """Every page of every host."""
        for url in self._urls:
            yield scrapy.Request(url, dont_filter=True)

    def parse(self, response: Any) -> Iterator[Any]:
        """What an auditor would need at the least: links, and text with metadata."""
        type(self).pages += 1
        response.css("a::attr(href)").getall()
        trafilatura.extract(response.body, fast=True, with_metadata=True, output_format="json")
        yield from ()


def main(port: int, count: int, each: int) -> None:
    """Runs the crawl and prints what it spent."""
    process = CrawlerProcess({
        "LOG_LEVEL": "ERROR",
        "ROBOTSTXT_OBEY": True,
        "CONCURRENT_REQUESTS": 64,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "TELNETCONSOLE_ENABLED": False,
    })
    process.crawl(Peer, port=port, count=count, each=each)
    process.start()
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"pages": Peer.pages, "cpu": used.ru_utime + used.ru_stime}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
