"""The block of a page that holds its story, told by where the paragraphs stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

from serikat.engines.site_audit.reading.queries import select_first

# A paragraph counts fully for its parent, less for those above it: single wrappers lose, the whole page does not win.
_WEIGHTS = (1.0, 0.6, 0.4)
_SHORTEST, _ENOUGH = 40, 200
_MOST_BREAKS, _MOST_LEAVES = 2000, 2000


def body_of(tree: LexborHTMLParser) -> LexborNode | None:
    """The block that holds most of the text, told by its paragraphs or line breaks; else the one marked as article."""
    best = _heaviest(chain(_paragraphs(tree), _broken_lines(tree)))
    return (
        best or select_first(tree, "[itemprop=articleBody], .entry-content, article, main") or _heaviest(_leaves(tree))
    )


def _heaviest(texts: Iterator[tuple[LexborNode, int]]) -> LexborNode | None:
    """The block with most text, given pairs of a block and the length of a text in it; None where that is little."""
    lengths: dict[int, int] = {}
    nodes: dict[int, LexborNode] = {}
    for block, length in texts:
        place = block.mem_id
        nodes.setdefault(place, block)
        lengths[place] = lengths.get(place, 0) + length
    weights: dict[int, float] = {}
    for parent, length in lengths.items():
        for weight, above in zip(_WEIGHTS, ancestors(nodes[parent]), strict=False):
            weights[above.mem_id] = weights.get(above.mem_id, 0.0) + weight * length
            nodes.setdefault(above.mem_id, above)
    best = max(weights, key=weights.__getitem__, default=0)
    return nodes[best] if weights and weights[best] > _ENOUGH else None


def _paragraphs(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, int]]:
    for paragraph in tree.tags("p"):
        length = len(paragraph.text())
        above = paragraph.parent if length >= _SHORTEST else None
        if above is not None:
            yield above, length


def _broken_lines(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, int]]:
    """Blocks whose text is parted by line breaks, as Blogger keeps it."""
    parents = (line_break.parent for line_break in tree.tags("br")[:_MOST_BREAKS])
    for block in {block.mem_id: block for block in parents if block is not None}.values():
        length = len(block.text(deep=False))
        if block.tag != "p" and length > _ENOUGH:
            yield block, length


def _leaves(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, int]]:
    """Blocks around `div` elements that hold a paragraph each."""
    for element in tree.tags("div")[:_MOST_LEAVES]:
        above = element.parent
        length = len(element.text(deep=False).strip()) if above is not None else 0
        if above is not None and length >= _SHORTEST:
            yield above, length


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """The element and those around it, up to the body of the page and without it."""
    above: LexborNode | None = node
    while above is not None and above.tag not in ("body", "html"):
        yield above
        above = above.parent
