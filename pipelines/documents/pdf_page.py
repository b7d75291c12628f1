"""One PDF page as pdfium sees it: characters and ruling lines, in display coordinates.

Here belong the calls into pdfium. Not here: tables (pdf_tables) and paragraphs (pdf_layout).
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import PIL.Image
import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.documents.glyphs import Box, Glyph, GlyphPage, Stroke

# The resolution that OCR is measured for, and the size at which more gives nothing.
DOTS_PER_INCH, LONGEST_SIDE = 200, 3_000
# pdfium marks a hyphen at a line's end by these.
_HYPHENS = re.compile("[\ufffe\x02]")
# Forms within forms, beyond which nothing is looked for.
_FORM_DEPTH = 5
_NO_SIZE = 0.01
_BUILT_IN = re.compile(
    rb"(?:[A-Z]{6}\+)?(?:Arial|Times|Helvetica|Courier|Symbol|Zapf|Calibri|Cambria|Verdana)", re.I
)


class Page(GlyphPage):
    """A loaded page; use as a context manager, for pdfium keeps all that was parsed until it is closed."""

    def __init__(self, document: pypdfium2.PdfDocument, index: int) -> None:
        """Load page ``index`` (0-based).

        Raises:
            pypdfium2.PdfiumError: The page is damaged.
        """
        self._page = document[index]
        self._text = self._page.get_textpage()
        rotation, (left, bottom, right, top) = self._page.get_rotation(), self._page.get_bbox()
        self._turn = _turn(rotation, (left, bottom, right, top))
        self._upright, self._corner = rotation == 0, (left, top)
        self.width, self.height = self._page.get_size()
        self.characters = self._characters()
        self._from_elsewhere = False
        self._rectangle = pdfium.FS_RECTF()
        self._objects = [
            (pdfium.FPDFPageObj_GetType(item), item)
            for index in range(pdfium.FPDFPage_CountObjects(self._page))
            if (item := pdfium.FPDFPage_GetObject(self._page, index))
        ]

    def __enter__(self) -> Page:
        return self

    def __exit__(self, *_: object) -> None:
        self._text.close()
        self._page.close()

    def _characters(self) -> str:
        """Return the page's characters, each at its pdfium index (so that boxes can be asked for)."""
        count = self._text.count_chars()
        text: str = self._text.get_text_range() if count else ""
        if len(text) != count:
            codes = (pdfium.FPDFText_GetUnicode(self._text, index) for index in range(count))
            text = "".join(map(chr, codes))
        return _HYPHENS.sub("-", text)

    def substitute(self, glyphs: Iterable[Glyph]) -> None:
        """Take the page's characters from elsewhere."""
        super().substitute(glyphs)
        self._from_elsewhere = True

    def font_size(self, index: int) -> float:
        """Return the font size of a character in points, as the file states it."""
        if self._from_elsewhere:
            return super().font_size(index)
        return float(pdfium.FPDFText_GetFontSize(self._text, index))

    def box(self, index: int) -> Box:
        """Return the box of a character, as wide as its advance and as high as its font."""
        if self._from_elsewhere:
            return super().box(index)
        rectangle = self._rectangle
        pdfium.FPDFText_GetLooseCharBox(self._text, index, rectangle)
        if self._upright:
            # Most pages are, and this is the call that is made most.
            left, top = self._corner
            return Box(
                rectangle.left - left, top - rectangle.top, rectangle.right - left, top - rectangle.bottom
            )
        return self._turn(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)

    def strokes(self, limit: int) -> Sequence[Stroke] | None:
        """Return the straight pieces of all drawn paths; None when there are over ``limit`` paths."""
        found: list[Stroke] = []
        paths = _paths(self._objects)
        for number, (path, matrix) in enumerate(paths):
            if number >= limit:
                return None
            for x0, y0, x1, y1 in _segments(path, matrix):
                box = self._turn(x0, y0, x1, y1)
                # The turn orders the corners; a diagonal is no ruling line, so its direction may be lost.
                found.append(Stroke(*box))
        return found

    def passes_over_text(self) -> bool:
        """Tell whether pdfium leaves characters out.

        It may where a Chinese font is not embedded and the machine has none to stand in for it: without
        glyphs a character drawn by itself is nothing to pdfium, and a line like the one above it is the
        same line.
        """
        edges = [ctypes.c_float() for _ in range(4)]
        for kind, item in self._objects:
            if kind != pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            pdfium.FPDFPageObj_GetBounds(item, *edges)
            left, bottom, right, top = (edge.value for edge in edges)
            if min(right - left, top - bottom) < _NO_SIZE and _lacks_glyphs(item):
                return True
        return False

    def hides_text(self) -> bool:
        """Tell whether the page's text is not shown: somebody's OCR put it behind the picture."""
        texts = (item for kind, item in self._objects if kind == pdfium.FPDF_PAGEOBJ_TEXT)
        first = next(texts, None)
        return (
            first is not None
            and pdfium.FPDFTextObj_GetTextRenderMode(first) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        )

    def picture(self) -> PIL.Image.Image:
        """Return the page as it is shown, fit for OCR."""
        scale = min(DOTS_PER_INCH / 72, LONGEST_SIDE / max(self.width, self.height, 1.0))
        shown: PIL.Image.Image = self._page.render(scale=scale).to_pil()
        return shown

    def object_kinds(self) -> tuple[int, float]:
        """Return the number of objects and the share of the page that its largest picture covers."""
        area = max(self.width * self.height, 1.0)
        largest = 0.0
        for kind, item in self._objects[:1000]:
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                edges = [ctypes.c_float() for _ in range(4)]
                pdfium.FPDFPageObj_GetBounds(item, *edges)
                left, bottom, right, top = (edge.value for edge in edges)
                largest = max(largest, (right - left) * (top - bottom) / area)
        return len(self._objects), largest


def _lacks_glyphs(text: Any) -> bool:
    font = pdfium.FPDFTextObj_GetFont(text)
    if pdfium.FPDFFont_GetIsEmbedded(font):
        return False
    name = ctypes.create_string_buffer(100)
    pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    # These pdfium has glyphs for; what has no width in them is a space.
    return not _BUILT_IN.match(name.value)


_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


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


def _paths(
    objects: Iterable[tuple[int, Any]], matrix: _Matrix = _IDENTITY, depth: int = 0
) -> Iterator[tuple[Any, _Matrix]]:
    """Yield the visible paths among objects, those inside forms too, with the matrix that applies."""
    for kind, item in objects:
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, _times(_matrix_of(item), matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            yield from _paths(_inside(item), _times(_matrix_of(item), matrix), depth + 1)


def _inside(form: Any) -> Iterator[tuple[int, Any]]:
    for index in range(pdfium.FPDFFormObj_CountObjects(form)):
        item = pdfium.FPDFFormObj_GetObject(form, index)
        yield pdfium.FPDFPageObj_GetType(item), item


def _matrix_of(item: Any) -> _Matrix:
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, raw):
        return _IDENTITY
    return raw.a, raw.b, raw.c, raw.d, raw.e, raw.f


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _segments(path: Any, matrix: _Matrix) -> Iterator[tuple[float, float, float, float]]:
    """Yield the straight segments of a path in PDF space; curves are passed over."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    start = here = (0.0, 0.0)
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield *here, *point
        here = point
        if pdfium.FPDFPathSegment_GetClose(segment) and here != start:
            yield *here, *start
            here = start
