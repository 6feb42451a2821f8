"""The visible words of a page as lines, one a block element, so that labels and what they label can be told apart."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

_UNSEEN = ["script", "style", "noscript", "svg", "template", "iframe", "head"]
_BLOCKS = (
    "p,div,li,ul,ol,tr,table,section,article,header,footer,nav,aside,main,h1,h2,h3,h4,h5,h6,dl,dt,dd,br,hr,"
    "blockquote,pre,figure,figcaption,address,form,option,button,summary,details,caption"
)
_CELLS = "td,th"
# Separators that no text contains: information separators one and two of ASCII.
_BREAK, _CELL_BREAK = "\x1e", "\x1f"
# Stands where one piece of text touches the next, as between two columns that a style sheet sets apart.
_JOINT = "\x1d"
_COLUMN = re.compile(r"\x1d(?<=[^\W_]\x1d)(?=[A-Z])|\x1d(?<=[.:)]\x1d)(?=[A-Z])")
_MARKS = re.compile(r"[\x1d-\x1f]")
_COLUMN_REACH, _SHORTEST_COLUMN = 60, 2
# Soft hyphens, zero-width spaces, direction marks and byte order marks: a reader does not see them, a pattern does.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def read_lines(tree: LexborHTMLParser) -> tuple[str, ...]:
    """The page's words from top to bottom, white space folded, empty lines left out.

    A table row is one line, its cells apart by a tab, as are words in elements of their own that touch as columns do.
    Scripts, styles and what only machines see are not words.
    """
    copy = tree.clone()
    copy.strip_tags(_UNSEEN)
    for node in copy.css(_BLOCKS):
        node.insert_before(_BREAK)
        if node.tag != "br":
            node.insert_after(_BREAK)
    for node in copy.css(_CELLS):
        node.insert_after(_CELL_BREAK)
    body = copy.body
    if body is None:
        return ()
    text = _COLUMN.sub(_between, _visible(body.text(separator=_JOINT))).replace(_JOINT, "")
    pieces = text.split(_BREAK)
    lines = [_row(piece) if _CELL_BREAK in piece else " ".join(piece.split()) for piece in pieces]
    return tuple(filter(None, lines))


def _between(joint: re.Match[str]) -> str:
    """A cell break where several words touch others; a name in two colours (`Suara` and `Nusa`) stays one word."""
    text, at = joint.string, joint.start()
    left = _MARKS.split(text[max(0, at - _COLUMN_REACH) : at])[-1]
    right = _MARKS.split(text[at + 1 : at + 1 + _COLUMN_REACH], maxsplit=1)[0]
    is_column = len(left) > _SHORTEST_COLUMN and (" " in left.strip() or " " in right.strip())
    return _CELL_BREAK if is_column else ""


def _visible(text: str) -> str:
    for mark in _INVISIBLE:
        text = text.replace(mark, "")
    return text


def _row(line: str) -> str:
    cells = (" ".join(cell.split()) for cell in line.split(_CELL_BREAK))
    return "\t".join(cell for cell in cells if cell)
