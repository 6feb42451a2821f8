"""The block of a page that holds its story, told by where the paragraphs stand."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from serikat.engines.site_audit.reading.queries import select_first

# A paragraph counts fully for its parent, less for those above it: single wrappers lose, the whole page does not win.
_WEIGHTS = (1.0, 0.6, 0.4)
_SHORTEST, _ENOUGH = 40, 200


def body_of(tree: LexborHTMLParser) -> LexborNode | None:
    """The block that holds most of the text, told by its paragraphs; else the one that is marked as the article."""
    lengths: dict[int, int] = {}
    nodes: dict[int, LexborNode] = {}
    for paragraph in tree.tags("p"):
        length = len(paragraph.text())
        above = paragraph.parent if length >= _SHORTEST else None
        if above is not None:
            place = above.mem_id
            nodes.setdefault(place, above)
            lengths[place] = lengths.get(place, 0) + length
    weights: dict[int, float] = {}
    for parent, length in lengths.items():
        for weight, above in zip(_WEIGHTS, ancestors(nodes[parent]), strict=False):
            weights[above.mem_id] = weights.get(above.mem_id, 0.0) + weight * length
            nodes.setdefault(above.mem_id, above)
    if weights:
        best = max(weights, key=weights.__getitem__)
        if weights[best] > _ENOUGH:
            return nodes[best]
    return select_first(tree, "[itemprop=articleBody], .entry-content, article, main")


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """The element and those around it, up to the body of the page and without it."""
    above: LexborNode | None = node
    while above is not None and above.tag not in ("body", "html"):
        yield above
        above = above.parent
