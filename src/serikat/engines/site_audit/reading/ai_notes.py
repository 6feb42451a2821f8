"""What pages say of artificial intelligence in their own making: labels, tools, notes of correction, metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from serikat.engines.site_audit.reading.article_text import article_text
from serikat.engines.site_audit.reading.page import Page

_AI = r"(?:\bAI\b|kecerdasan\s+(?:buatan|artifisial)|akal\s+imitasi|artificial\s+intelligence|generative\s+AI)"
_TOOL = (
    r"(?:ChatGPT|Chat\s*GPT|GPT-\d\w*|Google\s+Gemini|Gemini\s+AI|Gemini|Microsoft\s+Copilot|Copilot|Meta\s+AI|Claude|Midjourney"
    r"|DALL[·-]?E|Stable\s+Diffusion|Bing\s+Image\s+Creator|Adobe\s+Firefly|Canva\s+AI|Perplexity|DeepSeek|Grok)"
)
_MADE = (
    r"(?:dibuat|dihasilkan|disusun|ditulis|diolah|diterjemahkan|dirangkum|digambar|diilustrasikan|diproduksi|created|generated"
    r"|written|produced|made|translated)"
)
_PICTURE = r"(?:ilustrasi|gambar|foto|grafis|visual|suara|video|avatar|image|illustration|photo|voice)"
_TEXT = r"(?:berita|artikel|tulisan|teks|naskah|konten|article|story|text)"
# The outlet speaks of its own work: "ilustrasi AI", "gambar ini dibuat dengan AI", "berita ini disusun dengan AI".
_PICTURE_NOTE = re.compile(
    rf"\b{_PICTURE}\b\W{{0,3}}(?:ini\s+)?(?:{_MADE}\s+(?:\w+\s+){{0,3}})?(?:oleh|dengan|menggunakan|by|with|hasil|via|\()?\s*(?:bantuan\s+)?"
    rf"(?:{_AI}|{_TOOL})|\b{_AI}[\s-]+generated\s+{_PICTURE}",
    re.IGNORECASE,
)
_TEXT_NOTE = re.compile(
    rf"\b(?:{_TEXT}\s+ini|this\s+{_TEXT})\b[^.\n]{{0,40}}\b{_MADE}\b[^.\n]{{0,40}}(?:{_AI}|{_TOOL})"
    rf"|\b(?:penulis|ditulis\s+oleh|disusun\s+oleh|written\s+by)\s*[:：]?\s*(?:robot\s+)?(?:{_AI}|{_TOOL})\b",
    re.IGNORECASE,
)
_NAMES_TOOL = re.compile(_TOOL, re.IGNORECASE)
_EDITED = re.compile(
    r"(?:diperbaiki|dikoreksi|diralat|koreksi|ralat|perbaikan|disunting\s+kembali|diperbarui|corrected|correction)",
    re.I,
)
# IPTC's term for what a trained model made, as C2PA manifests and XMP packets write it.
_METADATA = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia")
_LONGEST_NOTE = 400
# Plain words looked for first; two capitals alone stand inside too many words.
_HINTS = (
    "ecerdasan buatan", "ecerdasan artifi", "kal imitasi", "rtificial intel", "GPT", "Gemini", "Copilot", "Claude",
    "idjourney", "DALL", "Stable Diffusion", "Bing Image", "Firefly", "Perplexity", "DeepSeek", "Grok",
)  # fmt: skip
_INITIALS = re.compile(r"AI(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class AiNotes:
    """The notes on one page: of pictures or sound, of text, and of edits to either; empty where there are none.

    `tool` is the tool that the note of text names.
    """

    picture: str = ""
    text: str = ""
    edit: str = ""
    tool: str = ""


_READ: WeakKeyDictionary[Page, AiNotes] = WeakKeyDictionary()


def read_ai_notes(page: Page) -> AiNotes:
    """What an article page says of AI in its own making; news about AI says nothing of that."""
    found = _READ.get(page)
    if found is None:
        found = _READ[page] = _read(page)
    return found


def _read(page: Page) -> AiNotes:
    plain = page.plain
    # Both terms end alike, and bytes are searched without decoding the page.
    is_declared = b"lgorithmicMedia" in page.fetch.body
    declared = next((mark for mark in _METADATA if mark in page.markup), "") if is_declared else ""
    if not declared and not _may_speak(plain):
        return AiNotes()
    lines = [line for line in page.lines if len(line) <= _LONGEST_NOTE and _may_speak(line)]
    picture = next((line for line in lines if _PICTURE_NOTE.search(line) and _is_caption(line)), "") or declared
    text = next((line for line in lines if _TEXT_NOTE.search(line)), "")
    tool = _NAMES_TOOL.search(text)
    edit = _edit_note(page) if picture or text else ""
    return AiNotes(picture, text, edit, tool[0] if tool else "")


def _may_speak(text: str) -> bool:
    return any(hint in text for hint in _HINTS) or bool(_INITIALS.search(text))


def _is_caption(line: str) -> bool:
    """Whether a line is short enough for a caption, or speaks of "this" picture; a story's sentence is neither."""
    return len(line) <= 140 or " ini " in line


def _edit_note(page: Page) -> str:
    lines = (*article_text(page).paragraphs, *page.lines)
    return next(
        (line for line in lines if len(line) <= _LONGEST_NOTE and _EDITED.search(line) and _may_speak(line)), ""
    )
