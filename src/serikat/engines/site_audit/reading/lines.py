"""The visible words of a page as lines, one a block element, so that labels and what they label can be told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_uppercase

from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNSEEN = frozenset(("script", "style", "noscript", "svg", "template", "iframe", "head"))
_BLOCKS = frozenset(
    """p div li ul ol tr table section article header footer nav aside main h1 h2 h3 h4 h5 h6 dl dt dd br hr
    blockquote pre figure figcaption address form option button summary details caption""".split()
)
_CELLS = frozenset(("td", "th"))
# A separator that no text contains: information separator one of ASCII.
_CELL_BREAK = "\x1f"
_CAPITALS = frozenset(ascii_uppercase)
_COLUMN_REACH, _SHORTEST_COLUMN = 60, 2
_ADDRESS = re.compile(r"[\w.+-]{2,}@[\w-]+\.\w")
_ADDRESS_ENDS = re.compile(r"[\w.+-]{2,}@[\w.-]+\.[a-z]{2,}$", re.IGNORECASE)
# Soft hyphens, zero-width spaces, direction marks and byte order marks: a reader does not see them, a pattern does.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def read_lines(tree: LexborHTMLParser) -> tuple[str, ...]:
    """The page's words from top to bottom, white space folded, empty lines left out.

    A table row is one line, its cells apart by a tab, as are words in elements of their own that touch as columns do.
    Scripts, styles and what only machines see are not words.
    """
    body = tree.body
    return tuple(filter(None, map(_line, _texts_by_line(body)))) if body is not None else ()


def _texts_by_line(body: LexborNode) -> Iterator[list[str]]:
    """The texts of each line, with the breaks between cells; walked without recursion, since pages may nest deep."""
    texts: list[str] = []
    around: list[tuple[LexborNode, str]] = []
    node = body.first_child
    while node is not None or around:
        if node is None:
            node, tag = around.pop()
            if tag in _CELLS:
                texts.append(_CELL_BREAK)
        else:
            tag = node.tag or ""
            if tag == "-text":
                text = node.text_content or ""
                if texts or not text.isspace():
                    texts.append(text)
                node = node.next
                continue
            if tag not in _UNSEEN:
                around.append((node, tag))
        # An element is met twice, where it begins and where it ends.
        if tag in _BLOCKS and texts:
            yield texts
            texts = []
        node = node.first_child if around and around[-1][0] is node else node.next
    yield texts


def _line(texts: list[str]) -> str:
    if not all(map(str.isascii, texts)):
        texts = [_visible(text) for text in texts]
    whole = "".join(texts if len(texts) == 1 else _with_columns(texts))
    if _CELL_BREAK not in whole:
        return " ".join(whole.split())
    return "\t".join(filter(None, (" ".join(cell.split()) for cell in whole.split(_CELL_BREAK))))


def _with_columns(texts: list[str]) -> Iterator[str]:
    """The texts with a cell break where two of several words touch, as between columns that a style sheet sets apart.

    A name in two colours (`Suara` and `Nusa`) stays one word; an e-mail address is whole in its element.
    """
    left = ""
    for right in texts:
        if ("@" in left or "@" in right) and _is_address_beside(left[-_COLUMN_REACH:], right[:_COLUMN_REACH]):
            yield _CELL_BREAK
        elif right[:1] in _CAPITALS and (left[-1:].isalnum() or left[-1:] in (".", ":", ")")):
            end = left[-_COLUMN_REACH:]
            if len(end) > _SHORTEST_COLUMN and (" " in end.strip() or " " in right[:_COLUMN_REACH].strip()):
                yield _CELL_BREAK
        yield right
        left = right


def _is_address_beside(left: str, right: str) -> bool:
    """Whether a whole e-mail address touches letters or figures of another element."""
    if not left[-1:].isalnum() or not right[:1].isalnum():
        return False
    return _ADDRESS_ENDS.search(left) is not None or _ADDRESS.match(right) is not None


def _visible(text: str) -> str:
    for mark in _INVISIBLE:
        text = text.replace(mark, "")
    return text
