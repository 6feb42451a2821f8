"""Markup that would hold a reader up: nested without end, a tag of a million attributes, or more than a page holds.

The HTML standard walks the stack of open elements at many tags, so a parser that follows it needs time in proportion to
tags times depth: five megabytes of `<div>` would hold it for a quarter of an hour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Two nanoseconds a step were measured, so what is let through takes a fifth of a second at most.
_MOST_STEPS = 20_000_000
_HARMLESS_TAGS = 10_000
# Two to five times what the largest of 250 pages of the press have; reading so much takes most of a second.
_MOST_TAGS, _MOST_TEXT = 40_000, 600_000
_LONG_TAG, _MOST_ATTRIBUTES = 40_000, 5_000
_LONGEST_NAME = 8
_UNSEEN = re.compile(rb"!--|(script|style)(?=[\s/>])", re.IGNORECASE)
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,15})")
# They hold nothing, or end by themselves when the next one begins, so they add no depth of their own.
_FLAT = frozenset(
    b"area base br col embed hr img input link meta source track wbr "
    b"p li td th tr tbody thead tfoot dt dd option".split()
)


def tangled(body: bytes) -> str:
    """What makes this markup too costly to read, in a few words; empty for ordinary pages."""
    if any(len(part.partition(b">")[0].split()) > _MOST_ATTRIBUTES for part in _long_parts(body)):
        return f"a tag with more than {_MOST_ATTRIBUTES} attributes"
    tags = body.count(b"<")
    is_large = tags > _MOST_TAGS or (len(body) > _MOST_TEXT and len(body) - _in_programs(body) > _MOST_TEXT)
    if is_large and (said := _too_much(body)):
        return said
    if tags <= _HARMLESS_TAGS:
        return ""
    depth = _depth(body, _MOST_STEPS // tags)
    return f"{tags} tags, {depth} or more deep" if depth * tags > _MOST_STEPS else ""


def _long_parts(body: bytes) -> Iterator[bytes]:
    """What stands between two `<` far apart; any such part fills a step of half its least length."""
    seen = 0
    for step in range(0, len(body), _LONG_TAG // 2):
        if step < seen or body.find(b"<", step, step + _LONG_TAG // 2) >= 0:
            continue
        start, end = body.rfind(b"<", 0, step) + 1, body.find(b"<", step)
        seen = end if end >= 0 else len(body)
        if seen - start > _LONG_TAG:
            yield body[start:seen]


def _in_programs(body: bytes) -> int:
    """How many bytes of a page are its programs', which are often the most of a large one; a few may be missed."""
    length, start = 0, body.find(b"<script")
    while start >= 0 and (end := body.find(b"</script", start)) >= 0:
        length += end - start
        start = body.find(b"<script", end)
    return length


def _too_much(body: bytes) -> str:
    """Which of tags and text is more than is read of a page; programs, styles and comments count for neither."""
    tags = text = 0
    end = b""
    for part in body.split(b"<")[1:]:
        if end:
            if end in part[:_LONGEST_NAME].lower() or (end == b"--" and b"-->" in part):
                end = b""
            continue
        tags += 1
        opened = _UNSEEN.match(part)
        if opened and not (opened[0] == b"!--" and b"-->" in part):
            end = b"--" if opened[0] == b"!--" else b"/" + opened[1].lower()
        else:
            text += len(part) - part.find(b">") - 1
    if tags > _MOST_TAGS:
        return f"{tags} tags; pages of up to {_MOST_TAGS} are read"
    return f"{text} bytes of text; pages of up to {_MOST_TEXT} are read" if text > _MOST_TEXT else ""


def _depth(body: bytes, enough: int) -> int:
    """How deep the tags nest at most, counted until it is `enough`; end tags without a beginning end nothing."""
    open_now: dict[bytes, int] = {}
    depth = deepest = 0
    for found in _TAG.finditer(body):
        name = found[2].lower()
        if name in _FLAT:
            continue
        if not found[1]:
            open_now[name] = open_now.get(name, 0) + 1
            depth += 1
            deepest = max(deepest, depth)
            if deepest > enough:
                break
        elif open_now.get(name):
            open_now[name] -= 1
            depth -= 1
    return deepest
