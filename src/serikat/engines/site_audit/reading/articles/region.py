"""Where on a page the article stands: the words around its headline and at its end, found without reading the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "select", "option", "form", "head"))
_BLOCK_TAGS = frozenset(
    ("p", "div", "li", "ul", "ol", "tr", "td", "table", "section", "article", "header", "h1", "h2", "h3", "h4", "h5", "h6")
)
_BLOCKS = ",".join(sorted(_BLOCK_TAGS)) + ",br,script,style,noscript,svg"
# Parts the pieces of one line; no page prints it (ASCII information separator one).
PIECE = "\x1f"
_NOT_THE_ARTICLE = frozenset(("nav", "aside", "footer"))
# A paragraph counts fully for its parent, less for those above it: single wrappers lose, the whole page does not win.
_WEIGHTS = (1.0, 0.6, 0.4)
_HEAD_BEFORE, _HEAD_AFTER, _BODY_START, _BODY_END, _TAIL_AFTER = 8, 24, 3, 10, 10
_CLIMB = 8
_LONG = 300


@dataclass(frozen=True, slots=True)
class Region:
    """`above` and `below` are short lines around the headline, `opening` and `ending` those of the body; nodes in order.

    `nodes` are what stands between headline and body and the first blocks of the body, `tail` what ends it.
    """

    headline: LexborNode | None
    body: LexborNode | None
    above: tuple[str, ...]
    nodes: tuple[LexborNode, ...]
    below: tuple[str, ...]
    tail: tuple[LexborNode, ...]
    ending: tuple[str, ...]


def find_region(tree: LexborHTMLParser, headline: LexborNode | None) -> Region:
    """The article's surroundings; `headline` is the element that shows its title, where there is one."""
    body = _body(tree)
    above = tuple(_lines(reversed(_before(headline)), _LONG)) if headline is not None else ()
    start = headline if headline is not None else None
    nodes = tuple(_between(start, body)) if start is not None else ()
    opening = tuple(_children(body))[:_BODY_START] if body is not None else ()
    known = {node.mem_id for node in nodes}
    nodes += tuple(node for node in opening if node.mem_id not in known)
    tail = tuple(_tail(body)) if body is not None else ()
    return Region(
        headline=headline,
        body=body,
        above=above[-_HEAD_BEFORE:],
        nodes=nodes,
        below=tuple(_lines(nodes, _LONG)),
        tail=tail,
        ending=tuple(_lines(tail, _LONG)),
    )


def _body(tree: LexborHTMLParser) -> LexborNode | None:
    weights: dict[int, float] = {}
    nodes: dict[int, LexborNode] = {}
    for paragraph in tree.css("p"):
        length = len(paragraph.text())
        if length < 40:
            continue
        above = paragraph.parent
        for weight in _WEIGHTS:
            if above is None or above.tag in ("body", "html"):
                break
            weights[above.mem_id] = weights.get(above.mem_id, 0.0) + weight * length
            nodes.setdefault(above.mem_id, above)
            above = above.parent
    if weights:
        best = max(weights, key=weights.__getitem__)
        if weights[best] > 200:
            return nodes[best]
    return tree.css_first("[itemprop=articleBody], .entry-content, article, main")


def _before(headline: LexborNode) -> list[LexborNode]:
    """What stands before the headline, nearest first, within the blocks that hold it."""
    found: list[LexborNode] = []
    above: LexborNode | None = headline
    for _ in range(4):
        if above is None or above.tag == "body":
            break
        before = above.prev
        while before is not None and len(found) < _HEAD_BEFORE:
            if _seen(before):
                found.append(before)
            before = before.prev
        above = above.parent
    return found


def _between(headline: LexborNode, body: LexborNode | None) -> Iterator[LexborNode]:
    """The blocks from the headline to the body, in page order, at most a screenful."""
    around = {node.mem_id for node in _ancestors(body)} if body is not None else set()
    above: LexborNode | None = headline
    left = _HEAD_AFTER
    for _ in range(_CLIMB):
        if above is None or above.tag == "body" or above.mem_id in around:
            return
        after = above.next
        while after is not None and left:
            if after.mem_id in around:
                yield from _until_body(after, around, body)
                return
            if _seen(after):
                left -= 1
                yield after
            after = after.next
        above = above.parent


def _until_body(block: LexborNode, around: set[int], body: LexborNode | None) -> Iterator[LexborNode]:
    """The blocks inside an ancestor of the body that come before the body."""
    while body is not None and block.mem_id != body.mem_id:
        for child in block.iter():
            if child.mem_id in around:
                block = child
                break
            if _seen(child):
                yield child
        else:
            return


def _tail(body: LexborNode) -> Iterator[LexborNode]:
    yield from list(_children(body))[-_BODY_END:]
    above: LexborNode | None = body
    left = _TAIL_AFTER
    for _ in range(3):
        if above is None or above.tag in ("body", "main"):
            return
        after = above.next
        while after is not None and left:
            if _seen(after):
                left -= 1
                yield after
            after = after.next
        above = above.parent


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    above: LexborNode | None = node
    while above is not None and above.tag not in ("body", "html"):
        yield above
        above = above.parent


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return (child for child in node.iter(include_text=True) if _seen(child))


def _seen(node: LexborNode) -> bool:
    tag = node.tag or ""
    return tag not in _UNSEEN and tag not in _NOT_THE_ARTICLE and not tag.startswith("-comment")


def _lines(nodes: Iterator[LexborNode] | tuple[LexborNode, ...] | reversed[LexborNode], longest: int) -> Iterator[str]:
    """The words of the blocks, one line a piece of text; whole paragraphs are cut to one piece of at most `longest`."""
    for node in nodes:
        for piece in words(node):
            yield piece[:longest]


def words(node: LexborNode) -> Iterator[str]:
    """The visible lines inside a node, white space folded; pieces of one line that stood in elements of their own
    are parted by `PIECE`, because a name and the date beside it often touch."""
    if node.tag == "-text":
        line = _folded(node.text_content or "")
    elif node.css_first(_BLOCKS) is None:
        line = PIECE.join(filter(None, map(_folded, node.text(separator=PIECE).split(PIECE))))
    else:
        yield from _inner_lines(node)
        return
    if line:
        yield line


def _inner_lines(node: LexborNode) -> Iterator[str]:
    pieces: list[str] = []
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            pieces.append(_folded(child.text_content or ""))
        elif tag not in _UNSEEN and tag != "br" and child.css_first(_BLOCKS) is None and tag not in _BLOCK_TAGS:
            pieces.extend(map(_folded, child.text(separator=PIECE).split(PIECE)))
        else:
            yield from _joined(pieces)
            pieces = []
            if tag not in _UNSEEN and tag != "br" and not tag.startswith("-"):
                yield from words(child)
    yield from _joined(pieces)


def _joined(pieces: list[str]) -> Iterator[str]:
    line = PIECE.join(filter(None, pieces))
    if line:
        yield line


def _folded(text: str) -> str:
    return " ".join(text.split())
