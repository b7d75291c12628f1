"""The few pages on which pdfium passes over characters, read with pdfminer, which needs no glyphs.

Thirty times slower than pdfium, so only where ``Page.passes_over_text`` says so. Not here: lines into
paragraphs (pdf_layout) and tables (pdf_tables), which are the same for both.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pdfplumber

from pipelines.documents.pdf_page import LINE_END, Box, Page

_UNKNOWN = re.compile(r"\(cid:\d+\)")
# Parts of the font size: how far a character may be off the line, and what gap is a space.
_OFF_LINE, _GAP = 0.5, 0.5


def mine(page: Page, data: bytes, index: int) -> bool:
    """Replace the characters of a page by what pdfminer finds on it.

    Args:
        page: The page as pdfium has loaded it.
        data: The PDF file.
        index: The page's number (0-based).

    Returns:
        False when pdfminer does not know the characters either; the page is left as it was.
    """
    with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as document:
        mined = document.pages[0]
        if any(_UNKNOWN.match(character["text"]) for character in mined.chars):
            return False
        # pdfplumber measures from the media box, pdfium from what of it is shown.
        left, top = mined.cropbox[0] - mined.bbox[0], mined.cropbox[1] - mined.bbox[1]
        text: list[str] = []
        boxes: list[Box] = []
        sizes: list[float] = []
        for characters, box, size in _pieces(mined.chars):
            for character in characters:
                text.append(character)
                boxes.append(Box(box.x0 - left, box.top - top, box.x1 - left, box.bottom - top))
                sizes.append(size)
        mined.close()
    page.substitute("".join(text), boxes, sizes)
    return True


def _pieces(characters: list[dict[str, Any]]) -> Iterator[tuple[str, Box, float]]:
    """Yield characters with the spaces and line ends between them."""
    before: Box | None = None
    for character in characters:
        size = float(character["size"]) or 1.0
        box = Box(character["x0"], character["top"], character["x1"], character["bottom"])
        if before is not None:
            if abs(box.top - before.top) > _OFF_LINE * size or box.x1 < before.x0:
                yield LINE_END, box, size
            elif box.x0 - before.x1 > _GAP * size:
                yield " ", box, size
        yield character["text"], box, size
        before = box
