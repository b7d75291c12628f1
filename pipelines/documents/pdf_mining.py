"""The few pages on which pdfium passes over characters, read with pdfminer, which needs no glyphs.

Thirty times slower than pdfium, so only where ``Page.passes_over_text`` says so. Not here: lines into
paragraphs (pdf_layout) and tables (pdf_tables), which are the same for both.
"""

from __future__ import annotations

import io
import logging
import re
from typing import Any

import pdfplumber

from pipelines.documents.glyphs import Box, Glyph
from pipelines.documents.pdf_page import Page

_LOG = logging.getLogger(__name__)
_UNKNOWN = re.compile(r"\(cid:\d+\)")


def mine(page: Page, data: bytes, index: int) -> bool:
    """Replace the characters of a page by what pdfminer finds on it.

    Args:
        page: The page as pdfium has loaded it.
        data: The PDF file.
        index: The page's number (0-based).

    Returns:
        False when pdfminer does not know the characters either; the page is left as it was.
    """
    try:
        glyphs = _glyphs(data, index)
    except MemoryError:
        raise
    except Exception:
        # What pdfium has mended pdfminer may choke on, and it raises whatever it likes.
        _LOG.info("pdfminer cannot read page %d", index + 1, exc_info=True)
        return False
    if any(_UNKNOWN.match(glyph.text) for glyph in glyphs):
        return False
    page.substitute(glyphs)
    return True


def _glyphs(data: bytes, index: int) -> list[Glyph]:
    with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as document:
        mined = document.pages[0]
        # pdfplumber measures from the media box, pdfium from what of it is shown.
        left, top = mined.cropbox[0] - mined.bbox[0], mined.cropbox[1] - mined.bbox[1]
        glyphs = [_glyph(character, left, top) for character in mined.chars]
        mined.close()
    return glyphs


def _glyph(character: dict[str, Any], left: float, top: float) -> Glyph:
    box = Box(
        character["x0"] - left, character["top"] - top, character["x1"] - left, character["bottom"] - top
    )
    return Glyph(character["text"], box, float(character["size"]) or 1.0)
