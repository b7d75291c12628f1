"""One PDF page as pdfium sees it: characters and ruling lines, in display coordinates.

Here belong the calls into pdfium for what stands on a page. Not here: the segments of a path (pdf_paths),
fonts without glyphs (pdf_fonts), tables (pdf_tables) and paragraphs (pdf_layout).
"""

from __future__ import annotations

import ctypes
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any

import PIL.Image
import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.documents import pdf_calls, pdf_fonts
from pipelines.documents.glyphs import LINE_END, Box, Glyph, GlyphPage, Stroke
from pipelines.documents.pdf_paths import straight_segments, visible_paths

# The resolution that OCR is measured for, and the size at which more gives nothing.
DOTS_PER_INCH, LONGEST_SIDE = 200, 3_000
# pdfium marks a hyphen at a line's end by these.
_HYPHENS = "\ufffe\x02"
# What only a wrong character map gives inside a line; a tab or a line end would be taken for the text's own.
_STRAY = re.compile(r"\r(?!\n)|(?<!\r)\n|[\t\f\v]")


class Page(GlyphPage):
    """A loaded page; use as a context manager, for pdfium keeps all that was parsed until it is closed."""

    def __init__(self, document: pypdfium2.PdfDocument, index: int) -> None:
        """Load page ``index`` (0-based).

        Raises:
            pypdfium2.PdfiumError: The page is damaged.
        """
        self._page = document[index]
        self._text = self._page.get_textpage()
        self._place = pdf_calls.address(self._text.raw)
        rotation, (left, bottom, right, top) = self._page.get_rotation(), self._page.get_bbox()
        self._turn = _turn(rotation, (left, bottom, right, top))
        self._upright, self._corner = rotation == 0, (left, top)
        self.width, self.height = self._page.get_size()
        self.characters = self._all_characters()
        self._from_elsewhere = False
        self._one, self._other = pdfium.FS_RECTF(), pdfium.FS_RECTF()
        self._one_place, self._other_place = ctypes.addressof(self._one), ctypes.addressof(self._other)
        self._objects = _by_kind(self._page)

    def __enter__(self) -> Page:
        return self

    def __exit__(self, *_: object) -> None:
        self._text.close()
        self._page.close()

    def _all_characters(self) -> str:
        """Return the page's characters, each at its pdfium index (so that boxes can be asked for)."""
        count = self._text.count_chars()
        text: str = self._text.get_text_range() if count else ""
        if len(text) != count:
            codes = (pdfium.FPDFText_GetUnicode(self._text, index) for index in range(count))
            text = "".join(map(chr, codes))
        if any(mark in text for mark in _HYPHENS):
            text = text.translate(str.maketrans(_HYPHENS, "--"))
        ends = text.count(LINE_END)
        if text.count("\r") + text.count("\n") > 2 * ends or any(mark in text for mark in "\t\f\v"):
            text = _STRAY.sub(" ", text)
        return text

    def substitute(self, glyphs: Iterable[Glyph]) -> None:
        """Take the page's characters from elsewhere."""
        super().substitute(glyphs)
        self._from_elsewhere = True

    def font_size(self, index: int) -> float:
        """Return the font size of a character in points, as the file states it."""
        if self._from_elsewhere:
            return super().font_size(index)
        return float(pdf_calls.font_size_at(self._place, index))

    def box(self, index: int) -> Box:
        """Return the box of a character, as wide as its advance and as high as its font."""
        if self._from_elsewhere:
            return super().box(index)
        one = self._one
        pdf_calls.loose_box_at(self._place, index, self._one_place)
        if self._upright:
            # Most pages are, and this is the call that is made most.
            left, top = self._corner
            return Box(one.left - left, top - one.top, one.right - left, top - one.bottom)
        return self._turn(one.left, one.bottom, one.right, one.top)

    def span_box(self, first: int, last: int) -> Box:
        """Return the box that holds two characters."""
        if self._from_elsewhere or not self._upright:
            return super().span_box(first, last)
        left, top = self._corner
        one, other = self._one, self._other
        pdf_calls.loose_box_at(self._place, first, self._one_place)
        pdf_calls.loose_box_at(self._place, last, self._other_place)
        return Box(
            min(one.left, other.left) - left,
            top - max(one.top, other.top),
            max(one.right, other.right) - left,
            top - min(one.bottom, other.bottom),
        )

    def strokes(self, limit: int) -> Sequence[Stroke] | None:
        """Return the straight pieces of all drawn paths; None when there are over ``limit`` paths."""
        found: list[Stroke] = []
        drawn = (
            (kind, pdf_calls.page_object(place))
            for kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM)
            for place in self._objects[kind]
        )
        paths = visible_paths(drawn)
        for number, (path, matrix) in enumerate(paths):
            if number >= limit:
                return None
            for x0, y0, x1, y1 in straight_segments(path, matrix):
                box = self._turn(x0, y0, x1, y1)
                # The turn orders the corners; a diagonal is no ruling line, so its direction may be lost.
                found.append(Stroke(*box))
        return found

    def passes_over_text(self) -> bool:
        """Tell whether pdfium leaves characters out (pdf_fonts.py says why)."""
        return pdf_fonts.passes_over(self._objects[pdfium.FPDF_PAGEOBJ_TEXT])

    def hides_text(self) -> bool:
        """Tell whether the page's text is not shown: somebody's OCR put it behind the picture."""
        texts = self._objects[pdfium.FPDF_PAGEOBJ_TEXT]
        mode = pdfium.FPDFTextObj_GetTextRenderMode(pdf_calls.page_object(texts[0])) if texts else None
        return bool(mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)

    def picture(self) -> PIL.Image.Image:
        """Return the page as it is shown, fit for OCR."""
        scale = min(DOTS_PER_INCH / 72, LONGEST_SIDE / max(self.width, self.height, 1.0))
        shown: PIL.Image.Image = self._page.render(scale=scale).to_pil()
        return shown

    def object_kinds(self) -> tuple[int, float]:
        """Return the number of objects and the share of the page that its largest picture covers."""
        area = max(self.width * self.height, 1.0)
        bounds, largest = pdf_calls.Bounds(), 0.0
        for item in self._objects[pdfium.FPDF_PAGEOBJ_IMAGE][:1000]:
            left, bottom, right, top = bounds.of(item)
            largest = max(largest, (right - left) * (top - bottom) / area)
        return sum(map(len, self._objects.values())), largest


def _by_kind(page: Any) -> dict[int, list[int]]:
    """Return the addresses of a page's objects by their kind."""
    count = pdfium.FPDFPage_CountObjects(page)
    places = [*map(pdf_calls.object_at, repeat(pdf_calls.address(page.raw)), range(count))]
    found: dict[int, list[int]] = defaultdict(list)
    for place, kind in zip(places, map(pdf_calls.kind_of, places), strict=True):
        found[kind].append(place)
    return found


def _turn(
    rotation: int, bbox: tuple[float, float, float, float]
) -> Callable[[float, float, float, float], Box]:
    """Return the way from two corners in PDF space to a box in display coordinates."""
    left, bottom, right, top = bbox

    def point(x: float, y: float) -> tuple[float, float]:
        if rotation == 90:
            return y - bottom, x - left
        if rotation == 180:
            return right - x, y - bottom
        if rotation == 270:
            return top - y, right - x
        return x - left, top - y

    def turn(x0: float, y0: float, x1: float, y1: float) -> Box:
        (ax, ay), (bx, by) = point(x0, y0), point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    return turn
