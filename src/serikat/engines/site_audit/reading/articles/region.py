"""Where on a page the article stands: the words around its headline and at its end, found without reading the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from selectolax.lexbor import LexborNode

from serikat.engines.site_audit.reading.queries import select
from serikat.engines.site_audit.reading.story_block import ancestors

_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "select", "option", "form", "head"))
_BREAKING = frozenset(
    """p div li ul ol tr td th table section article header figure figcaption br h1 h2 h3 h4 h5 h6 dt dd address
    blockquote hr button""".split()
)
# Parts the pieces of one line; no page prints it (ASCII information separator one).
PIECE = "\x1f"
_LEFT_OUT = _UNSEEN | {"nav", "aside", "footer", "-comment"}
_HEAD_BEFORE, _HEAD_AFTER, _BODY_START, _BODY_END, _BLOCKS_AFTER = 8, 24, 3, 8, 8
_CLIMB = 8
# A breadcrumb has fewer.
_LINKS_OF_MENU = 6
# No page nests its words deeper; an attack does, to exhaust the stack.
_DEEPEST = 60
_LONGEST_LINE = 300
_MOST_LINES = 32


class Region:
    """Where an article's facts stand, each part found when it is first asked for.

    `body` is the block that holds most of the text, `headline` the element that shows the title; None where none does.
    """

    def __init__(self, body: LexborNode | None, headline: LexborNode | None) -> None:
        self.body = body
        self.headline = headline
        # The first blocks of a short body are its last ones too.
        self._words: dict[int, list[str]] = {}

    @cached_property
    def is_indonesian(self) -> bool:
        """Told by a word that every Indonesian text has: many Indonesian pages declare another language."""
        return any(" yang " in line for line in (*self.below, *self.ending))

    def holds(self, element: LexborNode) -> bool:
        """Whether an element stands between the headline and the first blocks of the body, or right around them."""
        near = self._near
        above: LexborNode | None = element
        while above is not None:
            if above.mem_id in near:
                return True
            above = above.parent
        return False

    @cached_property
    def _near(self) -> frozenset[int]:
        return frozenset(node.mem_id for node in self.nodes)

    @cached_property
    def nodes(self) -> tuple[LexborNode, ...]:
        """The blocks from the headline to the first ones of the body, in page order."""
        if self.headline is not None:
            between = tuple(_between(self.headline, self.body))
        else:
            between = tuple(_leading(self.body)) if self.body is not None else ()
        opening = tuple(islice(_children(self.body), _BODY_START)) if self.body is not None else ()
        known = {node.mem_id for node in between}
        return between + tuple(node for node in opening if node.mem_id not in known)

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The lines before the headline."""
        return tuple(_above(self.headline)) if self.headline is not None else ()

    @cached_property
    def below(self) -> tuple[str, ...]:
        """The lines of `nodes`."""
        return self._lines(self.nodes)

    @cached_property
    def ending(self) -> tuple[str, ...]:
        """The last lines of the body."""
        return self._lines(_last_blocks(self.body)) if self.body is not None else ()

    @cached_property
    def after(self) -> tuple[str, ...]:
        """The lines that follow the body."""
        return self._lines(_following(self.body)) if self.body is not None else ()

    def _lines(self, nodes: Iterable[LexborNode]) -> tuple[str, ...]:
        """The words of the blocks, at most a screenful, each line cut where no credit or label would still be one."""
        lines: list[str] = []
        for node in nodes:
            if len(lines) >= _MOST_LINES:
                break
            found = self._words.get(node.mem_id)
            if found is None:
                found = self._words[node.mem_id] = words(node)
            lines += found
        return tuple([line[:_LONGEST_LINE] for line in lines[:_MOST_LINES]])


def _above(headline: LexborNode) -> list[str]:
    """The last lines before the headline within the blocks that hold it, in page order."""
    found: list[str] = []
    above: LexborNode | None = headline
    for _ in range(4):
        # Before the whole article stand menus; a breadcrumb there is looked for by its own marks.
        if above is None or above.tag in ("body", "main", "article"):
            break
        before = above.prev
        while before is not None and len(found) < _HEAD_BEFORE:
            if _is_menu(before):
                return found[-_HEAD_BEFORE:]
            if _seen(before):
                found[:0] = words(before)[-_HEAD_BEFORE:]
            before = before.prev
        above = above.parent
    return found[-_HEAD_BEFORE:]


def _is_menu(node: LexborNode) -> bool:
    """Whether a block is the site's menu: what stands before it, today's date often, is not the article's."""
    return node.tag == "nav" or (node.tag != "-text" and len(select(node, "a[href]")) >= _LINKS_OF_MENU)


def _between(headline: LexborNode, body: LexborNode | None) -> Iterator[LexborNode]:
    """The blocks from the headline to the body, in page order, at most a screenful."""
    around = {node.mem_id for node in ancestors(body)} if body is not None else set()
    above: LexborNode | None = headline
    left = _HEAD_AFTER
    for _ in range(_CLIMB):
        # Where no text is found to end it, what follows the first block around the headline is the margin.
        if above is None or above.tag == "body" or above.mem_id in around or (body is None and left < _HEAD_AFTER):
            return
        after = above.next
        while after is not None and left:
            if after.mem_id in around:
                yield from _until_body(after, around, body)
                return
            # Drupal puts the byline into a footer of the headline; that of the site follows the text.
            if _seen(after) or (around and after.tag == "footer"):
                left -= 1
                yield after
            after = after.next
        above = above.parent


def _leading(body: LexborNode) -> list[LexborNode]:
    """The blocks right before the text, up to the menu."""
    found: list[LexborNode] = []
    before = body.prev
    while before is not None and len(found) < _BODY_START and not _is_menu(before):
        if _seen(before):
            found.append(before)
        before = before.prev
    return found[::-1]


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


def _last_blocks(body: LexborNode) -> list[LexborNode]:
    last: list[LexborNode] = []
    child = body.last_child
    while child is not None and len(last) < _BODY_END:
        if _seen(child):
            last.append(child)
        child = child.prev
    return last[::-1]


def _following(body: LexborNode) -> Iterator[LexborNode]:
    above: LexborNode | None = body
    left = _BLOCKS_AFTER
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


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return (child for child in node.iter(include_text=True, skip_empty=True) if _seen(child))


def _seen(node: LexborNode) -> bool:
    tag = node.tag or ""
    if tag == "-text":
        return not (node.text_content or " ").isspace()
    return tag not in _LEFT_OUT


def words(node: LexborNode) -> list[str]:
    """The first visible lines inside a node, white space folded.

    Pieces of one line that stood in elements of their own are parted by `PIECE`: a name and the date beside it touch.
    """
    lines: list[str] = []
    pieces: list[str] = []
    tag = node.tag or ""
    if tag == "-text":
        text = " ".join((node.text_content or "").split())
        return [text] if text else []
    if tag not in _UNSEEN:
        _gather(node, pieces, lines, _DEEPEST)
        if pieces:
            _end_line(pieces, lines)
    return lines


def _gather(node: LexborNode, pieces: list[str], lines: list[str], depth: int) -> None:
    """Adds the words inside an element; text is read in the loop, since most nodes are text and calls add up."""
    for child in node.iter(include_text=True, skip_empty=True):
        tag = child.tag or ""
        if tag == "-text":
            text = " ".join((child.text_content or "").split())
            if text:
                pieces.append(text)
        elif tag not in _LEFT_OUT and depth and len(lines) < _MOST_LINES:
            breaks = tag in _BREAKING
            if breaks and pieces:
                _end_line(pieces, lines)
            _gather(child, pieces, lines, depth - 1)
            if breaks and pieces:
                _end_line(pieces, lines)


def _end_line(pieces: list[str], lines: list[str]) -> None:
    lines.append(PIECE.join(pieces))
    pieces.clear()
