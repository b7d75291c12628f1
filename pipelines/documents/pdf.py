"""PDF files with a text layer.

pdfium gives the text and the ruling lines; a page without text is told from an empty one. Not here: lines
into paragraphs (pdf_layout), tables (pdf_tables), OCR.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.documents.assembling import Assembler
from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.pdf_furniture import Item, without_furniture
from pipelines.documents.pdf_joining import Flow, join_tables
from pipelines.documents.pdf_layout import continues, joint, margins
from pipelines.documents.pdf_mining import mine
from pipelines.documents.pdf_page import Line, Page
from pipelines.documents.pdf_tables import TableBlock, read_page
from pipelines.model import Document, Hints, Problem

READER = "pdf/1"
MEDIA_TYPE = "application/pdf"
# A page with fewer characters than this is taken for a scan when a picture covers most of it.
_FEW_CHARACTERS, _PICTURE_SHARE = 30, 0.5


class _Scanned(NamedTuple):
    """What the pages hold: number of scans, and whether anything at all is drawn."""

    scans: int
    drawn: bool


def read(data: bytes, limits: Limits) -> Document:
    """Read the text, paragraphs and ruled tables of a PDF.

    Raises:
        ReadError: ``encrypted``, ``unreadable``, ``too_large`` (pages), ``needs_ocr``, ``empty``.
    """
    document = _open(data)
    try:
        count = len(document)
        if count > limits.pages:
            raise ReadError("too_large", f"{count} 页，限度 {limits.pages} 页 pages over the limit")
        pages, sizes, scanned = _read_pages(document, data, limits)
        hints = Hints(title=_title(document))
    finally:
        document.close()
    problems = _judge(pages, scanned)
    kept = without_furniture(pages, [height for _, height in sizes])
    assembler = Assembler()
    _write(join_tables(kept), [width for width, _ in sizes], assembler)
    return assembler.document(READER, MEDIA_TYPE, hints=hints, problems=problems)


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise ReadError("encrypted", "PDF 已加密，需要密码 the PDF asks for a password") from error
        raise ReadError("unreadable", f"PDF 损坏 the PDF is damaged: {error}") from error
    if not len(document):
        document.close()
        raise ReadError("unreadable", "PDF 没有页 the PDF has no pages")
    return document


def _read_pages(
    document: pypdfium2.PdfDocument, data: bytes, limits: Limits
) -> tuple[list[list[Item]], list[tuple[float, float]], _Scanned]:
    pages: list[list[Item]] = []
    sizes: list[tuple[float, float]] = []
    scans, drawn = 0, False
    for index in range(len(document)):
        try:
            with Page(document, index) as page:
                if page.passes_over_text():
                    mine(page, data, index)
                pages.append(read_page(page, limits.paths))
                sizes.append((page.width, page.height))
                if len(page.characters) < _FEW_CHARACTERS:
                    objects, picture = page.object_kinds()
                    scans += picture > _PICTURE_SHARE
                    drawn = drawn or objects > 0
        except pypdfium2.PdfiumError as error:
            raise ReadError(
                "unreadable", f"第 {index + 1} 页损坏 page {index + 1} is damaged: {error}"
            ) from error
    return pages, sizes, _Scanned(scans, drawn)


def _judge(pages: Sequence[Sequence[Item]], scanned: _Scanned) -> tuple[Problem, ...]:
    """Tell a scan from an empty file, and a file with some scanned pages from a whole one.

    Raises:
        ReadError: ``needs_ocr`` or ``empty``.
    """
    written = sum(1 for items in pages if items)
    if scanned.scans * 2 > len(pages) or (not written and scanned.drawn):
        raise ReadError("needs_ocr", f"{len(pages)} 页没有文字层 {len(pages)} pages without a text layer")
    if not written:
        raise ReadError("empty", f"{len(pages)} 页均为空白 all {len(pages)} pages are blank")
    if scanned.scans:
        message = f"{scanned.scans} 页为扫描图像，未读取 {scanned.scans} scanned pages were not read"
        return (Problem("pages_not_read", message),)
    return ()


def _title(document: pypdfium2.PdfDocument) -> str | None:
    return document.get_metadata_dict(skip_empty=True).get("Title", "").strip() or None


def _write(flow: Flow, widths: Sequence[float], assembler: Assembler) -> None:
    """Write all pages, joining what a line end or a page end has cut."""
    every = [item for items in flow.pages for item in items if isinstance(item, Line)]
    whole = margins(every, max(widths, default=0.0))
    above: Line | None = None
    for number, (items, width) in enumerate(zip(flow.pages, widths, strict=True)):
        if number not in flow.begun:
            assembler.page()
        page = margins([item for item in items if isinstance(item, Line)], width, whole)
        for place, item in enumerate(items):
            if isinstance(item, TableBlock):
                assembler.table(item.cells)
                above = None
            else:
                same_page = place > 0
                if above and continues(above, item, page, same_page=same_page):
                    assembler.continuation(joint(above.text, item.text) + item.text)
                else:
                    assembler.paragraph(item.text)
                above = item
