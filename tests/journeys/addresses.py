"""Every address of the web, as its URL patterns tell them."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def routes() -> dict[str, list[str]]:
    """The names of all URL patterns, with the names of what each wants to know."""
    return dict(_found(get_resolver().url_patterns, ""))


def _found(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[tuple[str, list[str]]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _found(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name or pattern.pattern}", list(pattern.pattern.regex.groupindex)
