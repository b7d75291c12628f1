"""OFD, China's own fixed-layout format (GB/T 33190): a zip of XML with every character placed.

Its pages go the way of a PDF's: lines, ruled tables, paragraphs. Not here: that way (paged, pdf_layout).
"""

from __future__ import annotations

import math
import posixpath
import re
from collections.abc import Iterator
from typing import Any

from pipelines.documents.archive import Archive
from pipelines.documents.assembling import Assembler
from pipelines.documents.columns import read_page
from pipelines.documents.glyphs import Box, Glyph, GlyphPage, Stroke
from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.paged import write_pages
from pipelines.model import Document, Hints

READER = "ofd/1"
MEDIA_TYPE = "application/ofd"
_POINTS = 72 / 25.4
_A4 = (0.0, 0.0, 210.0, 297.0)
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# How far a character reaches above and below its baseline, in parts of its size.
_ASCENT, _DESCENT = 0.86, 0.14
_MAX_DELTAS = 10_000
_COMMAND = re.compile(r"([SMLQBAC])([^SMLQBAC]*)")

_Numbers = tuple[float, ...]


def read(data: bytes, limits: Limits) -> Document:
    """Read all pages of the first document in the file.

    Raises:
        ReadError: ``encrypted``, ``unreadable``, ``too_large``, ``needs_ocr`` (pictures only), ``empty``.
    """
    with Archive(data, limits) as archive:
        if any(posixpath.basename(member.filename) == "Encryptions.xml" for member in archive.members):
            raise ReadError("encrypted", "OFD 文件已加密 the OFD file is encrypted")
        root = _part(archive, "OFD.xml")
        main = _resolve("", _text_of(root, "DocRoot") or "Doc_0/Document.xml")
        document = _part(archive, main)
        places = [page.get("BaseLoc") or "" for page in _all(document, "Page")]
        if len(places) > limits.pages:
            raise ReadError("too_large", f"{len(places)} 页，限度 {limits.pages} 页 pages over the limit")
        reader = _Reader(archive, main, document)
        pages = [reader.page(_resolve(posixpath.dirname(main), place)) for place in places]
    title = _text_of(root, "Title")
    return _assembled(pages, reader.pictures, title)


def _assembled(pages: list[GlyphPage], pictures: int, title: str | None) -> Document:
    if not any(page.characters.strip() for page in pages):
        if pictures:
            raise ReadError(
                "needs_ocr",
                f"{len(pages)} 页只有图像 {len(pages)} pages hold pictures only: 请存为 PDF save it as PDF",
            )
        raise ReadError("empty", f"{len(pages)} 页均为空白 all {len(pages)} pages are blank")
    assembler = Assembler()
    write_pages(
        [read_page(page, _MAX_DELTAS) for page in pages],
        [page.width for page in pages],
        [page.height for page in pages],
        assembler,
    )
    return assembler.document(READER, MEDIA_TYPE, hints=Hints(title=title))


class _Reader:
    """Reads the pages of one document, with the templates that they stand on."""

    def __init__(self, archive: Archive, main: str, document: Any) -> None:
        self._archive = archive
        self.pictures = 0
        folder = posixpath.dirname(main)
        self._templates = {
            template.get("ID"): _resolve(folder, template.get("BaseLoc") or "")
            for template in _all(document, "TemplatePage")
        }
        self._area = _numbers(_text_of(document, "PhysicalBox")) or _A4

    def page(self, place: str) -> GlyphPage:
        """Read one page, its template first."""
        content = _part(self._archive, place)
        area = _numbers(_text_of(content, "PhysicalBox")) or self._area
        layers = [content]
        for template in _all(content, "Template"):
            below = self._archive.xml(self._templates.get(template.get("TemplateID"), ""))
            if below is not None:
                layers.insert(0, below)
        glyphs = [glyph for layer in layers for text in _all(layer, "TextObject") for glyph in _glyphs(text)]
        strokes = [
            stroke for layer in layers for path in _all(layer, "PathObject") for stroke in _strokes(path)
        ]
        self.pictures += sum(1 for layer in layers for _ in _all(layer, "ImageObject"))
        return GlyphPage(glyphs, strokes, area[2] * _POINTS, area[3] * _POINTS)


def _part(archive: Archive, name: str) -> Any:
    root = archive.xml(name)
    if root is None:
        raise ReadError("unreadable", f"OFD 缺少 {name} the OFD file lacks {name}")
    return root


def _resolve(folder: str, place: str) -> str:
    # A place may be stated from the archive's root or from the file that states it.
    return posixpath.normpath(place.lstrip("/") if place.startswith("/") else posixpath.join(folder, place))


def _all(element: Any, name: str) -> Iterator[Any]:
    return (found for found in element.iter("{*}" + name))


def _text_of(element: Any, name: str) -> str | None:
    return next(
        (found.text.strip() for found in _all(element, name) if found.text and found.text.strip()), None
    )


def _numbers(text: str | None) -> _Numbers:
    try:
        numbers = tuple(float(part) for part in (text or "").split())
    except ValueError:
        return ()
    return numbers if all(map(math.isfinite, numbers)) else ()


def _frame(element: Any) -> tuple[_Numbers, _Numbers]:
    boundary = _numbers(element.get("Boundary"))
    matrix = _numbers(element.get("CTM"))
    return (boundary if len(boundary) == 4 else (0.0,) * 4), (matrix if len(matrix) == 6 else _IDENTITY)


def _place(point: tuple[float, float], boundary: _Numbers, matrix: _Numbers) -> tuple[float, float]:
    """Return where a point inside an object is on the page, in points."""
    x, y = point
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e + boundary[0]) * _POINTS, (b * x + d * y + f + boundary[1]) * _POINTS


def _glyphs(text: Any) -> Iterator[Glyph]:
    boundary, matrix = _frame(text)
    size = (_numbers(text.get("Size")) or (3.5,))[0]
    shown = size * math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])) * _POINTS or 1.0
    x = y = 0.0
    for code in _all(text, "TextCode"):
        x, y = (_numbers(code.get("X")) or (x,))[0], (_numbers(code.get("Y")) or (y,))[0]
        across, down = _deltas(code.get("DeltaX")), _deltas(code.get("DeltaY"))
        here = (x, y)
        for number, character in enumerate(code.text or ""):
            step = across[number] if number < len(across) else size * (1.0 if character > "\u2e7f" else 0.5)
            left, base = _place(here, boundary, matrix)
            right, _ = _place((here[0] + step, here[1]), boundary, matrix)
            box = Box(min(left, right), base - _ASCENT * shown, max(left, right), base + _DESCENT * shown)
            yield Glyph(character, box, shown)
            fall = down[number] if number < len(down) else 0.0
            here = (here[0] + (step if across or not down else 0.0), here[1] + fall)


def _deltas(text: str | None) -> list[float]:
    """Return the steps between characters; ``g 3 2.5`` stands for three times 2.5."""
    parts = (text or "").split()
    steps: list[float] = []
    position = 0
    while position < len(parts) and len(steps) < _MAX_DELTAS:
        repeated = parts[position] == "g"
        first, width = (position + 1, 2) if repeated else (position, 1)
        values = _numbers(" ".join(parts[first : first + width]))
        if len(values) < width:
            break
        steps += [values[-1]] * (min(max(int(values[0]), 0), _MAX_DELTAS) if repeated else 1)
        position = first + width
    return steps


def _strokes(path: Any) -> Iterator[Stroke]:
    """Yield the straight lines of a path; curves are passed over."""
    boundary, matrix = _frame(path)
    start = here = (0.0, 0.0)
    for command, operands in _COMMAND.findall(_text_of(path, "AbbreviatedData") or ""):
        values = _numbers(operands)
        there = (values[-2], values[-1]) if len(values) >= 2 else start if command == "C" else here
        if command in "LC":
            (ax, ay), (bx, by) = _place(here, boundary, matrix), _place(there, boundary, matrix)
            yield Stroke(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        here = there
        if command in "SM":
            start = here
