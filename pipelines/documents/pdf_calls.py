"""The calls into pdfium that are made for every object and every line of a page, without ceremony.

A page has hundreds of objects, and wrapping each in a ctypes object costs more than all that pdfium does;
these calls give and take plain addresses. Not here: what they are called for (pdf_page), and rare calls.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_ADDRESS, _INT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    # Other threads do not run meanwhile: pdfium must not be called from two, and a worker has but one.
    place = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(place or 0)


object_at = _plain(pdfium.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
kind_of = _plain(pdfium.FPDFPageObj_GetType, _INT, _ADDRESS)
font_of = _plain(pdfium.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
bounds_of = _plain(pdfium.FPDFPageObj_GetBounds, _INT, *[_ADDRESS] * 5)
font_size_at = _plain(pdfium.FPDFText_GetFontSize, _DOUBLE, _ADDRESS, _INT)
loose_box_at = _plain(pdfium.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)


def address(handle: Any) -> int:
    """Return the address behind a handle."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def page_object(place: int) -> Any:
    """Return the handle of an object at an address."""
    return ctypes.cast(place, pdfium.FPDF_PAGEOBJECT)


def font(place: int) -> Any:
    """Return the handle of a font at an address."""
    return ctypes.cast(place, pdfium.FPDF_FONT)


class Bounds:
    """Reads objects' bounds (left, bottom, right, top) into one place."""

    def __init__(self) -> None:
        self._edges = (ctypes.c_float * 4)()
        start = ctypes.addressof(self._edges)
        self._places = tuple(start + number * ctypes.sizeof(ctypes.c_float) for number in range(4))

    def of(self, item: int) -> tuple[float, float, float, float]:
        """Return the bounds of an object; nothing has the bounds of a point."""
        if not bounds_of(item, *self._places):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = self._edges
        return left, bottom, right, top
