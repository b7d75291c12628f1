"""Fonts that pdfium has no glyphs for, so that it leaves characters out.

It may where a Chinese font is not embedded and the machine has none to stand in for it: without glyphs a
character drawn by itself is nothing to pdfium, and a line like the one above it is the same line.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from pipelines.documents import pdf_calls

_NO_SIZE = 0.01
_BUILT_IN = re.compile(
    rb"(?:[A-Z]{6}\+)?(?:Arial|Times|Helvetica|Courier|Symbol|Zapf|Calibri|Cambria|Verdana)", re.I
)


def passes_over(texts: Sequence[int]) -> bool:
    """Tell whether pdfium leaves characters of a page out.

    Args:
        texts: the addresses of the page's text objects.
    """
    fonts = [*map(pdf_calls.font_of, texts)]
    lacking = {place for place in set(fonts) if place and _lacks_glyphs(pdf_calls.font(place))}
    if not lacking:
        return False
    bounds = pdf_calls.Bounds()
    for item, place in zip(texts, fonts, strict=True):
        if place in lacking:
            left, bottom, right, top = bounds.of(item)
            if min(right - left, top - bottom) < _NO_SIZE:
                return True
    return False


def _lacks_glyphs(font: Any) -> bool:
    if pdfium.FPDFFont_GetIsEmbedded(font):
        return False
    name = ctypes.create_string_buffer(100)
    pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    # These pdfium has glyphs for; what has no width in them is a space.
    return not _BUILT_IN.match(name.value)
