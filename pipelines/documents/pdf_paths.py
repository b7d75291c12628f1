"""The straight segments of the paths that pdfium finds on a page, those inside forms too.

Here belong the walk through forms and the matrices that apply, in PDF space. Not here: which of the segments
rule a table (pdf_tables).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

_FORM_DEPTH = 5  # forms within forms, beyond which nothing is looked for
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def visible_paths(
    objects: Iterable[tuple[int, Any]], matrix: _Matrix = _IDENTITY, depth: int = 0
) -> Iterator[tuple[Any, _Matrix]]:
    """Yield the visible paths among objects, those inside forms too, with the matrix that applies."""
    for kind, item in objects:
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, _times(_matrix_of(item), matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            yield from visible_paths(_inside(item), _times(_matrix_of(item), matrix), depth + 1)


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


def straight_segments(path: Any, matrix: _Matrix) -> Iterator[tuple[float, float, float, float]]:
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
