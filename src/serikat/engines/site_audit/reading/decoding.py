"""Bytes to text in spite of what headers and metas claim (WHATWG Encoding and the HTML "determining the encoding")."""

from __future__ import annotations

import codecs
import re

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# The Encoding Standard reads these labels as windows-1252, and publishers mean that too.
_WESTERN = {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"}
_SNIFF_BYTES = 4096
# The encodings of the Encoding Standard as Python names them. Others are no charsets of pages, and some can be made
# to stall: 400 kB declared as punycode take half a minute.
_CHARSETS = re.compile(
    r"utf-8|utf-16(?:-[lb]e)?|iso8859-(?:[2-9]|1[0-6])|cp(?:125\d|866|874|932|949)|koi8-[ru]|mac-(?:roman|cyrillic)"
    r"|tis-620|gbk|gb18030|gb2312|big5(?:hkscs)?|euc_(?:jp|kr)|iso2022_jp|shift_jis"
)


def decode(body: bytes, content_type: str = "") -> str:
    """The text of a page: a byte order mark, then valid UTF-8, then the declared charset, then windows-1252.

    Valid UTF-8 with non-ASCII letters is practically never another encoding, so it wins over a declaration that lies.
    Never raises: bytes that fit nothing become U+FFFD.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(body, content_type)
    if declared in ("", "utf-8"):
        replaced = body.decode("utf-8", "replace")
        broken = replaced.count("\ufffd")
        sound = sum(letter > "\x7f" for letter in replaced) - broken
        # A page cut by the size budget, or with one bad advertisement in it, is still UTF-8.
        return replaced if sound >= broken else body.decode("windows-1252", "replace")
    return body.decode(declared, "replace")


def is_utf8(body: bytes) -> bool:
    """Whether `decode` takes these bytes for UTF-8 as they stand, without a byte order mark."""
    if body.startswith(tuple(mark for mark, _ in _BOMS)):
        return False
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(body: bytes, content_type: str) -> str:
    """The declared charset as a codec name that Python knows, or an empty string."""
    in_header = _HEADER_CHARSET.search(content_type)
    in_meta = _META_CHARSET.search(body[:_SNIFF_BYTES])
    for label in (in_header and in_header[1], in_meta and in_meta[1].decode("ascii", "replace")):
        if not label:
            continue
        if label.lower() in _WESTERN:
            return "windows-1252"
        try:
            name = codecs.lookup(label).name
        except (LookupError, ValueError):
            continue
        if _CHARSETS.fullmatch(name):
            return name
    return ""
